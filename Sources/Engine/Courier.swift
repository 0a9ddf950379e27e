import CloudAssistant
import Logging
import Runners
import Store

/// Carries durable files to the runner and records what came of them.
///
/// Everything it holds can be lost at any moment. That a file is begun is durable before the runner hears of it, so the
/// next engine knows which ones may be in their places already; to give an order again does no harm.
actor Courier {
    /// A file on its way to one instance.
    private struct Parcel {
        let order: FileOrder
        /// It ends so without being sent.
        var obstacle: ResultErrorCode?
    }

    private let store: Store
    private let runner: any Runner
    private let configuration: EngineConfiguration
    private let log: Logger
    private var queue = Queue<Parcel>()
    private var underWay = 0
    private var isOver = false
    /// True while the store cannot record; nobody waits for it.
    private var isStruggling = false
    private var waiters: [CheckedContinuation<Void, Never>] = []

    init(store: Store, runner: any Runner, configuration: EngineConfiguration, log: Logger) {
        self.store = store
        self.runner = runner
        self.configuration = configuration
        self.log = log
    }

    /// Why nothing is sent to an instance.
    static func obstacle(to instance: Instance?) -> ResultErrorCode? {
        guard let instance else { return .instanceNotExists }
        if instance.status != .running { return .instanceNotRunning }
        return instance.osType == .windows ? .clientNotOnline : nil
    }

    /// Takes over a delivery that is durable.
    func submit(_ delivery: FileDelivery) {
        for result in delivery.results where !result.state.isFinal {
            queue.append(
                Parcel(
                    order: FileOrder(invokeID: delivery.id, instanceID: result.instanceID, file: delivery.file),
                    obstacle: nil))
        }
        pump()
    }

    /// Takes up what an earlier engine left open.
    ///
    /// | the record says | its age | so |
    /// |---|---|---|
    /// | pending | within the minute | sent |
    /// | pending | over a minute | `DeliveryTimeout`: it was never begun |
    /// | running | within the minute | sent again; what is there as ordered counts as written |
    /// | running | over a minute | looked for; not there as ordered is `ExecutionInterrupted` |
    func takeUp(_ files: [KeptFile], in fleet: Fleet) {
        let now = configuration.now()
        for file in files {
            let delivery = file.delivery
            let isWhole = EmbeddedService.digest(delivery.file.content) == file.digest
            for result in delivery.results where !result.state.isFinal {
                let isLate = now.seconds(since: delivery.created) > configuration.deliverySeconds
                let isBegun = result.state == .running
                let order = FileOrder(
                    invokeID: delivery.id, instanceID: result.instanceID, file: delivery.file,
                    trial: isBegun ? isLate ? .look : .again : .first)
                let instance = fleet.instances.first { $0.id == result.instanceID && $0.regionID == delivery.regionID }
                var obstacle = isWhole ? Self.obstacle(to: instance) : .fileContentInvalid
                if isLate, !isBegun, obstacle == nil { obstacle = .deliveryTimeout }
                queue.append(Parcel(order: order, obstacle: obstacle))
            }
        }
        pump()
    }

    /// Lets go of everybody who waits.
    func shutDown() {
        isOver = true
        wake()
    }

    /// Returns when nothing is under way any more, or while the store cannot record what came of it.
    func waitUntilFilesAreSent() async {
        guard !isOver, !isStruggling, underWay > 0 || !queue.isEmpty else { return }
        await withCheckedContinuation { waiters.append($0) }
    }

    private func pump() {
        while !isOver, underWay < configuration.concurrency, let parcel = queue.popFirst() {
            underWay += 1
            Task {
                await carry(parcel)
                underWay -= 1
                pump()
            }
        }
        if underWay == 0, queue.isEmpty { wake() }
    }

    private func wake() {
        for waiter in waiters { waiter.resume() }
        waiters = []
    }

    private func carry(_ parcel: Parcel) async {
        let now = configuration.now()
        if let obstacle = parcel.obstacle {
            return await record(parcel.order) { $0.rejected(obstacle, at: now) }
        }
        // Without this the next engine would not know that the file may be there.
        await record(parcel.order) { $0.begun(at: now) }
        guard !isOver else { return }
        let ending = await runner.deliver(parcel.order)
        let end = configuration.now()
        await record(parcel.order) { $0.ended(ending, at: end) }
    }

    /// Records a change, again and again while the store cannot.
    private func record(
        _ order: FileOrder, _ next: @escaping @Sendable (FileDeliveryResult) -> FileDeliveryResult?
    ) async {
        repeat {
            do throws(StoreError) {
                try await store.change(order.invokeID, on: order.instanceID, next)
                isStruggling = false
                return
            } catch {
                log.error(
                    "recording a file failed",
                    metadata: ["delivery": "\(order.invokeID)/\(order.instanceID)", "error": "\(error)"])
            }
            isStruggling = true
            wake()
            try? await Task.sleep(for: configuration.retryDelay)
        } while !isOver
    }
}
