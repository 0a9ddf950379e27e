import CloudAssistant
import Delivery
import Logging
import Runners
import Store
import Synchronization

/// Puts the outputs of attempts that have ended where their invocations want them, a few at a time, beside everything
/// else.
///
/// That a delivery is due is durable together with the attempt's end, so nothing held here can get lost: the next engine
/// begins anew what was not done. A key belongs to one attempt only, so doing it twice changes nothing.
final class Deliveries: Sendable {
    private struct State {
        /// Invocations whose outputs are delivered.
        var delivering: Set<InvokeID> = []
        var queue = Queue<AttemptKey>()
        /// Those that wait or are under way.
        var due: Set<AttemptKey> = []
        /// Those of which secrets are taken out first.
        var secret: Set<AttemptKey> = []
        var tasks: [AttemptKey: Task<Void, Never>] = [:]
        var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
        var waiterNumber = 0
        var isOver = false
    }

    let buckets: Buckets
    private let store: Store
    private let runner: any Runner
    private let feed: ChangeFeed
    private let configuration: EngineConfiguration
    private let log: Logger
    private let values: StoredValues
    private let held: HeldOutputs?
    private let state = Mutex(State())

    init(
        store: Store, runner: any Runner, feed: ChangeFeed, values: StoredValues, configuration: EngineConfiguration,
        log: Logger
    ) {
        self.store = store
        self.values = values
        self.runner = runner
        self.feed = feed
        self.configuration = configuration
        self.log = log
        buckets = Buckets(configuration.delivery.terms, now: configuration.now)
        held = configuration.delivery.holdDirectory.map(HeldOutputs.init)
    }

    /// Takes up what an earlier engine left, before anything ends in this one.
    func start() async throws(StoreError) {
        let delivering = try await store.deliveringInvocations()
        let open = try await store.openDeliveries()
        held?.clear(except: Set(open))
        state.withLock { $0.delivering.formUnion(delivering) }
        enqueue(open)
    }

    /// Notes an invocation that was accepted, before anything of it can end.
    func expect(_ invocation: Invocation) {
        guard !invocation.ossOutputDelivery.isEmpty else { return }
        state.withLock { _ = $0.delivering.insert(invocation.id) }
    }

    /// Begins the deliveries of attempts whose end is durable; does nothing for others.
    func take(_ records: [InvocationResult]) {
        let due = state.withLock { state in
            state.delivering.isEmpty
                ? []
                : records.filter { $0.finished != nil && $0.started != nil && state.delivering.contains($0.invokeID) }
        }
        guard !due.isEmpty else { return }
        for record in due where record.droppedBytes > 0 {
            // What still has secrets in it must not be held: the runner takes them out before it puts it away.
            if values.concealment(of: record.key) == nil {
                hold(record.key)
            } else {
                state.withLock { _ = $0.secret.insert(record.key) }
            }
        }
        enqueue(due.map(\.key))
    }

    /// Waits until nothing is due any more, at most so long; answers how many are.
    func waitUntilDone(atMost limit: Duration) async -> Int {
        await withTaskGroup { group in
            group.addTask { await self.waitUntilDone() }
            group.addTask { try? await Task.sleep(for: limit) }
            await group.next()
            group.cancelAll()
        }
        return state.withLock { $0.due.count }
    }

    /// Ends what is under way without recording it.
    func shutDown() {
        let (tasks, waiters) = state.withLock { state in
            state.isOver = true
            defer { state.waiters = [:] }
            return (Array(state.tasks.values), Array(state.waiters.values))
        }
        for task in tasks { task.cancel() }
        for waiter in waiters { waiter.resume() }
    }

    // MARK: - One after the other

    private func hold(_ key: AttemptKey) {
        guard let held, let spool = runner.spool(key) else { return }
        held.keep(spool, of: key)
    }

    private func enqueue(_ keys: [AttemptKey]) {
        state.withLock { state in
            for key in keys where state.due.insert(key).inserted { state.queue.append(key) }
            pump(&state)
        }
    }

    /// Starts what has a free place.
    private func pump(_ state: inout State) {
        while !state.isOver, state.tasks.count < configuration.delivery.concurrency, let key = state.queue.popFirst() {
            state.tasks[key] = Task {
                await self.deliver(key)
                self.isDone(key)
            }
        }
    }

