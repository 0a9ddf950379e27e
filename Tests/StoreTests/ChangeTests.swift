import CloudAssistant
import GRDB
import Testing

@testable import Store

/// Results change only forwards.
@Suite struct ChangeTests {
    static func record(_ state: InvocationState) -> @Sendable (InvocationResult) -> InvocationResult? {
        { record in
            var next = record
            next.state = state
            next.updated = at(7)
            if state.isFinal { next.finished = at(9) }
            return next
        }
    }

    @Test func aChangeIsWrittenAsAWhole() async throws {
        try await withStore { store async throws in
            try await store.add(invocation("t-1"))
            let changed = try await store.change(.keys([key("t-1")])) { record in
                var next = record
                next.state = .failed
                next.errorCode = "ExitCodeNonzero"
                next.errorInfo = "no"
                next.exitCode = -3
                next.output = [0, 255, 10]
                next.droppedBytes = 1 << 40
                next.repeats = 1
                next.started = at(1)
                next.finished = at(2)
                next.stopped = at(3)
                next.updated = at(4)
                return next
            }
            #expect(changed.count == 1)
            #expect(try await store.invocation("t-1")?.results == changed)
            #expect(try await store.invocation("t-1")?.state == .failed)
        }
    }

    static let finals = InvocationState.allCases.filter {
        $0.isFinal && $0 != .stopped && $0 != .partialFailed
    }

    @Test(arguments: finals) func aFinalRecordIsNeitherOfferedNorChanged(_ state: InvocationState) async throws {
        try await withStore { store async throws in
            try await store.add(invocation("t-1"))
            try await store.end(key("t-1"), state)
            for next in [InvocationState.pending, .running, .stopping, .success, .error] {
                #expect(try await store.change(.keys([key("t-1")]), Self.record(next)).isEmpty)
                #expect(try await store.change(.invocation("t-1", on: nil), Self.record(next)).isEmpty)
            }
            #expect(try await store.invocation("t-1")?.results.first?.state == state)
            #expect(try await store.openResults().isEmpty)
        }
    }

    @Test func aChangeStartsFromWhatIsDurable() async throws {
        try await withStore { store async throws in
            try await store.add(invocation("t-1"))
            await withTaskGroup { group in
                for _ in 0..<50 {
                    group.addTask {
                        _ = try? await store.change(.keys([key("t-1")])) { record in
                            var next = record
                            next.repeats += 1
                            return next
                        }
                    }
                }
            }
            #expect(try await store.invocation("t-1")?.results.first?.repeats == 50)
        }
    }

    @Test func nothingIsChangedWhereTheRuleSaysSo() async throws {
        try await withStore { store async throws in
            try await store.add(invocation("t-1"))
            #expect(try await store.change(.keys([key("t-1"), key("t-1", "i-9"), key("t-9")])) { _ in nil }.isEmpty)
            #expect(try await store.change(.invocation("t-9", on: nil), Self.record(.running)).isEmpty)
            #expect(try await store.invocation("t-1")?.results.first?.state == .pending)
        }
    }

    @Test func resultsAreFoundByTheirKeysWhateverTheirState() async throws {
        try await withStore { store async throws in
            try await store.add(invocation("t-1", on: ["i-1", "i-2"]))
            try await store.end(key("t-1", "i-1"), .success)
            let keys = [key("t-1", "i-2"), key("t-9"), key("t-1", "i-1")]
            #expect(try await store.results(of: keys).map(\.state) == [.pending, .success])
        }
    }

    @Test func openResultsOfAnInvocationAreThoseOnTheInstances() async throws {
        try await withStore { store async throws in
            try await store.add(invocation("t-1", on: ["i-3", "i-1", "i-2"]))
            try await store.add(invocation("t-2"))
            try await store.end(key("t-1", "i-1"), .success)
            let some = try await store.change(.invocation("t-1", on: ["i-1", "i-2"]), Self.record(.stopping))
            #expect(some.map(\.instanceID) == ["i-2"])
            let all = try await store.change(.invocation("t-1", on: nil), Self.record(.stopping))
            #expect(all.map(\.instanceID) == ["i-3", "i-2"])
            #expect(try await store.openResults().map(\.invokeID) == ["t-1", "t-1", "t-2"])
        }
    }

    @Test func aChangeAndItsLineAreOneTransaction() async throws {
        try await withStore { store async throws in
            try await store.add(invocation("t-1"))
            _ = try await store.change(.keys([key("t-1")]), audit: line("StopInvocation"), Self.record(.stopping))
            #expect(try await store.auditLines(limit: 1).map(\.action) == ["StopInvocation"])
            try await store.commit { db in try db.execute(sql: "DROP TABLE audit") }
            let error = await storeError {
                _ = try await store.change(.keys([key("t-1")]), audit: line(), Self.record(.success))
            }
            #expect(error == .other(code: 1))
            #expect(try await store.invocation("t-1")?.results.first?.state == .stopping)
        }
    }
}
