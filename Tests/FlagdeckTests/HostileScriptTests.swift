import CloudAssistant
import Glibc
import TestSupport
import Testing

private let target = ["--instance-id", Workbench.instance]
private let resultPath = "Invocation.InvocationResults.InvocationResult.0"

/// A script that misbehaves, and how its run ends.
struct Misbehaviour: CustomTestStringConvertible, Sendable {
    let script: String
    let status: String
    let output: String
    var testDescription: String { script }
}

@Suite("Scripts that misbehave", .timeLimit(.minutes(4))) struct HostileScriptTests {
    private func result(_ ending: Ending) throws -> JSON {
        guard let result = try ending.json().at(resultPath) else { throw Problem("no result: \(ending)") }
        return result
    }

    @Test(
        "each ends, with its own outcome",
        arguments: [
            Misbehaviour(script: "exec >&- 2>&-; exit 3", status: "Failed", output: ""),
            Misbehaviour(script: "echo before; exec >&- 2>&-; sleep 0.1", status: "Success", output: "before\n"),
            Misbehaviour(
                script: "for i in 1 2 3 4 5 6 7 8; do (echo $i >/dev/null) & done; wait; echo all", status: "Success",
                output: "all\n"),
            Misbehaviour(
                script: "trap '' TERM HUP INT PIPE; kill $$; echo still here", status: "Success",
                output: "still here\n"),
            Misbehaviour(script: "kill -9 $$", status: "Failed", output: ""),
            Misbehaviour(script: "echo there; kill -9 $$", status: "Failed", output: "there\n"),
            Misbehaviour(script: "echo gone; cd /; rm -rf \"$0\"", status: "Success", output: "gone\n"),
            Misbehaviour(script: "read line; echo \"<$line>\"", status: "Success", output: "<>\n"),
            Misbehaviour(script: "exit 255", status: "Failed", output: ""),
        ])
    func outcome(_ example: Misbehaviour) async throws {
        try await Workbench.with { bench in
            let ending = try await bench.runScript(example.script, "--output", "json")
            let result = try result(ending)
            #expect(result.at("InvocationStatus")?.text == example.status, "\(ending)")
            #expect(result.at("Output")?.text == example.output, "\(ending)")
            #expect(ending.code == (example.status == "Success" ? 0 : 1))
        }
    }

    @Test("an interpreter that does not exist is the shell's error, as on any machine")
    func missingInterpreter() async throws {
        try await Workbench.with { bench in
            let result = try result(try await bench.runScript("#!/nowhere/interpreter\necho never", "--output", "json"))
            #expect(result.at("ExitCode") == 127)
            #expect(result.at("Output")?.text?.contains("not found") == true)
        }
    }

    @Test("what a script leaves behind does not hold up its end")
    func leftBehind() async throws {
        try await Workbench.with { bench in
            // The first keeps our pipe open, the second has left the script's session.
            let ending = try await bench.runScript(
                """
                sleep 300 & echo $! >> \(bench.path("left"))
                setsid sh -c 'echo $$ >> \(bench.path("left")); exec sleep 300' > /dev/null 2>&1 &
                while [ $(wc -l < \(bench.path("left"))) -lt 2 ]; do sleep 0.02; done
                echo done
                """, "--output", "text")
            #expect(ending.code == 0)
            #expect(ending.output == "done\n", "\(ending)")
            for process in bench.lines("left").compactMap({ pid_t($0) }) { kill(process, SIGKILL) }
        }
    }

    @Test("escape sequences, NUL and bytes that are no text reach no terminal, and Base64 keeps every byte")
    func bytes() async throws {
        try await Workbench.with { bench in
            let script = #"printf 'a\033[31mb\033]0;title\007c\000d\377\302\233e\342\200\256f\r\n\303'"#
            let bytes: [UInt8] = [
                0x61, 0x1b, 0x5b, 0x33, 0x31, 0x6d, 0x62, 0x1b, 0x5d, 0x30, 0x3b, 0x74, 0x69, 0x74, 0x6c, 0x65, 0x07,
                0x63,
                0x00, 0x64, 0xff, 0xc2, 0x9b, 0x65, 0xe2, 0x80, 0xae, 0x66, 0x0d, 0x0a, 0xc3,
            ]
            let table = try await bench.runScript(script)
            let others = [
                ["--output", "text"], ["--output", "json"], ["--output", "json", "--content-encoding", "Base64"],
            ]
            var endings = [table]
            for words in others { endings.append(try await bench.flagdeck(["results"] + words)) }
            for ending in endings {
                let scalars = ending.output.unicodeScalars
                #expect(!scalars.contains { $0 != "\n" && $0.properties.generalCategory == .control }, "\(ending)")
                #expect(!scalars.contains { $0.properties.generalCategory == .format }, "\(ending)")
            }
            #expect(try result(endings[3]).at("Output")?.text == Base64.encode(bytes))
            let plain = String(decoding: bytes, as: UTF8.self)
            #expect(try result(endings[2]).at("Output")?.text == plain)
        }
    }

    @Test("of 20 MB the last 24 KiB are kept and the rest is counted")
    func longOutput() async throws {
        try await Workbench.with { bench in
            let ending = try await bench.runScript("seq 1 3000000 | head -c 20000000; echo end", "--output", "json")
            let result = try result(ending)
            let output = try #require(result.at("Output")?.text)
            #expect(output.utf8.count == 24_576)
            #expect(output.hasSuffix("end\n"))
            #expect(result.at("Dropped") == .integer(20_000_004 - 24_576))
            #expect(ending.code == 0)
        }
    }

    @Test(
        "a script that goes on past its time is ended, with everything below it if that was asked for",
        arguments: [
            ["--termination-mode", "ProcessTree"], ["--termination-mode", "Process"],
        ])
    func timeout(_ mode: [String]) async throws {
        try await Workbench.with { bench in
            let script = """
                trap '' TERM
                sh -c 'echo $$ > \(bench.path("child")); exec sleep 300' > /dev/null 2>&1 &
                echo begun
                wait; wait; wait
                """
            let call = ["run", "--command-content", script, "--timeout", "10", "--wait", "--output", "json"]
            let ending = try await bench.flagdeck(call + target + mode)
            let result = try result(ending)
            #expect(ending.code == 1)
            #expect(result.at("InvocationStatus")?.text == "Timeout", "\(ending)")
            #expect(result.at("ErrorCode")?.text == "ExecutionTimeout")
            #expect(result.at("InvokeRecordStatus")?.text == "Failed")
            #expect(result.at("Output")?.text == "begun\n")
            let child = try #require(bench.lines("child").first.flatMap { pid_t($0) })
            if mode.contains("Process") {
                #expect(kill(child, 0) == 0)
                kill(child, SIGKILL)
            } else {
                try await eventually("the child ends") { kill(child, 0) != 0 }
            }
        }
    }

    @Test("a stop ends a running script and leaves one that has ended as it is")
    func stop() async throws {
        try await Workbench.with { bench in
            let script = "echo begun > \(bench.path("witness")); exec sleep 300"
            let id = try await bench.flagdeck(["run", "--command-content", script] + target).invokeID()
            try await eventually("the script runs") { bench.lines("witness") == ["begun"] }
            let stop = try await bench.flagdeck(["stop", "--invoke-id", id])
            #expect(stop.code == 0)
            #expect(stop.output.isEmpty)
            let results = ["results", "--invoke-id", id, "--output", "json"]
            try await eventually("the end is recorded") {
                try await result(bench.flagdeck(results)).at("InvocationStatus")?.text == "Terminated"
            }
            let again = try await bench.flagdeck(["stop", "--invoke-id", id, "--output", "json"])
            #expect(try again.json().at("RequestId")?.text != nil)
            #expect(try await result(bench.flagdeck(results)).at("InvocationStatus")?.text == "Terminated")
        }
    }
}
