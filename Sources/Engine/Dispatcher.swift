import CloudAssistant
import Logging
import Runners
import Store

/// Carries durable attempts to the runner and records what came of them.
///
/// Everything it holds can be lost at any moment: `takeUp` finds it again from the store and the runner. What happens to
/// a record is decided by `Lifecycle` in the store's transaction, so that no order of events here can undo an end.
actor Dispatcher {
    let store: Store
    let runner: any Runner
    let feed: ChangeFeed
    let configuration: EngineConfiguration
    let log: Logger
    let forbidder: Forbidder
    let values: StoredValues
    /// Told of every end as soon as it is durable.
    private(set) var deliveries: Deliveries?

    /// Attempts whose end is not durable yet.
    var attempts: [AttemptKey: DispatchedAttempt] = [:]
    /// Stops of attempts that are durable and have not been submitted yet.
    var earlyStops: Set<AttemptKey> = []
    /// Orders in the sequence of their acceptance; those of attempts that are no longer queued are passed over.
    private var queue = Queue<AttemptOrder>()
    /// Attempts that hold one of the places to run.
    private var inFlight: Set<AttemptKey> = []
    /// Attempts that run and whose record may still say pending, with the moment of their start.
    private var unannounced: [AttemptKey: Timestamp] = [:]
    private var isAnnouncing = false
    var isWatchingLaunches = false
    var isWatchingSilence = false

    /// What happened and is not recorded yet, in order.
    var news: [News] = []
    var isRecording = false
    /// True while the store cannot record.
    var isStruggling = false
    var isOver = false
    private var waiters: [CheckedContinuation<Void, Never>] = []
    /// How much news there was so far, and how much of it is recorded.
    var noted = 0
    var recorded = 0
    /// Those that wait until so much is recorded.
    var recordWaiters: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    private var endings: Task<Void, Never>?
    /// Whoever waits for the times of timed runs.
    var onScheduled: @Sendable ([ScheduledRun]) async -> Void = { _ in }

    init(
        store: Store, runner: any Runner, feed: ChangeFeed, configuration: EngineConfiguration, log: Logger,
        values: StoredValues
    ) {
        self.store = store
        self.runner = runner
        self.feed = feed
        self.configuration = configuration
        self.log = log
        forbidder = Forbidder(runner)
        self.values = values
    }

    /// Has outputs delivered from now on.
    func deliver(through deliveries: Deliveries) { self.deliveries = deliveries }

    /// Starts to listen to the runner; `onScheduled` is told of the runs to come.
    func start(onScheduled: @escaping @Sendable ([ScheduledRun]) async -> Void) {
        self.onScheduled = onScheduled
        guard endings == nil else { return }
        let stream = runner.endings
        endings = Task { [weak self] in
            for await (key, result) in stream { await self?.ended(key, result) }
        }
    }

    /// Lets go of the runner and of everybody who waits. What is being recorded still is, if the store can.
    func shutDown() {
        isOver = true
        endings?.cancel()
        wakeIfLaunched()
    }

    // MARK: - From acceptance to the script

    /// Takes over attempts whose intent is durable.
    func submit(_ orders: [AttemptOrder]) {
        for order in orders {
            attempts[order.key] = DispatchedAttempt(stage: .queued, timeoutSeconds: order.timeoutSeconds)
            queue.append(order)
            if earlyStops.remove(order.key) != nil {
                attempts[order.key]?.isToStop = true
                forbid(order.key, as: .forbidden)
            }
        }
        pump()
    }

    func enqueue(_ order: AttemptOrder) { queue.append(order) }

    /// Hands orders to the runner while there are free places.
    func pump() {
        while !isOver, inFlight.count < configuration.concurrency, let order = queue.popFirst() {
            guard let attempt = attempts[order.key], attempt.stage == .queued, attempt.isWanted else { continue }
            attempts[order.key]?.stage = .launching
            inFlight.insert(order.key)
            Task { await launch(order) }
        }
        wakeIfLaunched()
    }

    private func launch(_ order: AttemptOrder) async {
        let key = order.key
        // A stop may have come before this task.
        guard let attempt = attempts[key], attempt.stage == .launching, attempt.isWanted else { return }
        let filled: AttemptOrder
        switch values.filled(order) {
        case .success(let order): filled = order
        case .failure(let rejection):
            forbid(key, as: .rejected(rejection))
            return
        }
        attempts[key]?.askedToLaunch = configuration.elapsed()
        watchLaunches()
        let outcome: Result<Launch, RunnerError>
        do throws(RunnerError) {
            outcome = .success(try await runner.launch(filled))
        } catch {
            outcome = .failure(error)
        }
        attempts[key]?.askedToLaunch = nil
        // Its end, or a stop that forbade it, may have been quicker than the answer.
        guard attempts[key]?.stage == .launching else {
            letGo(key)
            return wakeIfLaunched()
        }
        switch outcome {
        case .success(.claimed): runs(key)
        case .success(.alreadyClaimed): adopt(key)
        case .failure(let error): launchFailed(key, error)
        }
        wakeIfLaunched()
    }

    /// A launch that failed may still have reached a supervisor, whose answer was lost, and so may one of an earlier
    /// engine: only what is forbidden is over.
    private func launchFailed(_ key: AttemptKey, _ error: RunnerError) {
        log.error("launch failed", metadata: ["attempt": "\(key)", "error": "\(error.detail)"])
        // A runner that was closed under it says nothing about the attempt: the next engine finds out.
        guard !isOver, error != .closed else { return }
        forbid(key, as: .rejected(Rejection(code: .executionException, detail: error.detail)))
    }

    /// Notes that an attempt runs under a supervisor that the runner watches.
    func runs(_ key: AttemptKey) {
        attempts[key]?.stage = .running
        attempts[key]?.heardOf = configuration.elapsed()
        watchSilence()
        inFlight.insert(key)
        unannounced[key] = configuration.now()
        if attempts[key]?.isToStop == true { runner.stop(key) }
        announceSoon()
    }

    /// Watches an attempt that somebody else has claimed. One that is forbidden has nobody who would tell of its end.
    func adopt(_ key: AttemptKey) {
        switch runner.observe(key) {
        case .unclaimed: forbid(key, as: .rejected(Rejection(code: .deliveryTimeout)))
        case .unknown: adoptLater(key)
        case .running, .ended:
            runs(key)
            runner.adopt(key)
        }
    }

    private func adoptLater(_ key: AttemptKey) {
        leaveUndecided(key)
        Task {
            try? await Task.sleep(for: configuration.retryDelay)
            guard !isOver, let stage = attempts[key]?.stage, !stage.isLaunched else { return }
            attempts[key]?.isUndecided = false
            adopt(key)
        }
    }

    /// Nobody waits for what cannot be told: it is looked at again, by the next engine if need be.
    func leaveUndecided(_ key: AttemptKey) {
        attempts[key]?.isUndecided = true
        wakeIfLaunched()
    }

    /// Scripts that end at once are recorded once; only those still running a moment later are announced.
    private func announceSoon() {
        guard !isAnnouncing, !unannounced.isEmpty else { return }
        isAnnouncing = true
        Task {
            try? await Task.sleep(for: configuration.announceDelay)
            announce()
        }
    }

    private func announce() {
        isAnnouncing = false
        for (key, started) in unannounced { note(News(key: key, event: .launched, time: started)) }
        unannounced = [:]
        wakeIfLaunched()
    }

    // MARK: - The end

    private func ended(_ key: AttemptKey, _ result: AttemptResult) {
        // One that is unknown here was recorded before.
        guard attempts[key] != nil else { return release(key) }
        end(key, .ended(result))
    }

    /// Gives the attempt's place to another and has its end recorded. Only the first end counts.
    func end(_ key: AttemptKey, _ event: Lifecycle.Event) {
        guard let attempt = attempts[key], attempt.stage != .ended else { return }
        attempts[key]?.stage = .ended
        inFlight.remove(key)
        unannounced[key] = nil
        var event = event
        if case .ended(let result) = event { event = .ended(values.concealed(result, of: key)) }
        note(News(key: key, event: event, time: configuration.now()))
        pump()
    }

    // MARK: - Waiting

    /// Returns when every attempt has been launched and announced or has ended, or when it is over.
    func waitUntilLaunched() async {
        guard !isLaunched else { return }
        await withCheckedContinuation { waiters.append($0) }
    }

    private var isLaunched: Bool {
        if isOver { return true }
        guard unannounced.isEmpty, !isRecording || isStruggling else { return false }
        return attempts.values.allSatisfy(\.isLaunched)
    }

    func wakeIfLaunched() {
        guard !waiters.isEmpty, isLaunched else { return }
        for waiter in waiters { waiter.resume() }
        waiters = []
    }
}
