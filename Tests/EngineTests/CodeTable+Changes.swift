import CloudAssistant

@testable import Engine

extension Provocation {
    /// One change of a timed invocation that is wrong and then right.
    static func change(
        _ code: APIErrorCode, _ wrong: @escaping EngineBench.Change, beside right: @escaping EngineBench.Change
    ) -> Provocation {
        let call: @Sendable (@escaping EngineBench.Change) -> Call = { change in
            { bench in _ = try await bench.change(try await bench.scheduled(), change) }
        }
        return Provocation(code, call(wrong), beside: call(right))
    }

    /// One set of parameters in a change.
    static func changedParameters(_ code: APIErrorCode, _ wrong: String, beside right: String) -> Provocation {
        change(code, { $0.parameters = .json(wrong) }, beside: { $0.parameters = .json(right) })
    }

    /// Codes of ModifyInvocationAttribute.
    static let changes: [Provocation] = [
        change(.invalidParameterFrequency, { $0.frequency = "rate(1s)" }, beside: { $0.frequency = "rate(2m)" }),
        changedParameters(.invalidParametersKeyDuplicate, #"{"a":"1","A":"2"}"#, beside: #"{"a":"1"}"#),
        changedParameters(.invalidParametersKeyNotMatch, #"{"b":"1"}"#, beside: #"{"a":"1"}"#),
        changedParameters(.invalidParametersKeyMalformed, "[1]", beside: "{}"),
        changedParameters(.invalidParametersKeyEmpty, #"{"":"1"}"#, beside: #"{"a":""}"#),
        changedParameters(
            .invalidParametersKeyLengthLimitExceeded, "{\"\(letters(65))\":\"\"}", beside: #"{"a":""}"#),
        changedParameters(.invalidParametersValueTypeUnsupported, #"{"a":1}"#, beside: #"{"a":"1"}"#),
        changedParameters(
            .invalidParametersCountLimitExceeded,
            "{" + (1...11).map { "\"a\($0)\":\"\"" }.joined(separator: ",") + "}", beside: #"{"a":""}"#),
        change(
            .invalidCommandContentDecodeError,
            {
                $0.content = "%%%"
                $0.contentEncoding = "Base64"
            },
            beside: {
                $0.content = "dHJ1ZQ=="
                $0.contentEncoding = "Base64"
            }),
        change(
            .invalidCommandContentLengthLimitExceeded, { $0.content = letters(18_433) },
            beside: { $0.content = letters(18_432) }),
        change(
            .invalidInstanceIdOSTypeUnsupported, { $0.instanceIDs = ["i-win"] }, beside: { $0.instanceIDs = ["i-b"] }),
        change(
            .invalidInstanceIdCountLimitExceeded, { $0.instanceIDs = ["i-b", "i-c", "i-group"] },
            beside: { $0.instanceIDs = ["i-a", "i-b", "i-c"] }),
        Provocation(
            .invalidOperationRepeatModeUnsupported,
            { bench in
                bench.runner.play(.runs)
                _ = try await bench.change(try await bench.run()) { $0.instanceIDs = ["i-b"] }
            },
            beside: { _ = try await $0.change(try await $0.scheduled()) { $0.instanceIDs = ["i-b"] } }),
        Provocation(
            .invalidOperationInvokeAlreadyFinished,
            { bench in
                let id = try await bench.scheduled()
                try await bench.stop(id)
                _ = try await bench.ended(id)
                _ = try await bench.change(id) { $0.instanceIDs = ["i-b"] }
            },
            beside: { _ = try await $0.change(try await $0.scheduled()) { $0.instanceIDs = ["i-b"] } }),
        Provocation(
            .invalidOperationModifyPublicCommandUnsupported,
            { bench in
                let id = try await bench.invoke("memory") { $0.frequency = "rate(5m)" }
                _ = try await bench.change(id) { $0.content = "true\n" }
            },
            beside: { bench in
                let id = try await bench.invoke("memory") { $0.frequency = "rate(5m)" }
                _ = try await bench.change(id) { $0.frequency = "rate(10m)" }
            }),
        Provocation(
            .commandLimitExceeded, { try await $0.changeContents(of: 3) },
            beside: { try await $0.changeContents(of: 2) }
        ),
    ]
}

extension EngineBench {
    typealias Change = @Sendable (inout ModifyInvocationAttributeRequest) -> Void

    /// A run every ten minutes of a script with one parameter.
    func scheduled(_ script: String = "echo {{a}}\n", on instances: [InstanceID] = ["i-a"]) async throws -> InvokeID {
        try await run(script, on: instances) { request in
            request.command.enablesParameters = true
            request.run.frequency = "rate(10m)"
            request.run.parameters = .json(#"{"a":"first"}"#)
        }
    }

    func change(_ id: InvokeID, _ change: Change) async throws -> CommandID {
        var request = ModifyInvocationAttributeRequest(regionID: "local", invokeID: id)
        change(&request)
        return try await service.modifyInvocationAttribute(request, Self.context()).commandID
    }

    /// Keeps so many commands and changes the script of a run of one of them, which is kept as one more.
    func changeContents(of commands: Int) async throws {
        var last: CommandID = ""
        for _ in 0..<commands { last = try await command("true\n") }
        let id = try await invoke(last) { $0.frequency = "rate(10m)" }
        _ = try await change(id) { $0.content = "false\n" }
    }
}
