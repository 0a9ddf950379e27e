import CloudAssistant
import GRDB
import TestSupport
import Testing

@testable import Store

/// The overall state in SQL is the overall state of the domain.
@Suite(.timeLimit(.minutes(2))) struct StateConditionTests {
    private static let states: [InvocationState] = [
        .pending, .scheduled, .running, .stopping, .success, .failed, .invalid, .aborted, .error, .timeout, .cancelled,
        .terminated,
    ]

    /// Writes a state as it is, past every rule.
    private static func set(_ state: InvocationState, _ key: AttemptKey, _ store: Store) async throws {
        try await store.commit { db in
            try db.execute(
                sql: "UPDATE result SET state = ? WHERE invoke_id = ? AND instance_id = ? AND occurrence = ?",
                arguments: [state.rawValue, key.invokeID.text, key.instanceID.text, key.occurrence])
        }
    }

    @Test func wordsFindWhatTheyMeanWhateverTheStates() async throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var numbers = Seeded(seed)
        try await withStore { store async throws in
            var made: [InvokeID: [InvocationState]] = [:]
            for number in 0..<150 {
                let id = InvokeID("t-\(number)")
                let instances = (0..<Int.random(in: 1...3, using: &numbers)).map { InstanceID("i-\($0)") }
                try await store.add(invocation(id, on: instances))
                let few = (0..<2).map { _ in Self.states.randomElement(using: &numbers) ?? .pending }
                for instance in instances {
                    let state = few.randomElement(using: &numbers) ?? .pending
                    try await Self.set(state, key(id, instance), store)
                    made[id, default: []].append(state)
                }
            }
            for word in InvokeStatusWord.allCases {
                var filter = QueryTests.here
                filter.status = word
                let found = try await store.invocations(filter, withOutput: false, slice: Slice(limit: 500))
                let expected = made.filter { word.holds($0.value) }.keys
                #expect(Set(found.entries.map(\.id)) == Set(expected), "seed \(seed), \(word)")
                #expect(found.total == expected.count)
            }
        }
    }

    @Test func onlyTheLatestRunOnAnInstanceCounts() async throws {
        try await withStore { store async throws in
            try await store.add(invocation("t-1"))
            try await Self.set(.failed, key("t-1"), store)
            try await store.commit { db in
                try db.execute(
                    sql: """
                        INSERT INTO result (invoke_id, instance_id, occurrence, position, state, created, updated)
                        VALUES ('t-1', 'i-1', 2, 0, 'Success', 1, 1)
                        """)
            }
            for (word, count) in [(InvokeStatusWord.success, 1), (.failed, 0)] {
                var filter = QueryTests.here
                filter.status = word
                #expect(try await store.invocations(filter, withOutput: false, slice: Slice(limit: 9)).total == count)
            }
            var filter = QueryTests.here
            #expect(
                try await store.results(filter, slice: Slice(limit: 9)).entries.map(\.result.occurrence) == [2])
            filter.includesHistory = true
            #expect(
                try await store.results(filter, slice: Slice(limit: 9)).entries.map(\.result.occurrence) == [1, 2])
        }
    }

    @Test(arguments: [InvokeStatusWord.failed, .running, .stopped, .partialFailed])
    func whatIsRareIsLookedUpByItsState(_ word: InvokeStatusWord) async throws {
        try await withStore { store async throws in
            let plan = try await store.read { db in
                try Row.fetchAll(
                    db,
                    sql: "EXPLAIN QUERY PLAN SELECT id FROM invocation WHERE account = 'a' AND region = 'r' AND "
                        + StateCondition.holds(word)
                ).map { try $0.text("detail") }
            }
            #expect(plan.contains { $0.contains("one USING") && $0.contains("state=?") }, "\(plan)")
            #expect(!plan.contains { $0.hasPrefix("SCAN") }, "\(plan)")
        }
    }
}
