import CloudAssistant
import Runners
import Testing

@testable import Engine
@testable import Store

@Suite(.timeLimit(.minutes(4))) struct ChangeFeedTests {
    /// The changes up to one that is awaited.
    static func changes(_ stream: AsyncStream<Change>, until last: Change) async -> [Change] {
        var changes: [Change] = []
        for await change in stream {
            changes.append(change)
            if change == last { break }
        }
        return changes
    }

    @Test func aRunIsToldStepByStep() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.play(.ignoresStops)
            let stream = bench.service.changes()
            let id = try await bench.run { $0.keepsCommand = true }
            try await bench.reaches(.running, id)
            try await bench.stop(id)
            bench.runner.disk.end(key(id), .stopped)
            let seen = await Self.changes(stream, until: .result(key(id), .terminated))
            let command = try await bench.invocation(id).command.id
            #expect(
                seen == [
                    .command(command), .invocation(id), .result(key(id), .running), .result(key(id), .stopping),
                    .result(key(id), .terminated),
                ])
        }
    }

    @Test func tagsAreToldAndEveryListenerHearsEverything() async throws {
        try await EngineBench.with { bench async throws in
            let streams = [bench.service.changes(), bench.service.changes()]
            let command = try await bench.command("true\n")
            try await bench.service.tagInstance(
                "i-a", set: [TagFilter(key: "k")], remove: [], EngineBench.context())
            for stream in streams {
                let seen = await Self.changes(stream, until: .instances("silent"))
                #expect(seen == [.command(command), .instances("local"), .instances("other"), .instances("silent")])
            }
        }
    }

    @Test func aRefusedCallTellsNothing() async throws {
        try await EngineBench.with { bench async throws in
            let stream = bench.service.changes()
            _ = await code { _ = try await bench.run(on: ["i-none"]) }
            let id = try await bench.run { $0.run.repeatMode = "DryRun" }
            #expect(await Self.changes(stream, until: .invocation(id)) == [.invocation(id)])
        }
    }

    @Test func streamsEndWithTheService() async throws {
        try await EngineBench.with { bench async throws in
            let early = bench.service.changes()
            await bench.service.shutDown()
            for await _ in early {}
            for await _ in bench.service.changes() { Issue.record("a change after the end") }
        }
    }

    @Test func aSlowListenerIsToldThatItMissedSomething() async {
        let feed = ChangeFeed()
        let slow = feed.stream()
        let quick = feed.stream()
        var heard = 0
        var listener = quick.makeAsyncIterator()
        for number in 0..<5000 {
            feed.send(.invocation(InvokeID("t-\(number)")))
            if await listener.next() != nil { heard += 1 }
        }
        feed.finish()
        #expect(heard == 5000)
        #expect(await listener.next() == nil)
        var changes: [Change] = []
        for await change in slow { changes.append(change) }
        #expect(changes.contains(.missed))
        #expect(changes.count <= 4096)
        #expect(changes.suffix(2).contains(.invocation("t-4999")))
    }

    @Test func aListenerThatKeepsUpMissesNothing() async {
        let feed = ChangeFeed()
        let stream = feed.stream()
        for number in 0..<4096 { feed.send(.invocation(InvokeID("t-\(number)"))) }
        feed.finish()
        var count = 0
        for await change in stream {
            #expect(change == .invocation(InvokeID("t-\(count)")))
            count += 1
        }
        #expect(count == 4096)
    }
}

@Suite(.timeLimit(.minutes(4))) struct ReaderTests {
    @Test func aReaderAnswersQuestionsAndRefusesTheRestWithTheHoldersProcess() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.run()
            _ = try await bench.ended(id)
            let store = try Store(bench.directory, for: .reading)
            defer { store.close() }
            let reader = try await EmbeddedService.reader(
                store: store, fleet: EngineBench.fleet,
                configuration: EngineConfiguration(owner: EngineBench.owner, now: { EngineBench.start }),
                engineProcess: 4711)
            let context = EngineBench.context()
            let page = try await reader.describeInvocations(.init(regionID: "local"), context).page
            #expect(page.entries.map(\.id) == [id])
            #expect(page.entries.first?.state == .success)
            let calls: [@Sendable () async throws -> Void] = [
                { _ = try await reader.runCommand(EngineBench.request(), context) },
                { _ = try await reader.stopInvocation(.init(regionID: "local", invokeID: id), context) },
                { _ = try await reader.createCommand(AuditTests.create, context) },
                { try await reader.tagInstance("i-a", set: [], remove: ["k"], context) },
                {
                    let run = InvocationDraft(regionID: "local", instanceIDs: ["i-a"])
                    _ = try await reader.invokeCommand(.init(commandID: "memory", run: run), context)
                },
            ]
            for call in calls {
                let refused = try #require(await refusal(call))
                #expect(refused.code.known == .serviceUnavailable)
                #expect(refused.facts[.holder] == "4711")
            }
            #expect(try await bench.auditLines().count == 1)
            await reader.waitUntilLaunched()
            await reader.shutDown()
        }
    }
}
