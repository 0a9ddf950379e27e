import Testing

private func many(_ count: Int) -> String { String(repeating: "x", count: count) }

private let target = ["--instance-id", Workbench.instance]
private let script = ["--command-content", "echo {{a}} >> ran"]

/// A call with a mistake in it.
struct Mistake: CustomTestStringConvertible, Sendable {
    let code: String
    let words: [String]

    init(_ code: String, _ words: [String]) {
        self.code = code
        self.words = words
    }

    /// A run that is well formed but for these words.
    init(run code: String, _ words: String...) { self.init(code, ["run"] + target + script + words) }

    var testDescription: String {
        code + " " + words.map { $0.count > 40 ? "\($0.prefix(20))…(\($0.count))" : $0 }.joined(separator: " ")
    }
}

private let naming: [Mistake] = [
    Mistake("InvalidRegionId.NotFound", ["run", "--region-id", "cn-nowhere"] + target + script),
    Mistake("MissingParameter", ["run", "--region-id", ""] + target + script),
    Mistake("InvalidInstance.NotFound", ["run", "--instance-id", "i-nobody"] + script),
    Mistake("InvalidInstance.NotFound", ["run"] + target + ["--instance-id", "i-nobody"] + script),
    Mistake("InvalidInstance.NotFound", ["run", "--instance-id", "../i-test"] + script),
    Mistake("MissingParam.InstanceId", ["run"] + script),
    Mistake("MissingParam.InstanceId", ["run", "--instance-id", ""] + script),
    Mistake("InstanceIds.ExceedLimit", ["run"] + (1...101).flatMap { ["--instance-id", "i-\($0)"] } + script),
    Mistake("InvalidCmdId.NotFound", ["invoke", "--command-id", "c-nothing"] + target),
    Mistake("MissingParameter", ["invoke"] + target),
    Mistake("InvalidResourceTag.InstanceNotFound", ["run", "--resource-tag", "role=nobody"] + script),
    Mistake(run: "InvalidResourceTag.ConflictWithInstanceIds", "--resource-tag", "role=web"),
    Mistake("InvalidResourceTagKey.Malformed", ["run", "--resource-tag", "=x"] + script),
    Mistake(
        "NumberExceed.ResourceTags",
        ["invoke", "--command-id", "memory"] + (1...11).flatMap { ["--resource-tag", "k\($0)=v"] }),
    Mistake(run: "InvalidResourceGroup.NotFound", "--resource-group-id", "rg-none"),
    Mistake("InvalidInvokeId.NotFound", ["stop", "--invoke-id", "t-none"]),
    Mistake("MissingParameter", ["stop"]),
    Mistake("InvalidInstance.NotFound", ["instances", "tag", "i-nobody", "a=b"]),
]

