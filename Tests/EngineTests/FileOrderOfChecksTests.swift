import CloudAssistant
import Testing

@testable import Engine

/// The first broken rule of SendFile in the documented order is the one that is told.
@Suite(.timeLimit(.minutes(4))) struct FileOrderOfChecksTests {
    typealias Spoil = @Sendable (inout SendFileRequest) -> Void

    static let steps: [(APIErrorCode, Spoil)] = [
        (.invalidRegionIdNotFound, { $0.regionID = "mars" }),
        (.invalidClientTokenMalformed, { $0.clientToken = letters(65) }),
        (.duplicateTagKey, { $0.tags = [TagFilter(key: "k"), TagFilter(key: "k")] }),
        (.missingParamInstanceId, { $0.instanceIDs = [] }),
        (.instanceIdsExceedLimit, { $0.instanceIDs = (0..<51).map { InstanceID("i-\($0)") } }),
        (.fileNameExceedLimit, { $0.name = letters(256) }),
        (.invalidParameter, { $0.name = ".." }),
        (.fileTargetDirInvalid, { $0.targetDirectory = "srv" }),
        (.fileContentTypeInvalid, { $0.contentType = "Zip" }),
        (
            .fileContentDecodeError,
            { request in
                request.contentType = "Base64"
                request.content = letters(40_001)
            }
        ),
        (.fileSizeExceedLimit, { $0.content = letters(24_577) }),
        (.invalidParameterFileOwner, { $0.owner = "a:b" }),
        (.invalidParameterFileGroup, { $0.group = "a/b" }),
        (.fileModeInvalid, { $0.mode = "u+x" }),
        (.fileDescExceedLimit, { $0.description = letters(513) }),
        (.invalidTimeoutExceedLimit, { $0.timeoutSeconds = 86_401 }),
        (.idempotentParameterMismatch, { $0.clientToken = "used" }),
        (.invalidResourceGroupNotFound, { $0.resourceGroupID = "rg-none" }),
        (.invalidInstanceNotFound, { $0.instanceIDs = ["i-group", "i-none"] }),
        (
            .operationForbidden,
            { request in
                request.instanceIDs = ["i-group"]
                request.resourceGroupID = "rg-b"
            }
        ),
    ]

    @Test(arguments: steps.indices) func ofSendFile(_ index: Int) async throws {
        try await EngineBench.with { bench async throws in
            try await bench.send { $0.clientToken = "used" }
            let request = EngineBench.fileRequest { request in
                for (_, spoil) in Self.steps[index...].reversed() { spoil(&request) }
            }
            let refused = await code { _ = try await bench.service.sendFile(request, EngineBench.context()) }
            #expect(refused == Self.steps[index].0)
            #expect(try await bench.files().entries.count == 1)
        }
    }

    @Test func theCallerComesFirst() async throws {
        try await EngineBench.with { bench async throws in
            let request = EngineBench.fileRequest { $0.regionID = "mars" }
            let refused = await code { _ = try await bench.service.sendFile(request, EngineBench.context(1)) }
            #expect(refused == .forbiddenRAM)
        }
    }
}
