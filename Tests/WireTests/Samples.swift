import CloudAssistant

/// What the answers in these tests are about.
enum Sample {
    static let requestID = "473469C7-AA6F-4DC5-B3DB-A3DC0DE3C83E"
    /// 2019-12-20T06:15:54Z
    static let created = Timestamp(milliseconds: 1_576_822_554_999)
    static let started = Timestamp(milliseconds: 1_576_822_555_000)
    static let finished = Timestamp(milliseconds: 1_576_822_556_001)

    static var command: Command {
        Command(
            id: "c-1", name: "greet", description: "says hello", type: .shell, content: "echo 你好 {{who}}\n",
            workingDirectory: "/srv", timeoutSeconds: 3600, launcher: "bash", enablesParameters: true,
            parameters: [
                ParameterDefinition(
                    name: "who", description: "Whom", isRequired: true, defaultValue: "you",
                    possibleValues: ["you", "me"])
            ],
            invokeTimes: 2, created: created, tags: [Tag("k", "v"), Tag("empty", "")], resourceGroupID: "rg-1")
    }

    static var bareCommand: Command {
        Command(id: "c-2", name: "", type: .shell, content: "true", created: created)
    }

    /// Ended with exit code 1 and output that is no UTF-8.
    static var failed: InvocationResult {
        InvocationResult(
            invokeID: "t-1", instanceID: "i-1", state: .failed, errorCode: "ExitCodeNonzero",
            errorInfo: "The command execution exit code is not zero.", exitCode: 1,
            output: Array("hi \"you\"\n".utf8) + [0, 0x1b, 0xff], droppedBytes: 7, repeats: 1, created: created,
            started: started, finished: finished, stopped: finished, updated: finished)
    }

    /// Accepted and nothing more.
    static var waiting: InvocationResult {
        InvocationResult(invokeID: "t-2", instanceID: "i-2", created: created, updated: created)
    }

    static func invocation(_ result: InvocationResult, of command: Command) -> Invocation {
        Invocation(
            id: result.invokeID, regionID: "local", command: command, ownsCommand: false, repeatMode: .once,
            parameters: [:], username: nil, timeoutSeconds: 60, workingDirectory: nil, launcher: nil,
            terminationMode: .process, tags: [], resourceGroupID: nil, caller: Caller(name: "root"), created: created,
            state: result.state, results: [result])
    }

    /// With every value given.
    static var fullInvocation: Invocation {
        var invocation = invocation(failed, of: command)
        invocation.parameters = ["who": "a \"b\"", "Also": "中文"]
        invocation.username = "deploy"
        invocation.workingDirectory = "/srv"
        invocation.launcher = "bash"
        invocation.terminationMode = .processTree
        invocation.tags = [Tag("k", "v")]
        return invocation
    }
}
