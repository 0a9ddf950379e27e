import Testing

@Suite("frequency", .timeLimit(.minutes(4))) struct FrequencyTests {
    private func flagdeck(_ words: [String], _ environment: [String: String] = ["TZ": "UTC"]) async throws -> Ending {
        try await Workbench.with { bench in
            let ending = try await bench.command([Program.path, "frequency"] + words, environment: environment)
            #expect(!Files.exists(bench.state))
            return ending
        }
    }

    @Test("it explains an expression and shows its next runs in UTC and in its zone")
    func table() async throws {
        let ending = try await flagdeck(
            ["0 30 2 ? * SUN America/New_York", "--from", "2027-03-10T00:00:00Z", "--count", "2"])
        #expect(ending.code == 0, "\(ending.errors)")
        #expect(
            ending.output == """
                at 02:30:00 on Sunday, America/New_York

                UTC                   DAY  America/New_York     OFFSET
                2027-03-14T07:30:00Z  Sun  2027-03-14 03:30:00  -04:00
                2027-03-21T06:30:00Z  Sun  2027-03-21 02:30:00  -04:00

                """)
    }

    @Test("an expression without a zone goes by --zone, else by this machine")
    func instanceZone() async throws {
        let words = ["0 0 12 * * ?", "--from", "2027-01-01T00:00:00Z", "--count", "1", "--output", "text"]
        #expect(
            try await flagdeck(words + ["--zone", "Asia/Kathmandu"]).output
                == "2027-01-01T06:15:00Z\tFri\t2027-01-01 12:00:00\t+05:45\n")
        #expect(
            try await flagdeck(words, ["TZ": "Asia/Shanghai"]).output
                == "2027-01-01T04:00:00Z\tFri\t2027-01-01 12:00:00\t+08:00\n")
        #expect(
            try await flagdeck(words, ["TZ": "UTC", "LC_ALL": "zh_CN.UTF-8"]).output
                == "2027-01-01T12:00:00Z\t周五\t2027-01-01 12:00:00\t+00:00\n")
    }

    @Test("json has the words, the gap and the runs")
    func json() async throws {
        let ending = try await flagdeck(
            ["rate(12h)", "--from", "2027-01-01T00:00:00Z", "--count", "1", "--output", "json"])
        #expect(ending.code == 0)
        for piece in [
            "\"Explanation\": \"every 12 hours, for the first time 12 hours after the creation\"",
            "\"MinimumGap\": 43200", "\"Time\": \"2027-01-01T12:00:00Z\"", "\"Weekday\": \"Fri\"",
            "\"TimeZone\": \"UTC\"",
        ] { #expect(ending.output.contains(piece), "\(ending.output)") }
    }

    @Test(
        "what is refused ends with 2 and its cause and fix",
        arguments: [
            (["0 0 24 * * ?"], "InvalidParam.Frequency", "Give values within 0-23."),
            (["rate(5m)", "--timeout", "300"], "InvalidParam.Frequency", "Give a longer interval"),
            (["0 0 0 * * ? Asia/Atlantis"], "InvalidParam.Frequency", "Asia/Atlantis"),
            (["0 0 0 30 2 ?"], "InvalidParam.Frequency", "No date fits"),
            (["at(2020-01-01 00:00:00)"], "InvalidParam.Frequency", "past"),
            (["rate(5m)", "--zone", "CST"], "InvalidParameter", "Asia/Shanghai"),
            (["rate(5m)", "--zone", "../../etc/passwd"], "InvalidParameter", "Asia/Shanghai"),
            (["rate(5m)", "--count", "0"], "Error", "--count"), (["rate(5m)", "--timeout", "0"], "Error", "--timeout"),
            (["rate(5m)", "--from", "yesterday"], "Error", "2027-01-31T08:00:00Z"), ([], "Error", "expression"),
        ])
    func refused(_ words: [String], _ code: String, _ piece: String) async throws {
        let ending = try await flagdeck(words)
        #expect(ending.code == 2)
        #expect(ending.output.isEmpty)
        #expect(ending.errors.contains(code) && ending.errors.contains(piece), "\(ending.errors)")
    }
}
