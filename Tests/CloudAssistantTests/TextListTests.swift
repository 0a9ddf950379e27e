import Testing

@testable import CloudAssistant

/// Lists that stand in one parameter.
@Suite struct TextListTests {
    @Test(
        arguments: [
            (nil, nil), ("", nil), ("[]", []), (#"["i-1"]"#, ["i-1"]), (#" [ "i-1" , "中" ] "#, ["i-1", "中"]),
        ] as [(String?, [String]?)])
    func arraysOfTextsAreRead(_ text: String?, _ list: [String]?) throws {
        #expect(try TextList.read(text, parameter: "InstanceIds") == list)
    }

    @Test(arguments: ["i-1", "{}", "[1]", #"["a",null]"#, "[", #"["a"]x"#, String(repeating: "[", count: 10_000)])
    func everythingElseIsRefused(_ text: String) throws {
        let error = #expect(throws: APIError.self) { try TextList.read(text, parameter: "InstanceIds") }
        #expect(error?.code.known == .invalidParameter)
        #expect(error?.facts[.parameter] == "InstanceIds")
    }
}
