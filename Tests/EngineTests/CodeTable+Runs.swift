import CloudAssistant
import Foundation
import GRDB
import Testing

@testable import Engine
@testable import Store

extension Provocation {
    /// Codes about where and how to run.
    static let runs: [Provocation] = [
        run(.invalidRegionIdNotFound, \.regionID, "mars", beside: "local"),
        run(.regionIdApiNotSupported, \.regionID, "silent", beside: "local"),
        run(.missingParamInstanceId, \.instanceIDs, [], beside: ["i-a"]),
        run(.invalidInstanceNotFound, \.instanceIDs, ["i-a", "i-other"], beside: ["i-a", "i-b"]),
        run(.invalidInstanceNotMatch, \.instanceIDs, ["i-a", "i-win"], beside: ["i-a", "i-off"]),
        run(.instanceIdsExceedLimit, \.instanceIDs, ["i-a", "i-b", "i-c", "i-off"], beside: ["i-a", "i-b", "i-c"]),
        run(.invalidResourceTagConflictWithInstanceIds, \.resourceTags, [TagFilter(key: "env")], beside: []),
        resourceTags(.invalidResourceTagInstanceNotFound, [TagFilter(key: "no")], beside: [TagFilter(key: "env")]),
        resourceTags(.missingParameterResourceTagKey, [TagFilter(key: nil)], beside: [TagFilter(key: "env")]),
        resourceTags(.invalidResourceTagKeyMalformed, [TagFilter(key: "")], beside: [TagFilter(key: "env")]),
        resourceTags(
            .invalidResourceTagValueMalformed, [TagFilter(key: "env", value: "http://x")],
            beside: [TagFilter(key: "env", value: "prod")]),
        resourceTags(
            .duplicateResourceTagKey, [TagFilter(key: "env"), TagFilter(key: "env")],
            beside: [TagFilter(key: "env"), TagFilter(key: "team")]),
        resourceTags(.numberExceedResourceTags, tags(21), beside: [TagFilter(key: "env")]),
        run(.numberExceedTags, \.tags, tags(21), beside: tags(20)),
        run(.missingParameterTagKey, \.tags, [TagFilter(key: nil, value: "v")], beside: [TagFilter(key: "k")]),
        run(.invalidTagKeyMalformed, \.tags, [TagFilter(key: "aliyun")], beside: [TagFilter(key: "k")]),
        run(.invalidTagValueMalformed, \.tags, [TagFilter(key: "k", value: letters(129))], beside: tags(1)),
        run(.duplicateTagKey, \.tags, [TagFilter(key: "k"), TagFilter(key: "k")], beside: tags(2)),
        run(.invalidRepeatModeNotFound, \.repeatMode, "once", beside: "Once"),
        run(.missingParamFrequency, \.repeatMode, "Period", beside: "DryRun"),
        Provocation(.invalidParamFrequency, { try await $0.dryRun("rate(5m)") }, beside: { try await $0.dryRun(nil) }),
        run(.usernameExceedLimit, \.username, letters(256), beside: letters(255)),
        run(.windowsPasswordNameExceedLimit, \.windowsPasswordName, letters(256), beside: letters(255)),
        Provocation(
            .windowsPasswordNameMissed, { try await $0.onWindows(password: nil) },
            beside: { try await $0.onWindows(password: "p") }),
        run(.invalidTerminationModeNotFound, \.terminationMode, "Gently", beside: "ProcessTree"),
        run(.invalidContainerIdMalformed, \.containerID, "abc", beside: nil),
        run(.invalidContainerNameMalformed, \.containerName, "-", beside: "web"),
        run(.invalidParameterOssOutputDelivery, \.ossOutputDelivery, "s3://x", beside: nil),
        run(.invalidOssOutputDeliveryKeyPrefixMalformed, \.ossOutputDelivery, "oss://bucket//x", beside: nil),
        run(.operationForbidden, \.ossOutputDelivery, "oss://bucket/x", beside: nil),
        run(.invalidResourceGroupNotFound, \.resourceGroupID, "rg-none", beside: "rg-b"),
        run(.invalidClientTokenMalformed, \.clientToken, letters(65), beside: letters(64)),
    ]

