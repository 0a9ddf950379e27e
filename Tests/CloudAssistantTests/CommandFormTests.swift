import Testing

@testable import CloudAssistant

/// ECS API, CreateCommand.
@Suite struct CommandFormTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let code: APIErrorCode?
        let change: @Sendable (inout CommandDraft) -> Void

        init(_ name: String, _ code: APIErrorCode?, _ change: @escaping @Sendable (inout CommandDraft) -> Void) {
            self.name = name
            self.code = code
            self.change = change
        }

        var testDescription: String { name }
    }

    static let plain = CommandDraft(name: "n", type: "RunShellScript", content: "date", contentEncoding: "PlainText")

    static func refused(_ draft: CommandDraft, needsName: Bool = true) -> APIErrorCode? {
        refusal { _ = try draft.checked(Limits(), defaultEncoding: .base64, needsName: needsName) }
    }

    static let cases: [Case] = [
        Case("plain", nil) { _ in },
        Case("bat", nil) { $0.type = "RunBatScript" },
        Case("PowerShell", nil) { $0.type = "RunPowerShellScript" },
        Case("no type", .missingParameter) { $0.type = nil },
        Case("empty type", .missingParameter) { $0.type = "" },
        Case("unknown type", .invalidCmdTypeNotFound) { $0.type = "RunPythonScript" },
        Case("type in lower case", .invalidCmdTypeNotFound) { $0.type = "runshellscript" },
        Case("no content", .missingParameter) { $0.content = nil },
        Case("no name", .missingParameter) { $0.name = nil },
        Case("name of 128", nil) { $0.name = letters(128) },
        Case("name of 128 letters of three bytes", nil) { $0.name = String(repeating: "名", count: 128) },
        Case("name of 129", .cmdNameExceedLimit) { $0.name = letters(129) },
        Case("name with an escape", .invalidParameterCharacterCommandName) { $0.name = "a\u{1b}b" },
        Case("description of 512", nil) { $0.description = letters(512) },
        Case("description of 513", .cmdDescExceedLimit) { $0.description = letters(513) },
        Case("description with an escape", .invalidParameterCharacterCommandDescription) {
            $0.description = "a\u{1b}b"
        },
        Case("directory of 200", nil) { $0.workingDirectory = letters(200) },
        Case("directory of 201", .invalidParameterWorkingDir) { $0.workingDirectory = letters(201) },
        Case("timeout 9", .invalidParameterTimeout) { $0.timeoutSeconds = 9 },
        Case("timeout 10", nil) { $0.timeoutSeconds = 10 },
        Case("timeout 86400", nil) { $0.timeoutSeconds = 86_400 },
        Case("timeout 86401", .invalidTimeoutExceedLimit) { $0.timeoutSeconds = 86_401 },
        Case("launcher of 1 KB", nil) { $0.launcher = letters(1024) },
        Case("launcher over 1 KB", .invalidLauncherLengthLimitExceeded) { $0.launcher = letters(1025) },
        Case("Base64 of 24 KB", nil) { $0.content = letters(18_432) },
        Case("Base64 over 24 KB", .cmdContentExceedLimit) { $0.content = letters(18_433) },
        Case("bytes count, not letters", .cmdContentExceedLimit) {
            $0.content = String(repeating: "文", count: 6145)
        },
        Case("Base64 given, 24 KB", nil) {
            $0.content = Base64.encode([UInt8](repeating: 0x61, count: 18_432))
            $0.contentEncoding = "Base64"
        },
        Case("Base64 given, over 24 KB", .cmdContentExceedLimit) {
            $0.content = Base64.encode([UInt8](repeating: 0x61, count: 18_433))
            $0.contentEncoding = "Base64"
        },
        Case("Base64 that is none", .cmdContentDecodeError) {
            $0.content = "echo hi!"
            $0.contentEncoding = "Base64"
        },
        Case("Base64 of what is no UTF-8", .cmdContentDecodeError) {
            $0.content = Base64.encode([0xff, 0xfe])
            $0.contentEncoding = "Base64"
        },
    ]

    @Test(arguments: cases) func eachValueIsHeldToItsRule(_ value: Case) {
        var draft = Self.plain
        value.change(&draft)
        #expect(Self.refused(draft) == value.code)
    }

    @Test func aCommandThatIsOnlyRunNeedsNoName() {
        var draft = Self.plain
        draft.name = nil
        #expect(Self.refused(draft, needsName: false) == nil)
    }

    static let encodings: [(word: String?, fallback: ContentEncoding, content: String)] = [
        (nil, .base64, "date"), (nil, .plainText, "ZGF0ZQ=="),
        ("Base64", .plainText, "date"), ("base64", .plainText, "date"), ("BASE64", .plainText, "date"),
        ("PlainText", .base64, "ZGF0ZQ=="), ("plaintext", .base64, "ZGF0ZQ=="),
        ("gzip", .base64, "date"), ("gzip", .plainText, "ZGF0ZQ=="), ("", .base64, "date"),
    ]

    @Test(arguments: encodings) func anUnknownEncodingIsTheDefaultOne(
        _ word: String?, _ fallback: ContentEncoding, _ content: String
    ) throws {
        var draft = Self.plain
        draft.content = "ZGF0ZQ=="
        draft.contentEncoding = word
        let form = try draft.checked(Limits(), defaultEncoding: fallback, needsName: true)
        #expect(form.content == content)
    }

    @Test func createReadsBase64AndChecksTokenAndTags() throws {
        var request = CreateCommandRequest(
            regionID: "local", command: CommandDraft(name: "n", type: "RunShellScript", content: "ZGF0ZQ=="),
            tags: [TagFilter(key: "a", value: "b")])
        let (form, tags) = try request.checked(Limits())
        #expect(form.content == "date")
        #expect(tags == [Tag("a", "b")])
        request.clientToken = letters(65)
        #expect(refusal { _ = try request.checked(Limits()) } == .invalidClientTokenMalformed)
        request.clientToken = nil
        request.tags = [TagFilter(key: nil, value: "b")]
        #expect(refusal { _ = try request.checked(Limits()) } == .missingParameterTagKey)
    }

    @Test func whatIsNotGivenHasItsDefault() throws {
        let form = try Self.plain.checked(Limits(), defaultEncoding: .base64, needsName: true)
        #expect(form.timeoutSeconds == 60)
        #expect(form.workingDirectory == nil)
        #expect(form.launcher == nil)
        #expect(form.description.isEmpty)
        #expect(!form.enablesParameters)
    }
}