    private func isDone(_ key: AttemptKey) {
        let waiters = state.withLock { state in
            state.tasks[key] = nil
            guard !state.isOver else { return [CheckedContinuation<Void, Never>]() }
            state.due.remove(key)
            state.secret.remove(key)
            pump(&state)
            guard state.due.isEmpty else { return [] }
            defer { state.waiters = [:] }
            return Array(state.waiters.values)
        }
        for waiter in waiters { waiter.resume() }
    }

    private func waitUntilDone() async {
        let number = state.withLock { state in
            state.waiterNumber += 1
            return state.waiterNumber
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let waits = state.withLock { state in
                    guard !state.due.isEmpty, !state.isOver, !Task.isCancelled else { return false }
                    state.waiters[number] = continuation
                    return true
                }
                if !waits { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: number) }?.resume()
        }
    }

    private var isOver: Bool { state.withLock { $0.isOver } }

    // MARK: - One delivery

    private func deliver(_ key: AttemptKey) async {
        while !isOver {
            do throws(StoreError) {
                guard let end = try await end(of: key) else { return }
                if try await store.endDelivery(of: key, end.delivery) { feed.send(.result(key, end.state)) }
                held?.letGo(key)
                return
            } catch {
                log.error("delivery not recorded", metadata: ["attempt": "\(key)", "error": "\(error)"])
                try? await Task.sleep(for: configuration.retryDelay)
            }
        }
    }

    /// What becomes of a delivery; nil when there is nothing to do, or no time left to do it.
    private func end(of key: AttemptKey) async throws(StoreError) -> (delivery: OutputDelivery, state: InvocationState)?
    {
        guard let (record, invocation) = try await store.openDelivery(of: key) else { return nil }
        do throws(DeliveryFailure) {
            return try await put(record, of: invocation).map { (OutputDelivery(.finished, address: $0), record.state) }
        } catch {
            guard !isOver else { return nil }
            log.error("delivery failed", metadata: ["attempt": "\(key)", "code": "\(error.code)"])
            return (OutputDelivery(.failed, errorCode: error.code, errorInfo: error.detail), record.state)
        }
    }

    /// Puts an output in its place, if need be by several tries; answers its address, nil when it is over.
    private func put(_ record: InvocationResult, of invocation: Invocation) async throws(DeliveryFailure) -> String? {
        guard let destination = try? OutputDestination(invocation.ossOutputDelivery) else {
            throw DeliveryFailure(.lasting, code: "InvalidAddress", detail: invocation.ossOutputDelivery)
        }
        let objectKey = destination.key(of: record.key, invocation.repeatMode)
        await waitUntilConcealed(record.key)
        let content = try content(of: record)
        var pause = configuration.delivery.pause
        for attempt in 1... {
            guard !isOver else { return nil }
            do throws(DeliveryFailure) {
                try await buckets.store(destination.bucket).put(content, under: objectKey)
                return destination.address(ofKey: objectKey)
            } catch {
                guard error.kind == .transient, attempt < configuration.delivery.tries else { throw error }
            }
            try? await Task.sleep(for: pause)
            pause *= 2
        }
        return nil
    }

    /// Waits until no secrets are left in what the runner keeps of an attempt.
    private func waitUntilConcealed(_ key: AttemptKey) async {
        let isSecret = state.withLock { $0.secret.contains(key) }
        for _ in 0..<300 where !isOver {
            let isPending = values.concealment(of: key) != nil || isSecret && runner.spool(key) == nil
            guard isPending else { return }
            try? await Task.sleep(for: .milliseconds(100))
        }
    }

    /// The whole output: the record has it when it is short.
    private func content(of record: InvocationResult) throws(DeliveryFailure) -> OutputContent {
        guard record.droppedBytes > 0 else { return OutputContent(record.output) }
        let spool = values.concealment(of: record.key) == nil ? runner.spool(record.key) : nil
        for path in [held?.path(of: record.key), spool] {
            if let path, let content = OutputContent(path: path) { return content }
        }
        throw DeliveryFailure(.lasting, code: "OutputGone", detail: "the full output is no longer kept")
    }
}
