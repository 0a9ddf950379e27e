import CloudAssistant
import Testing

@testable import Store

@Suite struct ClientTokenTests {
    static let claim = TokenClaim(token: "token", action: "InvokeCommand", fingerprint: [1, 2])

    static func answer(_ invoke: InvokeID) -> Decision { .repeated(commandID: "c-1", invokeID: invoke) }

    static func again(_ store: Store, _ claim: TokenClaim, at time: Timestamp = at(0)) async throws -> Decision {
        try await store.add(invocation("t-2", created: time), keeping: nil, claim: claim, audit: line(at: time))
    }

    @Test func aRepeatedTokenIsAnsweredWithTheFirstIdsAndNothingIsWritten() async throws {
        try await withStore { store async throws in
            try await store.add(invocation("t-1"), claim: Self.claim)
            #expect(try await Self.again(store, Self.claim) == Self.answer("t-1"))
            #expect(try await store.rows("invocation") == 1)
            #expect(try await store.rows("audit") == 1)
            let look = try await store.verdict(Self.claim, account: "local", region: "local", at: at(1))
            #expect(look == .repeated(commandID: "c-1", invokeID: "t-1"))
        }
    }

    @Test func aTokenWithOtherParametersIsToldApart() async throws {
        try await withStore { store async throws in
            try await store.add(invocation("t-1"), claim: Self.claim)
            var other = Self.claim
            other.fingerprint = [1, 3]
            #expect(try await Self.again(store, other) == .changed)
            #expect(try await store.rows("invocation") == 1)
        }
    }

    static let strangers: [(name: String, token: String, action: String)] = [
        ("case counts", "TOKEN", "InvokeCommand"), ("another token", "token2", "InvokeCommand"),
        ("another action", "token", "RunCommand"),
    ]

    @Test(arguments: strangers) func tokensMeetOnlyThemselves(_ name: String, _ token: String, _ action: String)
        async throws
    {
        try await withStore { store async throws in
            try await store.add(invocation("t-1"), claim: Self.claim)
            let stranger = TokenClaim(token: token, action: action, fingerprint: [9])
            #expect(try await Self.again(store, stranger) == .accepted)
        }
    }

    @Test func tokensOfOtherAccountsAndRegionsAreNotMet() async throws {
        try await withStore { store async throws in
            try await store.add(invocation("t-1"), claim: Self.claim)
            for (account, region) in [("other", RegionID("local")), ("local", RegionID("elsewhere"))] {
                let verdict = try await store.verdict(Self.claim, account: account, region: region, at: at(0))
                #expect(verdict == .new)
            }
        }
    }

    @Test func aTokenLivesADay() async throws {
        try await withStore { store async throws in
            try await store.add(invocation("t-1"), claim: Self.claim)
            let day = at(0).adding(seconds: Store.tokenLifeSeconds)
            let before = Timestamp(milliseconds: day.milliseconds - 1)
            #expect(try await Self.again(store, Self.claim, at: before) == Self.answer("t-1"))
            #expect(try await Self.again(store, Self.claim, at: day) == .accepted)
            #expect(try await Self.again(store, Self.claim, at: day) == Self.answer("t-2"))
            #expect(try await store.rows("token") == 1)
        }
    }

    @Test func ofManyTwinsAtOnceOneIsNew() async throws {
        try await withStore { store async throws in
            let verdicts = await withTaskGroup { group in
                for number in 0..<40 {
                    group.addTask {
                        try? await store.add(
                            invocation(InvokeID("t-\(number)")), keeping: nil, claim: Self.claim, audit: line())
                    }
                }
                return await group.reduce(into: [Decision]()) { $0.append(contentsOf: [$1].compactMap { $0 }) }
            }
            #expect(verdicts.count == 40)
            #expect(verdicts.filter { $0 == .accepted }.count == 1)
            #expect(Set(verdicts).count == 2)
            #expect(try await store.rows("invocation") == 1)
        }
    }

    @Test func aCommandsTokenIsRepeatedToo() async throws {
        try await withStore { store async throws in
            let claim = TokenClaim(token: "token", action: "CreateCommand", fingerprint: [1])
            #expect(try await store.add(command("c-1"), in: "local", claim: claim, audit: line()) == .accepted)
            let second = try await store.add(command("c-2"), in: "local", claim: claim, audit: line())
            #expect(second == .repeated(commandID: "c-1", invokeID: ""))
            #expect(try await store.rows("command") == 1)
            #expect(try await store.rows("audit") == 1)
        }
    }
}
