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
    /// Nil in a reader.
    let deliveries: Deliveries?
    let runner: (any Runner)?
    let parameterStore: (any ParameterStore)?
    private let values: StoredValues
    let tokensInFlight = TokensInFlight()
    let pageKey = PageKey()
    private let sweeper: Sweeper?
    /// Process id of the engine when this is a reader beside it.
    public let engineProcess: Int?
    /// The right to be the engine, held as long as the service lives.
    private let lock: EngineLock?

    /// The engine: takes up what an earlier one left open and then serves calls. It keeps the directory's lock. Without
    /// a store of parameters, scripts may not ask for any.
    public static func engine(
        store: Store, runner: any Runner, fleet: Fleet, configuration: EngineConfiguration, keeping lock: EngineLock?,
        parameters: (any ParameterStore)? = nil,
        log: Logger = Logger(label: "flagdeck.engine", factory: { _ in SwiftLogNoOpLogHandler() })
    ) async throws(APIError) -> EmbeddedService {
        let feed = ChangeFeed()
        let values = StoredValues(parameters, log)
        let dispatcher = Dispatcher(
            store: store, runner: runner, feed: feed, configuration: configuration, log: log, values: values)
        let deliveries = Deliveries(
            store: store, runner: runner, feed: feed, values: values, configuration: configuration, log: log)
        await dispatcher.deliver(through: deliveries)
        let inventory = Inventory(fleet, store: store)
        let scheduler = Scheduler(
            store: store, dispatcher: dispatcher, inventory: inventory, runner: runner,
            configuration: configuration, log: log)
        let service = EmbeddedService(
            store, inventory, configuration, feed, (dispatcher, scheduler, deliveries, runner), engineProcess: nil,
            lock, parameters, values)
        try await inventory.load()
        try await stored { () async throws(StoreError) in try await deliveries.start() }
        await dispatcher.start { runs in await scheduler.wait(for: runs) }
        try await service.takeUpWhatIsOpen()
        let runs = try await stored { () async throws(StoreError) in try await store.scheduledRuns() }
        await scheduler.wait(for: runs)
        try await service.takeUpFiles()
        await service.sweeper?.start()
        return service
    }

    /// A reader beside the engine of process `engineProcess`: answers questions and refuses everything else.
    public static func reader(
        store: Store, fleet: Fleet, configuration: EngineConfiguration, engineProcess: Int,
        parameters: (any ParameterStore)? = nil
    ) async throws(APIError) -> EmbeddedService {
        let values = StoredValues(nil, Logger(label: "flagdeck.reader", factory: { _ in SwiftLogNoOpLogHandler() }))
        let service = EmbeddedService(
            store, Inventory(fleet, store: store), configuration, ChangeFeed(), nil, engineProcess: engineProcess, nil,
            parameters, values)
        try await service.inventory.load()
        return service
    }

    private init(
        _ store: Store, _ inventory: Inventory, _ configuration: EngineConfiguration, _ feed: ChangeFeed,
        _ engine: (dispatcher: Dispatcher, scheduler: Scheduler, deliveries: Deliveries, runner: any Runner)?,
        engineProcess: Int?, _ lock: EngineLock?, _ parameters: (any ParameterStore)?, _ values: StoredValues
    ) {
        self.store = store
        self.configuration = configuration
        self.inventory = inventory
        dispatcher = engine?.dispatcher
        scheduler = engine?.scheduler
        deliveries = engine?.deliveries
        runner = engine?.runner
        courier = engine.map { engine in
            Courier(store: store, runner: engine.runner, configuration: configuration, log: engine.dispatcher.log)
        }
        self.engineProcess = engineProcess
        self.feed = feed
        self.lock = lock
        parameterStore = parameters
        self.values = values
        sweeper = engine.map { Sweeper(store, $0.runner, configuration) }
    }

    /// What changes from now on.
    public func changes() -> AsyncStream<Change> { feed.stream() }

    /// Returns when every accepted attempt has been launched or has ended: from then on this process is not needed
    /// for anything to run.
    public func waitUntilLaunched() async { await dispatcher?.waitUntilLaunched() }

    /// Waits until every output that is due is delivered or cannot be, but not longer than `limit`; answers how many
    /// are left. The next engine goes on with those.
    public func waitUntilDelivered(atMost limit: Duration) async -> Int {
        await deliveries?.waitUntilDone(atMost: limit) ?? 0
    }

    /// Ends the streams of changes. Scripts go on; deliveries that are under way are begun anew by the next engine.
    public func shutDown() async {
        feed.finish()
        await scheduler?.shutDown()
        await sweeper?.stop()
        deliveries?.shutDown()
        await dispatcher?.shutDown()
        await courier?.shutDown()
        runner?.close()
    }

    /// The last bytes of an attempt's output so far and how many there were in all: of the running script, of the
    /// kept full text, or of the record.
    public func output(of result: InvocationResult, limit: Int) -> (bytes: [UInt8], total: Int64) {
        let kept = result.droppedBytes + Int64(result.output.count)
        if let runner, !result.state.isFinal || spool(of: result.key) != nil {
            let live = liveOutput(result.key, limit, runner)
            if !live.bytes.isEmpty { return (live.bytes, max(live.total, kept)) }
        }
        return (Array(result.output.suffix(limit)), kept)
    }

    /// What has been written so far, without secrets: also not the beginning or the end of one at the borders.
    private func liveOutput(_ key: AttemptKey, _ limit: Int, _ runner: any Runner) -> (bytes: [UInt8], total: Int64) {
        guard let concealment = values.concealment(of: key) else { return runner.liveOutput(key, limit: limit) }
        var live = runner.liveOutput(key, limit: limit + concealment.longest)
        let isWhole = live.total == Int64(live.bytes.count)
        concealment.conceal(&live.bytes, isBeginning: isWhole, isEnd: false)
        return (Array(live.bytes.suffix(limit)), live.total)
    }

    /// Path of the full text of an output that is longer than what the API keeps. That of a script with secrets can be
    /// read only when they have been taken out of it, a moment after its end.
    public func spool(of key: AttemptKey) -> String? {
        values.concealment(of: key) == nil ? runner?.spool(key) : nil
    }

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
        // What ended just before an earlier engine did is known to the runner only.
        for key in Set(records.map(\.key)).union(runner?.known() ?? []) {
            let id = key.invokeID
            if invocations[id] == nil {
                invocations[id] = try await stored { () async throws(StoreError) in try await store.invocation(id) }
            }
            guard let invocation = invocations[id] else { continue }
            values.expect(key, Script.storedReferences(in: invocation.command), in: invocation.regionID)
        }
        for record in records {
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
