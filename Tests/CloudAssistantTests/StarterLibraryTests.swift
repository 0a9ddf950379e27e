import Testing

@testable import CloudAssistant

/// What comes with Flagdeck keeps the rules that everybody's commands keep.
@Suite struct StarterLibraryTests {
    @Test func thereAreManyAndEachHasAName() {
        #expect(StarterLibrary.commands.count >= 18)
        #expect(Set(StarterLibrary.commands.map(\.name)).count == StarterLibrary.commands.count)
    }

    @Test(arguments: StarterLibrary.commands) func aCommandCouldHaveBeenMadeByACall(_ command: Command) {
        let draft = CommandDraft(
            name: command.name, type: command.type.rawValue, content: command.content, contentEncoding: "PlainText",
            description: command.description, timeoutSeconds: command.timeoutSeconds,
            enablesParameters: command.enablesParameters)
        #expect(refusal { _ = try draft.checked(Limits(), defaultEncoding: .base64, needsName: true) } == nil)
        #expect(command.id.text == command.name)
        #expect(command.provider == StarterLibrary.provider)
        #expect(!command.description.isEmpty && !command.category.isEmpty)
        #expect(command.content.hasSuffix("\n"))
        #expect(command.enablesParameters == !command.parameters.isEmpty)
    }

    @Test(arguments: StarterLibrary.commands) func itsParametersAreThoseOfItsScript(_ command: Command) throws {
        guard command.enablesParameters else { return }
        #expect(Template(command.content).parameterNames == command.parameters.map(\.name))
        #expect(Script.unknownBuiltIn(in: command) == nil)
        for parameter in command.parameters {
            #expect(!parameter.description.isEmpty)
            let kind = try #require(StarterLibrary.kind(of: parameter.name, in: command))
            #expect(kind.problem(in: parameter.defaultValue, of: parameter.name) == nil)
            #expect(!parameter.isRequired || parameter.defaultValue.isEmpty)
            if case .choice(let values) = kind { #expect(parameter.possibleValues == values) }
        }
    }

    /// A value stands on a line of its own between the two lines that keep the shell from reading it.
    @Test(arguments: StarterLibrary.commands) func aValueStandsNowhereButInAHereDocument(_ command: Command) {
        let lines = command.content.split(separator: "\n").map(String.init)
        for (index, line) in lines.enumerated() where line.contains("{{") && !line.contains("{{ACS::InvokeId}}") {
            #expect(command.parameters.contains { line == "{{\($0.name)}}" })
            #expect(lines[index - 1].hasSuffix("<<'{{ACS::InvokeId}}'"))
            #expect(lines[index + 1] == "{{ACS::InvokeId}}")
        }
    }

    @Test func aKindIsKnownForTheLibraryOnly() throws {
        let starter = try #require(StarterLibrary.commands.first { $0.name == "log-tail" })
        #expect(StarterLibrary.kind(of: "file", in: starter) == .path)
        #expect(StarterLibrary.kind(of: "lines", in: starter) == .number(1...100_000))
        #expect(StarterLibrary.kind(of: "other", in: starter) == nil)
        var own = starter
        own.provider = nil
        #expect(StarterLibrary.kind(of: "file", in: own) == nil)
    }
}
