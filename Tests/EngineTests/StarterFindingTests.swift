import CloudAssistant
import Store
import Testing

@testable import Engine

/// What single commands of the starter library find, and how they end then.
@Suite(.serialized, .timeLimit(.minutes(5))) struct StarterFindingTests {
    struct Finding: Sendable, CustomTestStringConvertible {
        let command: String
        let values: [String: String]
        let code: Int
        let output: String
        var testDescription: String { "\(command) \(values) ends with \(code)" }

        init(_ command: String, _ values: [String: String], _ code: Int, _ output: String) {
            self.command = command
            self.values = values
            self.code = code
            self.output = output
        }
    }

    static let findings: [Finding] = [
        Finding("log-tail", ["file": "WORK/app.log"], 0, Starter.log),
        Finding("log-tail", ["file": "WORK/app.log", "lines": ""], 0, Starter.log),
        Finding("log-tail", ["file": "WORK/it's $(odd)"], 0, "found\n"),
        Finding("log-tail", ["file": "WORK/none"], 1, "WORK/none does not exist.\n"),
        Finding("log-tail", ["file": "WORK"], 1, "WORK is no regular file.\n"),
        Finding(
            "log-grep", ["file": "WORK/app.log", "pattern": "it's", "capitals": "ignore"], 0,
            "Lines that fit: 2\n2:two it's\n4:four IT'S\n"),
        Finding(
            "log-grep", ["file": "WORK/app.log", "pattern": "^t.*e", "mode": "expression"], 0,
            "Lines that fit: 1\n3:three $(x)\n"),
        Finding("log-grep", ["file": "WORK/app.log", "pattern": "t.*e"], 0, "Lines that fit: 0\n"),
        Finding("log-grep", ["file": "WORK/app.log", "pattern": "$(x)"], 0, "Lines that fit: 1\n3:three $(x)\n"),
        Finding("log-grep", ["file": "WORK/app.log", "pattern": "--version"], 0, "Lines that fit: 0\n"),
        Finding(
            "log-grep", ["file": "WORK/app.log", "pattern": "t", "lines": "1"], 0, "Lines that fit: 2\n3:three $(x)\n"),
        Finding("large-files", ["path": "WORK"], 0, "No file below WORK is larger than 100 MiB.\n"),
        Finding("disk-usage", ["path": "WORK/app.log"], 1, "WORK/app.log is no directory here.\n"),
        Finding(
            "process-find", ["pattern": "no such \\ process ' at all"], 1,
            """
            No process with no such \\ process ' at all in its command line.

            """),
        Finding("dns-check", ["name": "flagdeck-none.invalid"], 1, "flagdeck-none.invalid does not resolve.\n"),
        Finding("package-version", ["package": "flagdeck-none"], 1, "flagdeck-none is not installed.\n"),
        Finding("http-check", ["url": "ftp://x"], 2, "url: an address that begins with http:// or https://.\n"),
        Finding("http-check", ["url": "http://a b"], 2, "url: no blanks.\n"),
        Finding("service-status", ["service": "-H root@x"], 2, "service: not a value that this takes.\n"),
        Finding("service-status", ["service": "--help"], 2, "service: not a value that this takes.\n"),
        Finding("certificate-expiry", ["source": "example.com"], 2, "source: an absolute path, or host:port.\n"),
    ]

    @Test(arguments: findings) func aCommandTellsWhatItFound(_ finding: Finding) async throws {
        try await RealBench.with { bench async throws in
            try bench.write(Starter.log, to: "app.log")
            try bench.write("found\n", to: "it's $(odd)")
            let values = finding.values.mapValues { $0.replacing("WORK", with: bench.work) }
            let result = try await bench.invoke(finding.command, values)
            #expect(result.exitCode == finding.code)
            // Where a tool tells its own reason first, ours is the last line.
            #expect(result.text.hasSuffix(finding.output.replacing("WORK", with: bench.work)), "\(result.text)")
        }
    }

    @Test(arguments: [("10", 1, "It expires within 10 days, or has expired.\n"), ("1", 0, "")])
    func aCertificateThatExpiresSoonIsTold(_ days: String, _ code: Int, _ end: String) async throws {
        try await RealBench.with { bench async throws in
            let make = try await bench.run(
                "openssl req -x509 -newkey rsa:2048 -nodes -days 5 -subj /CN=flagdeck.test -keyout k -out c.pem")
            guard Starter.has("openssl") else {
                #expect(try await bench.invoke("certificate-expiry", ["source": "\(bench.work)/c.pem"]).exitCode == 127)
                return
            }
            #expect(try await bench.ended(make)[0].exitCode == 0)
            let result = try await bench.invoke(
                "certificate-expiry", ["source": "\(bench.work)/c.pem", "days": days])
            #expect(result.exitCode == code)
            #expect(result.text.contains("flagdeck.test") && result.text.contains("notAfter="))
            #expect(result.text.hasSuffix(end))
        }
    }

    @Test(arguments: [("200 OK", 0), ("302 Found", 0), ("404 Not Found", 1), ("503 Busy", 1)])
    func aServerIsAsked(_ status: String, _ code: Int) async throws {
        try await RealBench.with { bench async throws in
            let server = try OneAnswer("HTTP/1.1 \(status)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            defer { withExtendedLifetime(server) {} }
            let url = "http://127.0.0.1:\(server.port)/x"
            let result = try await bench.invoke("http-check", ["url": url])
            guard Starter.has("curl") || Starter.has("wget") else { return #expect(result.exitCode == 127) }
            #expect(result.exitCode == code, "\(result.text)")
            #expect(result.text.contains(url))
        }
    }

    @Test func aPortThatIsOpenIsReached() async throws {
        try await RealBench.with { bench async throws in
            let server = try OneAnswer("")
            defer { withExtendedLifetime(server) {} }
            let result = try await bench.invoke("port-check", ["host": "127.0.0.1", "port": "\(server.port)"])
            guard Starter.has("nc") || Starter.has("bash") else { return #expect(result.exitCode == 127) }
            #expect(result.exitCode == 0, "\(result.text)")
            #expect(result.text == "127.0.0.1 port \(server.port) can be reached.\n")
        }
    }

    @Test func aValueOfTheWrongKindIsRefusedBeforeAnythingRuns() async throws {
        try await RealBench.with { bench async throws in
            for (command, values) in [
                ("log-tail", ["file": "app.log"]), ("log-tail", ["file": "/x", "lines": "0"]),
                ("log-tail", ["file": "/x", "lines": "1; reboot"]), ("top-processes", ["order": "CPU"]),
            ] {
                let refused = await code { _ = try await bench.invoke(command, values) }
                #expect(refused == .invalidParameterParameters)
            }
            #expect(try await bench.store.openResults().isEmpty)
        }
    }
}
