import CloudAssistant
import Testing

@testable import Engine
@testable import Store

/// Tags of commands and invocations.
@Suite(.timeLimit(.minutes(3))) struct ResourceTagTests {
    private static func list(
        _ bench: EngineBench, type: String = "command", _ ids: [String], _ tags: [TagFilter] = []
    )
        async throws -> [String]
    {
        var found: [String] = []
        var token: String?
        repeat {
            let answer = try await bench.service.listTagResources(
                .init(regionID: "local", resourceType: type, resourceIDs: ids, tags: tags, nextToken: token),
                EngineBench.context())
            found += answer.tags.map { "\($0.tag.key)=\($0.tag.value)" }
            token = answer.nextToken
        } while token != nil
        return found
    }

    private static func untag(_ bench: EngineBench, _ ids: [String], _ keys: [String], all: Bool = false) async throws {
        _ = try await bench.service.untagResources(
            .init(regionID: "local", resourceType: "command", resourceIDs: ids, tagKeys: keys, isAll: all),
            EngineBench.context())
    }

    @Test func tagsAreGivenReplacedListedAndTakenAway() async throws {
        try await EngineBench.with { bench async throws in
            let one = try await bench.command("true\n")
            try await bench.tag(one, [TagFilter(key: "a", value: "1"), TagFilter(key: "b", value: "2")])
            try await bench.tag(one, [TagFilter(key: "a", value: "9"), TagFilter(key: "c")])
            #expect(try await Self.list(bench, [one.text]) == ["a=9", "b=2", "c="])
            let kept = try await bench.service.describeCommands(
                .init(regionID: "local", tags: [TagFilter(key: "a", value: "9")]), EngineBench.context()
            ).page.entries
            #expect(kept.map(\.id) == [one])
            #expect(Set(kept.first?.tags ?? []) == [Tag("a", "9"), Tag("b", "2"), Tag("c")])
            try await Self.untag(bench, [one.text], ["b", "none"])
            try await Self.untag(bench, [one.text], ["b"])
            #expect(try await Self.list(bench, [one.text]) == ["a=9", "c="])
            // Without keys only All takes anything away, and with keys All counts for nothing.
            try await Self.untag(bench, [one.text], [])
            try await Self.untag(bench, [one.text], ["c"], all: true)
            #expect(try await Self.list(bench, [one.text]) == ["a=9"])
            try await Self.untag(bench, [one.text], [], all: true)
            #expect(try await Self.list(bench, [one.text]).isEmpty)
        }
    }

    @Test func invocationsAreTaggedAndFoundAfterARestart() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.run { $0.run.tags = [TagFilter(key: "release", value: "1")] }
            _ = try await bench.run()
            _ = try await bench.service.tagResources(
                .init(
                    regionID: "local", resourceType: "invocation", resourceIDs: [id.text, id.text],
                    tags: [TagFilter(key: "release", value: "2"), TagFilter(key: "seen")]), EngineBench.context())
            let next = try await bench.restarted()
            for tags in [[TagFilter(key: "release", value: "2")], [TagFilter(key: "seen"), TagFilter(key: "release")]] {
                let page = try await next.service.describeInvocations(
                    .init(regionID: "local", tags: tags), EngineBench.context()
                ).page
                #expect(page.entries.map(\.id) == [id])
                #expect(try await Self.list(next, type: "invocation", [], tags) == ["release=2", "seen="])
            }
            let old = try await next.service.describeInvocations(
                .init(regionID: "local", tags: [TagFilter(key: "release", value: "1")]), EngineBench.context()
            ).page
            #expect(old.entries.isEmpty)
            await next.close()
        }
    }

    @Test func allResourcesAreTaggedOrNone() async throws {
        try await EngineBench.with { bench async throws in
            let one = try await bench.command("true\n")
            let refused = await code {
                _ = try await bench.service.tagResources(
                    .init(
                        regionID: "local", resourceType: "command", resourceIDs: [one.text, "c-none"], tags: tags(1)),
                    EngineBench.context())
            }
            #expect(refused == .invalidResourceIdNotFound)
            #expect(try await Self.list(bench, [one.text]).isEmpty)
        }
    }

    @Test func aLongListHasPages() async throws {
        try await EngineBench.with { bench async throws in
            var ids: [String] = []
            for number in 0..<6 {
                let command = try await bench.command("true\n")
                ids.append(command.text)
                try await bench.tag(
                    command, (0..<20).map { TagFilter(key: "k\(number)-\($0)", value: "v") })
            }
            let found = try await Self.list(bench, ids)
            #expect(found.count == 120 && Set(found).count == 120)
        }
    }

    @Test func everyChangeHasItsAuditLineAndARefusalToo() async throws {
        try await EngineBench.with { bench async throws in
            let one = try await bench.command("true\n")
            try await bench.tag(one, [TagFilter(key: "a", value: "1")])
            try await Self.untag(bench, [one.text], ["a"])
            _ = await code { try await bench.tag("c-none", [TagFilter(key: "a")]) }
            let lines = try await bench.auditLines().filter { $0.action.hasSuffix("Resources") }
            #expect(lines.map(\.action) == ["TagResources", "UntagResources", "TagResources"])
            #expect(lines.map(\.outcome) == ["InvalidResourceId.NotFound", "ok", "ok"])
            #expect(lines.last?.subject == "command \(one): a=1")
        }
    }

    static let mistakes: [(request: TagResourcesRequest, code: APIErrorCode)] = [
        (.init(regionID: nil, resourceType: "command", resourceIDs: ["c"], tags: tags(1)), .missingParameter),
        (.init(regionID: "mars", resourceType: "command", resourceIDs: ["c"], tags: tags(1)), .invalidRegionIdNotFound),
        (.init(regionID: "silent", resourceType: "command", resourceIDs: ["c"], tags: []), .regionIdApiNotSupported),
        (.init(regionID: "local", resourceType: nil, resourceIDs: ["c"], tags: tags(1)), .missingParameter),
        (
            .init(regionID: "local", resourceType: "disk", resourceIDs: ["c"], tags: tags(1)),
            .invalidResourceTypeNotFound
        ),
        (.init(regionID: "local", resourceType: "command", resourceIDs: [], tags: tags(1)), .missingParameter),
        (.init(regionID: "local", resourceType: "command", resourceIDs: [""], tags: tags(1)), .missingParameter),
        (
            .init(regionID: "local", resourceType: "command", resourceIDs: (0...50).map { "c-\($0)" }, tags: tags(1)),
            .numberExceedResourceIds
        ),
        (.init(regionID: "local", resourceType: "command", resourceIDs: ["c"], tags: []), .missingParameter),
        (.init(regionID: "local", resourceType: "command", resourceIDs: ["c"], tags: tags(21)), .numberExceedTags),
        (
            .init(
                regionID: "local", resourceType: "command", resourceIDs: ["c"], tags: [TagFilter(key: nil, value: "v")]),
            .missingParameterTagKey
        ),
        (
            .init(regionID: "local", resourceType: "command", resourceIDs: ["c"], tags: [TagFilter(key: "acs:x")]),
            .invalidTagKeyMalformed
        ),
        (
            .init(regionID: "local", resourceType: "command", resourceIDs: ["c"], tags: [TagFilter(key: letters(129))]),
            .invalidTagKeyMalformed
        ),
        (
            .init(regionID: "local", resourceType: "command", resourceIDs: ["c"], tags: [TagFilter(key: letters(128))]),
            .invalidResourceIdNotFound
        ),
        (
            .init(
                regionID: "local", resourceType: "command", resourceIDs: ["c"],
                tags: [TagFilter(key: "k", value: "https://x")]), .invalidTagValueMalformed
        ),
        (
            .init(
                regionID: "local", resourceType: "command", resourceIDs: ["c"],
                tags: [TagFilter(key: "k"), TagFilter(key: "k")]), .duplicateTagKey
        ),
    ]

    @Test func whatIsWrongHasItsCode() async throws {
        try await EngineBench.with { bench async throws in
            for (request, expected) in Self.mistakes {
                let refused = await code { _ = try await bench.service.tagResources(request, EngineBench.context()) }
                #expect(refused == expected, "\(request)")
            }
            for (keys, expected) in [
                (Array(repeating: "k", count: 21), .numberExceedTags), ([""], .invalidTagKeyMalformed),
            ]
                as [([String], APIErrorCode)]
            {
                #expect(await code { try await Self.untag(bench, ["c"], keys) } == expected)
            }
            #expect(await code { _ = try await Self.list(bench, []) } == .missingParameter)
        }
    }
}
