import CloudAssistant
import Testing

@testable import Console

@Suite struct EarlierRunTests {
    private static let aim = Aim(kind: .marks, targets: Array(Samples.targets.prefix(2)))

    private func form(_ script: String) -> Form { Form(nil, in: Samples.hangzhou, script: script) }

    private func run(
        _ script: String, on instances: [InstanceID] = ["i-bp1web02", "i-other"], state: InvocationState = .success,
        ago seconds: Int = 60, parameters: [String: String] = [:]
    ) -> Invocation {
        let created = Samples.start.adding(seconds: -seconds)
        let command = Command(
            id: "c-1", name: "", type: .shell, content: script, enablesParameters: !parameters.isEmpty,
            parameters: parameters.keys.map { ParameterDefinition(name: $0) }, created: created)
        return Invocation(
            id: InvokeID("t-\(seconds)"), regionID: Samples.hangzhou, command: command, ownsCommand: true,
            repeatMode: .once,
            parameters: parameters, username: nil, timeoutSeconds: 60, workingDirectory: nil, launcher: nil,
            terminationMode: .process, tags: [], resourceGroupID: nil, caller: Caller(name: "bob"), created: created,
            state: state,
            results: instances.map {
                InvocationResult(invokeID: "t-1", instanceID: $0, state: state, created: created, updated: created)
            })
    }

    private func find(_ form: Form, _ runs: Invocation...) -> EarlierRun? {
        EarlierRun.find(form, Self.aim, among: runs, now: Samples.start)
    }

    @Test func findsTheSameScriptOnOneOfTheTargets() throws {
        let found = try #require(find(form("uptime"), run("uptime")))
        #expect(found.shared == 1)
        #expect(found.caller == "bob")
        #expect(found.state == .success)
    }

    @Test func takesTheNewestOfThem() {
        #expect(
            find(form("uptime"), run("date", ago: 1), run("uptime", ago: 5), run("uptime", ago: 9))?.invokeID == "t-5")
    }

    @Test(arguments: [(InvocationState.success, 900, true), (.failed, 901, false), (.running, 100_000, true)])
    func forgetsWhatEndedLongAgo(_ state: InvocationState, _ seconds: Int, _ isFound: Bool) {
        #expect((find(form("uptime"), run("uptime", state: state, ago: seconds)) != nil) == isFound)
    }

    @Test func sharesNoTargetAndNoScript() {
        #expect(find(form("uptime"), run("uptime", on: ["i-other"])) == nil)
        #expect(find(form("uptime"), run("uptime ")) == nil)
        #expect(find(form("e\u{301}"), run("\u{E9}")) == nil)
        #expect(find(form("uptime")) == nil)
    }

    @Test func comparesWhatRunsAndNotWhatIsWritten() {
        let earlier = run("echo {{who}}", parameters: ["who": "bob"])
        #expect(find(form("echo bob"), earlier) != nil)
        var form = form("echo {{who}}")
        #expect(find(form, earlier) == nil)
        form.set(.parameter("who"), to: "bob")
        #expect(find(form, earlier) != nil)
    }
}
