import CloudAssistant
import Foundation
import Glibc
import Store

/// InvokeCommand with one target: how many a second are durable and answered, beside what the disk allows.
enum Invoking {
    private static let rounds = 7
    /// How long each of the three is measured in a round, one after the other: a disk does not stay as quick as it is.
    private static let seconds = 1.0

    static func run() async throws {
        print("invoke: InvokeCommand with one target, durable before the answer; medians of \(rounds) rounds")
        try await Measure.withDirectory { directory in
            line("fdatasync of 4 KiB", "\(Measure.text(flush(directory) * 1000)) ms")
            for (name, script) in [("accepted", "# practice: hang\n"), ("and run", "# practice: exit 0\n")] {
                let bench = try await PracticeService("\(directory)/\(name)", instances: 100)
                try await measure(bench, try await bench.command(script), name)
                await bench.close()
            }
        }
    }

    private static func measure(_ bench: PracticeService, _ command: CommandID, _ name: String) async throws {
        var rates: [[Double]] = [[], [], []]
        var times: [[Double]] = [[], [], []]
        for _ in 0..<rounds {
            for (place, callers) in [0, 1, 32].enumerated() {
                let start = Measure.now()
                let found = callers == 0 ? try await commit(bench) : try await call(bench, command, callers)
                rates[place].append(Double(found.count) / (Measure.now() - start))
                times[place] += found
            }
        }
        let commits = Measure.median(rates[0])
        line("a call's commit alone", "\(Measure.text(commits, 0))/s")
        for (place, who) in [(1, "1 caller"), (2, "32 callers")] {
            let share = Measure.median(zip(rates[place], rates[0]).map { $0 / $1 })
            line(
                "\(who), \(name)",
                "\(Measure.text(Measure.median(rates[place]), 0))/s, \(Measure.text(share)) of the commits; p50 "
                    + "\(Measure.text(Measure.median(times[place]))) ms, p99 "
                    + "\(Measure.text(Measure.percentile(times[place], 0.99))) ms")
        }
    }

    /// What calls take, in milliseconds each, with so many callers at the same time.
    private static func call(_ bench: PracticeService, _ command: CommandID, _ callers: Int) async throws -> [Double] {
        let targets = bench.fleet.instances.filter { $0.status == .running && $0.agent.isRunning }.map(\.id)
        let end = Measure.now() + seconds
        return try await withThrowingTaskGroup(of: [Double].self) { group in
            for caller in 0..<callers {
                group.addTask {
                    var times: [Double] = []
                    var call = caller
                    while Measure.now() < end {
                        let begin = Measure.now()
                        _ = try await bench.invoke(command, on: [targets[call % targets.count]])
                        times.append((Measure.now() - begin) * 1000)
                        call += callers
                    }
                    return times
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    /// The same for what a call writes, without the call: one commit after the other.
    private static func commit(_ bench: PracticeService) async throws -> [Double] {
        let end = Measure.now() + seconds
        var times: [Double] = []
        while Measure.now() < end {
            let begin = Measure.now()
            let invocation = invocation(on: bench.fleet.instances[times.count % bench.fleet.instances.count].id)
            let line = AuditLine(
                time: invocation.created, context: PracticeService.context, action: "Bench",
                region: PracticeService.region.text, targets: invocation.results.map(\.instanceID),
                subject: invocation.id.text)
            _ = try await bench.store.add(invocation, keeping: nil, claim: nil, audit: line)
            times.append((Measure.now() - begin) * 1000)
        }
        return times
    }

    private static func invocation(on instance: InstanceID) -> Invocation {
        let now = Clock.now()
        let id = InvokeID(GeneratedID.make("t-", at: now))
        let result = InvocationResult(
            invokeID: id, instanceID: instance, state: .success, created: now, finished: now, updated: now)
        return Invocation(
            id: id, regionID: PracticeService.region,
            command: Command(id: "c-alone", name: "alone", type: .shell, content: "# practice: hang\n", created: now),
            ownsCommand: true, repeatMode: .once, parameters: [:], username: nil, timeoutSeconds: 60,
            workingDirectory: nil, launcher: nil, terminationMode: .processTree, tags: [], resourceGroupID: nil,
            caller: PracticeService.context.caller, created: now, state: .pending, results: [result])
    }

    /// Seconds that appending a page to a file and waiting for the disk takes.
    private static func flush(_ directory: String) -> Double {
        let descriptor = open(directory + "/flush", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        defer { close(descriptor) }
        let page = [UInt8](repeating: 1, count: 4096)
        let times = (0..<500).map { _ in
            let start = Measure.now()
            _ = write(descriptor, page, page.count)
            fdatasync(descriptor)
            return Measure.now() - start
        }
        return Measure.median(times)
    }

    private static func line(_ name: String, _ text: String) {
        print("  \(name.padding(toLength: 24, withPad: " ", startingAt: 0))\(text)")
    }
}
