import Testing

@testable import CloudAssistant

@Suite struct FileFormTests {
    private func refused(_ change: (inout SendFileRequest) -> Void) -> APIError? {
        var request = SendFileRequest(
            regionID: "local", instanceIDs: ["i-1"], name: "n", targetDirectory: "/d", content: "x")
        change(&request)
        do throws(APIError) {
            _ = try request.checked(Limits())
            return nil
        } catch {
            return error
        }
    }

    @Test(
        arguments: [
            nil, "", ".", "..", "a/b", "/", "/etc/passwd", "../x", "a\u{0}", "a\n", "\u{7f}", "a\u{9b}b", "\u{1b}[2J",
        ] as [String?]) func noNameLeadsElsewhereOrHidesSomething(_ name: String?)
    {
        let error = refused { $0.name = name }
        #expect(error?.code.known == ((name ?? "").isEmpty ? .missingParameter : .invalidParameter))
        #expect(error?.facts[.parameter] == "Name")
    }

    @Test(arguments: [
        "a", "...", "..a", "-rf", "a b", "文件", "a\u{301}", "*", "'", "~", String(repeating: "文", count: 255),
    ])
    func anyOtherNameIsTaken(_ name: String) {
        #expect(refused { $0.name = name } == nil)
    }

    @Test(arguments: [
        "d", "./d", "../d", "/..", "/d/..", "/d/../e", "/.", "/d/./e", "/d\u{0}", "/d\n", "~/d",
        "/" + String(repeating: "d", count: 255),
    ]) func noDirectoryLeadsBack(_ path: String) {
        #expect(refused { $0.targetDirectory = path }?.code.known == .fileTargetDirInvalid)
    }

    @Test(arguments: ["/", "//", "/d/", "//d//e", "/..d", "/d..", "/目录", "/" + String(repeating: "d", count: 254)])
    func otherDirectoriesAreTaken(_ path: String) {
        #expect(refused { $0.targetDirectory = path } == nil)
    }

    @Test(arguments: ["644", "0644", "0000", "7777", "4755"]) func octalModesAreTaken(_ mode: String) {
        #expect(refused { $0.mode = mode } == nil)
    }

    @Test(arguments: ["8", "64", "06440", "0o644", "u+x", "-644", "６４４", " 644", "0x1f", "rw-r--r--"])
    func otherModesAreNot(_ mode: String) {
        #expect(refused { $0.mode = mode }?.code.known == .fileModeInvalid)
    }

    @Test(arguments: ["", "x"]) func emptyValuesAreNone(_ text: String) throws {
        var request = SendFileRequest(
            regionID: "local", instanceIDs: ["i-1"], name: "n", targetDirectory: "/d", content: "x")
        (request.owner, request.group, request.description) = (text, text, text)
        let file = try request.checked(Limits()).file
        #expect(file.owner == (text.isEmpty ? nil : "x"))
        #expect(file.group == (text.isEmpty ? nil : "x"))
        #expect(file.mode == "0644" && file.permissions == 0o644)
    }

    @Test(
        arguments: [
            ("eA==", "Base64", Array("x".utf8)), ("AAECgP8=", "BASE64", [0, 1, 2, 0x80, 0xff]),
            ("eA==", "PlainText", Array("eA==".utf8)), ("文\0", "", Array("文\0".utf8)),
        ] as [(String, String, [UInt8])]) func contentIsReadAsItsTypeSays(
            _ text: String, _ type: String, _ bytes: [UInt8]
        )
        throws
    {
        var request = SendFileRequest(
            regionID: "local", instanceIDs: ["i-1"], name: "n", targetDirectory: "/d", content: text)
        request.contentType = type
        #expect(try request.checked(Limits()).file.content == bytes)
    }

    @Test func thereIsNoEmptyFile() {
        for content in [nil, ""] as [String?] {
            #expect(refused { $0.content = content }?.code.known == .missingParameter)
        }
    }

    @Test(arguments: [(nil, 60), (-1, 10), (0, 10), (9, 10), (10, 10), (11, 11), (86_400, 86_400)] as [(Int?, Int)])
    func aShortTimeoutIsRaised(_ given: Int?, _ taken: Int) throws {
        var request = SendFileRequest(
            regionID: "local", instanceIDs: ["i-1"], name: "n", targetDirectory: "/d", content: "x")
        request.timeoutSeconds = given
        #expect(try request.checked(Limits()).file.timeoutSeconds == taken)
    }

    @Test func aRecordEndsOnce() throws {
        let (start, end) = (Timestamp(milliseconds: 1), Timestamp(milliseconds: 2))
        let new = FileDeliveryResult(invokeID: "f-1", instanceID: "i-1", created: start, updated: start)
        let begun = try #require(new.begun(at: start))
        #expect(begun.begun(at: end) == nil)
        let ended = try #require(begun.ended(.written, at: end))
        #expect((ended.state, ended.finished, ended.errorCode, ended.errorInfo) == (.success, end, nil, ""))
        #expect(ended.ended(.failed(FileFailure(reason: .exists)), at: end) == nil)
        #expect(ended.rejected(.deliveryTimeout, at: end) == nil)
        #expect(ended.begun(at: end) == nil)
    }

    @Test func theExplanationIsAboutTheFile() {
        var result = FileDeliveryResult(
            invokeID: "f-1", instanceID: "i-1", created: Timestamp(milliseconds: 1), updated: Timestamp(milliseconds: 1)
        )
        #expect(result.explanation(in: .english) == nil)
        result.errorCode = "AccountNotExists"
        #expect(result.explanation(in: .english)?.fix.contains("FileOwner") == true)
        result.errorCode = "ExecutionInterrupted"
        #expect(result.explanation(in: .chinese)?.cause.contains("文件") == true)
        result.errorCode = "FileCreateFail"
        #expect(result.explanation(in: .english)?.cause == ResultErrorCode.fileCreateFail.entry.cause.english)
    }
}
