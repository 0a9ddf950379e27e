import CloudAssistant
import Engine
import Glibc
import Runners
import Store

/// One gigabyte of output: what the service's memory grows by.
enum LongOutput {
    static func run() async throws {
        try await Measure.withDirectory { directory in
            let state = StateDirectory(path: directory + "/state")
            try state.prepare()
            let fleet = Fleet(
                regions: [.local], instances: [Instance(id: "i-bench", name: "bench", regionID: Region.local.id)])
            let runner = try LocalRunner(attempts: state.attemptsPath)
            let service = try await EmbeddedService.engine(
                store: try Store(state, for: .engine), runner: runner, fleet: fleet,
                configuration: EngineConfiguration(owner: Int(geteuid()), now: { Clock.now() }), keeping: nil)
            _ = try await run("echo hello", service)
            let before = Measure.memory(getpid(), "VmRSS")
            let start = Measure.now()
            let result = try await run("yes 0123456789abcdef | head -c 1000000000", service)
            let seconds = Measure.now() - start
            let peak = max(Measure.memory(getpid(), "VmRSS"), highest)
            print("output: 1 GB from one script, watched all the while")
            print(
                "  memory grows by   \(Measure.text(max(0, peak - before), 1)) MiB (VmRSS \(Measure.text(before, 1)) -> \(Measure.text(peak, 1)))"
            )
            print(
                "  took              \(Measure.text(seconds, 1)) s, \(result.output.count) bytes kept, \(result.droppedBytes) before them"
            )
            await service.shutDown()
        }
    }

    nonisolated(unsafe) private static var highest = 0.0

    private static func run(_ script: String, _ service: EmbeddedService) async throws -> InvocationResult {
        let context = CallContext(
            caller: Caller(name: "bench", userID: Int(geteuid())), source: .library, requestID: "BENCH")
        let request = RunCommandRequest(
            command: CommandDraft(type: CommandType.shell.rawValue, content: script, timeoutSeconds: 600),
            run: InvocationDraft(regionID: Region.local.id, instanceIDs: ["i-bench"]))
        let id = try await service.runCommand(request, context).invokeID
        while true {
            let page = try await service.describeInvocationResults(
                DescribeInvocationResultsRequest(regionID: Region.local.id, invokeID: id), context
            ).page
            highest = max(highest, Measure.memory(getpid(), "VmRSS"))
            if let result = page.entries.first?.result, result.state.isFinal { return result }
            try await Task.sleep(for: .milliseconds(50))
        }
    }
}
