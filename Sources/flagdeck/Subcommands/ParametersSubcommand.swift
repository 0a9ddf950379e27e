import ArgumentParser
import CloudAssistant
import SealedParameters

/// `flagdeck parameters`: the parameter store behind `{{oos:…}}` and `{{oos-secret:…}}`.
struct ParametersSubcommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parameters", abstract: "Keep values that scripts name instead of holding them.",
        discussion: """
            A script with parameters (--enable-parameter) that holds {{oos:NAME}} or {{oos-secret:NAME}} gets the value \
            when it is sent. The value of a secret is neither recorded nor logged, and is masked in the script's output \
            unless it is shorter than 4 characters or the script changes it. Values are sealed with a key in a file of \
            its own in the state directory. All of this works beside a running console.

            EXAMPLES:
              flagdeck parameters set db-password --secret < password.txt
              flagdeck parameters set mirror --description 'Where packages come from'
              flagdeck parameters list
              flagdeck parameters get db-password --reveal
              flagdeck parameters rm db-password
              flagdeck parameters key --rotate
            """,
        subcommands: [Set.self, Get.self, List.self, Remove.self, Key.self], defaultSubcommand: List.self)
}

/// What every subcommand of the parameters takes.
struct ParameterPlace: ParsableArguments {
    @Option(
        name: [.customLong("region"), .customLong("region-id")],
        help: ArgumentHelp("Region that the parameter belongs to.", valueName: "region"))
    var region = Region.local.id.text

    @Option(
        help: ArgumentHelp("Directory of the state. (default: flagdeck in the XDG data directory)", valueName: "path"))
    var stateDir: String?

    @Option(help: ArgumentHelp("A reason or ticket for the audit.", valueName: "text"))
    var reason = ""

    var regionID: RegionID { RegionID(region) }

    /// Opens the store, does something with it and explains what goes wrong.
    func withDesk(_ work: (ParameterDesk) async throws -> Void) async throws {
        try await Failure.explained {
            let place = try Workplace(stateDirectory: stateDir)
            try await work(try await ParameterDesk(place, region: regionID, reason: reason))
        }
    }
}

extension ParametersSubcommand {
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the parameters of a region, without values.",
            discussion: """
                EXAMPLES:
                  flagdeck parameters list
                  flagdeck parameters list --region local --output json
                """)

        @OptionGroup var answer: AnswerOptions
        @OptionGroup var place: ParameterPlace

        func run() async throws {
            try await place.withDesk { desk in
                let found = try desk.store.listing(of: desk.region)
                guard answer.output != .json else { return Out.json(["Parameters": .array(found.map(\.json))]) }
                Out.rows(
                    ["NAME", "KIND", "VERSION", "UPDATED", "ALLOWED", "DESCRIPTION"],
                    found.map { facts in
                        [
                            facts.reference.name, facts.reference.isSecret ? "secret" : "plain", "\(facts.version)",
                            facts.updated.wireText, facts.allowed.isEmpty ? "-" : facts.allowed.joined(separator: ","),
                            facts.description,
                        ]
                    }, as: answer.output)
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rm", abstract: "Remove parameters.",
            discussion: """
                Scripts that name a removed parameter are refused. The value of a secret stays sealed for two days, so \
                that it can be masked in the output of scripts that still run, and is then gone.

                EXAMPLES:
                  flagdeck parameters rm db-password mirror
                """)

        @Argument(help: ArgumentHelp("The parameters.", valueName: "name"))
        var names: [String]

        @OptionGroup var place: ParameterPlace

        func run() async throws {
            try await place.withDesk { desk in
                for name in names {
                    try await desk.store.remove(name, in: desk.region) { facts in
                        try await desk.note("DeleteParameter", "\(facts.reference)")
                    }
                }
            }
        }
    }

    struct Key: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the key of the store, let it expire or change it.",
            discussion: """
                With an expired key nothing can be read: calls are refused with TemporaryAccessKey.Error, and scripts \
                that wait end with QueryParameterStoreFailed. --rotate makes a new key, seals every value anew and \
                takes away an expiry that has passed. One key serves all regions.

                EXAMPLES:
                  flagdeck parameters key
                  flagdeck parameters key --expires 2027-01-31T00:00:00Z
                  flagdeck parameters key --expires never
                  flagdeck parameters key --rotate
                """)

        @Option(
            help: ArgumentHelp("From when on the key opens nothing: a time in UTC, or never.", valueName: "time"),
            transform: { try ExpiryWord.read($0) })
        var expires: ExpiryWord?

        @Flag(help: "Make a new key and seal everything with it.")
        var rotate = false

        @OptionGroup var answer: AnswerOptions
        @OptionGroup var place: ParameterPlace

        func run() async throws {
            try await place.withDesk { desk in
                if rotate { try await desk.store.rotate { try await desk.note("RotateParameterKey", "") } }
                if let expires {
                    try await desk.store.setExpiry(expires.time) {
                        try await desk.note("SetParameterKeyExpiry", expires.time?.wireText ?? "never")
                    }
                }
                show(try desk.store.keyFacts())
            }
        }

        private func show(_ facts: KeyFacts?) {
            let expires = facts?.expires?.wireText
            guard answer.output != .json else {
                return Out.json([
                    "KeyId": facts.map { .string($0.id) } ?? .null,
                    "CreationTime": facts.map { .string($0.made.wireText) } ?? .null,
                    "ExpirationTime": expires.map { .string($0) } ?? .null,
                ])
            }
            let rows = facts.map { [[$0.id, $0.made.wireText, expires ?? "never"]] } ?? []
            Out.rows(["KEY", "MADE", "EXPIRES"], rows, as: answer.output)
        }
    }
}

extension StoredParameter {
    /// What may be told, in the manner of the API's answers.
    var json: JSON {
        [
            "Name": .string(reference.name), "Type": .string(reference.isSecret ? "Secret" : "String"),
            "RegionId": .string(regionID.text), "Description": .string(description),
            "ParameterVersion": .integer(version), "CreatedDate": .string(created.wireText),
            "UpdatedDate": .string(updated.wireText), "AllowedCallers": .array(allowed.map { .string($0) }),
        ]
    }
}
