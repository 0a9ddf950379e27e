import CloudAssistant
import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct OpeningTests {
    static func opening(_ directory: StateDirectory, _ purpose: Store.Purpose = .engine) async -> StoreError? {
        await storeError { try Store(directory, for: purpose).close() }
    }

    @Test func aFileThatIsNoDatabaseIsDamaged() async throws {
        try await withStateDirectory { directory async throws in
            let junk = Data(repeating: 0x2a, count: 8192)
            try junk.write(to: URL(fileURLWithPath: directory.databasePath))
            #expect(await Self.opening(directory) == .damaged)
            #expect(try Data(contentsOf: URL(fileURLWithPath: directory.databasePath)) == junk)
        }
    }

    @Test func damagedPagesAreFoundByTheCheck() async throws {
        try await withStateDirectory { directory async throws in
            let store = try Store(directory, for: .engine)
            for number in 1...50 { try await store.add(invocation(InvokeID("t-\(number)"))) }
            try await store.database.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
            }
            store.close()
            let file = try FileHandle(forUpdating: URL(fileURLWithPath: directory.databasePath))
            let size = try file.seekToEnd()
            try #require(size > 3 * 4096)
            for page in 2..<(size / 4096) {
                try file.seek(toOffset: page * 4096)
                try file.write(contentsOf: Data(repeating: 0xff, count: 2000))
            }
            try file.close()
            let problem = await storeError {
                let store = try Store(directory, for: .engine)
                defer { store.close() }
                let findings = try await store.check()
                #expect(!findings.isEmpty)
                throw StoreError.damaged
            }
            #expect(problem == .damaged)
        }
    }

    @Test func aRowWithAWordWeDoNotKnowIsDamagedAndDoesNotTrap() async throws {
        try await withStore { store async throws in
            try await store.add(invocation("t-1"))
            try await store.commit { db in try db.execute(sql: "UPDATE result SET state = 'Dreaming'") }
            #expect(await storeError { _ = try await store.invocation("t-1") } == .damaged)
            try await store.commit { db in
                try db.execute(sql: "UPDATE result SET state = 'Pending'; UPDATE invocation SET tags = '['")
            }
            #expect(await storeError { _ = try await store.invocation("t-1") } == .damaged)
        }
    }

    @Test func aDatabaseOfANewerReleaseIsRefused() async throws {
        try await withStateDirectory { directory async throws in
            let store = try Store(directory, for: .engine)
            try await store.commit { db in
                try db.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('9999')")
            }
            store.close()
            #expect(await Self.opening(directory) == .newerVersion)
            #expect(await Self.opening(directory, .reading) == .newerVersion)
        }
    }

    @Test func aDatabaseOfAnOlderReleaseIsBroughtUpToDate() async throws {
        try await withStateDirectory { directory async throws in
            try directory.makeDatabase()
            let queue = try DatabaseQueue(path: directory.databasePath)
            try Schema.migrator.migrate(queue, upTo: "1")
            try await queue.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO invocation (id, account, region, command_id, command_name, command_description,
                            command_type, command_content, command_created, enables_parameters, owns_command,
                            repeat_mode, parameters, timeout, termination_mode, tags, caller, source, reason, created)
                        VALUES ('t-0', 'local', 'local', 'c-0', '', '', 'RunShellScript', 'true', 0, 0, 1, 'Once',
                            '{}', 60, 'Process', '{}', 'ann', 'shell', '', 0)
                        """)
            }
            try queue.close()
            let store = try Store(directory, for: .engine)
            defer { store.close() }
            #expect(try await store.invocation("t-0")?.command.content == "true")
            try await store.add(invocation("t-1"))
            #expect(try await store.check().isEmpty)
        }
    }

    @Test func aReaderNeedsADatabaseAndMakesNone() async throws {
        try await withStateDirectory { directory async throws in
            #expect(await Self.opening(directory, .reading) != nil)
            #expect(!FileManager.default.fileExists(atPath: directory.databasePath))
        }
    }

    @Test func aReaderBesideTheEngineSeesWhatIsCommittedAndWritesNothing() async throws {
        try await withStateDirectory { directory async throws in
            let engine = try Store(directory, for: .engine)
            defer { engine.close() }
            let reader = try Store(directory, for: .reading)
            defer { reader.close() }
            try await engine.add(invocation("t-1"))
            #expect(try await reader.invocation("t-1")?.id == "t-1")
            #expect(await storeError { try await reader.append(line()) } == .readOnly)
            let id = try await engine.instanceID(at: at(0))
            #expect(try await reader.instanceID(at: at(1)) == id)
        }
    }

    @Test func aLinkInThePlaceOfTheDatabaseIsNotFollowed() async throws {
        try await withStateDirectory { directory async throws in
            let elsewhere = directory.path + "/elsewhere"
            try FileManager.default.createSymbolicLink(
                atPath: directory.databasePath, withDestinationPath: elsewhere)
            #expect(await Self.opening(directory) == .unusableDirectory(path: directory.path, errno: ELOOP))
            #expect(!FileManager.default.fileExists(atPath: elsewhere))
        }
    }
}
