import CloudAssistant
import Foundation
import Glibc

@testable import Engine

/// Values that starter commands can be run with, and what they need of the machine.
enum Starter {
    /// What a command needs: one of some tools, and systemd running where it says so.
    struct Need: Sendable {
        var tools: [String] = []
        var systemd = false

        /// True when the machine has it.
        var isThere: Bool {
            (tools.isEmpty || tools.contains(where: Starter.has))
                && (!systemd || access("/run/systemd/system", F_OK) == 0)
        }
    }

    static func has(_ tool: String) -> Bool {
        ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"].contains {
            access("\($0)/\(tool)", X_OK) == 0
        }
    }

    /// `WORK` stands for the directory that the test works in: it holds `app.log`.
    static let samples: [String: [String: String]] = [
        "disk-usage": ["path": "WORK", "count": "3"],
        "inode-usage": ["path": "WORK", "count": "3"],
        "large-files": ["path": "WORK", "megabytes": "1", "count": "3"],
        "file-checksum": ["file": "WORK/app.log", "algorithm": "sha256"],
        "memory": ["count": "3"],
        "top-processes": ["count": "3", "order": "memory"],
        "process-find": ["pattern": "flagdeck-run"],
        "open-files": ["count": "3"],
        "service-status": ["service": "flagdeck-none"],
        "service-restart": ["service": "flagdeck-none"],
        "log-tail": ["file": "WORK/app.log", "lines": "2"],
        "log-grep": [
            "file": "WORK/app.log", "pattern": "it's", "mode": "text", "capitals": "exact", "lines": "5",
        ],
        "journal-tail": ["unit": "", "since": "-1h", "priority": "info", "lines": "3"],
        "kernel-log": ["level": "all", "lines": "3"],
        "listening-ports": ["protocol": "tcp"],
        "connections-summary": ["count": "3"],
        "dns-check": ["name": "localhost"],
        "port-check": ["host": "127.0.0.1", "port": "1", "seconds": "2"],
        "http-check": ["url": "http://127.0.0.1:1/", "seconds": "2"],
        "certificate-expiry": ["source": "WORK/app.log", "days": "30"],
        "package-version": ["package": "dash"],
        "pending-updates": ["count": "3"],
        "users-logged-in": ["count": "3"],
    ]

    static func sample(_ command: Command, in work: String) -> [String: String] {
        (samples[command.name] ?? [:]).mapValues { $0.replacing("WORK", with: work) }
    }

    /// What makes the log that samples name.
    static let log = "one\ntwo it's\nthree $(x)\nfour IT'S\n"
}

extension RealBench {
    /// Runs a command of the library, with `launcher` in the place of the system's shell.
    func invoke(_ name: String, _ values: [String: String], launcher: String? = nil) async throws -> InvocationResult {
        var run = InvocationDraft(regionID: "local", instanceIDs: ["i-1"])
        run.parameters = .entries(values.map { ParameterEntry(name: $0.key, value: $0.value) })
        run.workingDirectory = work
        run.launcher = launcher
        let request = InvokeCommandRequest(commandID: CommandID(name), run: run)
        let id = try await service.invokeCommand(request, context).invokeID
        return try await ended(id)[0]
    }

    /// Runs the script of a command of the library as anybody's own, so that no kind of value is asked for.
    func runScript(of command: Command, _ values: [String: String], launcher: String) async throws -> InvocationResult {
        let id = try await run(command.content) { request in
            request.command.enablesParameters = command.enablesParameters
            request.run.parameters = .entries(values.map { ParameterEntry(name: $0.key, value: $0.value) })
            request.run.launcher = launcher
        }
        return try await ended(id)[0]
    }

    func write(_ text: String, to name: String) throws {
        try text.write(toFile: "\(work)/\(name)", atomically: true, encoding: .utf8)
    }

    func exists(_ name: String) -> Bool { access("\(work)/\(name)", F_OK) == 0 }
}

extension InvocationResult {
    var text: String { String(decoding: output, as: UTF8.self) }
}
