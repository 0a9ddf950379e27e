import ArgumentParser
import CloudAssistant
import Glibc
import Screen
import SealedParameters

extension ParametersSubcommand {
    struct Set: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Set a parameter; the value is typed or comes from standard input.",
            discussion: """
                A value is never an argument, which others could see: it is asked for without being shown, or read from \
                standard input, where one line end at its end does not count. It is UTF-8 of at most 4096 bytes. What is \
                not given for an existing parameter stays as it is. A caller who is not the owner of the state may use \
                the parameter only when --allow names him.

                EXAMPLES:
                  flagdeck parameters set db-password --secret
                  flagdeck parameters set db-password --secret < password.txt
                  flagdeck parameters set mirror --description 'Where packages come from' --allow ann --allow bob
                """)

        @Argument(help: ArgumentHelp("The name: letters, digits, '.', '-' and '_'.", valueName: "name"))
        var name: String

        @Flag(help: "The value is a secret: scripts name it as {{oos-secret:NAME}}.")
        var secret = false

        @Option(help: ArgumentHelp("What it is for.", valueName: "text"))
        var description: String?

        @Option(
            name: .customLong("allow"),
            help: ArgumentHelp("A user who may use it; may be repeated. Replaces those before.", valueName: "user"))
        var allowed: [String] = []

        @Flag(help: "Only the owner of the state may use it.")
        var allowNobody = false

        @OptionGroup var answer: AnswerOptions
        @OptionGroup var place: ParameterPlace

        func validate() throws {
            guard allowed.isEmpty || !allowNobody else {
                throw ValidationError("--allow and --allow-nobody exclude each other.")
            }
        }

        func run() async throws {
            try await place.withDesk { desk in
                let reference = StoredReference(name: name, isSecret: secret)
                let change = ParameterChange(
                    regionID: desk.region, reference: reference,
                    value: try SecretInput.read(prompt: "Value of \(name): "),
                    description: description, allowed: allowed.isEmpty && !allowNobody ? nil : allowed)
                let facts = try await desk.store.set(change) { facts in
                    try await desk.note("SetParameter", "\(facts.reference)")
                }
                if answer.output == .json { Out.json(facts.json) }
            }
        }
    }

    struct Get: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show a parameter; a secret's value only with --reveal.",
            discussion: """
                A secret is shown on a terminal only; --force prints it to a file or a pipe too. Each time leaves a line \
                in the audit.

                EXAMPLES:
                  flagdeck parameters get mirror
                  flagdeck parameters get db-password
                  flagdeck parameters get db-password --reveal
                  flagdeck parameters get db-password --reveal --force | command
                """)

        @Argument(help: ArgumentHelp("The name.", valueName: "name"))
        var name: String

        @Flag(help: "Show the value of a secret, and nothing else.")
        var reveal = false

        @Flag(help: "Reveal to something that is no terminal too.")
        var force = false

        @OptionGroup var answer: AnswerOptions
        @OptionGroup var place: ParameterPlace

        func run() async throws {
            try await place.withDesk { desk in
                guard let facts = try desk.store.listing(of: desk.region).first(where: { $0.reference.name == name })
                else { throw ParameterStoreError.unknown(StoredReference(name: name, isSecret: false)) }
                guard reveal || !facts.reference.isSecret else { return show(facts, nil) }
                let value = try await value(facts.reference, desk)
                if reveal { bare(value) } else { show(facts, value) }
            }
        }

        /// The value alone; a terminal gets nothing that it would obey.
        private func bare(_ value: String) {
            guard isatty(STDOUT_FILENO) == 1 else { return Out.line(value) }
            for line in SafeText.lines(bytes: Array(value.utf8)) { Out.line(line.plain) }
        }

        private func value(_ reference: StoredReference, _ desk: ParameterDesk) async throws -> String {
            guard force || !reference.isSecret || isatty(STDOUT_FILENO) == 1 else {
                throw StartError.noTerminalForSecret
            }
            let values = try desk.store.values(of: [reference], in: desk.region)
            // Written before it is shown: what nobody can note is not shown.
            if reference.isSecret { try await desk.note("RevealParameter", "\(reference)") }
            return String(decoding: values[reference] ?? [], as: UTF8.self)
        }

        private func show(_ facts: StoredParameter, _ value: String?) {
            guard answer.output != .json else {
                guard case .object(let members) = facts.json, let value else { return Out.json(facts.json) }
                return Out.json(.object(members + [.init("Value", .string(value))]))
            }
            Out.rows(
                ["NAME", "KIND", "VERSION", "UPDATED", "ALLOWED", "DESCRIPTION", "VALUE"],
                [
                    [
                        facts.reference.name, facts.reference.isSecret ? "secret" : "plain", "\(facts.version)",
                        facts.updated.wireText, facts.allowed.isEmpty ? "-" : facts.allowed.joined(separator: ","),
                        facts.description, value ?? "(not shown; see --reveal)",
                    ]
                ], as: answer.output)
        }
    }
}
