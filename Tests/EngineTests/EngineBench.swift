import CloudAssistant
import Foundation
import GRDB
import Runners
import SealedParameters
import Synchronization
import TestSupport
import Testing

@testable import Engine
@testable import Store

/// An engine on real files with a runner that has knobs and a clock that is set by hand.
final class EngineBench: Sendable {
    static let start = Timestamp(milliseconds: 1_800_000_000_000)
    static let startOfRuns = Timestamp(milliseconds: 1_800_000_001_000)
    static let endOfRuns = Timestamp(milliseconds: 1_800_000_002_000)
    /// The user that owns the state; not the one that runs the tests, who may be root.
    static let owner = 4242

    let directory: StateDirectory
    let store: Store
    let runner: FakeRunner
    let parameters: SealedParameterStore
    let service: EmbeddedService
    private let time: Clock
    private let configuration: EngineConfiguration

    /// A moment that is set by hand, and how long it took to get there.
    final class Clock: Sendable {
        private let state = Mutex((now: EngineBench.start, elapsed: SuspendingClock.now))
        var moment: Timestamp { state.withLock { $0.now } }
        var elapsed: SuspendingClock.Instant { state.withLock { $0.elapsed } }
        func advance(seconds: Int) {
            step(seconds: seconds)
            state.withLock { $0.elapsed += .seconds(seconds) }
        }
        func step(seconds: Int) { state.withLock { $0.now = $0.now.adding(seconds: seconds) } }
    }

    private init(
        _ directory: StateDirectory, _ configuration: EngineConfiguration, _ runner: FakeRunner, _ time: Clock
    ) async throws {
        self.directory = directory
        self.configuration = configuration
        self.runner = runner
        self.time = time
        store = try Store(directory, for: .engine)
        parameters = SealedParameterStore(directory: directory.path, now: { time.moment })
        service = try await EmbeddedService.engine(
            store: store, runner: runner, fleet: Self.fleet, configuration: configuration, keeping: nil,
            parameters: parameters)
    }

    /// Gives a test its bench and removes everything afterwards.
    static func with(
        _ change: (inout EngineConfiguration) -> Void = { _ in }, _ body: (EngineBench) async throws -> Void
    ) async throws {
        let path = FileManager.default.temporaryDirectory.path + "/flagdeck-engine-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let directory = StateDirectory(path: path)
        try directory.prepare()
        let time = Clock()
        var configuration = EngineConfiguration(owner: owner, now: { time.moment })
        configuration.elapsed = { time.elapsed }
        // What waits looks at the clock again and again, which is set by hand.
        configuration.pause = { _ in try? await nextLook() }
        configuration.announceDelay = .zero
        configuration.retryDelay = .milliseconds(1)
        configuration.launchCheck = .milliseconds(1)
        configuration.delivery.terms.bucketsDirectory = directory.bucketsPath
        configuration.delivery.holdDirectory = directory.deliveriesPath
        change(&configuration)
        let bench = try await EngineBench(directory, configuration, FakeRunner(), time)
        try await body(bench)
        await bench.close()
    }

    /// Ends the engine; twice does no harm.
    func close() async {
        await service.shutDown()
        store.close()
    }

    /// The next engine on the same files, as after a restart or a crash of this one.
    func restarted(prepare: (FakeRunner) -> Void = { _ in }) async throws -> EngineBench {
        await close()
        let next = FakeRunner(runner.disk)
        prepare(next)
        return try await EngineBench(directory, configuration, next, time)
    }

    /// Lets time pass.
    func advance(seconds: Int) { time.advance(seconds: seconds) }
    /// Sets the clock forward or back while no time passes.
    func stepClock(seconds: Int) { time.step(seconds: seconds) }

    // MARK: - Calls

    static func context(_ user: Int? = owner, request: String = "R-1") -> CallContext {
        CallContext(caller: Caller(name: "ann", userID: user), source: .library, requestID: request)
    }

