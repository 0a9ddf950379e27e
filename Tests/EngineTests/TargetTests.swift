import CloudAssistant
import Runners
import Store
import TestSupport
import Testing

@testable import Engine

/// Which instances a call reaches, and previews of that.
@Suite(.timeLimit(.minutes(4))) struct TargetTests {
    static let selections: [(tags: [TagFilter], instances: [InstanceID])] = [
        ([TagFilter(key: "env", value: "prod")], ["i-a", "i-b"]),
        ([TagFilter(key: "env")], ["i-a", "i-b", "i-c"]),
        ([TagFilter(key: "env", value: "")], ["i-a", "i-b", "i-c"]),
        ([TagFilter(key: "env", value: "prod"), TagFilter(key: "team", value: "ops")], ["i-a"]),
    ]

    @Test(arguments: selections.indices) func resourceTagsSelectInstancesWithAllOfThem(_ index: Int) async throws {
        let (tags, instances) = Self.selections[index]
        try await EngineBench.with { bench async throws in
            let invocation = try await bench.ended(bench.run(on: []) { $0.run.resourceTags = tags })
            #expect(invocation.results.map(\.instanceID) == instances)
            #expect(invocation.results.allSatisfy { $0.state == .success })
        }
    }

    @Test func aSelectionIsFrozenWhenItIsMade() async throws {
        try await EngineBench.with({ $0.concurrency = 1 }) { bench async throws in
            bench.runner.play(.runs)
            let id = try await bench.run(on: []) { $0.run.resourceTags = [TagFilter(key: "env", value: "prod")] }
            try await bench.service.tagInstance("i-b", set: [], remove: ["env"], EngineBench.context())
            let tag = TagFilter(key: "env", value: "prod")
            try await bench.service.tagInstance("i-c", set: [tag], remove: [], EngineBench.context())
            try await eventually("the first runs") { bench.runner.disk.starts.count == 1 }
            bench.runner.play(.ends(.exited(code: 0)))
            bench.runner.disk.end(key(id), .exited(code: 0))
            #expect(try await bench.ended(id).results.map(\.instanceID) == ["i-a", "i-b"])
            let next = try await bench.run(on: []) { $0.run.resourceTags = [TagFilter(key: "env", value: "prod")] }
            // i-b has the inventory's tag back, as an operator's removal only takes away what an operator gave.
            #expect(try await bench.ended(next).results.map(\.instanceID) == ["i-a", "i-b", "i-c"])
        }
    }

    @Test func operatorsTagsLieOverThoseOfTheInventoryAlsoAfterARestart() async throws {
        try await EngineBench.with { first async throws in
            let tags = [TagFilter(key: "env", value: "new"), TagFilter(key: "own")]
            try await first.service.tagInstance("i-a", set: tags, remove: [], EngineBench.context())
            let bench = try await first.restarted()
            for bench in [bench] {
                let page = try await bench.service.describeInstances(
                    .init(regionID: "local", instanceIDs: ["i-a"]), EngineBench.context()
                ).page
                #expect(page.entries.first?.tags.map(\.key) == ["env", "own", "team"])
                #expect(page.entries.first?.tags.first?.value == "new")
            }
            try await bench.service.tagInstance("i-a", set: [], remove: ["env", "own"], EngineBench.context())
            let page = try await bench.service.describeInstances(
                .init(regionID: "local", instanceIDs: ["i-a"]), EngineBench.context()
            ).page
            #expect(page.entries.first?.tags.map(\.value) == ["prod", "ops"])
            await bench.close()
        }
    }

    @Test func tagsGivenAtTheSameTimeAreAllInForce() async throws {
        try await EngineBench.with { bench async throws in
            try await withThrowingTaskGroup { group in
                for number in 0..<20 {
                    group.addTask {
                        let tag = TagFilter(key: "k\(number)", value: "v")
                        try await bench.service.tagInstance("i-a", set: [tag], remove: [], EngineBench.context())
                        let found = try await bench.service.describeInstances(
                            .init(regionID: "local", tags: [tag]), EngineBench.context())
                        #expect(found.page.entries.map(\.id) == ["i-a"])
                    }
                }
                try await group.waitForAll()
            }
            let found = try await bench.service.describeInstances(
                .init(regionID: "local", instanceIDs: ["i-a"]), EngineBench.context())
            #expect(found.page.entries.first?.tags.count == 22)
        }
    }

    @Test func anInstanceThatIsNamedTwiceRunsOnce() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.run(on: ["i-b", "i-a", "i-b"])
            #expect(try await bench.ended(id).results.map(\.instanceID) == ["i-b", "i-a"])
            #expect(bench.runner.disk.starts.count == 2)
        }
    }

    static let groups: [(group: ResourceGroupID?, instances: [InstanceID], code: APIErrorCode?)] = [
        (nil, ["i-group"], nil),
        ("rg-a", ["i-group"], nil),
        ("rg-a", ["i-group", "i-a"], nil),
        ("rg-b", ["i-a"], nil),
        ("rg-b", ["i-group"], .operationForbidden),
        ("rg-b", ["i-a", "i-group"], .operationForbidden),
        ("rg-none", ["i-a"], .invalidResourceGroupNotFound),
    ]

    @Test(arguments: groups.indices) func anInstanceInAGroupNeedsThatGroup(_ index: Int) async throws {
        let (group, instances, expected) = Self.groups[index]
        try await EngineBench.with { bench async throws in
            let refused = await refusal { _ = try await bench.run(on: instances) { $0.run.resourceGroupID = group } }
            #expect(refused?.code.known == expected)
            if expected == .operationForbidden {
                #expect(refused?.facts[.instance] == "i-group" && refused?.facts[.detail] == "rg-a")
            }
            #expect(bench.runner.orders.isEmpty || expected == nil)
        }
    }

    @Test func oneUnknownInstanceRefusesTheWholeCall() async throws {
        try await EngineBench.with { bench async throws in
            let refused = await refusal { _ = try await bench.run(on: ["i-a", "i-none"]) }
            #expect(refused?.code.known == .invalidInstanceNotFound)
            #expect(refused?.facts[.instance] == "i-none")
            #expect(try await bench.store.openResults().isEmpty)
        }
    }

    @Test func windowsInstancesAreHeldToTheirRules() async throws {
        try await EngineBench.with { bench async throws in
            #expect(await code { _ = try await bench.run(on: ["i-a"], type: .bat) } == .invalidInstanceNotMatch)
            for user in [nil, "", "System", "SYSTEM"] as [String?] {
                let id = try await bench.run(on: ["i-win"], type: .bat) { $0.run.username = user }
                #expect(try await bench.result(id, "i-win").errorCode == "ClientNotOnline")
            }
            let named = await code { _ = try await bench.run(on: ["i-win"], type: .bat) { $0.run.username = "bob" } }
            #expect(named == .windowsPasswordNameMissed)
        }
    }
}