private let form: [Mistake] = [
    Mistake("MissingParameter", ["run"] + target),
    Mistake("MissingParameter", ["run"] + target + ["--command-content", ""]),
    Mistake(run: "InvalidCmdType.NotFound", "--type", "RunPython"),
    Mistake(run: "CmdName.ExceedLimit", "--name", many(129)),
    Mistake(run: "CmdDesc.ExceedLimit", "--description", many(513)),
    Mistake("CmdName.ExceedLimit", ["commands", "create", "--name", many(129), "--command-content", "true"]),
    Mistake("MissingParameter", ["commands", "create", "--command-content", "true"]),
    Mistake(run: "InvalidParameter.Timeout", "--timeout", "9"),
    Mistake(run: "InvalidParameter.Timeout", "--timeout=-1"),
    Mistake(run: "InvalidTimeout.ExceedLimit", "--timeout", "86401"),
    Mistake(run: "InvalidParameter.WorkingDir", "--working-dir", "/" + many(200)),
    Mistake(run: "Username.ExceedLimit", "--username", many(256)),
    Mistake(run: "WindowsPasswordName.ExceedLimit", "--windows-password-name", many(256)),
    Mistake(run: "InvalidLauncher.LengthLimitExceeded", "--launcher", many(1025)),
    Mistake(run: "InvalidTerminationMode.NotFound", "--termination-mode", "processtree"),
    Mistake(run: "InvalidRepeatMode.NotFound", "--repeat-mode", "Twice"),
    Mistake(run: "MissingParam.Frequency", "--repeat-mode", "Period"),
    Mistake(run: "InvalidParam.Frequency", "--repeat-mode", "DryRun", "--frequency", "rate(5m)"),
    Mistake(run: "InvalidParam.Frequency", "--frequency", "rate(59s)"),
    Mistake(run: "InvalidParam.Frequency", "--frequency", "0 0 0 30 2 ?"),
    Mistake(run: "InvalidClientToken.Malformed", "--client-token", many(65)),
    Mistake(run: "InvalidClientToken.Malformed", "--client-token", "中"),
    Mistake(run: "InvalidContainerId.Malformed", "--container-id", "abc"),
    Mistake(run: "InvalidContainerName.Malformed", "--container-name=-abc"),
    Mistake(run: "InvalidParameter.OssOutputDelivery", "--oss-output-delivery", "s3://x"),
    Mistake(run: "InvalidOssOutputDelivery.BucketNotFound", "--oss-output-delivery", "oss://bucket/prefix"),
    Mistake(run: "InvalidTagKey.Malformed", "--tag", "acs:x=1"),
    Mistake(run: "InvalidTagValue.Malformed", "--tag", "k=http://x"),
    Mistake(run: "Duplicate.TagKey", "--tag", "k=1", "--tag", "k=2"),
    Mistake(
        "NumberExceed.Tags", ["run"] + target + script + (1...21).flatMap { ["--tag", "k\($0)=v"] }),
    Mistake("CmdContent.DecodeError", ["run"] + target + ["--content-encoding", "Base64", "--command-content", "%%"]),
    Mistake(
        "CmdParamCount.ExceedLimit",
        ["run", "--enable-parameter"] + target
            + ["--command-content", (1...21).map { "{{p\($0)}}" }.joined(separator: " ")]),
    Mistake("MissingParameter", ["commands", "modify", "--name", "n"]),
    Mistake("InvalidCmdId.NotFound", ["commands", "modify", "--command-id", "c-nothing", "--name", "n"]),
    Mistake("CmdName.Readonly", ["commands", "modify", "--command-id", "memory", "--name", "n"]),
    Mistake("MissingParameter", ["commands", "delete"]),
    Mistake("InvalidCmdId.NotFound", ["commands", "delete", "--command-id", "c-nothing"]),
    Mistake("CmdName.Readonly", ["commands", "delete", "--command-id", "memory"]),
    Mistake(
        "InvalidParameter.Parameters",
        ["invoke", "--command-id", "memory", "--parameter", "count=many"] + target),
    Mistake("InvalidParam.PageNumber", ["invocations", "--page-number", "0"]),
    Mistake("InvalidParam.PageSize", ["invocations", "--page-size", "51"]),
    Mistake("InvalidParameter.MaxResults", ["results", "--max-results", "51"]),
    Mistake("InvalidParameter.NextToken", ["commands", "--next-token", "yes"]),
    Mistake("Operation.Forbidden", ["invocations", "--include-output"]),
    Mistake("InvalidParameter", ["invocations", "--invoke-status", "Asleep"]),
    Mistake("InvalidRepeatMode.NotFound", ["invocations", "--repeat-mode", "Sometimes"]),
    Mistake("InvalidStatus.NotFound", ["instances", "--status", "running"]),
    Mistake("InvalidParameter", ["instances", "--instance-ids", "i-1"]),
    Mistake("DryRunOperation", ["instances", "--dry-run"]),
    Mistake("InvalidAcceptLanguage.NotFound", ["regions", "--accept-language", "tlh"]),
    Mistake("InvalidName.LengthLimitExceeded", ["commands", "--name", many(129)]),
    Mistake("InvalidTagKey.Malformed", ["results", "--tag", "=x"]),
    Mistake("MissingParameter", ["tags", "list", "--resource-type", "command"]),
    Mistake("InvalidResourceType.NotFound", ["tags", "list", "--resource-type", "disk", "--tag", "a"]),
    Mistake(
        "InvalidResourceId.NotFound",
        ["tags", "add", "--resource-type", "command", "--resource-id", "c-nothing", "--tag", "a=b"]),
]

