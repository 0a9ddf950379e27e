import Testing

@testable import CloudAssistant

/// What kinds of values parameters take.
@Suite struct ParameterKindTests {
    static let number = ParameterKind.number(1...65_535)

    @Test(
        arguments: [
            (ParameterKind.text, "it's $(x) `y`\n--", nil), (.text, "a\u{7}", .invalidParameterCharsetParameters),
            (.secret, "anything ' at all", nil), (.secret, "\u{1b}[2J", .invalidParameterCharsetParameters),
            (number, "1", nil), (number, "65535", nil), (number, "", nil),
            (number, "0", .invalidParameterParameters), (number, "65536", .invalidParameterParameters),
            (number, "007", .invalidParameterParameters), (number, "+7", .invalidParameterParameters),
            (number, "-7", .invalidParameterParameters), (number, "7 ", .invalidParameterParameters),
            (number, "7.0", .invalidParameterParameters), (number, "0x7", .invalidParameterParameters),
            (number, "٧", .invalidParameterParameters), (number, "七", .invalidParameterParameters),
            (number, "99999999999999999999999", .invalidParameterParameters),
            (.number(0...9), "0", nil), (.number(0...9), "00", .invalidParameterParameters),
            (.choice(["cpu", "memory"]), "cpu", nil), (.choice(["cpu", "memory"]), "", nil),
            (.choice(["cpu", "memory"]), "CPU", .invalidParameterParameters),
            (.choice(["e\u{301}"]), "\u{e9}", .invalidParameterParameters),
            (.path, "/var/log/it's here", nil), (.path, "/", nil), (.path, "", nil),
            (.path, "var/log", .invalidParameterParameters), (.path, "~/x", .invalidParameterParameters),
            (.path, "-rf", .invalidParameterParameters), (.path, "/a\nb", .invalidParameterParameters),
        ] as [(ParameterKind, String, APIErrorCode?)])
    func aValueFitsOrIsRefusedWithTheServicesCode(_ kind: ParameterKind, _ value: String, _ code: APIErrorCode?) {
        #expect(kind.problem(in: value, of: "p")?.code.known == code)
    }

    @Test(
        arguments: [
            (number, "0", "1-65535"), (.choice(["a", "b"]), "c", "a, b"), (.path, "x", "/…"),
        ] as [(ParameterKind, String, String)])
    func theErrorSaysWhichParameterWhichValueAndWhatWouldDo(_ kind: ParameterKind, _ value: String, _ limit: String)
        throws
    {
        let error = try #require(kind.problem(in: value, of: "p"))
        #expect(error.facts == [.parameter: "Parameters", .name: "p", .value: value, .limit: limit])
        let (cause, _) = ErrorSentences.explanation(error, in: .english)
        #expect(cause == "Parameters is not valid: p does not take the value \(value), only \(limit).")
    }

    @Test func aSecretIsInNoError() {
        let error = ParameterKind.secret.problem(in: "hunter2\u{7}", of: "p")
        #expect(error != nil)
        #expect(error?.facts.values.contains { $0.contains("hunter2") } == false)
    }

    @Test(arguments: [
        ("password", true), ("DB_PASSWORD", true), ("dbPasswd", true), ("secretName", true), ("accessToken", true),
        ("api-key", true), ("API_KEY", true), ("apikey", true), ("accessKeyId", true), ("private_key", true),
        ("passphrase", true), ("credentials", true), ("path", false), ("key", false), ("pass", false), ("", false),
        ("to-ken", true), ("user", false),
    ]) func aNameSaysWhetherItsValueIsSecret(_ name: String, _ isSecret: Bool) {
        #expect(ParameterKind.isSecret(name: name) == isSecret)
        #expect(ParameterKind(deriving: ParameterDefinition(name: name)).isSecret == isSecret)
    }

    @Test(
        arguments: [
            (ParameterDefinition(name: "mode", possibleValues: ["a", "b"]), .choice(["a", "b"])),
            (ParameterDefinition(name: "token", possibleValues: ["a", "b"]), .secret),
            (ParameterDefinition(name: "port", defaultValue: "80"), number),
            (ParameterDefinition(name: "port", defaultValue: "0"), .text),
            (ParameterDefinition(name: "port"), .text),
            (ParameterDefinition(name: "httpPort", defaultValue: "80"), number),
            (ParameterDefinition(name: "line-count", defaultValue: "0"), .number(0...999_999_999)),
            (ParameterDefinition(name: "wait_seconds", defaultValue: "5"), .number(0...999_999_999)),
            (ParameterDefinition(name: "lines", defaultValue: "all"), .text),
            (ParameterDefinition(name: "report", defaultValue: "5"), .text),
            (ParameterDefinition(name: "file", defaultValue: "/etc/hosts"), .text),
        ] as [(ParameterDefinition, ParameterKind)])
    func theKindOfAnOwnParameterFollowsFromWhatIsKnown(_ definition: ParameterDefinition, _ kind: ParameterKind) {
        let own = command("x", parameters: [definition])
        #expect(own.kind(of: definition) == kind)
    }

    @Test func aProvidersParametersAreHeldToTheirKindAndOwnOnesAreNot() throws {
        let starter = try #require(StarterLibrary.commands.first { $0.name == "log-tail" })
        let values = ParametersInput.entries([
            ParameterEntry(name: "file", value: "/var/log/syslog"), ParameterEntry(name: "lines", value: "many"),
        ])
        #expect(refusal { _ = try ParameterValues(values, for: starter, Limits()) } == .invalidParameterParameters)
        let own = command("tail -n {{lines}} {{file}}")
        #expect(refusal { _ = try ParameterValues(values, for: own, Limits()) } == nil)
    }
}
