import CloudAssistant
import GRDB
import Testing

@testable import Store

/// What makes an answered call survive a power cut.
@Suite struct DurabilityTests {
    static let pragmas: [(name: String, value: String)] = [
        ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("trusted_schema", "0"),
        ("cell_size_check", "1"), ("mmap_size", "0"), ("journal_size_limit", "67108864"),
    ]

    @Test(arguments: pragmas) func theWriterWorksUnder(_ name: String, _ value: String) async throws {
        try await withStore { store async throws in
            try await store.add(invocation("t-1"))
            let found = try await store.commit { db in
                try Row.fetchOne(db, sql: "PRAGMA \(name)").flatMap {
                    String.fromDatabaseValue($0[0]) ?? "\($0[0] ?? 0)"
                }
            }
            #expect(found == value)
        }
    }

    @Test func aDecisionThatFailsTakesOnlyItselfBack() async throws {
        try await withStore { store async throws in
            let errors = await withTaskGroup { group in
                for number in 0..<40 {
                    group.addTask {
                        await storeError {
                            _ = try await store.commit { db in
                                try db.append(line("\(number)"))
                                if number % 4 == 0 { try db.execute(sql: "INSERT INTO nowhere VALUES (1)") }
                            }
                        }
                    }
                }
                return await group.reduce(into: [StoreError?]()) { $0.append($1) }
            }
            #expect(errors.filter { $0 == .other(code: 1) }.count == 10)
            let kept = Set(try await store.auditLines(limit: 99).map(\.action))
            #expect(kept == Set((0..<40).filter { $0 % 4 != 0 }.map(String.init)))
        }
    }

    /// While one transaction is at work the others gather and go together.
    @Test func decisionsThatWaitShareATransaction() async throws {
        try await withStore { store async throws in
            let counter = CommitCounter()
            store.database.add(transactionObserver: counter)
            await withTaskGroup { group in
                for _ in 0..<200 { group.addTask { try? await store.append(line()) } }
            }
            #expect(try await store.rows("audit") == 200)
            #expect(counter.commits < 200)
            #expect(counter.commits > 0)
        }
    }

    /// A failure of the commit itself is everybody's.
    @Test func whenTheCommitFailsNobodyIsToldOfSuccess() async throws {
        try await withStore { store async throws in
            let refuser = CommitRefuser()
            store.database.add(transactionObserver: refuser)
            #expect(await storeError { try await store.append(line()) } != nil)
            refuser.isOver = true
            try await store.append(line())
            #expect(try await store.rows("audit") == 1)
        }
    }

    /// Somebody else writes, so that the transaction does not even begin.
    @Test func whenTheTransactionCannotBeginItsReasonIsTold() async throws {
        try await withStateDirectory { directory async throws in
            let store = try Store(directory, for: .engine)
            defer { store.close() }
            _ = try await store.commit { db in try Int.fetchOne(db, sql: "PRAGMA busy_timeout = 0") }
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(path: directory.databasePath, configuration: configuration)
            try await other.writeWithoutTransaction { db in try db.beginTransaction(.immediate) }
            #expect(await storeError { try await store.append(line()) } == .busy)
            try await other.writeWithoutTransaction { db in try db.rollback() }
            try await store.append(line())
            #expect(try await store.rows("audit") == 1)
        }
    }

    /// A failure that takes the whole transaction back, as those of the disk may: what is told is what is kept.
    @Test func aTransactionThatIsTakenBackHalfwayIsEverybodysFailure() async throws {
        try await withStore { store async throws in
            try await store.commit { db in
                try db.execute(
                    sql: """
                        CREATE TRIGGER back BEFORE INSERT ON audit WHEN new.action = 'back'
                        BEGIN SELECT RAISE(ROLLBACK, 'no'); END
                        """)
            }
            let told = await withTaskGroup { group in
                for number in 0..<60 {
                    group.addTask {
                        let action = number % 10 == 5 ? "back" : "\(number)"
                        return await storeError { try await store.append(line(action)) } == nil ? action : nil
                    }
                }
                return await group.reduce(into: [String]()) { if let action = $1 { $0.append(action) } }
            }
            #expect(try await store.auditLines(limit: 99).map(\.action).sorted() == told.sorted())
            try await store.append(line("after"))
            #expect(try await store.auditLines(limit: 1).map(\.action) == ["after"])
        }
    }

    @Test func aFullDatabaseIsToldAndNothingOfTheWriteIsKept() async throws {
        try await withStore { store async throws in
            try await store.add(invocation("t-1"))
            let pages = try await store.commit { db in
                let count = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
                return try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(count)")
            }
            #expect(pages != nil)
            var big = invocation("t-2", command: command(content: String(repeating: "x", count: 1 << 20)))
            big.tags = []
            let refused = big
            let error = await storeError { try await store.add(refused) }
            #expect(error == .full)
            #expect(try await store.invocation("t-2") == nil)
            _ = try await store.commit { db in try Int.fetchOne(db, sql: "PRAGMA max_page_count = 1000000") }
            try await store.add(refused)
            #expect(try await store.check().isEmpty)
        }
    }

    @Test func aLockedDatabaseIsBusy() {
        #expect(StoreError(DatabaseError(resultCode: .SQLITE_BUSY)) == .busy)
        #expect(StoreError(DatabaseError(resultCode: .SQLITE_LOCKED)) == .busy)
        #expect(StoreError(CancellationError()) == .other(code: -1))
    }
}

/// Counts transactions.
private final class CommitCounter: TransactionObserver, @unchecked Sendable {
    // Written on the writer's queue only, and read when it is idle.
    private(set) var commits = 0
    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { true }
    func databaseDidChange(with event: DatabaseEvent) {}
    func databaseDidCommit(_ db: Database) { commits += 1 }
    func databaseDidRollback(_ db: Database) {}
}

/// Turns commits down.
private final class CommitRefuser: TransactionObserver, @unchecked Sendable {
    struct No: Error {}
    // Written while the writer is idle.
    var isOver = false
    func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { true }
    func databaseDidChange(with event: DatabaseEvent) {}
    func databaseWillCommit() throws { if !isOver { throw No() } }
    func databaseDidCommit(_ db: Database) {}
    func databaseDidRollback(_ db: Database) {}
}
