import CloudAssistant
import Glibc
import Testing

@testable import Engine

/// Each command of the starter library, run for real on this machine.
@Suite(.serialized, .timeLimit(.minutes(5))) struct StarterRunTests {
    struct Trial: Sendable, CustomTestStringConvertible {
        let name: String
        var need = Starter.Need()
        /// Exit codes that are right where what is needed is there.
        var codes: Set<Int> = [0]
        /// What the output holds then.
        var says: [String] = []
        var testDescription: String { name }
    }

    static let trials: [Trial] = [
        Trial(name: "disk-usage", says: ["Largest directories below WORK", "/"]),
        Trial(name: "inode-usage", says: ["most entries below WORK", "WORK"]),
        Trial(name: "large-files", says: ["WORK/large"]),
        Trial(
            name: "file-checksum", says: ["WORK/app.log"]),
        Trial(name: "memory", need: .init(tools: ["ps"]), says: ["Mem", "PID"]),
        Trial(name: "top-processes", need: .init(tools: ["ps"]), says: ["load average", "PID"]),
        Trial(name: "process-find", need: .init(tools: ["ps"]), says: ["PID", "flagdeck-run"]),
        Trial(name: "open-files", says: ["Open in all: ", "FILES PID PROCESS"]),
        Trial(name: "load", says: ["load average", "Processors: "]),
        Trial(
            name: "service-status", need: .init(tools: ["systemctl"], systemd: true), codes: [4],
            says: ["flagdeck-none"]),
        Trial(
            name: "service-restart", need: .init(tools: ["systemctl"], systemd: true), codes: [1],
            says: ["flagdeck-none was not restarted."]),
        Trial(name: "failed-services", need: .init(tools: ["systemctl"], systemd: true), codes: [0, 1]),
        Trial(name: "log-tail", says: ["three $(x)\nfour IT'S\n"]),
        Trial(name: "log-grep", says: ["Lines that fit: 1\n2:two it's\n"]),
        // Without a journal it says so, with one of two codes.
        Trial(name: "journal-tail", need: .init(tools: ["journalctl"]), codes: [0, 1]),
        // Where only root may read it, that is said.
        Trial(name: "kernel-log", need: .init(tools: ["dmesg"]), codes: geteuid() == 0 ? [0] : [0, 1]),
        Trial(name: "listening-ports", need: .init(tools: ["ss", "netstat"]), says: ["State"]),
        Trial(name: "connections-summary", need: .init(tools: ["ss", "netstat"]), says: ["By state:", "By peer"]),
        Trial(name: "dns-check", need: .init(tools: ["getent", "nslookup"])),
        Trial(
            name: "port-check", need: .init(tools: ["nc", "timeout"]), codes: [1],
            says: ["127.0.0.1 port 1 cannot be reached."]),
        Trial(
            name: "http-check", need: .init(tools: ["curl", "wget"]), codes: [1],
            says: ["http://127.0.0.1:1/ does not answer"]),
        Trial(
            name: "certificate-expiry", need: .init(tools: ["openssl"]), codes: [1],
            says: ["WORK/app.log holds no certificate."]),
        Trial(name: "package-version", need: .init(tools: ["dpkg-query", "rpm", "apk"]), says: ["dash"]),
        Trial(name: "pending-updates", need: .init(tools: ["apt-get", "dnf", "yum", "apk"]), says: ["pdates"]),
        Trial(name: "system-info", says: ["System:     ", "Kernel:     Linux", "Memory:     "]),
        Trial(name: "time-sync", need: .init(tools: ["date"]), codes: [0, 1, 127], says: ["Zone: "]),
        Trial(name: "users-logged-in", need: .init(tools: ["who"])),
        Trial(name: "cron-jobs"),
    ]

    @Test func everyCommandIsTried() {
        #expect(Set(Self.trials.map(\.name)) == Set(StarterLibrary.commands.map(\.name)))
        for command in StarterLibrary.commands {
            #expect(Set(Starter.samples[command.name]?.keys ?? [:].keys) == Set(command.parameters.map(\.name)))
        }
    }

    /// Where what it needs is missing, the command has to say so.
    @Test(arguments: trials, ["sh", "bash"]) func aCommandDoesWhatItSays(_ trial: Trial, _ shell: String) async throws {
        try await RealBench.with { bench async throws in
            try bench.write(Starter.log, to: "app.log")
            try bench.write(letters(2 << 20), to: "large")
            let command = try #require(StarterLibrary.commands.first { $0.name == trial.name })
            let result = try await bench.invoke(trial.name, Starter.sample(command, in: bench.work), launcher: shell)
            let code = try #require(result.exitCode)
            guard trial.need.isThere else {
                #expect(code == 127)
                #expect(result.text.hasSuffix(" here.\n"), "\(result.text)")
                return
            }
            #expect(trial.codes.contains(code), "\(code): \(result.text)")
            for text in trial.says {
                #expect(result.text.contains(text.replacing("WORK", with: bench.work)), "\(result.text)")
            }
        }
    }

    /// With nothing on the path but the shell itself.
    @Test(arguments: StarterLibrary.commands) func aMissingToolIsNamed(_ command: Command) async throws {
        try await RealBench.with { bench async throws in
            try bench.write(Starter.log, to: "app.log")
            let result = try await bench.invoke(
                command.name, Starter.sample(command, in: bench.work), launcher: "env PATH=/nonexistent /bin/sh")
            #expect(result.exitCode == 127)
            #expect(result.text.wholeMatch(of: /[^\n]+ (is|are) (not )?installed here\.\n/) != nil, "\(result.text)")
        }
    }
}
