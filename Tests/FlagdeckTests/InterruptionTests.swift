import CloudAssistant
import Glibc
import TestSupport
import Testing

private let target = ["--instance-id", Workbench.instance]
private let resultPath = "Invocation.InvocationResults.InvocationResult.0"

@Suite("When flagdeck ends before its scripts", .timeLimit(.minutes(4))) struct InterruptionTests {
    /// A script that says that it has begun, and ends when it is let.
    private func script(_ bench: Workbench) -> String {
        """
        echo begun >> \(bench.path("witness"))
        while [ ! -e \(bench.path("go")) ]; do sleep 0.02; done
        echo ended >> \(bench.path("witness"))
        echo output
        """
    }

    private func interrupt(_ bench: Workbench, with signal: Int32) async throws -> Ending {
        try await bench.flagdeck(["run", "--command-content", script(bench), "--wait"] + target) { process in
            try await eventually("the script runs") { bench.lines("witness") == ["begun"] }
            // Only what is recorded as running is being waited for by now.
            let status = ["invocations", "--output", "json"]
            try await eventually("it is recorded") {
                try await bench.flagdeck(status).json().at("Invocations.Invocation.0.InvocationStatus")?.text
                    == "Running"
            }
            kill(process, signal)
        }
    }

    private func expectEnd(_ bench: Workbench, _ id: String) async throws {
        try Files.write([], to: bench.path("go"))
        try await eventually("the script ends") { bench.lines("witness") == ["begun", "ended"] }
        try await eventually("the end is recorded") {
            let answer = try await bench.flagdeck(["results", "--invoke-id", id, "--output", "json"])
            let result = try answer.json().at(resultPath)
            return result?.at("InvocationStatus")?.text == "Success" && result?.at("Output")?.text == "output\n"
        }
        #expect(bench.lines("witness") == ["begun", "ended"])
        let left = Files.names(bench.state + "/attempts").filter { $0 != "ended" }
        #expect(left.isEmpty, "\(left)")
    }

    @Test("Ctrl-C ends the wait with 130 and says where to look, and the script goes on")
    func controlC() async throws {
        try await Workbench.with { bench in
            let ending = try await interrupt(bench, with: SIGINT)
            #expect(ending.code == 130)
            #expect(ending.output.isEmpty)
            let id = try ending.invokeID()
            #expect(
                ending.errors.contains("flagdeck results --invoke-id \(id) --state-dir \(bench.state)\n"), "\(ending)")
            #expect(ending.errors.contains("flagdeck stop --invoke-id \(id) --state-dir \(bench.state)\n"))
            try await expectEnd(bench, id)
        }
    }

    @Test("a killed flagdeck loses nothing", arguments: [SIGKILL, SIGTERM, SIGHUP])
    func killed(_ signal: Int32) async throws {
        try await Workbench.with { bench in
            let ending = try await interrupt(bench, with: signal)
            #expect(ending.code == 128 + signal)
            try await expectEnd(bench, ending.invokeID())
        }
    }

    @Test("without --wait flagdeck ends at once, and the script goes on")
    func noWait() async throws {
        try await Workbench.with { bench in
            let ending = try await bench.flagdeck(["run", "--command-content", script(bench)] + target)
            #expect(ending.code == 0)
            try await expectEnd(bench, ending.invokeID())
        }
    }

    @Test("the first command after the end of a script tells it")
    func firstLaterCommand() async throws {
        try await Workbench.with { bench in
            let script = "echo $PPID > \(bench.path("supervisor"))\n" + script(bench)
            let id = try await bench.flagdeck(["run", "--command-content", script] + target).invokeID()
            try await eventually("the script runs") { bench.lines("witness") == ["begun"] }
            let supervisor = try #require(bench.lines("supervisor").first)
            try Files.write([], to: bench.path("go"))
            // One that nobody has waited for yet has no words any more.
            try await eventually("its supervisor ends") {
                Files.contents("/proc/\(supervisor)/cmdline")?.isEmpty != false
            }
            let answer = try await bench.flagdeck(["results", "--invoke-id", id, "--output", "text"])
            #expect(answer.output == "output\n", "\(answer)")
            let status = try await bench.flagdeck(["invocations", "--output", "text"])
            #expect(status.output.contains("\tSuccess\t"), "\(status)")
        }
    }

    @Test("beside a flagdeck that waits, lists work, and calls that change something name its process")
    func secondProcess() async throws {
        try await Workbench.with { bench in
            let run = ["run", "--command-content", script(bench), "--wait", "--output", "text"] + target
            let ending = try await bench.flagdeck(run) { process in
                try await eventually("the script runs") { bench.lines("witness") == ["begun"] }
                let words = [
                    ["run", "--command-content", "true"] + target, ["invoke", "--command-id", "memory"] + target,
                    ["stop", "--invoke-id", "t-1"], ["commands", "create", "--name", "x", "--command-content", "true"],
                    ["instances", "tag", Workbench.instance, "a=b"],
                ]
                for call in words {
                    let refused = try await bench.flagdeck(call)
                    #expect(refused.code == 2)
                    #expect(refused.refusal == "ServiceUnavailable", "\(refused)")
                    #expect(refused.errors.contains("process \(process)"), "\(refused)")
                    #expect(refused.errors.contains("--state-dir"))
                }
                for list in [
                    ["results"], ["invocations"], ["instances"], ["commands"], ["regions"], ["instances", "status"],
                ] {
                    let ending = try await bench.flagdeck(list)
                    #expect(ending.code == 0, "\(ending)")
                }
                try Files.write([], to: bench.path("go"))
            }
            #expect(ending.code == 0)
            #expect(ending.output == "output\n")
        }
    }

    @Test("calls of the same moment wait for each other")
    func sameMoment() async throws {
        try await Workbench.with { bench in
            let codes = try await withThrowingTaskGroup(of: Int32.self) { group in
                for _ in 1...3 {
                    group.addTask {
                        try await bench.runScript("echo ran >> \(bench.path("witness"))").code
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(codes == [0, 0, 0])
            #expect(bench.lines("witness") == ["ran", "ran", "ran"])
        }
    }
}
