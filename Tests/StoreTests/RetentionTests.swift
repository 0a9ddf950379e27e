import CloudAssistant
import GRDB
import Synchronization
import Testing

@testable import Store

/// What is removed after its time, in how small pieces, and what stays.
@Suite(.timeLimit(.minutes(2))) struct RetentionTests {
    /// Counts the rows that each transaction changes.
    final class RowCount: TransactionObserver, Sendable {
        private let counts = Mutex((now: 0, most: 0, all: 0))
        var most: Int { counts.withLock { $0.most } }
        var all: Int { counts.withLock { $0.all } }
        func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { true }
        func databaseDidChange(with event: DatabaseEvent) {
            counts.withLock {
                $0.now += 1
                $0.all += 1
            }
        }
        func databaseDidCommit(_ db: Database) { settle() }
        func databaseDidRollback(_ db: Database) { settle() }
        private func settle() {
            counts.withLock {
                $0.most = max($0.most, $0.now)
                $0.now = 0
            }
        }
    }

    private static func bounds(ended: Int64 = 1000, count: Int = 1000) -> RetentionBounds {
        RetentionBounds(ended: at(ended), count: count, tokens: at(ended))
    }

    /// Sweeps to the end; the keys of what is gone, sorted.
    @discardableResult
    private static func sweep(_ store: Store, _ bounds: RetentionBounds) async throws -> [AttemptKey] {
        var gone: [AttemptKey] = []
        while let step = try await store.sweepRemoved() { gone += step.attempts }
        var place = SweepPlace()
        while let step = try await store.sweepOld(bounds, from: &place) { gone += step.attempts }
        place = SweepPlace()
        while let step = try await store.sweepSurplus(bounds, from: &place) { gone += step.attempts }
        while let step = try await store.sweepRemoved() { gone += step.attempts }
        while try await store.sweepTokens(bounds) != nil {}
        return gone.sorted { "\($0)" < "\($1)" }
    }

    private static func ids(_ store: Store) async throws -> [InvokeID] {
        try await store.invocations(QueryTests.here, withOutput: false, slice: Slice(limit: 1000)).entries.map(\.id)
    }

    @Test func whatEndedLongAgoGoesAndEverythingElseStays() async throws {
        try await withStore { store async throws in
            for id in ["t-old", "t-new", "t-open", "t-half", "t-late"] as [InvokeID] {
                try await store.add(invocation(id, on: ["i-1", "i-2"]))
            }
            for instance in ["i-1", "i-2"] as [InstanceID] {
                try await store.end(key("t-old", instance), .success, at: at(1000))
                try await store.end(key("t-new", instance), .failed, at: at(1001))
            }
            try await store.end(key("t-half", "i-1"), .success, at: at(5))
            try await store.end(key("t-late", "i-1"), .success, at: at(5))
            try await store.end(key("t-late", "i-2"), .success, at: at(1001))
            let lines = try await store.rows("audit")
            let gone = try await Self.sweep(store, Self.bounds())
            #expect(gone == [key("t-old", "i-1"), key("t-old", "i-2")])
            #expect(try await Self.ids(store) == ["t-late", "t-half", "t-open", "t-new"])
            #expect(try await store.rows("result") == 8)
            #expect(try await store.rows("tag") == 4)
            #expect(try await store.rows("audit") == lines)
            #expect(try await store.check().isEmpty)
            #expect(try await Self.sweep(store, Self.bounds()).isEmpty)
        }
    }

    @Test func theOldestGoWhenThereAreTooManyButNotWhatIsOpen() async throws {
        try await withStore { store async throws in
            for number in 1...6 { try await store.add(invocation(InvokeID("t-\(number)"))) }
            for number in [2, 3, 4, 6] { try await store.end(key(InvokeID("t-\(number)")), .success, at: at(2000)) }
            try await Self.sweep(store, Self.bounds(count: 4))
            #expect(try await Self.ids(store) == ["t-6", "t-5", "t-4", "t-1"])
            try await Self.sweep(store, Self.bounds(count: 1))
            #expect(try await Self.ids(store) == ["t-5", "t-1"])
        }
    }

    @Test func earlierRunsOfWhatGoesOnGoAfterTheirTimeAndTheLatestStays() async throws {
        try await withStore { store async throws in
            try await store.add(invocation("t-1"))
            try await store.end(key("t-1"), .success, at: at(5))
            try await store.commit { db in
                for (occurrence, finished) in [(2, at(6).milliseconds), (3, nil)] as [(Int, Int64?)] {
                    try db.execute(
                        sql: """
                            INSERT INTO result (invoke_id, instance_id, occurrence, position, state, created, finished,
                                updated) VALUES ('t-1', 'i-1', ?, 0, 'Success', 1, ?, 1)
                            """, arguments: [occurrence, finished])
                }
            }
            #expect(try await Self.sweep(store, Self.bounds()).map(\.occurrence) == [1, 2])
            #expect(try await store.rows("result") == 1)
        }
    }

    @Test func noTransactionOfASweepTouchesMoreThanAFewRows() async throws {
        try await withStore { store async throws in
            let many = (0..<450).map { InstanceID("i-\($0)") }
            try await store.add(invocation("t-large", on: many))
            for number in 0..<260 { try await store.add(invocation(InvokeID("t-\(number)"))) }
            try await store.commit { db in try db.execute(sql: "UPDATE result SET state = 'Success', finished = 1") }
            let count = RowCount()
            store.database.add(transactionObserver: count)
            try await Self.sweep(store, Self.bounds())
            #expect(try await store.rows("result") == 0)
            #expect(try await store.rows("invocation") == 0)
            #expect(count.all >= 711)
            // An invocation that is taken out of the lists may lose a tag with its row.
            #expect(count.most <= 2 * Store.sweepLimit + 1, "\(count.most)")
        }
    }

    @Test func nothingIsWrittenWhileThereIsNothingToRemove() async throws {
        try await withStore { store async throws in
            for number in 0..<3 { try await store.add(invocation(InvokeID("t-\(number)"))) }
            try await store.end(key("t-1"), .success, at: at(2000))
            let count = RowCount()
            store.database.add(transactionObserver: count)
            try await Self.sweep(store, Self.bounds())
            #expect(count.all == 0)
            for sql in [
                "SELECT 1 FROM result WHERE finished IS NOT NULL AND finished <= 1 ORDER BY finished, sequence LIMIT 1",
                "SELECT id FROM invocation WHERE account = '' ORDER BY region, sequence LIMIT 1",
                "SELECT 1 FROM token WHERE created <= 1 LIMIT 1",
            ] {
                let plan = try await store.read { db in
                    try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)").map { try $0.text("detail") }
                }
                #expect(plan.allSatisfy { $0.contains("USING") && $0.contains("SEARCH") }, "\(plan)")
            }
        }
    }

    @Test func whatASweepLeftHalfWayIsInNoListAndIsFinishedByTheNext() async throws {
        try await withStore { store async throws in
            let many = (0..<150).map { InstanceID("i-\($0)") }
            try await store.add(invocation("t-1", on: many))
            try await store.commit { db in try db.execute(sql: "UPDATE result SET state = 'Success', finished = 1") }
            var place = SweepPlace()
            while try await store.sweepOld(Self.bounds(), from: &place) != nil {}
            #expect(try await Self.ids(store).isEmpty)
            #expect(try await store.results(QueryTests.here, slice: Slice(limit: 9)).entries.isEmpty)
            #expect(try await store.sweepRemoved()?.attempts.count == Store.sweepLimit)
            #expect(try await store.rows("result") == 50)
            try await Self.sweep(store, Self.bounds())
            #expect(try await store.rows("invocation") == 0)
        }
    }

    @Test func tokensGoAfterTheirLife() async throws {
        try await withStore { store async throws in
            for (number, time) in [at(0), at(1000), at(1001)].enumerated() {
                let claim = TokenClaim(token: "k\(number)", action: "CreateCommand", fingerprint: [1])
                _ = try await store.add(
                    command(CommandID("c-\(number)")), in: "local", claim: claim, audit: line(at: time))
            }
            try await Self.sweep(store, Self.bounds())
            #expect(try await store.rows("token") == 1)
            #expect(try await store.rows("command") == 3)
        }
    }
}
