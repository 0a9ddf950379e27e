import CloudAssistant
import Runners
import Store

/// Removes what is kept no longer, in small transactions with pauses between them: a call never waits for more than one.
///
/// While there is nothing to remove, it reads a few rows of indexes once in a while and writes nothing.
actor Sweeper {
    private let store: Store
    private let runner: any Runner
    private let configuration: EngineConfiguration
    private var loop: Task<Void, Never>?
    /// The newest invocation when they were last counted.
    private var counted: Int?

    init(_ store: Store, _ runner: any Runner, _ configuration: EngineConfiguration) {
        self.store = store
        self.runner = runner
        self.configuration = configuration
    }

    func start() {
        guard loop == nil else { return }
        let interval = configuration.sweepInterval
        loop = Task(priority: .background) { [weak self] in
            while !Task.isCancelled {
                await self?.sweep()
                try? await Task.sleep(for: interval)
            }
        }
    }

    /// Returns when no transaction of a sweep is under way any more.
    func stop() async {
        loop?.cancel()
        await loop?.value
    }

    /// Removes everything that is to be removed now, unless it is stopped or the store fails: then the next sweep goes on.
    func sweep() async {
        let now = configuration.now()
        let bounds = RetentionBounds(
            ended: now.adding(seconds: -configuration.retention.days * 86_400),
            count: configuration.retention.records, tokens: now.adding(seconds: -Store.tokenLifeSeconds))
        do throws(StoreError) {
            try await removeRows()
            var place = SweepPlace()
            while !Task.isCancelled, let step = try await store.sweepOld(bounds, from: &place) { await settle(step) }
            try await removeSurplus(bounds)
            try await removeRows()
            while !Task.isCancelled, let step = try await store.sweepTokens(bounds) { await settle(step) }
            try await removeFiles(now)
        } catch {
            // A full disk or a busy database: nothing is lost by waiting.
        }
    }

    /// There can be too many only when there are new ones.
    private func removeSurplus(_ bounds: RetentionBounds) async throws(StoreError) {
        let newest = try await store.newestInvocation()
        guard newest != counted else { return }
        var place = SweepPlace()
        while !Task.isCancelled, let step = try await store.sweepSurplus(bounds, from: &place) { await settle(step) }
        if !Task.isCancelled { counted = newest }
    }

    private func removeFiles(_ now: Timestamp) async throws(StoreError) {
        let bounds = configuration.retention
        let oldest = now.adding(seconds: -bounds.fileSeconds)
        while !Task.isCancelled, try await store.removeFiles(before: oldest, keepingNewest: bounds.files) > 0 {
            try? await Task.sleep(for: configuration.sweepPause)
        }
    }

    private func removeRows() async throws(StoreError) {
        while !Task.isCancelled, let step = try await store.sweepRemoved() { await settle(step) }
    }

    /// Lets others go first, and removes the files of what is gone.
    private func settle(_ step: SweepStep) async {
        for key in step.attempts { runner.discardOutput(key) }
        if step.rows > 0 { try? await Task.sleep(for: configuration.sweepPause) }
    }
}
