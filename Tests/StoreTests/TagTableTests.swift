import CloudAssistant
import GRDB
import Testing

@testable import Store

/// The table of tags says what the rows say.
@Suite(.timeLimit(.minutes(2))) struct TagTableTests {
    private static func table(_ store: Store) async throws -> [String] {
        try await store.read { db in
            try String.fetchAll(
                db, sql: "SELECT kind || ' ' || subject || ' ' || key || '=' || value FROM tag ORDER BY 1")
        }
    }

    @Test func rowsBringTheirTagsAndTakeThemWithThem() async throws {
        try await withStore { store async throws in
            _ = try await store.add(command("c-1"), in: "local", claim: nil, audit: line())
            try await store.add(invocation("t-1"))
            #expect(
                try await Self.table(store) == ["command c-1 empty=", "command c-1 team=ops", "invocation t-1 run=1"])
            let resources = TaggedResources(type: .command, ids: ["c-1"], region: "local")
            #expect(try await store.tag(resources, [Tag("team", "web")], limit: 20, audit: line()) == .done)
            #expect(
                try await Self.table(store) == ["command c-1 empty=", "command c-1 team=web", "invocation t-1 run=1"])
            #expect(try await store.untag(resources, keys: nil, audit: line()) == .done)
            #expect(try await Self.table(store) == ["invocation t-1 run=1"])
            try await store.end(key("t-1"), .success)
            #expect(try await store.delete("c-1", in: "local", audit: line()) == .deleted)
            #expect(try await store.check().isEmpty)
        }
    }

    @Test func whatAnEarlierReleaseWroteIsFoundByItsTags() async throws {
        try await withStateDirectory { directory async throws in
            try directory.makeDatabase()
            let queue = try DatabaseQueue(path: directory.databasePath)
            try Schema.migrator.migrate(queue, upTo: "2")
            try await queue.write { db in
                try db.insert(command("c-1"), account: "local", region: "local")
                try db.insert(invocation("t-1"), context: context())
            }
            try queue.close()
            let store = try Store(directory, for: .engine)
            defer { store.close() }
            #expect(
                try await Self.table(store) == ["command c-1 empty=", "command c-1 team=ops", "invocation t-1 run=1"])
            var filter = QueryTests.here
            filter.tags = [Tag("run", "1")]
            #expect(
                try await store.invocations(filter, withOutput: false, slice: Slice(limit: 9)).entries.map(\.id)
                    == ["t-1"])
        }
    }

    @Test func tagsAreFoundByAnIndexAndTheNewestOnlyUpToALimit() async throws {
        try await withStore { store async throws in
            for number in 1...4 { try await store.add(invocation(InvokeID("t-\(number)"))) }
            var filter = QueryTests.here
            filter.tags = [Tag("run")]
            filter.tagLimit = 2
            let found = try await store.invocations(filter, withOutput: false, slice: Slice(limit: 9))
            #expect(found.entries.map(\.id) == ["t-4", "t-3"])
            let selection = filter.invocations
            let plan = try await store.read { db in
                try Row.fetchAll(
                    db, sql: "EXPLAIN QUERY PLAN SELECT id FROM invocation WHERE \(selection.sql)",
                    arguments: selection.arguments
                ).map { try $0.text("detail") }
            }
            #expect(plan.contains { $0.contains("tag0 USING PRIMARY KEY") }, "\(plan)")
            #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
        }
    }
}
