import CloudAssistant
import Glibc
import TestSupport
import Testing

@testable import Runners

@Suite(.timeLimit(.minutes(3))) struct ContainerTests {
    private static let one = ContainerBench.one
    private static let two = ContainerBench.two
    private static let format = "<ps> <--all> <--no-trunc> <--format> <{{.ID}}\t{{.Status}}\t{{.Names}}>"

    /// For each runtime: how the container is asked for, and what is asked.
    static let runtimes: [(program: String, id: String?, name: String?, asked: [String])] = [
        ("docker", nil, "web.1", ["docker \(format)"]),
        ("docker", "docker://" + one, nil, ["docker \(format)"]),
        ("podman", nil, "web.1", ["podman \(format)"]),
        ("podman", "docker://" + one, "web.1", ["podman \(format)"]),
        ("nerdctl", one.uppercased(), nil, ["nerdctl \(format)"]),
        ("nerdctl", "containerd://" + one, nil, ["nerdctl \(format)"]),
        (
            "crictl", nil, "web.1",
            [
                #"crictl <ps> <--quiet> <--no-trunc> <--all> <--name> <^web\.1$>"#,
                #"crictl <ps> <--quiet> <--no-trunc> <--state> <Running> <--name> <^web\.1$>"#,
            ]
        ),
        (
            "crictl", "cri-o://" + one, "web.1",
            [
                "crictl <ps> <--quiet> <--no-trunc> <--all> <--id> <\(one)>",
                #"crictl <ps> <--quiet> <--no-trunc> <--all> <--id> <\#(one)> <--name> <^web\.1$>"#,
                "crictl <ps> <--quiet> <--no-trunc> <--state> <Running> <--id> <\(one)>",
            ]
        ),
    ]

    @Test(arguments: runtimes.indices) func eachRuntimeIsAskedAndRunsTheScript(_ index: Int) async throws {
        let (program, id, name, asked) = Self.runtimes[index]
        let status = program == "crictl" ? "Up" : "Up 3 hours (healthy)"
        let list =
            ContainerBench.row(Self.two, "Exited (0) 2 days ago", "webx1")
            + ContainerBench.row(Self.one, status, program == "crictl" ? "web.1" : "other,web.1")
        try await ContainerBench.with([program: list]) { container async throws in
            let script = "#!/no/such/interpreter\necho hidden words; cat; echo \"$0\" >&2; pwd\nexit 3\n"
            let result = try await container.bench.run(container.order(script, id: id, name: name))
            #expect(result.ending == .exited(code: 3))
            #expect(String(decoding: result.output, as: UTF8.self) == "hidden words\nsh\n/\n")
            #expect(container.lines("asked") == asked)
            // The whole command line: nothing of the script stands in it, as everybody can read it.
            let wrapper = #"export FLAGDECK_RUN="$0/"; exec /bin/sh -c 'eval "$(cat)" </dev/null' sh"#
            #expect(
                container.lines("executed") == [
                    "\(program) <exec> <-i> <\(Self.one)> </bin/sh> <-c> <\(wrapper)> <\(container.key.invokeID).i-here.1>"
                ])
        }
    }

    /// What is installed and listed, what is asked for, and why nothing runs.
    static let failures: [(runtimes: [String: String], id: String?, name: String?, reason: StartFailure.Reason)] = {
        let row = ContainerBench.row
        let web = row(one, "Up 1 second", "web")
        return [
            ([:], nil, "web", .noRuntime),
            (["docker": web], "cri-o://" + one, nil, .noRuntime),
            (["crictl": row(one, "Up", "web")], "docker://" + one, nil, .noRuntime),
            (["docker": ""], nil, "web", .containerNotFound),
            (["docker": web], nil, "we", .containerNotFound),
            (["docker": web], nil, "w.b", .containerNotFound),
            (["docker": web], two, nil, .containerNotFound),
            (["crictl": row(one, "Up", "web")], nil, "w.b", .containerNotFound),
            (["docker": row(one, "Exited (137) 5 minutes ago", "web")], nil, "web", .containerNotRunning),
            (["docker": row(one, "Up 2 hours (Paused)", "web")], one, nil, .containerNotRunning),
            (["nerdctl": row(one, "Created", "web")], one, nil, .containerNotRunning),
            (["crictl": row(one, "Exited", "web")], nil, "web", .containerNotRunning),
            (["crictl": row(one, "Up", "web") + row(two, "Up", "web")], nil, "web", .containerDuplicated),
            (["podman": web + row(two, "Up", "db")], two, "web", .containerMismatch),
            (["crictl": row(one, "Up", "web") + row(two, "Up", "db")], two, "web", .containerMismatch),
            (["docker": "!Cannot connect to the Docker daemon. Is it running?"], nil, "web", .runtimeUnreachable),
            (["docker": "!open /run/x: no space left on device"], nil, "web", .runtimeFailed),
            (["docker": "..."], nil, "web", .runtimeTimeout),
            // One that answers says more than one that does not.
            (["docker": "!Cannot connect", "podman": ""], nil, "web", .containerNotFound),
        ]
    }()

    @Test(arguments: failures.indices) func whatKeepsAScriptFromItsContainerIsSaid(_ index: Int) async throws {
        let (runtimes, id, name, reason) = Self.failures[index]
        try await ContainerBench.with(runtimes) { container async throws in
            let result = try await container.bench.run(container.order("echo ran", id: id, name: name))
            let failure: StartFailure? = if case .startFailed(let failure) = result.ending { failure } else { nil }
            #expect(failure?.reason == reason)
            #expect(result.started == nil && result.output.isEmpty)
            #expect(container.lines("executed").isEmpty)
        }
    }

    @Test func amongSeveralOfOneNameTheOnlyOneThatRunsIsMeant() async throws {
        let rows = ContainerBench.row(Self.two, "Exited", "web") + ContainerBench.row(Self.one, "Up", "web")
        try await ContainerBench.with(["crictl": rows, "docker": "!Cannot connect"]) { container async throws in
            let result = try await container.bench.run(container.order("echo ran", name: "web"))
            #expect(result.ending == .exited(code: 0))
            #expect(container.lines("executed").first?.hasPrefix("crictl <exec> <-i> <\(Self.one)>") == true)
        }
    }

    /// A script that starts another process, which ends with it or does not.
    private static let script = "echo $$; sh -c 'echo $$; exec sleep 500' & wait"

    /// The processes whose numbers stand in an output.
    private func processes(_ bytes: [UInt8]) -> [pid_t] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { pid_t($0) }
    }

    @Test(arguments: [TerminationMode.process, .processTree]) func aStopEndsWhatRunsInTheContainer(
        _ mode: TerminationMode
    ) async throws {
        let list = ContainerBench.row(Self.one, "Up 1 second", "web")
        try await ContainerBench.with(["docker": list]) { container async throws in
            let (bench, order) = (container.bench, container.order(Self.script, name: "web", mode: mode))
            try await bench.start(order)
            try await eventually("both run") {
                processes(bench.runner.liveOutput(order.key, limit: 4096).bytes).count == 2
            }
            bench.runner.stop(order.key)
            let result = try await bench.desk.end(order.key)
            #expect(result.ending == .stopped)
            let both = processes(result.output)
            for process in both { bench.leaves(process) }
            // Whose child is whose cannot be told here as in a container, where what is left belongs to its first process.
            let toEnd = mode == .process ? both.prefix(1) : both[...]
            try await eventually("what is to end has ended") { !toEnd.contains(where: isAlive) }
            #expect(container.lines("executed").contains { $0.contains("<TERM> <\(mode.rawValue)>") })
        }
    }

    @Test func aTimeoutEndsAScriptThatIgnoresIt() async throws {
        let list = ContainerBench.row(Self.one, "Up 1 second", "web")
        try await ContainerBench.with(["docker": list]) { container async throws in
            let script = "trap '' TERM; echo $$; while :; do sleep 0.1; done"
            // Here a script whose runtime has ended belongs to the first process, as only what it left would in a container.
            let order = container.order(script, name: "web", timeout: 1, mode: .processTree)
            let result = try await container.bench.run(order)
            #expect(result.ending == .timedOut)
            let process = try #require(processes(result.output).first)
            container.bench.leaves(process)
            try await eventually("it has ended") { !isAlive(process) }
        }
    }

    @Test(
        arguments: [
            (nil, nil, nil), ("", "", nil), (one, nil, [nil, one, nil]), ("docker://" + one, "", ["docker", one, nil]),
            ("containerd://" + one, "web", ["containerd", one, "web"]), ("cri-o://" + one, nil, ["cri-o", one, nil]),
            (nil, "web", [nil, nil, "web"]),
        ] as [(String?, String?, [String?]?)])
    func anAddressTellsTheRuntimeFromTheId(_ id: String?, _ name: String?, _ parts: [String?]?) {
        let address = ContainerAddress(id: id, name: name)
        #expect(address.map { [$0.runtime, $0.id, $0.name] } == parts)
    }
}
