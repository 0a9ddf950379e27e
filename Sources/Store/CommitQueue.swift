import GRDB
import Synchronization

/// Puts decisions that wait at the same time into one transaction, so that they share its flush to disk.
///
/// One that fails takes only itself back: the transaction is then made again with a savepoint for each, so a decision may be
/// run twice, of which only the last time counts. All are told when all are durable.
final class CommitQueue: Sendable {
    private struct Job: Sendable {
        /// Runs the decision, by itself in a savepoint or as part of the transaction; false when it failed.
        let run: @Sendable (Database, _ isApart: Bool) -> Bool
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
                run: { db, isApart in
                    let result = Self.attempt(decision, db, isApart: isApart)
                    box.withLock { $0 = result }
                    if case .success = result { return true }
                    return false
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

    private static func attempt<Value>(_ decision: (Database) throws -> Value, _ db: Database, isApart: Bool)
        -> Result<Value, StoreError>
    {
        do {
            guard isApart else { return .success(try decision(db)) }
            var value: Value?
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
            let failure = Self.carryOut(jobs, db)
            for job in jobs { job.settle(failure) }
            next()
        }
    }

    /// Makes one transaction of all; what keeps it from being durable, nil when it is.
    private static func carryOut(_ jobs: [Job], _ db: Database) -> StoreError? {
        do {
            var haveAllDone = false
            try db.inTransaction(.immediate) {
                haveAllDone = jobs.allSatisfy { $0.run(db, false) }
                return haveAllDone ? .commit : .rollback
            }
            guard !haveAllDone, jobs.count > 1 else { return nil }
            try db.inTransaction(.immediate) {
                for job in jobs { _ = job.run(db, true) }
                return .commit
            }
            return nil
        } catch {
            return StoreError(error)
        }
    }
}