    /// A run of a shell script on an instance.
    static func request(
        _ script: String = "true\n", on instances: [InstanceID] = ["i-a"], type: CommandType = .shell,
        _ change: (inout RunCommandRequest) -> Void = { _ in }
    ) -> RunCommandRequest {
        var request = RunCommandRequest(
            command: CommandDraft(type: type.rawValue, content: script),
            run: InvocationDraft(regionID: "local", instanceIDs: instances))
        change(&request)
        return request
    }

    func run(
        _ script: String = "true\n", on instances: [InstanceID] = ["i-a"], type: CommandType = .shell,
        _ change: (inout RunCommandRequest) -> Void = { _ in }
    ) async throws -> InvokeID {
        try await service.runCommand(Self.request(script, on: instances, type: type, change), Self.context()).invokeID
    }

    func run(_ change: (inout RunCommandRequest) -> Void) async throws -> InvokeID {
        try await run("true\n", change)
    }

    /// A command that is kept.
    func command(
        _ content: String, type: CommandType = .shell, parameters: Bool = true,
        _ change: (inout CommandDraft) -> Void = { _ in }
    ) async throws -> CommandID {
        var draft = CommandDraft(
            name: "kept", type: type.rawValue, content: content, contentEncoding: "PlainText",
            enablesParameters: parameters)
        change(&draft)
        return try await service.createCommand(
            CreateCommandRequest(regionID: "local", command: draft), Self.context()
        ).commandID
    }

    func invoke(
        _ command: CommandID, on instances: [InstanceID] = ["i-a"],
        _ change: (inout InvocationDraft) -> Void = { _ in }
    ) async throws -> InvokeID {
        var run = InvocationDraft(regionID: "local", instanceIDs: instances)
        change(&run)
        let request = InvokeCommandRequest(commandID: command, run: run)
        return try await service.invokeCommand(request, Self.context()).invokeID
    }

    func stop(_ id: InvokeID, on instances: [InstanceID] = []) async throws {
        _ = try await service.stopInvocation(
            StopInvocationRequest(regionID: "local", invokeID: id, instanceIDs: instances), Self.context())
    }

    /// Sets a stored parameter, which is secret unless its name begins with `plain`.
    func set(
        _ name: String, _ value: String, in region: RegionID = "local", allowed: [String]? = nil
    ) async throws {
        let reference = StoredReference(name: name, isSecret: !name.hasPrefix("plain"))
        let change = ParameterChange(
            regionID: region, reference: reference, value: Array(value.utf8), allowed: allowed)
        _ = try await parameters.set(change) { _ in }
    }

    // MARK: - Looking

    func invocation(_ id: InvokeID) async throws -> Invocation { try #require(try await store.invocation(id)) }

    func result(_ id: InvokeID, _ instance: InstanceID = "i-a") async throws -> InvocationResult {
        try #require(try await invocation(id).results.first { $0.instanceID == instance })
    }

    /// The invocation when all its results are final.
    func ended(_ id: InvokeID) async throws -> Invocation {
        try await eventually("\(id) has ended") { try await self.invocation(id).results.allSatisfy(\.state.isFinal) }
        return try await invocation(id)
    }

    func reaches(_ state: InvocationState, _ id: InvokeID, _ instance: InstanceID = "i-a") async throws {
        try await eventually("\(id) on \(instance) is \(state)") { try await self.result(id, instance).state == state }
    }

    func auditLines() async throws -> [AuditLine] { try await store.auditLines(limit: 1000) }

    /// Leaves the database no room to grow, or gives it back.
    func setFull(_ isFull: Bool) async throws {
        try await store.commit { db in
            let count = isFull ? try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0 : 1_000_000
            _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(count)")
        }
    }
}

func key(_ invoke: InvokeID, _ instance: InstanceID = "i-a") -> AttemptKey {
    AttemptKey(invokeID: invoke, instanceID: instance)
}

/// The error that a call is refused with, nil when it is not.
func refusal(_ work: () async throws -> Void) async -> APIError? {
    do {
        try await work()
        return nil
    } catch let error as APIError {
        return error
    } catch {
        Issue.record("\(error) is no API error")
        return nil
    }
}

/// Its code.
func code(_ work: () async throws -> Void) async -> APIErrorCode? { await refusal(work)?.code.known }
