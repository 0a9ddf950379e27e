import CloudAssistant
import Logging
import Runners
import Store

/// Hands timed runs to the dispatcher when their time comes, or when their instance has restarted.
///
/// It holds nothing that the store does not: after a restart it is filled from there. While nothing is scheduled it does
/// not wake at all.
actor Scheduler {
    private let store: Store
    private let dispatcher: Dispatcher
    private let inventory: Inventory
    private let runner: any Runner
    private let configuration: EngineConfiguration
    private let log: Logger

    private var agenda = Agenda()
    /// Runs that wait for the next start of their instance, with the start that was there before.
    private var forReboot: [AttemptKey: String?] = [:]
    private var timer: Task<Void, Never>?
    /// The moment that the timer waits for.
    private var wakesAt: Timestamp?
    private var rebootWatch: Task<Void, Never>?
    private var isOver = false

    init(
        store: Store, dispatcher: Dispatcher, inventory: Inventory, runner: any Runner,
        configuration: EngineConfiguration, log: Logger
    ) {
        self.store = store
        self.dispatcher = dispatcher
        self.inventory = inventory
        self.runner = runner
        self.configuration = configuration
        self.log = log
    }

    /// Runs that are carried out at the same time in one go.
    private static let batch = 200

    func shutDown() {
        isOver = true
        timer?.cancel()
        rebootWatch?.cancel()
    }

    /// Waits for these runs from now on, also when they were waited for at another time before.
    func wait(for runs: some Sequence<ScheduledRun>) {
        for run in runs {
            if let due = run.due {
                agenda.note(run.key, due: due)
            } else {
                forReboot[run.key] = .some(run.bootID)
            }
        }
        setTimer()
        watchReboots()
    }

    // MARK: - Times

    private func setTimer() {
        guard !isOver, let due = agenda.next else { return }
        if let wakesAt, wakesAt <= due, timer != nil { return }
        timer?.cancel()
        wakesAt = due
        timer = Task { [configuration] in
            // In short steps, because somebody may set the clock.
            while !Task.isCancelled {
                let left = Duration.milliseconds(due.milliseconds - configuration.now().milliseconds)
                guard left > .zero else { break }
                await configuration.pause(min(left, configuration.clockCheck))
            }
            guard !Task.isCancelled else { return }
            await fire()
        }
    }

    private func fire() async {
        timer = nil
        wakesAt = nil
        while !isOver {
            let keys = agenda.take(by: configuration.now(), limit: Self.batch)
            guard !keys.isEmpty else { break }
            await carryOut(keys)
        }
        setTimer()
    }

    private func carryOut(_ keys: [AttemptKey]) async {
        await dispatcher.register(keys)
        do throws(StoreError) {
            let fleet = await inventory.fleet
            let found = try await store.attempts(keys)
            let runs = found.map { record, invocation in
                let order = Plan.order(for: record, of: invocation, in: fleet)
                let timetable = Plan.timetable(of: invocation, on: record.instanceID, in: fleet, configuration)
                return DueRun(record: record, order: order, timetable: timetable)
            }
            wait(for: await dispatcher.carryOut(runs, registered: keys))
        } catch {
            log.error("scheduled runs cannot be read", metadata: ["error": "\(error)"])
            await dispatcher.unregister(keys)
            await configuration.pause(configuration.retryDelay)
            for key in keys { agenda.note(key, due: configuration.now()) }
        }
    }

    // MARK: - Restarts of instances

    private func watchReboots() {
        guard !isOver, rebootWatch == nil, !forReboot.isEmpty else { return }
        rebootWatch = Task {
            while !isOver, !forReboot.isEmpty {
                await lookForReboots()
                guard !forReboot.isEmpty, !Task.isCancelled else { break }
                await configuration.pause(configuration.rebootCheck)
            }
            rebootWatch = nil
        }
    }

    private func lookForReboots() async {
        var boots: [InstanceID: String?] = [:]
        var restarted: [AttemptKey: String] = [:]
        for (key, known) in forReboot {
            let boot = boots[key.instanceID] ?? runner.bootID(of: key.instanceID)
            boots[key.instanceID] = .some(boot)
            if let boot, boot != known { restarted[key] = boot }
        }
        guard !restarted.isEmpty else { return }
        let due = configuration.now()
        let keys = Array(restarted.keys)
        do throws(StoreError) {
            // Durable first: a run belongs to one start of its instance, whoever carries it out.
            _ = try await store.change(.keys(keys)) { [restarted] record in
                guard record.scheduledRun != nil, let boot = restarted[record.key] else { return nil }
                var next = record
                next.due = due
                next.bootID = boot
                return next
            }
            for key in keys {
                forReboot[key] = nil
                agenda.note(key, due: due)
            }
            setTimer()
        } catch {
            log.error("a restart cannot be recorded", metadata: ["error": "\(error)"])
        }
    }
}

/// A timed run whose moment has come.
struct DueRun: Sendable {
    let record: InvocationResult
    let order: Result<AttemptOrder, Rejection>
    let timetable: Timetable
}
