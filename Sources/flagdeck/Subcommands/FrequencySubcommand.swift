import ArgumentParser
import CloudAssistant
import Engine

/// `flagdeck frequency`: what an expression means and when it runs next. Nothing is sent and no state is opened.
struct FrequencySubcommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "frequency", abstract: "Explain a frequency and show when it runs next.",
        discussion: """
            An expression is rate(5m), at(2030-01-31 08:00:00 Asia/Shanghai) or a cron
            expression of second, minute, hour, day of the month, month, day of the week and,
            if need be, year and time zone; 1 in the day of the week is Monday. Put it in
            quotes. Nothing is sent. What is refused ends with 2, its cause and its fix.

            EXAMPLES:
              flagdeck frequency '0 30 3 ? * FRIL Europe/London'
              flagdeck frequency '0 */20 9-17 ? * MON-FRI' --zone Asia/Shanghai
              flagdeck frequency 'rate(12h)' --count 3 --output json
              flagdeck frequency '0 30 2 * * ? America/New_York' \\
                  --from 2027-03-12T00:00:00Z
            """)

    @Argument(help: ArgumentHelp("The frequency, in quotes.", valueName: "expression"))
    var expression: String

    @Option(
        help: ArgumentHelp(
            "Zone of the instance, for a cron expression without one. (default: this machine's)", valueName: "zone"))
    var zone: String?

    @Option(
        help: ArgumentHelp(
            "Moment to look from and to count a rate from, like 2027-01-31T08:00:00Z. (default: now)",
            valueName: "time"),
        transform: Self.moment)
    var from: Timestamp?

    @Option(help: ArgumentHelp("Runs to show, 1 to 1000.", valueName: "number"))
    var count = 5

    @Option(help: ArgumentHelp("Timeout of the task, which runs may not be closer than.", valueName: "seconds"))
    var timeout = Limits().defaultTimeout

    @OptionGroup var answer: AnswerOptions

    func validate() throws {
        guard (1...1000).contains(count) else { throw ValidationError("--count is a number from 1 to 1000.") }
        guard (1...Limits().longestTimeout).contains(timeout) else {
            throw ValidationError("--timeout is a number from 1 to \(Limits().longestTimeout).")
        }
    }

    func run() async throws {
        try await Failure.explained {
            let zones = ZoneCatalogue(environment: Machine.environment)
            let instance = try instanceZone(zones)
            let start = from ?? Machine.now()
            let frequency = try Frequency.checked(expression, timeoutSeconds: timeout, now: start, zones: zones.rules)
            let rules = frequency.rules(instance: instance.rules, named: zones.rules) ?? instance.rules
            let runs = frequency.runs(after: start, created: start, zone: rules, count: count)
            let preview = FrequencyPreview(
                text: expression, frequency: frequency, zone: frequency.zone?.description ?? instance.name,
                rules: rules, runs: runs)
            preview.print(as: answer.output, Machine.language)
        }
    }

    /// The zone of `--zone`, else this machine's.
    private func instanceZone(_ zones: ZoneCatalogue) throws(APIError) -> (name: String, rules: ZoneRules) {
        guard let zone else {
            let own = zones.own()
            return (own.name ?? "local", own.rules)
        }
        let rules = try TimeZoneName.checked(zone, parameter: "--zone", zones: zones.rules)
        return (zone, rules)
    }

    private static func moment(_ text: String) throws -> Timestamp {
        if let moment = Timestamp(wireText: text) { return moment }
        throw ValidationError("A time is written like 2027-01-31T08:00:00Z, in UTC and in the years 1970 to 2099.")
    }
}
