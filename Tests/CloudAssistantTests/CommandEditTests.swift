import Testing

@testable import CloudAssistant

/// ECS API, ModifyCommand.
@Suite struct CommandEditTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let code: APIErrorCode?
        let change: @Sendable (inout ModifyCommandRequest) -> Void

        init(_ name: String, _ code: APIErrorCode?, _ change: @escaping @Sendable (inout ModifyCommandRequest) -> Void)
        {
            self.name = name
            self.code = code
            self.change = change
        }

        var testDescription: String { name }
    }

    static let plain = ModifyCommandRequest(regionID: "local", commandID: "c-1", contentEncoding: "PlainText")

    static let cases: [Case] = [
        Case("nothing", nil) { _ in },
        Case("no id", .missingParameter) { $0.commandID = nil },
        Case("empty id", .missingParameter) { $0.commandID = "" },
        Case("empty name", .missingParameter) { $0.name = "" },
        Case("name of 128", nil) { $0.name = letters(128) },
        Case("name of 129", .cmdNameExceedLimit) { $0.name = letters(129) },
        Case("name with a tab", .invalidParameterCharacterCommandName) { $0.name = "a\tb" },
        Case("empty description", nil) { $0.description = "" },
        Case("description of 513", .cmdDescExceedLimit) { $0.description = letters(513) },
        Case("description with an escape", .invalidParameterCharacterCommandDescription) { $0.description = "\u{1b}" },
        Case("directory of 201", .invalidParameterWorkingDir) { $0.workingDirectory = letters(201) },
        Case("timeout 9", .invalidParameterTimeout) { $0.timeoutSeconds = 9 },
        Case("timeout 86401", .invalidTimeoutExceedLimit) { $0.timeoutSeconds = 86_401 },
        Case("launcher over 1 KB", .invalidLauncherLengthLimitExceeded) { $0.launcher = letters(1025) },
        Case("empty script", .missingParameter) { $0.content = "" },
        Case("script of 24 KB", nil) { $0.content = letters(18_432) },
        Case("script over 24 KB", .cmdContentExceedLimit) { $0.content = letters(18_433) },
        Case("no Base64", .cmdContentDecodeError) {
            $0.content = "%%"
            $0.contentEncoding = nil
        },
        Case("empty braces", .cmdParamEmptyKey) { $0.content = "{{}}" },
        Case("a bad name", .cmdParamInvalidParamName) { $0.content = "{{na.me}}" },
        Case("21 names", .cmdParamCountExceedLimit) { $0.content = (0..<21).map { "{{p\($0)}}" }.joined() },
        Case("a long name", .cmdParamNameExceedLimit) { $0.content = "{{\(letters(65))}}" },
    ]

    @Test(arguments: cases) func aValueThatMayNotStandIsRefused(_ row: Case) {
        var request = Self.plain
        row.change(&request)
        let refused = refusal {
            let edit = try CommandEdit(request, Limits())
            try edit.check(against: command("echo {{a}}"), Limits())
        }
        #expect(refused == row.code)
    }

    @Test func namesOfParametersCountOnlyWhereACommandHasThem() throws {
        var request = Self.plain
        request.content = "echo {{}} {{na.me}}"
        let edit = try CommandEdit(request, Limits())
        let plain = command("echo", enablesParameters: false)
        #expect(refusal { try edit.check(against: plain, Limits()) } == nil)
        #expect(edit.applied(to: plain).parameters.isEmpty)
    }

    @Test func whatIsNotGivenStays() throws {
        var before = command("echo {{a}}")
        before.description = "says a"
        before.workingDirectory = "/srv"
        before.launcher = "bash"
        #expect(try CommandEdit(Self.plain, Limits()).applied(to: before) == before)
    }

    @Test func whatIsGivenTakesThePlace() throws {
        var before = command("echo {{a}}")
        before.description = "says a"
        before.workingDirectory = "/srv"
        before.launcher = "bash"
        let request = ModifyCommandRequest(
            regionID: "local", commandID: "c-1", name: "new", description: "",
            content: "ZWNobyB7e2J9fSB7e0N9fSB7e2J9fQ==",
            workingDirectory: "", timeoutSeconds: 10, launcher: "")
        let after = try CommandEdit(request, Limits()).applied(to: before)
        #expect(after.name == "new")
        #expect(after.description.isEmpty)
        #expect(after.content == "echo {{b}} {{C}} {{b}}")
        #expect(after.parameters.map(\.name) == ["b", "C"])
        #expect(after.workingDirectory == nil && after.launcher == nil)
        #expect(after.timeoutSeconds == 10)
        #expect((after.id, after.type, after.created) == (before.id, before.type, before.created))
    }
}
