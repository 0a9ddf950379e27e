import CloudAssistant
import Logging
import Runners
import Store

extension Dispatcher {
    func note(_ item: News) {
        news.append(item)
        noted += 1
        guard !isRecording else { return }
        isRecording = true
        Task { await record() }
    }

    /// Records what happened, in order, until there is nothing left: again and again while the store cannot, because
    /// what ran must not be forgotten when a disk is full.
    private func record() async {
        while !news.isEmpty {
            let batch = news
            news = []
            let left = await record(batch)
            recorded += batch.count - left.count
            isStruggling = !left.isEmpty
            wakeRecordWaiters()
            guard isStruggling else { continue }
            news = left + news
            wakeIfLaunched()
            if isOver { break }
            try? await Task.sleep(for: configuration.retryDelay)
        }
        isRecording = false
        isStruggling = false
        wakeRecordWaiters()
        wakeIfLaunched()
    }

    /// Returns when everything that has happened until now is recorded, or cannot be for the moment. What happens
    /// meanwhile is not waited for: there may be no end to it.
    func waitUntilRecorded() async {
        guard isRecording, !isStruggling else { return }
        let count = noted
        await withCheckedContinuation { recordWaiters.append((count, $0)) }
    }

    private func wakeRecordWaiters() {
        let wakesAll = isStruggling || !isRecording
        let ready = recordWaiters.filter { wakesAll || $0.count <= recorded }
        recordWaiters.removeAll { wakesAll || $0.count <= recorded }
        for waiter in ready { waiter.continuation.resume() }
    }

    /// Records a batch in one transaction; returns what could not be recorded.
    private func record(_ batch: [News]) async -> [News] {
        do {
            try await change(batch)
            return []
        } catch {
            log.error("recording failed", metadata: ["error": "\(error)", "events": "\(batch.count)"])
            guard batch.count > 1, !error.concernsAll else { return batch }
        }
        // One record that cannot be changed must not keep the others from it.
        var left: [News] = []
        for key in Set(batch.map(\.key)) {
            let own = batch.filter { $0.key == key }
            do { try await change(own) } catch { left += own }
        }
        return left
    }

    private func change(_ batch: [News]) async throws(StoreError) {
        let events = Dictionary(grouping: batch, by: \.key)
        let changed = try await store.change(.keys(Array(events.keys))) { record in
            Self.outcome(of: events[record.key] ?? [], on: record)
        } followers: { [next = followers(of: events.keys)] record in
            next(record)
        }
        // A change that was reported as failed may be recorded all the same, and changes nothing now.
        let unchanged = Array(Set(events.keys).subtracting(changed.map(\.key)))
        let found = unchanged.isEmpty ? [] : try await store.results(of: unchanged)
        // Before the runner lets go of their outputs.
        deliveries?.take(changed + found)
        for record in changed + found where events[record.key] != nil { tell(record) }
        let came = unchanged.isEmpty ? [] : try await store.currentResults(of: unchanged)
        await wait(for: changed + came.filter { events[$0.key] == nil })
        for (key, items) in events where items.contains(where: \.event.isEnd) {
            attempts[key]?.isRecorded = true
            letGo(key)
        }
    }

    /// The record after several events; nil when none of them changes it.
    private static func outcome(of events: [News], on record: InvocationResult) -> InvocationResult? {
        events.reduce(nil as InvocationResult?) { changed, item in
            Lifecycle.apply(item.event, to: changed ?? record, at: item.time)?.result ?? changed
        }
    }

    /// Lets the runner clear up after an attempt whose end is durable.
    func letGo(_ key: AttemptKey) {
        guard let attempt = attempts[key], attempt.isRecorded, !attempt.hasOpenLaunch else { return }
        attempts[key] = nil
        release(key)
    }

    /// Lets the runner clear up after an attempt that is recorded, and take secrets out of what it keeps of it.
    func release(_ key: AttemptKey) {
        runner.forget(key, hiding: values.concealment(of: key))
        values.forget(key)
    }

    /// Tells listeners of a change, unless a later one was told or is about to be.
    func tell(_ record: InvocationResult) {
        if !record.state.isFinal {
            guard let attempt = attempts[record.key], attempt.stage != .ended else { return }
            if record.state == .running, attempt.isToStop { return }
        }
        feed.send(.result(record.key, record.state))
    }
}

extension StoreError {
    /// True when no record at all can be written, so that trying each by itself is of no use.
    fileprivate var concernsAll: Bool {
        switch self {
        case .full, .readOnly, .busy, .unusableDirectory, .newerVersion: true
        case .damaged, .other: false
        }
    }
}
