import CloudAssistant
import Foundation
import Runners
import SealedParameters
import Store
import TestSupport
import Testing

@testable import Engine

/// An engine with real scripts on this machine: `i-1` to `i-4` are all this machine.
struct RealBench: Sendable {
    let directory: StateDirectory
    let service: EmbeddedService
    let store: Store
    let parameters: SealedParameterStore
    /// A place for scripts to work in.
    let work: String
    private let configuration: EngineConfiguration

    private init(_ path: String, _ configuration: EngineConfiguration) async throws {
        directory = StateDirectory(path: path + "/state")
        work = path + "/work"
        self.configuration = configuration
        try directory.prepare()
        store = try Store(directory, for: .engine)
        let instances = (1...4).map { Instance(id: InstanceID("i-\($0)"), name: "this \($0)", regionID: "local") }
        parameters = SealedParameterStore(directory: directory.path, now: { Self.now() })
        service = try await EmbeddedService.engine(
            store: store,
            runner: LocalRunner(attempts: directory.attemptsPath, program: BuiltProgram.path("flagdeck-run")),
            fleet: Fleet(regions: [.local], instances: instances), configuration: configuration, keeping: nil,
            parameters: parameters)
    }

    static func with(
        _ change: (inout EngineConfiguration) -> Void = { _ in }, concurrency: Int = 16,
        _ body: (RealBench) async throws -> Void
    ) async throws {
        let path = FileManager.default.temporaryDirectory.path + "/flagdeck-real-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try FileManager.default.createDirectory(atPath: path + "/work", withIntermediateDirectories: true)
        var configuration = EngineConfiguration(owner: Int(geteuid()), now: { Self.now() })
        configuration.concurrency = concurrency
        configuration.delivery.holdDirectory = path + "/state/deliveries"
        change(&configuration)
        let bench = try await RealBench(path, configuration)
        try await body(bench)
        await bench.close()
    }

    /// The next engine on the same directory.
    func restarted() async throws -> RealBench {
        await close()
        return try await RealBench(String(work.dropLast("/work".count)), configuration)
    }

    func close() async {
        await service.shutDown()
        store.close()
    }

    func run(
        _ script: String, on instances: [InstanceID] = ["i-1"], _ change: (inout RunCommandRequest) -> Void = { _ in }
    ) async throws -> InvokeID {
        var request = RunCommandRequest(
            command: CommandDraft(type: "RunShellScript", content: script),
            run: InvocationDraft(regionID: "local", instanceIDs: instances))
        request.run.workingDirectory = work
        change(&request)
        return try await service.runCommand(request, context).invokeID
    }

    func stop(_ id: InvokeID) async throws {
        _ = try await service.stopInvocation(.init(regionID: "local", invokeID: id), context)
    }

    func results(_ id: InvokeID) async throws -> [InvocationResult] {
        try #require(try await store.invocation(id)).results
    }

    func ended(_ id: InvokeID) async throws -> [InvocationResult] {
        try await eventually("\(id) has ended", within: 60) { try await self.results(id).allSatisfy(\.state.isFinal) }
        return try await results(id)
    }

    func reaches(_ state: InvocationState, _ id: InvokeID) async throws {
        try await eventually("\(id) is \(state)", within: 60) {
            try await self.results(id).contains { $0.state == state }
        }
    }

    /// The lines that scripts left in a file of the working directory.
    func lines(_ name: String) -> [String] {
        let text = (try? String(contentsOfFile: "\(work)/\(name)", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").map(String.init)
    }

    func make(_ name: String) { _ = FileManager.default.createFile(atPath: "\(work)/\(name)", contents: nil) }

    /// The process that supervises an attempt, as its claim says.
    func supervisor(of id: InvokeID) throws -> pid_t {
        let claim = "\(directory.attemptsPath)/\(id).i-1.1"
        let text = try String(contentsOfFile: claim, encoding: .utf8)
        return try #require(text.split(separator: " ").first.flatMap { pid_t($0) })
    }

    var context: CallContext {
        CallContext(caller: Caller(name: "test", userID: Int(geteuid())), source: .library, requestID: "R")
    }

    private static func now() -> Timestamp {
        Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
    }
}
