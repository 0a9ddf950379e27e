import CloudAssistant
import Logging
import Runners
import Store

/// Carries durable attempts to the runner and records what came of them.
///
/// Everything it holds can be lost at any moment: `reconcile` finds it again from the store and the runner.
actor Dispatcher {
    private let store: Store
    private let runner: any Runner
    private let feed: ChangeFeed
    private let configuration: EngineConfiguration
    private let log: Logger

    /// Attempts that have not ended, as they stand in the store.
    private var open: [AttemptKey: InvocationResult] = [:]
    /// Attempts that wait for a free place, in the order of their acceptance.
    private var queue = Queue<AttemptOrder>()
    private var inFlight: Set<AttemptKey> = []
    /// Attempts that run and whose record still says pending.
    private var unannounced: [AttemptKey: Timestamp] = [:]
    private var isAnnouncing = false
    private var idleWaiters: [CheckedContinuation<Void, Never>] = []
    private var endings: Task<Void, Never>?

    init(
        store: Store, runner: any Runner, feed: ChangeFeed, configuration: EngineConfiguration, log: Logger
    ) {
        self.store = store
        self.runner = runner
        self.feed = feed
        self.configuration = configuration
        self.log = log
    }

    /// Starts to listen to the runner.
    func start() {
        guard endings == nil else { return }
        let stream = runner.endings
        endings = Task { [weak self] in
            for await (key, result) in stream { await self?.ended(key, result) }
        }
    }

    func stopListening() { endings?.cancel() }

    // MARK: - What runs

    /// Takes over attempts whose intent is durable.
    func submit(_ orders: [(AttemptOrder, InvocationResult)]) {
        for (order, result) in orders {
            open[order.key] = result
            queue.append(order)
        }
        pump()
    }

    /// Returns when nothing waits to be launched any more.
    func waitUntilLaunched() async {
        guard !isLaunched else { return }
        await withCheckedContinuation { idleWaiters.append($0) }
    }

    private var launching = 0
    private var isLaunched: Bool { queue.isEmpty && launching == 0 && unannounced.isEmpty && !isAnnouncing }

    private func wakeIfLaunched() {
        guard isLaunched else { return }
        for waiter in idleWaiters { waiter.resume() }
        idleWaiters = []
    }

    private func pump() {
        while inFlight.count < configuration.concurrency, let order = queue.popFirst() {
            // A stop may have ended it while it waited.
            guard let record = open[order.key], record.state == .pending, record.stopped == nil else { continue }
            inFlight.insert(order.key)
            launching += 1
            Task { await launch(order) }
        }
        wakeIfLaunched()
    }

    private func launch(_ order: AttemptOrder) async {
        defer {
            launching -= 1
            wakeIfLaunched()
        }
        do {
            switch try await runner.launch(order) {
            case .claimed:
                if open[order.key] != nil { unannounced[order.key] = configuration.now() }
                if open[order.key]?.stopped != nil { runner.stop(order.key) }
                announceSoon()
            case .alreadyClaimed:
                runner.adopt(order.key)
            }
        } catch .closed {
            // We are on our way out: the next engine takes the attempt up.
        } catch {
            log.error("launch failed", metadata: ["attempt": "\(order.key)", "error": "\(error)"])
            await reject(order.key, .executionException, detail: "\(error)")
        }
    }

    /// Scripts that end at once are recorded once; only those still running a moment later are announced.
    private func announceSoon() {
        guard !isAnnouncing, !unannounced.isEmpty else { return }
        isAnnouncing = true
        Task {
            try? await Task.sleep(for: .milliseconds(50))
            await announce()
        }
    }

    private func announce() async {
        let running = unannounced
        unannounced = [:]
        var changed: [InvocationResult] = []
        for (key, started) in running {
            guard let record = open[key], let next = Lifecycle.apply(.launched, to: record, at: started) else {
                continue
            }
            open[key] = next.result
            changed.append(next.result)
        }
        await write(changed)
        isAnnouncing = false
        announceSoon()
        wakeIfLaunched()
    }

    private func ended(_ key: AttemptKey, _ result: AttemptResult) {
        inFlight.remove(key)
        unannounced[key] = nil
        pump()
        guard let record = open[key],
            let next = Lifecycle.apply(.ended(result), to: record, at: configuration.now())
        else {
            runner.forget(key)
            return
        }
        Task { await finish(key, next.result) }
    }

    private func reject(_ key: AttemptKey, _ code: ResultErrorCode, detail: String = "") async {
        inFlight.remove(key)
        let info = detail.isEmpty ? code.entry.info : "\(code.entry.info) (\(detail))"
        guard let record = open[key],
            let next = Lifecycle.apply(.rejected(code, info: info), to: record, at: configuration.now())
        else { return }
        await finish(key, next.result)
        pump()
    }

    /// Records an end and only then lets go of what the runner keeps for the attempt.
    private func finish(_ key: AttemptKey, _ record: InvocationResult) async {
        await write([record])
        open[key] = nil
        runner.forget(key)
        wakeIfLaunched()
    }

    /// Writes records, again and again while the store cannot: what ran must not be forgotten because a disk is full.
    private func write(_ records: [InvocationResult]) async {
        guard !records.isEmpty else { return }
        while true {
            do {
                for record in try await store.update(records) { feed.send(.result(record.key, record.state)) }
                return
            } catch {
                log.error("recording failed", metadata: ["error": "\(error)", "records": "\(records.count)"])
                do { try await Task.sleep(for: .seconds(1)) } catch { return }
            }
        }
    }

    // MARK: - Stop

    /// Stops what is open of an invocation, on some instances or on all (nil). The intent is durable on return.
    func stop(_ invokeID: InvokeID, on instances: Set<InstanceID>?, audit: AuditLine) async throws(StoreError) {
        var changed: [(InvocationResult, Lifecycle.Action?)] = []
        for (key, record) in open where key.invokeID == invokeID && instances?.contains(key.instanceID) != false {
            guard let next = Lifecycle.apply(.stopRequested, to: record, at: configuration.now()) else { continue }
            // What runs but was not announced yet is running all the same.
            changed.append((next.result, next.action))
            open[key] = next.result
        }
        let written = try await store.update(changed.map(\.0), audit: audit)
        for record in written { feed.send(.result(record.key, record.state)) }
        for (record, action) in changed {
            switch action {
            case .forbid: await forbid(record.key)
            case .stop: runner.stop(record.key)
            case nil: break
            }
        }
    }

    private func forbid(_ key: AttemptKey) async {
        do {
            guard try runner.forbid(key) else {
                runner.stop(key)
                return
            }
        } catch {
            log.error("forbidding failed", metadata: ["attempt": "\(key)", "error": "\(error)"])
            return
        }
        inFlight.remove(key)
        guard let record = open[key], let next = Lifecycle.apply(.forbidden, to: record, at: configuration.now())
        else { return }
        await finish(key, next.result)
        pump()
    }

    // MARK: - After a start

    /// Takes up every attempt that an earlier engine left open.
    func reconcile(_ left: [(record: InvocationResult, order: Result<AttemptOrder, Rejection>)]) async {
        for (record, order) in left {
            let key = record.key
            open[key] = record
            switch runner.observe(key) {
            case .ended(let result): ended(key, result)
            case .running:
                inFlight.insert(key)
                runner.adopt(key)
                if record.state == .pending { unannounced[key] = configuration.now() }
                if record.stopped != nil { runner.stop(key) }
            case .unclaimed: await reconcileUnclaimed(record, order)
            }
        }
        announceSoon()
        pump()
        sweep()
    }

    private func reconcileUnclaimed(_ record: InvocationResult, _ order: Result<AttemptOrder, Rejection>) async {
        let key = record.key
        guard record.state == .pending else {
            // It ran once, and what it left is gone: it must never run again.
            let lost = AttemptResult(
                ending: .interrupted, started: record.started, finished: configuration.now(), output: [],
                totalBytes: 0)
            return ended(key, lost)
        }
        if record.stopped != nil { return await forbid(key) }
        if configuration.now().seconds(since: record.created) > configuration.deliverySeconds {
            return await abandon(key, Rejection(code: .deliveryTimeout))
        }
        switch order {
        case .success(let order): queue.append(order)
        case .failure(let rejection): await abandon(key, rejection)
        }
    }

    /// Ends an attempt that is not to start, unless a launcher of an earlier engine was quicker.
    private func abandon(_ key: AttemptKey, _ rejection: Rejection) async {
        guard (try? runner.forbid(key)) == true else {
            inFlight.insert(key)
            runner.adopt(key)
            return
        }
        await reject(key, rejection.code, detail: rejection.detail)
    }

    /// Removes what the runner keeps for attempts that were recorded just before an earlier engine died.
    private func sweep() {
        for key in runner.known() where open[key] == nil { runner.forget(key) }
    }
}

/// Why an attempt is not sent.
struct Rejection: Error {
    let code: ResultErrorCode
    var detail = ""
}
