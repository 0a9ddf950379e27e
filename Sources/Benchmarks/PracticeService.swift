import CloudAssistant
import Engine
import Glibc
import PracticeFleet
import Store

/// The service on a real store, with instances and scripts that are simulated: what is measured is the service.
struct PracticeService {
    let store: Store
    let service: EmbeddedService
    let fleet: Fleet

    /// A service in a directory, whose fleet has so many instances in one region.
    init(_ directory: String, instances: Int, _ change: (inout EngineConfiguration) -> Void = { _ in }) async throws {
        let state = StateDirectory(path: directory)
        try state.prepare()
        store = try Store(state, for: .engine)
        var fleet = PracticeFleet(count: instances).fleet
        for place in fleet.instances.indices {
            fleet.instances[place].regionID = Self.region
            fleet.instances[place].osType = .linux
        }
        self.fleet = fleet
        var configuration = EngineConfiguration(owner: Int(geteuid()), now: { Clock.now() })
        change(&configuration)
        service = try await EmbeddedService.engine(
            store: store, runner: PracticeRunner(), fleet: fleet, configuration: configuration, keeping: nil)
    }

    static let region = PracticeFleet.firstRegion

    static let context = CallContext(
        caller: Caller(name: "bench", userID: Int(geteuid())), source: .library, requestID: "BENCH")

    /// A kept command.
    func command(_ script: String) async throws -> CommandID {
        let draft = CommandDraft(
            name: "bench", type: CommandType.shell.rawValue, content: script, contentEncoding: "PlainText")
        return try await service.createCommand(
            CreateCommandRequest(regionID: Self.region, command: draft), Self.context
        ).commandID
    }

    /// Runs a command on some instances.
    func invoke(_ command: CommandID, on instances: [InstanceID], _ change: (inout InvocationDraft) -> Void = { _ in })
        async throws -> InvokeID
    {
        var run = InvocationDraft(regionID: Self.region, instanceIDs: instances)
        change(&run)
        return try await service.invokeCommand(InvokeCommandRequest(commandID: command, run: run), Self.context)
            .invokeID
    }

    func close() async {
        await service.shutDown()
        store.close()
    }
}
