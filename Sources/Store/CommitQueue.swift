import GRDB
import Synchronization

/// Puts decisions that wait at the same time into one transaction, so that they share its flush to disk.
///
/// Each runs in a savepoint of its own: one that fails takes only itself back. All are told when all are durable.
final class CommitQueue: Sendable {
    private struct Job: Sendable {
        let run: @Sendable (Database) -> Void
        let settle: @Sendable (StoreError?) -> Void
    }

    private struct Waiting {
        var jobs: [Job] = []
        var isBusy = false
    }

    private let database: any DatabaseWriter
    private let waiting = Mutex(Waiting())

    init(_ database: any DatabaseWriter) { self.database = database }

    func commit<Value: Sendable>(_ decision: @escaping @Sendable (Database) throws -> Value) async throws(StoreError)
        -> Value
    {
        let outcome: Result<Value, StoreError> = await withCheckedContinuation { continuation in
            let box = Mutex<Result<Value, StoreError>?>(nil)
            let job = Job(
                run: { db in
                    let result = Self.attempt(decision, db)
                    box.withLock { $0 = result }
                },
                settle: { failure in
                    switch (box.withLock { $0 }, failure) {
                    // A decision's own failure says more than that of the transaction it was in.
                    case (.failure(let own), _): continuation.resume(returning: .failure(own))
                    case (_, let failure?): continuation.resume(returning: .failure(failure))
                    case (let own?, nil): continuation.resume(returning: own)
                    case (nil, nil): continuation.resume(returning: .failure(.other(code: -1)))
                    }
                })
            enqueue(job)
        }
        return try outcome.get()
    }

    private static func attempt<Value>(_ decision: (Database) throws -> Value, _ db: Database) -> Result<
        Value, StoreError
    > {
        var value: Value?
        do {
            try db.inSavepoint {
                value = try decision(db)
                return .commit
            }
            return value.map { .success($0) } ?? .failure(.other(code: -1))
        } catch {
            return .failure(StoreError(error))
        }
    }

    private func enqueue(_ job: Job) {
        let mustStart = waiting.withLock { waiting in
            waiting.jobs.append(job)
            guard !waiting.isBusy else { return false }
            waiting.isBusy = true
            return true
        }
        if mustStart { next() }
    }

    private func next() {
        let jobs = waiting.withLock { waiting in
            let jobs = waiting.jobs
            waiting.jobs = []
            waiting.isBusy = !jobs.isEmpty
            return jobs
        }
        guard !jobs.isEmpty else { return }
        database.asyncWriteWithoutTransaction { [self] db in
            var failure: StoreError?
            do {
                try db.inTransaction(.immediate) {
                    for job in jobs { job.run(db) }
                    return .commit
                }
            } catch {
                failure = StoreError(error)
            }
            for job in jobs { job.settle(failure) }
            next()
        }
    }
}
