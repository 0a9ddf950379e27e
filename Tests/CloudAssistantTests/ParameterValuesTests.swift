import Testing

@testable import CloudAssistant

/// ECS API, InvokeCommand, Parameters: the values that a call passes.
@Suite struct ParameterValuesTests {
    static let twoNames = command("echo {{name}} {{Other}} {{key}}")

    static func refused(_ input: ParametersInput, for command: Command = twoNames) -> APIErrorCode? {
        refusal { _ = try ParameterValues(input, for: command, Limits()) }
    }

    static let texts: [(json: String, code: APIErrorCode?)] = [
        ("", nil),
        ("{}", nil),
        (#"{"name":"Jack"}"#, nil),
        (#"{"name":""}"#, nil),
        (#" { "name" : "a b", "Other" : "\u00e9" } "#, nil),
        (#"{"NAME":"Jack","other":"x"}"#, nil),
        ("[]", .invalidParameterParameters),
        ("null", .invalidParameterParameters),
        (#""name""#, .invalidParameterParameters),
        ("17", .invalidParameterParameters),
        ("{", .invalidParameterParameters),
        (#"{"name":"Jack"} x"#, .invalidParameterParameters),
        (#"{"name":"\ud800"}"#, .invalidParameterParameters),
        (#"{'name':'Jack'}"#, .invalidParameterParameters),
        (#"{"":"x"}"#, .invalidParameterParameters),
        (#"{"name":"a","name":"a"}"#, .parameterKeyDuplicate),
        (#"{"name":"a","Name":"b"}"#, .parameterKeyDuplicate),
        (#"{"unknown":"a"}"#, .parameterNotMatched),
        // The Kelvin sign is no K, whatever Unicode's lower case says.
        (#"{"\u212aey":"a"}"#, .parameterNotMatched),
        (#"{"name":"a","unknown":"a"}"#, .parameterNotMatched),
        (#"{"name":1}"#, .parameterTypeNotSupported),
        (#"{"name":true}"#, .parameterTypeNotSupported),
        (#"{"name":null}"#, .parameterTypeNotSupported),
        (#"{"name":{}}"#, .parameterTypeNotSupported),
        (#"{"name":["a"]}"#, .parameterTypeNotSupported),
        (#"{"name":"\u0000"}"#, .invalidParameterCharsetParameters),
        (#"{"name":"\u001b[2J"}"#, .invalidParameterCharsetParameters),
        (#"{"name":"\u007f"}"#, .invalidParameterCharsetParameters),
        (#"{"name":"\ufffd"}"#, .invalidParameterCharsetParameters),
        (#"{"\#(letters(64))":"x"}"#, .parameterNotMatched),
        (#"{"\#(letters(65))":"x"}"#, .parameterKeyExceedLimit),
    ]

    @Test(arguments: texts) func textsAreHeldToTheRules(_ json: String, _ code: APIErrorCode?) {
        #expect(Self.refused(.json(json)) == code)
    }

    @Test func entriesAreHeldToTheSameRules() {
        let entry = { ParameterEntry(name: $0, value: $1) }
        #expect(Self.refused(.none) == nil)
        #expect(Self.refused(.entries([])) == nil)
        #expect(Self.refused(.entries([entry("name", "a"), entry("OTHER", "b")])) == nil)
        #expect(Self.refused(.entries([entry("name", "a"), entry("NAME", "b")])) == .parameterKeyDuplicate)
        #expect(Self.refused(.entries([entry("x", "a")])) == .parameterNotMatched)
        #expect(Self.refused(.entries([entry("name", "\u{7}")])) == .invalidParameterCharsetParameters)
    }

    @Test func tenValuesAreTheMost() {
        let names = (0..<11).map { "p\($0)" }
        let command = command(names.map { "{{\($0)}}" }.joined(separator: " "))
        let entries = names.map { ParameterEntry(name: $0, value: "v") }
        #expect(Self.refused(.entries(Array(entries.dropLast())), for: command) == nil)
        #expect(Self.refused(.entries(entries), for: command) == .parameterCountExceedLimit)
    }

    @Test func valuesAreRefusedWhereParametersAreOff() {
        let off = command("echo {{name}}", enablesParameters: false, parameters: [])
        #expect(Self.refused(.json(#"{"name":"a"}"#), for: off) == .parameterDisabled)
        #expect(Self.refused(.json("{}"), for: off) == nil)
        #expect(Self.refused(.none, for: off) == nil)
    }

    @Test func aRequiredValueMustBePassed() {
        let definition = ParameterDefinition(name: "unit", isRequired: true)
        let needy = command("echo {{unit}}", parameters: [definition])
        #expect(Self.refused(.none, for: needy) == .parameterMissingValue)
        #expect(Self.refused(.json("{}"), for: needy) == .parameterMissingValue)
        #expect(Self.refused(.json(#"{"UNIT":"nginx"}"#), for: needy) == nil)
    }

    @Test func onlyPossibleValuesMayBePassed() {
        let definition = ParameterDefinition(name: "size", possibleValues: ["small", "large", "\u{e9}"])
        let choosy = command("echo {{size}}", parameters: [definition])
        #expect(Self.refused(.json(#"{"size":"small"}"#), for: choosy) == nil)
        #expect(Self.refused(.json(#"{"size":"\u00e9"}"#), for: choosy) == nil)
        #expect(Self.refused(.json(#"{"size":"huge"}"#), for: choosy) == .invalidParameterParameters)
        #expect(Self.refused(.json(#"{"size":"e\u0301"}"#), for: choosy) == .invalidParameterParameters)
    }

    @Test(arguments: [("size", "huge"), ("api_token", nil)])
    func aRefusedValueIsNamedUnlessItIsASecret(_ name: String, _ shown: String?) {
        let definition = ParameterDefinition(name: name, possibleValues: ["small"])
        let choosy = command("echo {{\(name)}}", parameters: [definition])
        let error = #expect(throws: APIError.self) {
            try ParameterValues(.entries([ParameterEntry(name: name, value: "huge")]), for: choosy, Limits())
        }
        #expect(error?.facts[.value] == shown)
    }

    @Test func namesAreFoundWithoutRegardToCaseAndMissingOnesAreEmpty() throws {
        let values = try ParameterValues(.json(#"{"NAME":"Jack"}"#), for: Self.twoNames, Limits())
        #expect(values.passed == ["NAME": "Jack"])
        #expect(values.value(of: "name", in: Self.twoNames) == "Jack")
        #expect(values.value(of: "Other", in: Self.twoNames).isEmpty)
    }

    @Test func aMissingValueIsTheDefault() {
        let definition = ParameterDefinition(name: "path", defaultValue: "/")
        let command = command("du {{Path}}", parameters: [definition])
        #expect(ParameterValues.none.value(of: "Path", in: command) == "/")
        #expect(ParameterValues(passed: ["PATH": ""]).value(of: "Path", in: command).isEmpty)
    }
}
