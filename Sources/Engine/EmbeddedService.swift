public import CloudAssistant
public import Logging
public import Runners
public import Store

/// The invocation service inside this process: the one engine of a state directory, or a reader beside it.
///
/// A call goes the way authorise, validate, resolve, plan, one durable transaction with its audit line, answer;
/// dispatching and recording go on behind it. Whatever is acknowledged survives the death of the process.
public final class EmbeddedService: InvocationService {
    let store: Store
    let configuration: EngineConfiguration
    let feed: ChangeFeed
    let inventory: Inventory
    let dispatcher: Dispatcher?
    let scheduler: Scheduler?
    let courier: Courier?
    let runner: (any Runner)?
    let tokensInFlight = TokensInFlight()
    /// Process id of the engine when this is a reader beside it.
    public let engineProcess: Int?
    /// The right to be the engine, held as long as the service lives.
    private let lock: EngineLock?

    /// The engine: takes up what an earlier one left open and then serves calls. It keeps the directory's lock.
    public static func engine(
        store: Store, runner: any Runner, fleet: Fleet, configuration: EngineConfiguration, keeping lock: EngineLock?,
        log: Logger = Logger(label: "flagdeck.engine", factory: { _ in SwiftLogNoOpLogHandler() })
    ) async throws(APIError) -> EmbeddedService {
        let feed = ChangeFeed()
        let dispatcher = Dispatcher(
            store: store, runner: runner, feed: feed, configuration: configuration, log: log)
        let inventory = Inventory(fleet, store: store)
        let scheduler = Scheduler(
            store: store, dispatcher: dispatcher, inventory: inventory, runner: runner,
            configuration: configuration, log: log)
        let service = EmbeddedService(
            store, inventory, configuration, feed, (dispatcher, scheduler, runner), engineProcess: nil, lock)
        try await inventory.load()
        await dispatcher.start { runs in await scheduler.wait(for: runs) }
        try await service.takeUpWhatIsOpen()
        let runs = try await stored { () async throws(StoreError) in try await store.scheduledRuns() }
        await scheduler.wait(for: runs)
        try await service.takeUpFiles()
        return service
    }

    /// A reader beside the engine of process `engineProcess`: answers questions and refuses everything else.
    public static func reader(store: Store, fleet: Fleet, configuration: EngineConfiguration, engineProcess: Int)
        async throws(APIError) -> EmbeddedService
    {
        let service = EmbeddedService(
            store, Inventory(fleet, store: store), configuration, ChangeFeed(), nil, engineProcess: engineProcess, nil)
        try await service.inventory.load()
        return service
    }

    private init(
        _ store: Store, _ inventory: Inventory, _ configuration: EngineConfiguration, _ feed: ChangeFeed,
        _ engine: (dispatcher: Dispatcher, scheduler: Scheduler, runner: any Runner)?, engineProcess: Int?,
        _ lock: EngineLock?
    ) {
        self.store = store
        self.configuration = configuration
        self.inventory = inventory
        dispatcher = engine?.dispatcher
        scheduler = engine?.scheduler
        runner = engine?.runner
        courier = engine.map { engine in
            Courier(store: store, runner: engine.runner, configuration: configuration, log: engine.dispatcher.log)
        }
        self.engineProcess = engineProcess
        self.feed = feed
        self.lock = lock
    }

    /// What changes from now on.
    public func changes() -> AsyncStream<Change> { feed.stream() }

    /// Returns when every accepted attempt has been launched or has ended: from then on this process is not needed
    /// for anything to run.
    public func waitUntilLaunched() async { await dispatcher?.waitUntilLaunched() }

    /// Ends the streams of changes. Scripts go on.
    public func shutDown() async {
        feed.finish()
        await scheduler?.shutDown()
        await dispatcher?.shutDown()
        await courier?.shutDown()
        runner?.close()
    }

    /// The last bytes of an attempt's output so far and how many there were in all: of the running script, of the
    /// kept full text, or of the record.
    public func output(of result: InvocationResult, limit: Int) -> (bytes: [UInt8], total: Int64) {
        let kept = result.droppedBytes + Int64(result.output.count)
        if let runner, !result.state.isFinal || runner.spool(result.key) != nil {
            let live = runner.liveOutput(result.key, limit: limit)
            if !live.bytes.isEmpty { return (live.bytes, max(live.total, kept)) }
        }
        return (Array(result.output.suffix(limit)), kept)
    }

    /// Path of the full text of an output that is longer than what the API keeps.
    public func spool(of key: AttemptKey) -> String? { runner?.spool(key) }

    private func takeUpFiles() async throws(APIError) {
        let files = try await stored { () async throws(StoreError) in try await store.openFiles() }
        await courier?.takeUp(files, in: await inventory.fleet)
    }

    private func takeUpWhatIsOpen() async throws(APIError) {
        let now = configuration.now()
        let records = try await stored { () async throws(StoreError) in try await store.openResults(at: now) }
        var invocations: [InvokeID: Invocation] = [:]
        var left: [LeftAttempt] = []
        let fleet = await inventory.fleet
        for record in records {
            if invocations[record.invokeID] == nil {
                invocations[record.invokeID] = try await stored { () async throws(StoreError) in
                    try await store.invocation(record.invokeID)
                }
            }
            let invocation = invocations[record.invokeID]
            let order = Plan.order(for: record, of: invocation, in: fleet)
            let timetable = invocation.map {
                Plan.timetable(of: $0, on: record.instanceID, in: fleet, configuration)
            }
            left.append(
                LeftAttempt(
                    record: record, order: order, timetable: timetable ?? .once,
                    timeoutSeconds: invocation?.timeoutSeconds))
        }
        await dispatcher?.takeUp(left)
    }
}
