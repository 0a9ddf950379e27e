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
    /// Nil in a reader.
    let deliveries: Deliveries?
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
        let deliveries = Deliveries(store: store, runner: runner, feed: feed, configuration: configuration, log: log)
        await dispatcher.deliver(through: deliveries)
        let service = EmbeddedService(
            store, fleet, configuration, feed, dispatcher, runner, deliveries, engineProcess: nil, lock)
        try await service.inventory.load()
        try await stored { () async throws(StoreError) in try await deliveries.start() }
        await dispatcher.start()
        try await service.takeUpWhatIsOpen()
        return service
    }

    /// A reader beside the engine of process `engineProcess`: answers questions and refuses everything else.
    public static func reader(store: Store, fleet: Fleet, configuration: EngineConfiguration, engineProcess: Int)
        async throws(APIError) -> EmbeddedService
    {
        let service = EmbeddedService(
            store, fleet, configuration, ChangeFeed(), nil, nil, nil, engineProcess: engineProcess, nil)
        try await service.inventory.load()
        return service
    }

    private init(
        _ store: Store, _ fleet: Fleet, _ configuration: EngineConfiguration, _ feed: ChangeFeed,
        _ dispatcher: Dispatcher?, _ runner: (any Runner)?, _ deliveries: Deliveries?, engineProcess: Int?,
        _ lock: EngineLock?
    ) {
        self.store = store
        self.configuration = configuration
        self.inventory = Inventory(fleet, store: store)
        self.dispatcher = dispatcher
        self.deliveries = deliveries
        self.runner = runner
        self.engineProcess = engineProcess
        self.feed = feed
        self.lock = lock
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
        deliveries?.shutDown()
        await dispatcher?.shutDown()
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

    private func takeUpWhatIsOpen() async throws(APIError) {
        let records = try await stored { () async throws(StoreError) in try await store.openResults() }
        var invocations: [InvokeID: Invocation] = [:]
        var left: [LeftAttempt] = []
        let fleet = await inventory.fleet
        for record in records {
            if invocations[record.invokeID] == nil {
                invocations[record.invokeID] = try await stored { () async throws(StoreError) in
                    try await store.invocation(record.invokeID)
                }
            }
            let order = Plan.order(for: record, of: invocations[record.invokeID], in: fleet)
            left.append(LeftAttempt(record: record, order: order))
        }
        await dispatcher?.takeUp(left)
    }
}