/// RepeatMode DryRun and what goes with Frequency.
@Suite(.timeLimit(.minutes(4))) struct DryRunTests {
    private static func dry(_ request: inout RunCommandRequest) { request.run.repeatMode = "DryRun" }

    @Test func aPreviewRunsNothingAndLeavesARecord() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.run(on: ["i-a", "i-b"], Self.dry)
            await bench.service.waitUntilLaunched()
            let invocation = try await bench.invocation(id)
            #expect(invocation.repeatMode == .dryRun)
            #expect(invocation.state == .success)
            #expect(invocation.results.allSatisfy { $0.started == nil && $0.repeats == 0 && $0.exitCode == nil })
            #expect(bench.runner.orders.isEmpty)
            let next = try await bench.restarted()
            await next.service.waitUntilLaunched()
            #expect(next.runner.orders.isEmpty)
            await next.close()
        }
    }

    @Test func aPreviewSaysWhatWouldFail() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.run(on: ["i-a", "i-off"], Self.dry)
            #expect(try await bench.invocation(id).results.map(\.state) == [.success, .aborted])
            bench.runner.setFlaw(StartFailure(reason: .noSuchUser, subject: "bob", errno: 0))
            let user = try await bench.run("true\n", on: ["i-a"], Self.dry)
            let result = try await bench.result(user)
            #expect(result.state == .invalid && result.errorCode == "AccountNotExists")
            #expect(result.errorInfo.contains("bob"))
            #expect(await code { _ = try await bench.run(on: ["i-none"], Self.dry) } == .invalidInstanceNotFound)
        }
    }

    static let modes: [(mode: String?, frequency: String?, code: APIErrorCode?)] = [
        (nil, nil, nil), ("", "", nil), ("Once", nil, nil), ("DryRun", nil, nil), ("DryRun", "", nil),
        ("DryRun", "rate(5m)", .invalidParamFrequency), ("Period", nil, .missingParamFrequency),
        ("Period", "", .missingParamFrequency), ("Period", "rate(5m)", nil),
        ("Period", "rate(59s)", .invalidParamFrequency),
        // A frequency makes a period of a run that says Once: never a run now.
        ("Once", "rate(5m)", nil), (nil, "rate(5m)", nil), ("EveryReboot", nil, nil), ("NextRebootOnly", nil, nil),
        ("Rate", nil, .invalidRepeatModeNotFound), ("once", nil, .invalidRepeatModeNotFound),
    ]

    @Test(arguments: modes.indices) func modesAndFrequenciesGoTogetherOrAreRefused(_ index: Int) async throws {
        let (mode, frequency, expected) = Self.modes[index]
        try await EngineBench.with { bench async throws in
            let refused = await code {
                _ = try await bench.run { request in
                    request.run.repeatMode = mode
                    request.run.frequency = frequency
                }
            }
            #expect(refused == expected)
            await bench.service.waitUntilLaunched()
            let isOnce = (mode ?? "").isEmpty || mode == "Once"
            #expect(bench.runner.orders.count == (expected == nil && isOnce && (frequency ?? "").isEmpty ? 1 : 0))
        }
    }
}
