import CloudAssistant
import Runners
import Testing

@testable import Engine

/// The lists: pages, filters, order.
@Suite(.timeLimit(.minutes(4))) struct ListTests {
    /// Everything of a list, page by page.
    static func all<Entry>(by count: Int, _ page: (Paging) async throws -> Page<Entry>) async throws -> [Entry] {
        var entries: [Entry] = []
        var token: String?
        repeat {
            let next = try await page(Paging(maxResults: count, nextToken: token))
            entries += next.entries
            token = next.nextToken
            try #require(entries.count <= 1000)
        } while token != nil
        return entries
    }

    @Test(arguments: [1, 2, 3, 50]) func tokensLeadThroughEveryList(_ count: Int) async throws {
        try await EngineBench.with { bench async throws in
            var ids: [InvokeID] = []
            var commands: [CommandID] = []
            for _ in 0..<5 {
                ids.insert(try await bench.run(on: ["i-b", "i-a"]), at: 0)
                commands.insert(try await bench.command("true\n"), at: 0)
            }
            let (service, context) = (bench.service, EngineBench.context())
            let invocations = try await Self.all(by: count) {
                try await service.describeInvocations(.init(regionID: "local", paging: $0), context).page
            }
            #expect(invocations.map(\.id) == ids)
            let results = try await Self.all(by: count) {
                try await service.describeInvocationResults(.init(regionID: "local", paging: $0), context).page
            }
            #expect(results.map(\.result.key) == ids.flatMap { [key($0, "i-b"), key($0, "i-a")] })
            let kept = try await Self.all(by: count) {
                try await service.describeCommands(.init(regionID: "local", paging: $0), context).page
            }
            #expect(kept.map(\.id) == commands)
            let starters = try await Self.all(by: count) {
                try await service.describeCommands(.init(regionID: "local", provider: "Flagdeck", paging: $0), context)
                    .page
            }
            #expect(starters == StarterLibrary.commands)
            let statuses = try await Self.all(by: count) {
                try await service.describeCloudAssistantStatus(.init(regionID: "local", paging: $0), context).page
            }
            #expect(statuses.map(\.instanceID) == ["i-a", "i-b", "i-c", "i-group", "i-off", "i-win"])
        }
    }

    @Test func instancesComeInTensAtLeast() async throws {
        try await EngineBench.with { bench async throws in
            for (asked, size) in [(1, 10), (10, 10), (1000, 100)] {
                let page = try await bench.service.describeInstances(
                    .init(regionID: "local", paging: Paging(maxResults: asked)), EngineBench.context()
                ).page
                #expect(page.pageSize == size)
                #expect(page.entries.map(\.id) == ["i-a", "i-b", "i-c", "i-group", "i-off", "i-win"])
            }
        }
    }

    @Test func pagesAreCounted() async throws {
        try await EngineBench.with { bench async throws in
            var ids: [InvokeID] = []
            for _ in 0..<5 { ids.insert(try await bench.run(), at: 0) }
            for (number, expected) in [(1, ids[0..<2]), (2, ids[2..<4]), (3, ids[4..<5]), (4, ids[5..<5])] {
                let page = try await bench.service.describeInvocations(
                    .init(regionID: "local", paging: Paging(pageNumber: number, pageSize: 2)), EngineBench.context()
                ).page
                #expect(page.entries.map(\.id) == Array(expected))
                #expect(page.totalCount == 5 && page.pageNumber == number && page.pageSize == 2)
            }
        }
    }

    @Test func whatCameLaterDoesNotShiftAListThatIsBeingRead() async throws {
        try await EngineBench.with { bench async throws in
            let first = try await bench.run()
            let second = try await bench.run()
            let list = { (token: String?) in
                try await bench.service.describeInvocations(
                    .init(regionID: "local", paging: Paging(maxResults: 1, nextToken: token)), EngineBench.context()
                ).page
            }
            let page = try await list(nil)
            _ = try await bench.run()
            let rest = try await list(page.nextToken)
            #expect(page.entries.map(\.id) == [second])
            #expect(rest.entries.map(\.id) == [first])
            #expect(rest.nextToken == nil)
        }
    }

    /// What each word finds among: succeeded, failed, timed out, stopped, running, and one half failed.
    static let words: [(word: String?, found: Set<String>)] = [
        (nil, ["ok", "bad", "late", "off", "on", "mixed"]), ("", ["ok", "bad", "late", "off", "on", "mixed"]),
        ("Success", ["ok"]), ("Failed", ["bad", "late"]), ("Stopped", ["off"]), ("Running", ["on"]),
        // The older word for scripts that ended, whatever their exit code.
        ("Finished", ["ok", "bad", "mixed"]), ("PartialFailed", ["mixed"]), ("Stopping", []), ("Pending", []),
        ("Scheduled", []),
    ]

    @Test(arguments: words.indices) func wordsFindInvocationsByTheirState(_ index: Int) async throws {
        let (word, found) = Self.words[index]
        try await EngineBench.with { bench async throws in
            bench.runner.play { order in
                switch String(decoding: order.script, as: UTF8.self) {
                case "ok": .ends(.exited(code: 0))
                case "late": .ends(.timedOut)
                case "on", "off": .runs
                default: .ends(.exited(code: order.key.instanceID == "i-a" ? 1 : 0))
                }
            }
            for name in ["ok", "bad", "late", "off", "on"] { _ = try await bench.named(name, on: ["i-a"]) }
            _ = try await bench.named("mixed", on: ["i-a", "i-b"])
            let page = try await bench.service.describeInvocations(
                .init(regionID: "local", invokeStatus: word), EngineBench.context()
            ).page
            #expect(Set(page.entries.map(\.command.name)) == found)
            #expect(page.totalCount == found.count)
        }
    }

    @Test func anUnknownInvocationIsAnEmptyList() async throws {
        try await EngineBench.with { bench async throws in
            let context = EngineBench.context()
            let page = try await bench.service.describeInvocationResults(
                .init(regionID: "local", invokeID: "t-none"), context
            ).page
            #expect(page.entries.isEmpty && page.totalCount == 0 && page.nextToken == nil)
        }
    }

    @Test func anEmptyListOfInstanceIdsMatchesNothing() async throws {
        try await EngineBench.with { bench async throws in
            for (ids, count) in [([], 0), (nil, 6), (["i-a", "i-none"], 1)] as [([InstanceID]?, Int)] {
                let page = try await bench.service.describeInstances(
                    .init(regionID: "local", instanceIDs: ids), EngineBench.context()
                ).page
                #expect(page.totalCount == count)
            }
        }
    }

    static let names: [(name: String, provider: String?, found: [String])] = [
        ("kept", nil, ["kept"]), ("ept", nil, []), ("*ept", nil, ["kept"]), ("ke*", nil, ["kept"]),
        ("*ep*", nil, ["kept"]), ("memory", nil, []), ("memory", "Flagdeck", ["memory"]),
        ("emor", "Flagdeck.Starter", ["memory"]), ("-usage", "Flagdeck", ["disk-usage", "inode-usage"]),
        ("kept", "Flagdeck", []),
        ("memory", "AlibabaCloud", []),
    ]

    @Test(arguments: names.indices) func commandsAreFoundByName(_ index: Int) async throws {
        let (name, provider, found) = Self.names[index]
        try await EngineBench.with { bench async throws in
            _ = try await bench.command("true\n")
            let page = try await bench.service.describeCommands(
                .init(regionID: "local", name: name, provider: provider), EngineBench.context()
            ).page
            #expect(page.entries.map(\.name) == found)
        }
    }

    @Test func regionsAndStatusesAreTold() async throws {
        try await EngineBench.with { bench async throws in
            let (service, context) = (bench.service, EngineBench.context())
            let regions = try await service.describeRegions(.init(), context).regions
            #expect(regions.map(\.id) == ["local", "other", "silent"])
            _ = try await bench.ended(bench.run(on: ["i-a"]))
            bench.runner.play(.runs)
            _ = try await bench.run(on: ["i-a"])
            let statuses = try await service.describeCloudAssistantStatus(
                .init(regionID: "local", instanceIDs: ["i-a", "i-off", "i-win"]), context
            ).page.entries
            #expect(statuses.map(\.isOnline) == [true, false, false])
            #expect(statuses.map(\.version) == ["2.2.4.1065", "", ""])
            #expect(statuses.map(\.invocationCount) == [2, 0, 0])
            #expect(statuses.map(\.activeTaskCount) == [1, 0, 0])
            #expect(statuses.first?.lastHeartbeat == EngineBench.start)
        }
    }
}

extension EngineBench {
    /// A run whose script is its name, brought to where the name says.
    fileprivate func named(_ name: String, on instances: [InstanceID]) async throws -> InvokeID {
        let id = try await run(name, on: instances) { $0.command.name = name }
        guard name == "on" || name == "off" else { return try await ended(id).id }
        try await reaches(.running, id)
        guard name == "off" else { return id }
        try await stop(id)
        return try await ended(id).id
    }
}
