import CloudAssistant
import Testing

@testable import Engine

extension Provocation {
    /// Codes about files, each with a call that differs in one value.
    static let files: [Provocation] = [
        file(.fileNameExceedLimit, \.name, letters(256), beside: letters(255)),
        file(.fileTargetDirInvalid, \.targetDirectory, "/srv/../etc", beside: "/srv/..etc"),
        file(.fileContentTypeInvalid, \.contentType, "Zip", beside: "base64"),
        Provocation(
            .fileContentDecodeError, { try await $0.sendBase64("aGk=x") }, beside: { try await $0.sendBase64("aGk=") }),
        file(.fileSizeExceedLimit, \.content, letters(24_577), beside: letters(24_576)),
        file(.invalidParameterFileOwner, \.owner, "a b", beside: "a_b"),
        file(.invalidParameterFileGroup, \.group, letters(65), beside: letters(64)),
        file(.fileModeInvalid, \.mode, "0888", beside: "0777"),
        file(.fileDescExceedLimit, \.description, letters(513), beside: letters(512)),
    ]

    /// One value of a file that is wrong and then right.
    private static func file<Value: Sendable>(
        _ code: APIErrorCode, _ path: Path<SendFileRequest, Value>, _ wrong: Value, beside right: Value
    ) -> Provocation {
        let call: @Sendable (Value) -> Call = { value in
            { bench in _ = try await bench.send { $0[keyPath: path] = value } }
        }
        return Provocation(code, call(wrong), beside: call(right))
    }
}

extension EngineBench {
    static func fileRequest(_ change: (inout SendFileRequest) -> Void = { _ in }) -> SendFileRequest {
        var request = SendFileRequest(
            regionID: "local", instanceIDs: ["i-a"], name: "motd", targetDirectory: "/srv/app", content: "aGk=")
        change(&request)
        return request
    }

    @discardableResult
    func send(_ change: (inout SendFileRequest) -> Void = { _ in }) async throws -> InvokeID {
        try await service.sendFile(Self.fileRequest(change), Self.context()).invokeID
    }

    fileprivate func sendBase64(_ content: String) async throws {
        try await send { request in
            request.contentType = "Base64"
            request.content = content
        }
    }

    func files(_ change: (inout DescribeSendFileResultsRequest) -> Void = { _ in }) async throws -> Page<FileDelivery> {
        var request = DescribeSendFileResultsRequest(regionID: "local")
        change(&request)
        return try await service.describeSendFileResults(request, Self.context()).page
    }

    /// The delivery when it has ended everywhere.
    func deliveredFile(_ id: InvokeID) async throws -> FileDelivery {
        await service.waitUntilFilesAreSent()
        let delivery = try #require(try await files { $0.invokeID = id }.entries.first)
        #expect(delivery.results.allSatisfy { $0.state.isFinal })
        return delivery
    }
}
