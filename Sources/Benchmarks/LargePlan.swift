import CloudAssistant
import Engine
import Foundation

/// One invocation of ten thousand instances, from the call to the answer: checked, planned and durable.
enum LargePlan {
    private static let count = 10_000

    static func run() async throws {
        print("plan: one invocation of \(count) practice instances, planned and durable")
        try await Measure.withDirectory { directory in
            let bench = try await PracticeService(directory, instances: count) { $0.limits.instancesPerCall = count }
            let command = try await bench.command("# practice: hang\necho {{ACS::InstanceId}}\n")
            let ids = bench.fleet.instances.map(\.id)
            try await measure("by ids") { _ = try await bench.invoke(command, on: ids) }
            try await measure("by a tag") {
                _ = try await bench.invoke(command, on: []) {
                    $0.resourceTags = [TagFilter(key: "practice", value: "true")]
                }
            }
            await bench.close()
        }
    }

    private static func measure(_ name: String, _ work: () async throws -> Void) async throws {
        var times: [Double] = []
        for _ in 0..<3 {
            let start = Measure.now()
            try await work()
            times.append((Measure.now() - start) * 1000)
        }
        let all = times.map { Measure.text($0, 0) }.joined(separator: ", ")
        print("  \(name.padding(toLength: 24, withPad: " ", startingAt: 0))\(all) ms")
    }
}
