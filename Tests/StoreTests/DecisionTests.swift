import CloudAssistant
import GRDB
import Testing

@testable import Store

/// What is decided is on disk as a whole or not at all.
@Suite struct DecisionTests {
    @Test func anInvocationIsWrittenWithItsResultsItsTokenItsCommandAndItsLine() async throws {
        try await withStore { store async throws in
            let claim = TokenClaim(token: "t", action: "RunCommand", fingerprint: [1])
            let kept = command()
            let verdict = try await store.add(
                invocation("t-1", on: ["i-2", "i-1"], command: kept), keeping: kept, claim: claim, audit: line())
            #expect(verdict == .accepted)
            #expect(try await store.rows("invocation") == 1)
            #expect(try await store.rows("result") == 2)
            #expect(try await store.rows("command") == 1)
            #expect(try await store.rows("token") == 1)
            #expect(try await store.rows("audit") == 1)
        }
    }

    /// The last statement of the decision fails in each of its tables in turn, and nothing of it is kept.
    @Test(arguments: ["token", "command", "invocation", "result", "audit"])
    func aDecisionThatFailsInOneTableLeavesNothingInAny(_ table: String) async throws {
        try await withStore { store async throws in
            try await store.commit { db in
                try db.execute(
                    sql: """
                        CREATE TRIGGER refuse BEFORE INSERT ON \(table) BEGIN SELECT RAISE(ABORT, 'no'); END
                        """)
            }
            let claim = TokenClaim(token: "t", action: "RunCommand", fingerprint: [1])
            let error = await storeError {
                _ = try await store.add(
                    invocation("t-1", on: ["i-1", "i-2"]), keeping: command(), claim: claim, audit: line())
            }
            #expect(error == .other(code: 1811))
            for table in ["token", "command", "invocation", "result", "audit"] {
                #expect(try await store.rows(table) == 0, "\(table)")
            }
        }
    }

    @Test func aCommandIsWrittenWithItsTokenAndItsLineAndReadAsItWas() async throws {
        try await withStore { store async throws in
            let claim = TokenClaim(token: "t", action: "CreateCommand", fingerprint: [1])
            let made = command(content: "echo {{name}} {{other}}\n")
            #expect(try await store.add(made, in: "local", claim: claim, audit: line("CreateCommand")) == .accepted)
            #expect(try await store.command("c-1", account: "local", region: "local") == made)
            #expect(try await store.command("c-1", account: "other", region: "local") == nil)
            #expect(try await store.command("c-1", account: "local", region: "elsewhere") == nil)
            #expect(try await store.rows("token") == 1)
            #expect(try await store.auditLines(limit: 9).map(\.action) == ["CreateCommand"])
        }
    }

    @Test func anInvocationIsReadAsItWasAfterTheStoreIsOpenedAgain() async throws {
        try await withStateDirectory { directory async throws in
            var made = invocation("t-1", on: ["i-2", "i-1"])
            made.command.parameters = [ParameterDefinition(name: "path", defaultValue: "/")]
            let first = try Store(directory, for: .engine)
            try await first.add(made)
            first.close()
            let second = try Store(directory, for: .engine)
            defer { second.close() }
            let read = try #require(try await second.invocation("t-1"))
            #expect(read.results == made.results)
            #expect(read.parameters == made.parameters)
            #expect(read.caller == made.caller)
            #expect(read.tags == made.tags)
            #expect(read.command.content == made.command.content)
            #expect(read.command.parameters == made.command.parameters)
            #expect(read.username == "bob" && read.workingDirectory == "/tmp" && read.launcher == nil)
            #expect(read.timeoutSeconds == 70 && read.terminationMode == .processTree && read.ownsCommand)
            #expect(read.resourceGroupID == "rg-2" && read.created == made.created && read.state == .pending)
            #expect(try await second.invocation("t-2") == nil)
        }
    }

    @Test func aCommandCountsItsInvocations() async throws {
        try await withStore { store async throws in
            _ = try await store.add(command(), in: "local", claim: nil, audit: line())
            for number in 1...3 { try await store.add(invocation(InvokeID("t-\(number)"))) }
            #expect(try await store.command("c-1", account: "local", region: "local")?.invokeTimes == 3)
            for (most, account, isReached) in [(1, "local", true), (2, "local", false), (1, "other", false)] {
                #expect(
                    try await store.isReached(.commands(most), account: account, region: "local") == isReached)
            }
        }
    }

    @Test func invocationsOfADayAreCountedByAccountAndRegion() async throws {
        try await withStore { store async throws in
            // One a day.
            let day: Int64 = 86_400_000
            for number in 1...3 {
                try await store.add(invocation(InvokeID("t-\(number)"), created: at(Int64(number) * day)))
            }
            try await store.add(invocation("t-4", account: "other"))
            let has = { count, account, region, moment in
                try await store.isReached(.invocations(count, since: moment), account: account, region: region)
            }
            #expect(try await has(3, "local", "local", at(day)))
            #expect(try await !has(4, "local", "local", at(0)))
            #expect(try await !has(3, "local", "local", at(2 * day)))
            #expect(try await has(2, "local", "local", at(2 * day)))
            #expect(try await !has(1, "local", "elsewhere", at(0)))
            #expect(try await has(1, "other", "local", at(0)))
        }
    }

    /// However many calls come at once, a quota holds.
    @Test func callsAtTheSameTimeDoNotExceedAQuotaTogether() async throws {
        try await withStore { store async throws in
            let quota = Quota.invocations(5, since: at(0))
            let decisions = await withTaskGroup { group in
                for number in 0..<40 {
                    group.addTask {
                        try? await store.add(
                            invocation(InvokeID("t-\(number)")), keeping: nil, claim: nil, quotas: [quota],
                            audit: line())
                    }
                }
                return await group.reduce(into: [Decision?]()) { $0.append($1) }
            }
            #expect(decisions.filter { $0 == .accepted }.count == 5)
            #expect(decisions.filter { $0 == .overQuota(quota) }.count == 35)
            #expect(try await store.rows("invocation") == 5)
            #expect(try await store.rows("audit") == 5)
        }
    }

    @Test func aTokenDecidesBeforeAQuota() async throws {
        try await withStore { store async throws in
            let claim = TokenClaim(token: "t", action: "CreateCommand", fingerprint: [1])
            let add = { (id: CommandID, claim: TokenClaim?) in
                try await store.add(command(id), in: "local", claim: claim, quotas: [.commands(1)], audit: line())
            }
            #expect(try await add("c-1", claim) == .accepted)
            #expect(try await add("c-2", claim) == .repeated(commandID: "c-1", invokeID: ""))
            #expect(try await add("c-3", nil) == .overQuota(.commands(1)))
        }
    }

    @Test func aValueIsMadeOnce() async throws {
        try await withStore { store async throws in
            #expect(try await store.value("x") { "first" } == "first")
            #expect(try await store.value("x") { "second" } == "first")
            let id = try await store.instanceID(at: at(0))
            #expect(id.text.hasPrefix("i-"))
            #expect(try await store.instanceID(at: at(1000)) == id)
        }
    }
}
