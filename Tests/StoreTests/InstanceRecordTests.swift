import CloudAssistant
import Testing

@testable import Store

@Suite struct InstanceRecordTests {
    @Test func tagsAreSetReplacedAndRemovedWithTheirLine() async throws {
        try await withStore { store async throws in
            try await store.tag("i-1", set: [Tag("env", "test"), Tag("team", "ops")], remove: [], audit: line("Tag"))
            try await store.tag("i-2", set: [Tag("env", "prod")], remove: [], audit: line("Tag"))
            try await store.tag("i-1", set: [Tag("env", "prod")], remove: ["team", "none"], audit: line("Tag"))
            #expect(try await store.instanceTags() == ["i-1": [Tag("env", "prod")], "i-2": [Tag("env", "prod")]])
            #expect(try await store.auditLines(limit: 9).count == 3)
        }
    }

    @Test func activityIsCountedByInstance() async throws {
        try await withStore { store async throws in
            try await store.add(invocation("t-1", on: ["i-1", "i-2"], created: at(1)))
            try await store.add(invocation("t-2", on: ["i-1"], created: at(2)))
            try await store.end(key("t-1"), .failed)
            let activity = try await store.activity(of: ["i-1", "i-2", "i-3"])
            #expect(activity["i-1"] == InstanceActivity(invocations: 2, active: 1, last: at(2)))
            #expect(activity["i-2"] == InstanceActivity(invocations: 1, active: 1, last: at(1)))
            #expect(activity["i-3"] == nil)
            #expect(try await store.activity(of: ["i-2"]) == ["i-2": activity["i-2"]])
            #expect(try await store.activity(of: []).isEmpty)
        }
    }
}

@Suite struct AuditTests {
    @Test func linesAreReadAsTheyWereWrittenNewestFirst() async throws {
        try await withStore { store async throws in
            var first = line("InvokeCommand")
            first.targets = ["i-1", "i-2"]
            first.subject = "t-1"
            var second = line("StopInvocation", at: at(1))
            second.outcome = "Forbidden.RAM"
            second.context.caller.userID = nil
            second.context.source = .console
            try await store.append(first)
            try await store.append(second)
            #expect(try await store.auditLines(limit: 9) == [second, first])
            #expect(try await store.auditLines(limit: 1) == [second])
        }
    }

    @Test func ofManyTargetsAHundredAreNamed() async throws {
        try await withStore { store async throws in
            var long = line()
            long.targets = (0..<150).map { InstanceID("i-\($0)") }
            try await store.append(long)
            #expect(try await store.auditLines(limit: 1).first?.targets.count == 100)
        }
    }
}
