import CloudAssistant
import TestSupport
import Testing

@testable import Engine

/// The tokens that lead through lists, and both styles of paging on every one of them.
@Suite(.timeLimit(.minutes(4))) struct PageTests {
    typealias List = @Sendable (EngineBench, Paging) async throws -> (ids: [String], token: String?, total: Int)

    /// Every list by its action, each entry by a name.
    static let lists: [(name: String, call: List)] = [
        (
            "DescribeInvocations",
            { bench, paging in
                let page = try await bench.service.describeInvocations(
                    .init(regionID: "local", paging: paging), EngineBench.context()
                ).page
                return (page.entries.map(\.id.text), page.nextToken, page.totalCount)
            }
        ),
        (
            "DescribeInvocationResults",
            { bench, paging in
                let page = try await bench.service.describeInvocationResults(
                    .init(regionID: "local", paging: paging), EngineBench.context()
                ).page
                return (page.entries.map { "\($0.result.key)" }, page.nextToken, page.totalCount)
            }
        ),
        (
            "DescribeCommands",
            { bench, paging in
                let page = try await bench.service.describeCommands(
                    .init(regionID: "local", paging: paging), EngineBench.context()
                ).page
                return (page.entries.map(\.id.text), page.nextToken, page.totalCount)
            }
        ),
        (
            "DescribeCommands of a provider",
            { bench, paging in
                let page = try await bench.service.describeCommands(
                    .init(regionID: "local", provider: "Flagdeck", paging: paging), EngineBench.context()
                ).page
                return (page.entries.map(\.id.text), page.nextToken, page.totalCount)
            }
        ),
        (
            "DescribeCloudAssistantStatus",
            { bench, paging in
                let page = try await bench.service.describeCloudAssistantStatus(
                    .init(regionID: "local", paging: paging), EngineBench.context()
                ).page
                return (page.entries.map(\.instanceID.text), page.nextToken, page.totalCount)
            }
        ),
    ]

    static func fill(_ bench: EngineBench) async throws {
        for _ in 0..<3 {
            _ = try await bench.run(on: ["i-a", "i-b"])
            _ = try await bench.command("true\n")
        }
    }

    @Test(arguments: lists.indices) func bothStylesLeadThroughTheSameList(_ index: Int) async throws {
        let list = Self.lists[index].call
        try await EngineBench.with { bench async throws in
            try await Self.fill(bench)
            let whole = try await list(bench, Paging(maxResults: 50))
            try #require(whole.ids.count >= 3 && whole.token == nil)
            var byToken: [String] = []
            var token: String?
            repeat {
                let page = try await list(bench, Paging(maxResults: 2, nextToken: token))
                byToken += page.ids
                token = page.token
                try #require(byToken.count <= whole.ids.count)
            } while token != nil
            #expect(byToken == whole.ids)
            var byPage: [String] = []
            for number in 1...(whole.ids.count + 1) / 2 {
                let page = try await list(bench, Paging(pageNumber: number, pageSize: 2))
                byPage += page.ids
                #expect(page.total == whole.ids.count)
            }
            #expect(byPage == whole.ids)
            // A page also says where to go on by token, and when both are given the token counts.
            let first = try await list(bench, Paging(pageNumber: 1, pageSize: 2))
            let second = try await list(
                bench, Paging(nextToken: first.token ?? "none", pageNumber: 77, pageSize: 999))
            #expect(second.ids == Array(whole.ids.dropFirst(2).prefix(10)))
        }
    }

    static let mistakes: [(paging: Paging, code: APIErrorCode?)] = [
        (Paging(pageNumber: 0), .invalidParamPageNumber), (Paging(pageNumber: 1), nil),
        (Paging(pageNumber: -1), .invalidParamPageNumber), (Paging(pageNumber: .max), .invalidParamPageNumber),
        (Paging(pageNumber: 1_000_000_000), nil), (Paging(pageSize: 0), .invalidParamPageSize),
        (Paging(pageSize: -5), .invalidParamPageSize), (Paging(pageSize: 51), .invalidParamPageSize),
        (Paging(pageSize: 50), nil), (Paging(pageSize: .max), .invalidParamPageSize),
        (Paging(maxResults: 0), .invalidParameterMaxResults), (Paging(maxResults: 50), nil),
        (Paging(maxResults: 51), .invalidParameterMaxResults), (Paging(maxResults: .min), .invalidParameterMaxResults),
        (Paging(maxResults: 10, pageNumber: 0, pageSize: 0), nil), (Paging(nextToken: ""), nil),
        (Paging(nextToken: "x"), .invalidParameterNextToken),
    ]

    @Test(arguments: lists.indices) func whatIsOutOfRangeHasItsCodeOnEveryList(_ index: Int) async throws {
        try await EngineBench.with { bench async throws in
            for (paging, expected) in Self.mistakes {
                let refused = await code { _ = try await Self.lists[index].call(bench, paging) }
                #expect(refused == expected, "\(paging)")
            }
        }
    }

    @Test func tokensThatWereMadeUpOrChangedOpenNothing() async throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var numbers = Seeded(seed)
        try await EngineBench.with { bench async throws in
            try await Self.fill(bench)
            let token = try #require(try await Self.lists[0].call(bench, Paging(maxResults: 1)).token)
            #expect(token.allSatisfy { $0.isHexDigit } && !token.contains("local"))
            var forged = [
                "", "0-0", "x", "0", "中文", String(repeating: "0", count: 100_000), token + "00", "00" + token,
            ]
            forged += [String(token.dropLast(2)), String(token.dropFirst(2)), token.uppercased()].filter { $0 != token }
            let digits = Array("0123456789abcdef")
            for _ in 0..<200 {
                var letters = Array(token)
                let place = Int.random(in: 0..<letters.count, using: &numbers)
                letters[place] = digits.filter { $0 != letters[place] }.randomElement(using: &numbers) ?? "0"
                forged.append(String(letters))
            }
            for text in forged where !text.isEmpty {
                let refused = await code { _ = try await Self.lists[0].call(bench, Paging(nextToken: text)) }
                #expect(refused == .invalidParameterNextToken, "seed \(seed): \(text.prefix(200))")
            }
        }
    }

    @Test func aTokenIsOfOneListOnly() async throws {
        try await EngineBench.with { bench async throws in
            try await Self.fill(bench)
            let token = try #require(try await Self.lists[0].call(bench, Paging(maxResults: 1)).token)
            for list in Self.lists.dropFirst() {
                let refused = await code { _ = try await list.call(bench, Paging(nextToken: token)) }
                #expect(refused == .invalidParameterNextToken, "\(list.name)")
            }
            let filtered = await code {
                _ = try await bench.service.describeInvocations(
                    .init(regionID: "local", invokeStatus: "Success", paging: Paging(nextToken: token)),
                    EngineBench.context())
            }
            #expect(filtered == .invalidParameterNextToken)
            let other = CallContext(
                caller: Caller(account: "other", name: "bob", userID: EngineBench.owner), source: .library,
                requestID: "R-2")
            let foreign = await code {
                _ = try await bench.service.describeInvocations(
                    .init(regionID: "local", paging: Paging(nextToken: token)), other)
            }
            #expect(foreign == .invalidParameterNextToken)
            // The same list by another size of page goes on.
            let rest = try await Self.lists[0].call(bench, Paging(maxResults: 50, nextToken: token))
            #expect(rest.ids.count == 2)
        }
    }

    @Test func aTokenHoldsAfterARestartAndWhileRowsComeAndGo() async throws {
        try await EngineBench.with { bench async throws in
            var commands: [CommandID] = []
            for _ in 0..<4 { commands.insert(try await bench.command("true\n"), at: 0) }
            let first = try await Self.lists[2].call(bench, Paging(maxResults: 2))
            #expect(first.ids == commands.prefix(2).map(\.text))
            let next = try await bench.restarted()
            for gone in commands.prefix(2) {
                _ = try await next.service.deleteCommand(
                    .init(regionID: "local", commandID: gone), EngineBench.context())
            }
            _ = try await next.command("true\n")
            let rest = try await Self.lists[2].call(next, Paging(maxResults: 2, nextToken: first.token))
            #expect(rest.ids == commands.dropFirst(2).map(\.text))
            #expect(rest.token == nil)
            await next.close()
        }
    }

    @Test func aListIsCountedInFullOnlyWhereItsLengthIsAskedFor() async throws {
        try await EngineBench.with { bench async throws in
            let window = { (paging: Paging) in try paging.window { _ in nil } }
            #expect(try window(Paging()).isCounted && window(Paging(pageSize: 5)).isCounted)
            #expect(try !window(Paging(maxResults: 5)).isCounted)
        }
    }
}
