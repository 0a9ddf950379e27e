import CloudAssistant
import Glibc
import TestSupport
import Testing

private let target = ["--instance-id", Workbench.instance]
private let delivery = "Invocations.Invocation.0"

@Suite("How files are sent", .timeLimit(.minutes(4))) struct FileSendingTests {
    private func send(_ bench: Workbench, _ words: String...) async throws -> Ending {
        try Files.write(Array("hello\n".utf8), to: bench.path("local"))
        return try await bench.flagdeck(
            ["files", "send", bench.path("local"), "--to", bench.path("there")] + target + words)
    }

    @Test("the file is there under its name when the command ends")
    func sent() async throws {
        try await Workbench.with { bench async throws in
            let ending = try await send(bench)
            #expect(ending.code == 0 && ending.output.hasPrefix("f-"), "\(ending)")
            #expect(bench.lines("there/local") == ["hello"])
            #expect(Files.mode(bench.path("there/local")) == 0o644)
            #expect(Files.mode(bench.path("there")) == 0o755)
        }
    }

    @Test("it gets the name and the mode that are given, and replaces only when told")
    func options() async throws {
        try await Workbench.with { bench async throws in
            let words = ["--name", "new name", "--mode", "0700", "--wait", "--output", "text"]
            for (more, code) in [([], 0), ([], 1), (["--overwrite"], 0)] as [([String], Int32)] {
                let ending = try await bench.flagdeck(
                    ["files", "send", "-", "--to", bench.path("there")] + target + words + more, input: "\0bytes")
                #expect(ending.code == code, "\(ending)")
                #expect(ending.output.hasPrefix("f-"))
                #expect(ending.errors.contains("FileAlreadyExists") == (code == 1))
            }
            #expect(Files.contents(bench.path("there/new name")) == Array("\0bytes".utf8))
            #expect(Files.mode(bench.path("there/new name")) == 0o700)
            #expect(Files.names(bench.path("there")) == ["new name"])
        }
    }

    @Test("what is wrong with a call is said with its code")
    func refusals() async throws {
        try await Workbench.with { bench async throws in
            #expect(try await send(bench, "--mode", "rwx").refusal == "FileMode.Invalid")
            let missing = try await bench.flagdeck(["files", "send", "/no/such", "--to", "/tmp"] + target)
            #expect(missing.code == 2 && missing.errors.hasPrefix("flagdeck: The file /no/such cannot be read"))
            let nameless = try await bench.flagdeck(["files", "send", "-", "--to", "/tmp"] + target)
            #expect(nameless.code == 2 && nameless.errors.contains("--name"))
            try Files.write(Array(repeating: 1, count: 24_577), to: bench.path("big"))
            let big = try await bench.flagdeck(["files", "send", bench.path("big"), "--to", "/tmp"] + target)
            #expect(big.refusal == "FileSize.ExceedLimit")
            let list = try await bench.flagdeck(["files", "results", "--output", "json"])
            #expect(try list.json().at("TotalCount") == .integer(0))
        }
    }

    @Test(
        "a flagdeck that is killed while it sends loses no file and leaves nothing beside it", arguments: [false, true])
    func killed(_ overwrites: Bool) async throws {
        try await Workbench.with { bench async throws in
            try Files.write(Array("hello\n".utf8), to: bench.path("local"))
            let words = ["files", "send", bench.path("local"), "--to", bench.path("there")] + target
            let ending = try await bench.flagdeck(
                words + (overwrites ? ["--overwrite"] : []), environment: ["FLAGDECK_TEST_FILE_DELAY_MS": "50000"]
            ) { process in
                try await eventually("the file is begun") {
                    let list = try await bench.flagdeck(["files", "results", "--output", "json"])
                    return try list.json().at("\(delivery).InvocationStatus")?.text == "Running"
                        && Files.exists(bench.path("there"))
                }
                kill(process, SIGKILL)
            }
            #expect(ending.code == 128 + SIGKILL)
            #expect(!Files.exists(bench.path("there/local")))
            // Whoever comes next carries it out.
            try await eventually("it is sent") {
                let list = try await bench.flagdeck(["files", "results", "--output", "json"])
                return try list.json().at("\(delivery).InvocationStatus")?.text == "Success"
            }
            #expect(Files.names(bench.path("there")) == ["local"])
            #expect(bench.lines("there/local") == ["hello"])
        }
    }
}
