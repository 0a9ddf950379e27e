import CloudAssistant
import Testing

@testable import Store

/// Lists are newest first, and what came later does not shift them.
@Suite struct QueryTests {
    static let here = InvocationFilter(account: "local", region: "local")

    /// t-1 to t-5; odd ones on i-1 and i-2, even ones on i-2 only; t-3 is of another command.
    static func fill(_ store: Store) async throws {
        for number in 1...5 {
            let other = command("c-2", name: "disk")
            try await store.add(
                invocation(
                    InvokeID("t-\(number)"), on: number % 2 == 1 ? ["i-2", "i-1"] : ["i-2"],
                    command: number == 3 ? other : command()))
        }
        try await store.add(invocation("t-8", account: "other"))
        try await store.add(invocation("t-9", region: "elsewhere"))
    }

    static let filters: [(name: String, change: @Sendable (inout InvocationFilter) -> Void, found: [InvokeID])] = [
        ("everything", { _ in }, ["t-5", "t-4", "t-3", "t-2", "t-1"]),
        ("invocation", { $0.invokeID = "t-2" }, ["t-2"]),
        ("unknown invocation", { $0.invokeID = "t-7" }, []),
        ("another account's invocation", { $0.invokeID = "t-8" }, []),
        ("another region's invocation", { $0.invokeID = "t-9" }, []),
        ("instance", { $0.instanceID = "i-1" }, ["t-5", "t-3", "t-1"]),
        ("command", { $0.commandID = "c-2" }, ["t-3"]),
        ("command's name", { $0.commandName = "uptime" }, ["t-5", "t-4", "t-2", "t-1"]),
        (
            "two at once",
            {
                $0.instanceID = "i-1"
                $0.commandName = "uptime"
            }, ["t-5", "t-1"]
        ),
    ]

    @Test(arguments: filters.indices) func filtersHoldTogether(_ index: Int) async throws {
        try await withStore { store async throws in
            try await Self.fill(store)
            var filter = Self.here
            Self.filters[index].change(&filter)
            let found = try await store.invocations(
                filter, withOutput: false, slice: Slice(offset: 0, limit: 50))
            #expect(found.entries.map(\.id) == Self.filters[index].found)
            #expect(found.total == Self.filters[index].found.count)
        }
    }

    @Test func aConditionIsCountedBeforeTheSliceIsTaken() async throws {
        try await withStore { store async throws in
            try await Self.fill(store)
            for id in ["t-1", "t-3", "t-4"] as [InvokeID] {
                for instance in ["i-1", "i-2"] as [InstanceID] { try await store.end(key(id, instance), .success) }
            }
            var filter = Self.here
            filter.status = .success
            let found = try await store.invocations(filter, withOutput: false, slice: Slice(offset: 1, limit: 1))
            #expect(found.entries.map(\.id) == ["t-3"])
            #expect(found.total == 3)
        }
    }

    @Test func aListGoesOnWhereItWasAlthoughNewEntriesCame() async throws {
        try await withStore { store async throws in
            try await Self.fill(store)
            let first = try await store.invocations(
                Self.here, withOutput: false, slice: Slice(offset: 0, limit: 2))
            try await store.add(invocation("t-6"))
            let second = try await store.invocations(
                Self.here, withOutput: false,
                slice: Slice(after: first.next, limit: 2))
            #expect(first.entries.map(\.id) == ["t-5", "t-4"])
            #expect(second.entries.map(\.id) == ["t-3", "t-2"])
            #expect(second.total == 6 && second.next != nil)
        }
    }

    @Test func resultsAreInTheOrderOfTheCallNewestInvocationFirst() async throws {
        try await withStore { store async throws in
            try await Self.fill(store)
            let found = try await store.results(Self.here, slice: Slice(offset: 0, limit: 4))
            #expect(
                found.entries.map(\.result.key) == [
                    key("t-5", "i-2"), key("t-5", "i-1"), key("t-4", "i-2"), key("t-3", "i-2"),
                ])
            #expect(found.total == 8)
            #expect(found.entries.allSatisfy { $0.invocation.id == $0.result.invokeID })
            let rest = try await store.results(
                Self.here, slice: Slice(after: found.next, limit: 50))
            #expect(
                rest.entries.map(\.result.key) == [
                    key("t-3", "i-1"), key("t-2", "i-2"), key("t-1", "i-2"), key("t-1", "i-1"),
                ])
        }
    }

    @Test func resultsAreFilteredByStateAndInstance() async throws {
        try await withStore { store async throws in
            try await Self.fill(store)
            try await store.end(key("t-1", "i-1"), .failed)
            try await store.end(key("t-3", "i-2"), .timeout)
            var broken = Self.here
            broken.states = [.failed, .timeout]
            let states = try await store.results(broken, slice: Slice(offset: 0, limit: 9))
            #expect(states.entries.map(\.result.key) == [key("t-3", "i-2"), key("t-1", "i-1")])
            var filter = Self.here
            filter.instanceID = "i-1"
            filter.states = [.pending]
            let instance = try await store.results(filter, slice: Slice(offset: 0, limit: 9))
            #expect(instance.entries.map(\.result.key) == [key("t-5", "i-1"), key("t-3", "i-1")])
        }
    }

    @Test func outputIsLeftOutUnlessItIsAskedFor() async throws {
        try await withStore { store async throws in
            try await store.add(invocation("t-1"))
            _ = try await store.change(.keys([key("t-1")])) { record in
                var next = record
                next.output = [1, 2]
                return next
            }
            for (withOutput, output) in [(true, [1, 2] as [UInt8]), (false, [])] {
                let found = try await store.invocations(
                    Self.here, withOutput: withOutput, slice: Slice(offset: 0, limit: 1))
                #expect(found.entries.first?.results.first?.output == output)
            }
        }
    }

    @Test func commandsAreNewestFirst() async throws {
        try await withStore { store async throws in
            for id in ["c-1", "c-2", "c-3"] as [CommandID] {
                _ = try await store.add(command(id), in: "local", claim: nil, audit: line())
            }
            _ = try await store.add(command("c-4"), in: "elsewhere", claim: nil, audit: line())
            let here = CommandFilter(account: "local", region: "local")
            let found = try await store.commands(here, slice: Slice(limit: 2))
            #expect(found.entries.map(\.id) == ["c-3", "c-2"] && found.total == 3)
            let rest = try await store.commands(here, slice: Slice(after: found.next, limit: 2))
            #expect(rest.entries.map(\.id) == ["c-1"] && rest.next == nil)
            let others = CommandFilter(account: "other", region: "local")
            #expect(try await store.commands(others, slice: Slice(limit: 9)).entries.isEmpty)
        }
    }

    @Test func textThatLooksLikeSQLIsJustText() async throws {
        try await withStore { store async throws in
            let text = "x'; DROP TABLE result; --"
            try await store.add(invocation(InvokeID(text), on: [InstanceID(text)], command: command(name: text)))
            var filter = Self.here
            filter.commandName = text
            filter.invokeID = InvokeID(text)
            filter.instanceID = InstanceID(text)
            let found = try await store.invocations(
                filter, withOutput: true, slice: Slice(offset: 0, limit: 9))
            #expect(found.entries.map(\.id) == [InvokeID(text)])
            #expect(try await store.check().isEmpty)
        }
    }
}
