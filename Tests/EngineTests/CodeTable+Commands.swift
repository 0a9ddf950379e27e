import CloudAssistant
import Engine

extension Provocation {
    /// Codes about commands and parameters.
    static let commands: [Provocation] = [
        command(.missingParameter, \.name, nil, beside: "n"),
        command(.invalidCmdTypeNotFound, \.type, "RunFishScript", beside: "RunShellScript"),
        command(.cmdNameExceedLimit, \.name, letters(129), beside: letters(128)),
        command(.cmdDescExceedLimit, \.description, letters(513), beside: letters(512)),
        command(.invalidParameterCharacterCommandName, \.name, "a\u{7}", beside: "a"),
        command(.invalidParameterCharacterCommandDescription, \.description, "a\u{1b}[2J", beside: "a"),
        command(.invalidParameterWorkingDir, \.workingDirectory, letters(201), beside: letters(200)),
        command(.invalidParameterTimeout, \.timeoutSeconds, 9, beside: 10),
        command(.invalidTimeoutExceedLimit, \.timeoutSeconds, 86_401, beside: 86_400),
        command(.invalidLauncherLengthLimitExceeded, \.launcher, letters(1025), beside: letters(1024)),
        Provocation(
            .cmdContentDecodeError, { try await $0.encoded("%%%") }, beside: { try await $0.encoded("dHJ1ZQ==") }),
        script(.cmdContentExceedLimit, letters(18_433), beside: letters(18_432)),
        script(.cmdParamEmptyKey, "echo {{ }}", beside: "echo {{a}}"),
        script(.cmdParamInvalidParamName, "echo {{na.me}}", beside: "echo {{na-me}}"),
        script(.cmdParamNameExceedLimit, "{{\(letters(65))}}", beside: "{{\(letters(64))}}"),
        script(.cmdParamCountExceedLimit, names(21), beside: names(20)),
        Provocation(
            .cmdCountExceedQuota,
            { bench in for _ in 0..<4 { _ = try await bench.command("true\n") } },
            beside: { bench in for _ in 0..<3 { _ = try await bench.command("true\n") } }),
        Provocation(
            .cmdNameReadonly, { try await $0.delete("memory") },
            beside: { try await $0.delete(try await $0.command("true\n")) }),
        Provocation(
            .invalidCommandTypeNotFound, { try await $0.commands(ofType: "shell") },
            beside: { try await $0.commands(ofType: "RunShellScript") }),
        Provocation(
            .invalidCmdIdNotFound, { _ = try await $0.invoke("c-none") },
            beside: { _ = try await $0.invoke(try await $0.command("true\n")) }),
        parameters(.invalidParameterParameters, "[]", beside: "{}"),
        parameters(.parameterKeyExceedLimit, "{\"\(letters(65))\":\"\"}", beside: "{}"),
        parameters(.parameterKeyDuplicate, #"{"name":"a","NAME":"b"}"#, beside: #"{"name":"a","other":"b"}"#),
        parameters(.parameterNotMatched, #"{"nome":"a"}"#, beside: #"{"name":"a"}"#),
        parameters(.parameterTypeNotSupported, #"{"name":1}"#, beside: #"{"name":"1"}"#),
        parameters(.invalidParameterCharsetParameters, #"{"name":"\u0007"}"#, beside: #"{"name":"\n"}"#),
        Provocation(.parameterCountExceedLimit, { try await $0.values(11) }, beside: { try await $0.values(10) }),
        Provocation(
            .parameterMissingValue, { _ = try await $0.invoke("service-status") },
            beside: { _ = try await $0.invoke("service-status") { $0.parameters = .json(#"{"service":"cron"}"#) } }),
        Provocation(
            .parameterDisabled, { try await $0.passing(enabled: false) },
            beside: { try await $0.passing(enabled: true) }),
    ]

    private static func names(_ count: Int) -> String { (0..<count).map { "{{p\($0)}}" }.joined() }
}

extension EngineBench {
    fileprivate func encoded(_ text: String) async throws {
        _ = try await command(text) { $0.contentEncoding = "Base64" }
    }

    fileprivate func commands(ofType type: String) async throws {
        _ = try await service.describeCommands(
            DescribeCommandsRequest(regionID: "local", type: type), Self.context())
    }

    fileprivate func values(_ count: Int) async throws {
        let names = (0..<count).map { "p\($0)" }
        let command = try await command(names.map { "{{\($0)}}" }.joined())
        _ = try await invoke(command) { run in
            run.parameters = .entries(names.map { ParameterEntry(name: $0, value: "v") })
        }
    }

    fileprivate func passing(enabled: Bool) async throws {
        let command = try await command("echo {{name}}\n", parameters: enabled)
        _ = try await invoke(command) { $0.parameters = .json(#"{"name":"a"}"#) }
    }
}
