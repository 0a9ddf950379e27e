import CloudAssistant
import GRDB
import Testing

@testable import Store

/// Commands that are changed and deleted.
@Suite struct CommandChangeTests {
    /// c-1, as an account has it.
    static func fill(_ store: Store) async throws {
        _ = try await store.add(command(content: "echo {{a}}\n"), in: "local", claim: nil, audit: line("CreateCommand"))
    }

    @Test func aChangeIsWrittenWithItsLineAndStartsFromWhatStandsThere() async throws {
        try await withStore { store async throws in
            try await Self.fill(store)
            let isKnown = try await store.change("c-1", in: "local", audit: line("ModifyCommand")) { before in
                var next = before
                next.name = before.name + "!"
                next.description = "new"
                next.content = "echo {{b}} {{c}}\n"
                next.workingDirectory = nil
                next.timeoutSeconds = 99
                next.launcher = nil
                return next
            }
            #expect(isKnown)
            let after = try #require(try await store.command("c-1", account: "local", region: "local"))
            #expect(after.name == "uptime!" && after.description == "new" && after.content == "echo {{b}} {{c}}\n")
            #expect(after.parameters.map(\.name) == ["b", "c"])
            #expect(after.workingDirectory == nil && after.timeoutSeconds == 99 && after.launcher == nil)
            #expect(after.tags == command().tags && after.resourceGroupID == "rg-1" && after.created == at(5))
            #expect(try await store.auditLines(limit: 9).map(\.action) == ["ModifyCommand", "CreateCommand"])
        }
    }

    @Test func twoChangesAtOnceBothStay() async throws {
        try await withStore { store async throws in
            try await Self.fill(store)
            try await withThrowingTaskGroup { group in
                for number in 1...20 {
                    group.addTask {
                        _ = try await store.change("c-1", in: "local", audit: line()) { before in
                            var next = before
                            next.timeoutSeconds += number
                            return next
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await store.command("c-1", account: "local", region: "local")?.timeoutSeconds == 30 + 210)
        }
    }

    @Test(arguments: [("c-2", "local", "local"), ("c-1", "elsewhere", "local"), ("c-1", "local", "other")])
    func anotherAccountsOrRegionsCommandIsUnknown(_ id: String, _ region: String, _ account: String) async throws {
        try await withStore { store async throws in
            try await Self.fill(store)
            let audit = line("X", account: account)
            let (id, region) = (CommandID(id), RegionID(region))
            #expect(try await store.change(id, in: region, audit: audit) { $0 } == false)
            #expect(try await store.delete(id, in: region, audit: audit) == .unknown)
            #expect(try await store.rows("command") == 1)
            #expect(try await store.rows("audit") == 1)
        }
    }

    @Test func aCommandGoesAndItsInvocationsStayAsTheyWere() async throws {
        try await withStore { store async throws in
            try await Self.fill(store)
            let kept = try #require(try await store.command("c-1", account: "local", region: "local"))
            var run = invocation("t-1", command: kept)
            run.ownsCommand = false
            try await store.add(run)
            try await store.end(key("t-1"), .success)
            #expect(try await store.delete("c-1", in: "local", audit: line("DeleteCommand")) == .deleted)
            #expect(try await store.command("c-1", account: "local", region: "local") == nil)
            #expect(try await store.invocation("t-1")?.command.content == "echo {{a}}\n")
            #expect(try await store.auditLines(limit: 1).map(\.action) == ["DeleteCommand"])
            #expect(try await store.delete("c-1", in: "local", audit: line()) == .unknown)
        }
    }

    @Test func aCommandOfWhichSomethingRunsStaysAndTheOpenRunsAreCounted() async throws {
        try await withStore { store async throws in
            try await Self.fill(store)
            try await store.add(invocation("t-1", on: ["i-1", "i-2", "i-3"]))
            try await store.add(invocation("t-2", command: command("c-2")))
            try await store.end(key("t-1", "i-2"), .failed)
            #expect(try await store.delete("c-1", in: "local", audit: line("DeleteCommand")) == .inUse(2))
            #expect(try await store.command("c-1", account: "local", region: "local") != nil)
            #expect(try await store.auditLines(limit: 9).contains { $0.action == "DeleteCommand" } == false)
            try await store.end(key("t-1", "i-1"), .success)
            try await store.end(key("t-1", "i-3"), .cancelled)
            #expect(try await store.delete("c-1", in: "local", audit: line()) == .deleted)
        }
    }

    @Test func aRunOfACommandThatWentMeanwhileIsNotWritten() async throws {
        try await withStore { store async throws in
            var run = invocation("t-1")
            run.ownsCommand = false
            let claim = TokenClaim(token: "t", action: "InvokeCommand", fingerprint: [1])
            #expect(try await store.add(run, keeping: nil, claim: claim, audit: line()) == .commandGone)
            for table in ["invocation", "result", "token", "audit"] { #expect(try await store.rows(table) == 0) }
            run.command.provider = "Flagdeck.Starter"
            #expect(try await store.add(run, keeping: nil, claim: claim, audit: line()) == .accepted)
        }
    }

    /// The audit line cannot be written, and then nothing is.
    @Test func aDeedWithoutItsLineIsNotDone() async throws {
        try await withStore { store async throws in
            try await Self.fill(store)
            try await store.commit { db in
                try db.execute(
                    sql: "CREATE TRIGGER refuse BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no'); END")
            }
            let before = try await store.command("c-1", account: "local", region: "local")
            #expect(
                await storeError {
                    _ = try await store.change("c-1", in: "local", audit: line()) { command in
                        var next = command
                        next.name = "other"
                        return next
                    }
                } == .other(code: 1811))
            #expect(
                await storeError { _ = try await store.delete("c-1", in: "local", audit: line()) }
                    == .other(code: 1811))
            #expect(try await store.command("c-1", account: "local", region: "local") == before)
        }
    }
}