    /// Codes about twins, stops, lists, callers and the service itself.
    static let service: [Provocation] = [
        Provocation(
            .idempotentParameterMismatch,
            { bench in
                _ = try await bench.run { $0.run.clientToken = "t" }
                _ = try await bench.run("false\n") { $0.run.clientToken = "t" }
            },
            beside: { bench in for _ in 0..<2 { _ = try await bench.run { $0.run.clientToken = "t" } } }),
        Provocation(
            .idempotentProcessing, { try await $0.twins("t", "t") }, beside: { try await $0.twins("t", "u") }),
        Provocation(
            .invocationExceedQuota, { bench in for _ in 0..<6 { _ = try await bench.run() } },
            beside: { bench in for _ in 0..<5 { _ = try await bench.run() } }),
        Provocation(
            .invalidInvokeIdNotFound, { try await $0.stop("t-none") },
            beside: { try await $0.stop(try await $0.run()) }),
        Provocation(
            .invalidInstanceIdNotFound, { try await $0.stop(try await $0.run(), on: ["i-b"]) },
            beside: { try await $0.stop(try await $0.run(), on: ["i-a"]) }),
        paging(.invalidParamPageNumber, Paging(pageNumber: 0), beside: Paging(pageNumber: 1)),
        paging(.invalidParamPageSize, Paging(pageSize: 51), beside: Paging(pageSize: 50)),
        paging(.invalidParameterMaxResults, Paging(maxResults: 51), beside: Paging(maxResults: 50)),
        Provocation(
            .invalidParameter, { try await $0.invocations(inState: "Dreaming") },
            beside: { try await $0.invocations(inState: "Running") }),
        Provocation(.forbiddenRAM, { try await $0.run(as: 1) }, beside: { try await $0.run(as: owner) }),
        Provocation(
            .internalErrorDispatch, { try await $0.runOnFullDisk(true) }, beside: { try await $0.runOnFullDisk(false) }),
        Provocation(
            .serviceUnavailable, { try await $0.run(beside: true) }, beside: { try await $0.run(beside: false) }),
    ]

    private static let owner = EngineBench.owner

    /// Codes whose causes do not exist yet: none.
    static let unreachable: Set<APIErrorCode> = []

    static let all = commands + runs + delivery + service + changes + files + stored + lists + resources
}

extension EngineBench {
    fileprivate func dryRun(_ frequency: String?) async throws {
        _ = try await run { request in
            request.run.repeatMode = "DryRun"
            request.run.frequency = frequency
        }
    }

    fileprivate func onWindows(password: String?) async throws {
        if let password { try await set(password, "for Windows") }
        _ = try await run(on: ["i-win"], type: .powerShell) { request in
            request.run.username = "bob"
            request.run.windowsPasswordName = password
        }
    }

    fileprivate func invocations(inState word: String) async throws {
        _ = try await service.describeInvocations(
            DescribeInvocationsRequest(regionID: "local", invokeStatus: word), Self.context())
    }

    fileprivate func run(as user: Int) async throws {
        _ = try await service.runCommand(Self.request(), Self.context(user))
    }

    fileprivate func runOnFullDisk(_ isFull: Bool) async throws {
        if isFull { try await setFull(true) }
        _ = try await run(letters(17_000))
    }

    fileprivate func run(beside isReader: Bool) async throws {
        let reader = try await EmbeddedService.reader(
            store: try Store(directory, for: .reading), fleet: Self.fleet,
            configuration: EngineConfiguration(owner: Self.owner, now: { Self.start }), engineProcess: 17)
        _ = try await (isReader ? reader : service).runCommand(Self.request(), Self.context())
    }

    /// Two calls at once while the store answers no questions, so that the first stays in flight; throws what the other
    /// is refused with.
    fileprivate func twins(_ first: String, _ second: String) async throws {
        let gate = DispatchSemaphore(value: 0)
        let readers = 3
        for _ in 0..<readers { store.database.asyncRead { _ in gate.wait() } }
        let refusals = await withTaskGroup { group in
            for token in [first, second] {
                group.addTask { await refusal { _ = try await self.run { $0.run.clientToken = token } } }
            }
            var refusals: [APIError?] = []
            if first == second, let quicker = await group.next() { refusals.append(quicker) }
            for _ in 0..<readers { gate.signal() }
            for await slower in group { refusals.append(slower) }
            return refusals.compactMap { $0 }
        }
        if let error = refusals.first { throw error }
    }
}
