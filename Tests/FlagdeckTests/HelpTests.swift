import Testing

private let subcommands: [[String]] = [
    ["console"], ["run"], ["invoke"], ["invocations"], ["results"], ["stop"], ["commands"], ["commands", "list"],
    ["commands", "create"], ["commands", "modify"], ["commands", "delete"], ["instances"], ["instances", "list"],
    ["instances", "status"], ["instances", "tag"], ["tags"], ["tags", "list"], ["tags", "add"], ["tags", "remove"],
    ["regions"], ["frequency"], ["files"], ["files", "send"], ["files", "results"], ["change"], ["parameters"],
    ["parameters", "set"], ["parameters", "get"], ["parameters", "list"], ["parameters", "rm"], ["parameters", "key"],
]

/// A subcommand with the API's parameters of its action and what it has beside them.
struct FlagList: CustomTestStringConvertible, Sendable {
    let words: [String]
    let parameters: String
    let own: Set<String>
    var testDescription: String { words.joined(separator: " ") }
}

/// What every subcommand has.
private let common: Set = [
    "help", "version", "output", "state-dir", "reason", "practice", "instances", "seed",
]
private let invoking = """
    RegionId RepeatMode Frequency Parameters Username WindowsPasswordName InstanceId ResourceTag ContainerId \
    ContainerName Timeout WorkingDir Launcher TerminationMode Tag ResourceGroupId ClientToken OssOutputDelivery
    """
private let paging = "MaxResults NextToken PageNumber PageSize"

@Suite("The help", .timeLimit(.minutes(4))) struct HelpTests {
    private func help(_ words: [String]) async throws -> Ending {
        try await Workbench.with { bench in
            let ending = try await bench.flagdeck(words + ["--help"])
            #expect(!Files.exists(bench.state))
            return ending
        }
    }

    private func flags(_ help: String) -> Set<String> {
        var flags: Set<String> = []
        for line in help.split(separator: "\n") where line.hasPrefix("  -") {
            let words = line.split(separator: " ").prefix { $0.hasPrefix("-") }
            for word in words where word.hasPrefix("--") { flags.insert(String(word.dropFirst(2))) }
        }
        return flags
    }

    /// `InstanceId` as `instance-id`.
    private func kebab(_ name: some StringProtocol) -> String {
        var text = ""
        for character in name {
            if character.isUppercase, !text.isEmpty { text += "-" }
            text += character.lowercased()
        }
        return text
    }

    @Test(
        "every flag is a parameter of the API in kebab case or one of a few of our own",
        arguments: [
            FlagList(
                words: ["run"],
                parameters: invoking
                    + " Type CommandContent ContentEncoding Name Description EnableParameter KeepCommand",
                own: ["command-file", "parameter", "wait"]),
            FlagList(words: ["invoke"], parameters: invoking + " CommandId", own: ["parameter", "wait"]),
            FlagList(
                words: ["invocations"],
                parameters:
                    "RegionId InvokeId InstanceId CommandId CommandName CommandType InvokeStatus RepeatMode Timed "
                    + "IncludeOutput ContentEncoding Tag ResourceGroupId " + paging,
                own: []),
            FlagList(
                words: ["results"],
                parameters: """
                    RegionId InvokeId InstanceId CommandId InvokeRecordStatus ContentEncoding IncludeHistory Tag
                    ResourceGroupId
                    """ + " " + paging,
                own: []),
            FlagList(
                words: ["change"],
                parameters: """
                    RegionId InvokeId InstanceId CommandContent ContentEncoding Parameters Frequency ClientToken
                    """, own: ["command-file", "enable-parameter/--no-enable-parameter", "parameter"]),
            FlagList(words: ["stop"], parameters: "RegionId InvokeId InstanceId", own: []),
            FlagList(
                words: ["commands", "list"],
                parameters:
                    "RegionId CommandId Name Description Type Provider Latest ContentEncoding Tag ResourceGroupId "
                    + paging,
                own: []),
            FlagList(
                words: ["commands", "create"],
                parameters: """
                    RegionId Name Type CommandContent ContentEncoding Description WorkingDir Timeout EnableParameter Launcher \
                    Tag ResourceGroupId ClientToken
                    """, own: ["command-file"]),
            FlagList(
                words: ["commands", "modify"],
                parameters: """
                    RegionId CommandId Name Description CommandContent ContentEncoding WorkingDir Timeout Launcher
                    """, own: ["command-file"]),
            FlagList(words: ["commands", "delete"], parameters: "RegionId CommandId", own: []),
            FlagList(
                words: ["instances", "list"],
                parameters: """
                    RegionId InstanceIds InstanceName Status Tag ResourceGroupId PrivateIpAddresses PublicIpAddresses \
                    InnerIpAddresses EipAddresses ZoneId VpcId DryRun
                    """ + " " + paging, own: ["instance-id", "os-type"]),
            FlagList(words: ["instances", "status"], parameters: "RegionId InstanceId " + paging, own: ["os-type"]),
            FlagList(
                words: ["regions"], parameters: "AcceptLanguage ResourceType InstanceChargeType", own: ["region-id"]),
            FlagList(
                words: ["files", "send"],
                parameters: "RegionId InstanceId Name Overwrite Description Timeout Tag ResourceGroupId ClientToken",
                own: ["to", "owner", "group", "mode", "wait"]),
            FlagList(
                words: ["files", "results"],
                parameters: "RegionId InvokeId InstanceId Name InvocationStatus Tag ResourceGroupId " + paging,
                own: []),
            FlagList(words: ["tags", "add"], parameters: "RegionId ResourceType ResourceId Tag", own: []),
            FlagList(words: ["tags", "remove"], parameters: "RegionId ResourceType ResourceId TagKey All", own: []),
            FlagList(words: ["tags", "list"], parameters: "RegionId ResourceType ResourceId Tag NextToken", own: []),
        ])
    func flagNames(_ list: FlagList) async throws {
        let text = try await help(list.words).output
        let expected = Set(list.parameters.split { $0 == " " || $0 == "\n" }.map { kebab($0) })
        #expect(flags(text).subtracting(common) == expected.union(list.own))
        #expect(flags(text).isSuperset(of: common))
    }

    @Test("every subcommand says what it does, with examples, on 80 columns", arguments: [[]] + subcommands)
    func examples(_ words: [String]) async throws {
        let ending = try await help(words)
        #expect(ending.code == 0)
        #expect(ending.errors.isEmpty)
        #expect(ending.output.contains("EXAMPLES:\n  flagdeck"))
        // A usage line is the parser's, in one piece.
        for line in ending.lines where !line.hasPrefix("USAGE:") { #expect(line.count <= 80, "\(line)") }
    }

    @Test("the exit codes are explained")
    func exitCodes() async throws {
        let lines = try await help([]).lines
        for code in ["0 ", "1 ", "2 ", "130 "] { #expect(lines.contains { $0.hasPrefix("  \(code)") }) }
    }

    @Test("without a terminal the console does not open and says what to use instead", arguments: [[], ["console"]])
    func noTerminal(_ words: [String]) async throws {
        try await Workbench.with { bench in
            let ending = try await bench.command([Program.path] + words)
            #expect(ending.code == 2)
            #expect(ending.output.isEmpty)
            #expect(ending.errors.contains("flagdeck --help"))
        }
    }

    @Test("a first word that is no subcommand is called that")
    func unknownSubcommand() async throws {
        try await Workbench.with { bench in
            let ending = try await bench.command([Program.path, "destroy", "all"])
            #expect(ending.code == 2)
            #expect(ending.errors.hasPrefix("Error: There is no subcommand 'destroy'.\n"))
        }
    }
}
