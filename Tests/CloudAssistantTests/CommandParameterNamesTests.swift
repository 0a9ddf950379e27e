import Testing

@testable import CloudAssistant

/// ECS API, InvokeCommand, Parameters: the parameters that a command's content names.
@Suite struct CommandParameterNamesTests {
    static func refused(_ content: String, enabled: Bool = true) -> APIErrorCode? {
        let draft = CommandDraft(
            name: "n", type: "RunShellScript", content: content, contentEncoding: "PlainText",
            enablesParameters: enabled)
        return refusal { _ = try draft.checked(Limits(), defaultEncoding: .base64, needsName: true) }
    }

    static func places(_ names: [String]) -> String { names.map { "echo {{\($0)}}\n" }.joined() }
    static func names(_ count: Int) -> [String] { (0..<count).map { "p\($0)" } }

    static let cases: [(content: String, code: APIErrorCode?)] = [
        ("echo {{name}}", nil),
        ("echo {{ na-me_1 }}", nil),
        ("echo {{\n name \t}}", nil),
        ("echo {{}}", .cmdParamEmptyKey),
        ("echo {{  }}", .cmdParamEmptyKey),
        ("echo {{na.me}}", .cmdParamInvalidParamName),
        ("echo {{名字}}", .cmdParamInvalidParamName),
        ("echo {{\(letters(64))}}", nil),
        ("echo {{\(letters(65))}}", .cmdParamNameExceedLimit),
        ("echo {{ACS::InstanceId}}", nil),
        (places(names(20)), nil),
        (places(names(21)), .cmdParamCountExceedLimit),
        (places(names(20) + names(20)), nil),
        (places(names(20) + ["P0", "P1"]), nil),
        (places(names(20) + ["ACS::RegionId", "ACS::InvokeId"]), nil),
    ]

    @Test(arguments: cases) func namesInTheContentAreHeldToTheirRules(_ content: String, _ code: APIErrorCode?) {
        #expect(Self.refused(content) == code)
    }

    @Test(arguments: cases.map(\.content)) func bracesAreOnlyTextWhenParametersAreOff(_ content: String) {
        #expect(Self.refused(content, enabled: false) == nil)
    }

    @Test func aCommandListsItsParametersInOrderOfFirstUse() throws {
        let draft = CommandDraft(
            name: "n", type: "RunShellScript", content: "{{b}} {{ACS::RegionId}} {{a}} {{B}}",
            contentEncoding: "PlainText", enablesParameters: true)
        let form = try draft.checked(Limits(), defaultEncoding: .base64, needsName: true)
        let command = form.command(id: "c-9", created: Timestamp(milliseconds: 5), tags: [], resourceGroupID: nil)
        #expect(command.parameters.map(\.name) == ["b", "a"])
        #expect(command.id == "c-9")
    }
}
