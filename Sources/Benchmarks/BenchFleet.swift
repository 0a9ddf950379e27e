import CloudAssistant
import Engine
import Foundation
import Glibc
import Runners
import Store

/// A made-up fleet for measuring with many instances.
enum BenchFleet {
    private static let roles = ["web", "db", "cache", "queue", "batch"]
    private static let environments = ["prod", "prod", "test"]

    static func id(_ number: Int) -> InstanceID {
        let digits = String(number, radix: 36)
        return InstanceID("i-bp185dy2o3" + String(repeating: "0", count: max(0, 8 - digits.count)) + digits)
    }

    static func name(_ number: Int) -> String { "\(roles[number % roles.count])-\(number)" }

    static func tags(_ number: Int) -> [Tag] {
        [
            Tag("env", environments[number % environments.count]), Tag("role", roles[number % roles.count]),
            Tag("team", "team-\(number % 17)"),
        ]
    }

    /// As a service would tell of it, with everything that an instance has.
    static func instance(_ number: Int) -> Instance {
        Instance(
            id: id(number), name: name(number), hostName: "\(name(number)).example.internal",
            regionID: Region.local.id, zoneID: "cn-hangzhou-\(["g", "h", "k"][number % 3])",
            status: number % 50 == 0 ? .stopped : .running, osName: "Debian GNU/Linux 12 (bookworm)",
            privateAddresses: ["10.\(number >> 16 & 255).\(number >> 8 & 255).\(number & 255)"], tags: tags(number),
            cpus: 4, memoryMiB: 16_384)
    }

    /// The text of an `instances.toml` with so many instances.
    static func file(_ count: Int) -> String {
        var text = ""
        for number in 0..<count {
            let tags = tags(number).map { "\($0.key) = \"\($0.value)\"" }.joined(separator: ", ")
            text += "[[instance]]\nid = \"\(id(number))\"\nname = \"\(name(number))\"\ntags = { \(tags) }\n"
            if number % 50 == 0 { text += "status = \"Stopped\"\n" }
        }
        return text
    }

    /// Writes the settings of a user whose home is `home`.
    static func write(_ count: Int, home: String) throws {
        let folder = home + "/.config/flagdeck"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try file(count).write(toFile: folder + "/instances.toml", atomically: true, encoding: .utf8)
    }

    /// Runs `true` so many times, one invocation each, and returns when all have ended.
    static func invoke(_ count: Int, state path: String) async throws {
        let state = StateDirectory(path: path)
        try state.prepare()
        let fleet = Fleet(regions: [.local], instances: (0..<100).map(instance))
        var configuration = EngineConfiguration(owner: Int(geteuid()), now: { Clock.now() })
        configuration.concurrency = 16
        let service = try await EmbeddedService.engine(
            store: try Store(state, for: .engine), runner: try LocalRunner(attempts: state.attemptsPath), fleet: fleet,
            configuration: configuration, keeping: nil)
        let changes = service.changes()
        for number in 0..<count {
            let request = RunCommandRequest(
                command: CommandDraft(type: CommandType.shell.rawValue, content: "true\n"),
                run: InvocationDraft(regionID: Region.local.id, instanceIDs: [id(number % 49 + 1)]))
            _ = try await service.runCommand(request, context)
        }
        var ended = 0
        for await change in changes {
            guard case .result(_, let state) = change, state.isFinal else { continue }
            ended += 1
            if ended == count { break }
        }
        try await readBack(service, count)
        await service.shutDown()
    }

    private static func readBack(_ service: EmbeddedService, _ count: Int) async throws {
        let start = Measure.now()
        var request = DescribeInvocationsRequest(regionID: Region.local.id, paging: Paging(maxResults: 50))
        var read = 0
        repeat {
            let page = try await service.describeInvocations(request, context).page
            read += page.entries.count
            request.paging.nextToken = page.nextToken
        } while request.paging.nextToken?.isEmpty == false
        print("  read \(read) invocations  \(Measure.text((Measure.now() - start) * 1000, 1)) ms")
    }

    private static var context: CallContext {
        CallContext(caller: Caller(name: "bench", userID: Int(geteuid())), source: .library, requestID: "BENCH")
    }
}