private let parameters: [Mistake] = [
    Mistake(
        "ParameterCount.ExceedLimit",
        ["run"] + target + ["--command-content", (1...11).map { "{{p\($0)}}" }.joined()]
            + (1...11).flatMap { ["--parameter", "p\($0)=v"] }),
    Mistake(run: "ParameterKey.ExceedLimit", "--parameter", many(65) + "=v"),
    Mistake(run: "ParameterKey.Duplicate", "--parameter", "a=1", "--parameter", "a=2"),
    Mistake(run: "ParameterKey.Duplicate", "--parameter", "a=1", "--parameter", "A=1"),
    Mistake(run: "ParameterKey.Duplicate", "--parameters", #"{"a":"1","a":"1"}"#),
    Mistake(run: "ParameterType.NotSupported", "--parameters", #"{"a":["1"]}"#),
    Mistake(run: "ParameterType.NotSupported", "--parameters", #"{"a":1}"#),
    Mistake(run: "ParameterType.NotSupported", "--parameters", #"{"a":null}"#),
    Mistake(run: "InvalidParameter.Parameters", "--parameters", "[]"),
    Mistake(run: "InvalidParameter.Parameters", "--parameters", "{"),
    Mistake(run: "InvalidParameter.Parameters", "--parameters", "{'a': 'b'}"),
    Mistake(run: "InvalidParameter.Parameters", "--parameter", "=v"),
    Mistake(run: "InvalidParameterCharset.Parameters", "--parameter", "a=\u{7}"),
    Mistake(run: "Parameter.NotMatched", "--parameter", "b=v"),
    Mistake(run: "CmdContent.ExceedLimit", "--parameter", "a=" + many(18_432)),
]

@Suite("What is refused", .timeLimit(.minutes(4))) struct RefusalTests {
    @Test(
        "a call with a mistake ends with 2, says its code, why and what to do, and runs nothing",
        arguments: naming + form + parameters)
    func refusal(_ mistake: Mistake) async throws {
        try await Workbench.with { bench in
            let ending = try await bench.flagdeck(mistake.words)
            #expect(ending.code == 2)
            #expect(ending.refusal == mistake.code, "\(ending)")
            #expect(ending.output.isEmpty)
            let lines = ending.errors.split(separator: "\n")
            try #require(lines.count >= 3, "\(ending)")
            #expect(lines[1...].allSatisfy { $0.hasPrefix("  ") })
            // What changes something stands in the audit under this id.
            #expect(lines.dropFirst(3).allSatisfy { $0.hasPrefix("  RequestId: ") })
            let isEmpty = try await bench.flagdeck(["invocations", "--output", "text"]).output.isEmpty
            #expect(isEmpty)
        }
    }

    @Test("a command that takes no parameters is not given any, though an empty object is none")
    func disabledParameters() async throws {
        try await Workbench.with { bench in
            let id = try await bench.flagdeck([
                "commands", "create", "--name", "plain", "--command-content", "echo {{a}}",
            ])
            .lines[0]
            let call = ["invoke", "--command-id", id, "--wait", "--output", "text"] + target
            let refused = try await bench.flagdeck(call + ["--parameter", "a=1"])
            #expect(refused.refusal == "Parameter.Disabled")
            let ran = try await bench.flagdeck(call + ["--parameters", "{}"])
            #expect(ran.code == 0)
            #expect(ran.output == "{{a}}\n")
        }
    }

    @Test("a script may be 24 KB after Base64 and not a byte longer", arguments: [18_432, 18_433])
    func largestScript(_ size: Int) async throws {
        try await Workbench.with { bench in
            let beginning = "echo whole\nexit 0\n#"
            let text = beginning + many(size - beginning.utf8.count)
            let ending = try await bench.flagdeck(
                ["run", "--command-file", "-", "--wait", "--output", "text"] + target, input: text)
            if size == 18_432 {
                #expect(ending.output == "whole\n", "\(ending)")
                #expect(ending.code == 0)
            } else {
                #expect(ending.refusal == "CmdContent.ExceedLimit", "\(ending)")
                #expect(ending.code == 2)
            }
        }
    }

    @Test(
        "a command line that is wrong ends with 2 as well and leads to the help",
        arguments: [
            ["bogus"], ["run", "--bogus"], ["run", "--timeout", "ten"], ["run", "--timeout", "99999999999999999999"],
            ["instances", "tag"], ["run", "--parameter", "name"],
            ["run", "--parameter", "a=b", "--parameters", "{}"], ["run", "--output", "yaml"], ["results", "extra"],
            ["run", "--command-content", "x", "--command-file", "y"],
            ["commands", "create", "--command-content", "x", "--command-file", "y"],
        ])
    func commandLine(_ words: [String]) async throws {
        try await Workbench.with { bench in
            let ending = try await bench.flagdeck(words)
            #expect(ending.code == 2)
            #expect(ending.output.isEmpty)
            #expect(ending.errors.hasPrefix("Error: "), "\(ending)")
            #expect(ending.errors.contains("--help"))
            #expect(!Files.exists(bench.state))
        }
    }

    @Test("a script that cannot be read is named", arguments: ["/nowhere/script", "/tmp"])
    func scriptFile(_ path: String) async throws {
        try await Workbench.with { bench in
            let ending = try await bench.flagdeck(["run", "--command-file", path] + target)
            #expect(ending.code == 2)
            #expect(ending.errors.hasPrefix("flagdeck: The script \(path) cannot be read: "), "\(ending)")
        }
    }

    @Test(
        "explanations are in the language of the environment, codes and messages are not translated",
        arguments: [
            (["LC_ALL": "", "LANG": "zh_CN.UTF-8"], "找不到指定的实例"), (["LC_ALL": "zh_TW.UTF-8"], "找不到指定的实例"),
            (["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], "does not exist in the region"),
            (["LC_ALL": "", "LANG": "de_DE.UTF-8"], "does not exist in the region"),
        ])
    func language(_ environment: [String: String], _ words: String) async throws {
        try await Workbench.with { bench in
            let ending = try await bench.flagdeck(
                ["run", "--instance-id", "i-nobody", "--command-content", "true"], environment: environment)
            #expect(ending.code == 2)
            #expect(
                ending.errors.hasPrefix(
                    "flagdeck: InvalidInstance.NotFound: The specified instance does not exist.\n"))
            #expect(ending.errors.contains(words), "\(ending)")
        }
    }
}
