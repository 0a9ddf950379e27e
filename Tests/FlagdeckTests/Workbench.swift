import Glibc
import Subprocess

struct Problem: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// A home of its own for each use of the program: no file of the person who tests is read or written.
struct Workbench: Sendable {
    /// Where everything is; removed afterwards.
    let folder: String
    var state: String { folder + "/state" }

    /// The id of an instance that shares this machine.
    static let instance = "i-test"

    static func with<Value>(instances: String? = nil, _ work: (Workbench) async throws -> Value) async throws -> Value {
        await Gate.shared.enter()
        var template = Array("/tmp/flagdeck-tests-XXXXXX".utf8CString)
        guard let path = mkdtemp(&template) else { throw Problem("mkdtemp: \(errno)") }
        let bench = Workbench(folder: String(cString: path))
        do {
            try bench.prepare(instances ?? "[[instance]]\nid = \"\(Self.instance)\"\n")
            let value = try await work(bench)
            await bench.remove()
            return value
        } catch {
            await bench.remove()
            throw error
        }
    }

    private func prepare(_ instances: String) throws {
        // Another user's scripts have to get to what is in here.
        chmod(folder, 0o755)
        mkdir(folder + "/config", 0o755)
        mkdir(folder + "/config/flagdeck", 0o755)
        try Files.write(Array(instances.utf8), to: folder + "/config/flagdeck/instances.toml")
    }

    private func remove() async {
        Files.removeTree(folder)
        await Gate.shared.leave()
    }

    // MARK: - The program

    func environment(_ more: [String: String] = [:]) -> [String: String] {
        var pairs = [
            "HOME": folder, "XDG_DATA_HOME": folder + "/data", "XDG_CONFIG_HOME": folder + "/config",
            "PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "LC_ALL": "C.UTF-8",
            "SWIFT_BACKTRACE": "enable=no",
        ]
        pairs.merge(more) { _, new in new }
        return pairs
    }

    /// Runs `flagdeck` with the words, on this bench's state, to its end.
    ///
    /// `meanwhile` gets the process's id and is waited for before the process is.
    @discardableResult
    func flagdeck(
        _ words: [String], input: String = "", environment more: [String: String] = [:],
        meanwhile: @Sendable (pid_t) async throws -> Void = { _ in }
    ) async throws -> Ending {
        try await command([Program.path] + words + stateWords(words), input: input, environment: more, meanwhile)
    }

    private func stateWords(_ words: [String]) -> [String] {
        words.contains("--state-dir") || words.contains("--help") ? [] : ["--state-dir", state]
    }

    /// Runs any program the same way.
    func command(
        _ words: [String], input: String = "", environment more: [String: String] = [:],
        _ meanwhile: @Sendable (pid_t) async throws -> Void = { _ in }
    ) async throws -> Ending {
        var pairs: [Environment.Key: String] = [:]
        for (name, value) in environment(more) {
            if let key = Environment.Key(rawValue: name) { pairs[key] = value }
        }
        let result = try await run(
            .name("env"), arguments: Arguments(words), environment: .custom(pairs), input: .string(input),
            output: .bytes(limit: 64 << 20), error: .bytes(limit: 1 << 20)
        ) { execution in
            try await meanwhile(execution.processIdentifier.value)
        }
        return Ending(result.terminationStatus, result.standardOutput, result.standardError)
    }

    /// Runs a script on the test's instance and waits for its end.
    func runScript(_ script: String, _ words: String...) async throws -> Ending {
        let target = ["--instance-id", Self.instance, "--command-content", script, "--wait"]
        return try await flagdeck(["run"] + target + words)
    }

    // MARK: - Files

    func path(_ name: String) -> String { "\(folder)/\(name)" }

    /// The lines of a file, none where there is no file.
    func lines(_ name: String) -> [String] {
        String(decoding: Files.contents(path(name)) ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
    }
}

/// How a process ended and what it wrote.
struct Ending: CustomStringConvertible {
    /// Exit code, or 128 and the signal.
    let code: Int32
    let bytes: [UInt8]
    let errorBytes: [UInt8]
    var output: String { String(decoding: bytes, as: UTF8.self) }
    var errors: String { String(decoding: errorBytes, as: UTF8.self) }
    var lines: [String] { output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

    init(_ status: TerminationStatus, _ output: [UInt8], _ errors: [UInt8]) {
        switch status {
        case .exited(let code): self.code = code
        case .signaled(let signal): code = 128 + signal
        }
        bytes = output
        errorBytes = errors
    }

    var description: String { "code \(code)\n\(output.prefix(2000))\n\(errors.prefix(2000))" }

    /// The error code of the API on standard error.
    var refusal: String? {
        let words = errors.prefix { $0 != "\n" }.split(separator: ":")
        guard words.first == "flagdeck", words.count > 1 else { return nil }
        return words[1].trimmingPrefix(" ").description
    }

    /// The invoke ID, which `run` and `invoke` print.
    func invokeID() throws -> String {
        let words = (errors + "\n" + output).split { $0 == "\n" || $0 == " " || $0 == "\"" }
        guard let id = words.first(where: { $0.hasPrefix("t-") }) else { throw Problem("no invoke ID in \(self)") }
        return String(id)
    }
}

/// Lets only some of the tests work at the same time: each starts processes, and there are few processors.
actor Gate {
    static let shared = Gate()
    private var free = 6
    private var waiting: [CheckedContinuation<Void, Never>] = []

    func enter() async {
        guard free == 0 else {
            free -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
