import CloudAssistant
import Foundation
import Testing

@testable import Engine

/// Nothing in a value is ever run, whatever the shell, whatever the parameter, also where no service has looked at it.
///
/// One after another, because there are many and other tests have their time limits.
@Suite(.serialized, .timeLimit(.minutes(10))) struct HostileValueTests {
    /// Each would leave a file `hit` if the shell took any of it for code.
    static let payloads = [
        "'; touch hit; '", "\"; touch hit; \"", "$(touch hit)", "`touch hit`", "$(touch${IFS}hit)",
        "`touch${IFS}hit`", "x\ntouch hit\n", "x\n{{ACS::InvokeId}}\ntouch hit\n", "& touch hit &", "> hit",
        "-x; touch hit", "\\'; touch hit; \\'", "${x:-$(touch hit)}", "a[$(touch hit)]",
    ]

    struct Place: Sendable, CustomTestStringConvertible {
        let command: Command
        let parameter: String
        var kind: ParameterKind {
            let definition = command.parameters.first { $0.name == parameter }
            return definition.map { command.kind(of: $0) } ?? .text
        }
        var testDescription: String { "\(command.name) \(parameter)" }

        /// The values to try where a valid one is `fine`. Of numbers and choices nothing hostile gets past the first
        /// check, so a few stand for all.
        func values(beside fine: String, _ shell: String) -> [String] {
            switch kind {
            case .number, .choice:
                return payloads.filter { $0.contains("\n") } + [payloads.filter { !$0.contains("\n") }.joined()]
            case .text, .path, .secret:
                let longer = payloads.map { fine + $0 }
                return shell == "sh" ? payloads + longer : longer
            }
        }
    }

    static let places = StarterLibrary.commands.flatMap { command in
        command.parameters.map { Place(command: command, parameter: $0.name) }
    }

    @Test(arguments: places, ["sh", "bash"]) func aHostileValueIsText(_ place: Place, _ shell: String) async throws {
        try await RealBench.with(concurrency: 4) { bench async throws in
            try bench.write(Starter.log, to: "app.log")
            let sample = Starter.sample(place.command, in: bench.work)
            let fine = sample[place.parameter] ?? ""
            try await withThrowingTaskGroup { group in
                for value in place.values(beside: fine, shell) {
                    let values = sample.merging([place.parameter: value]) { _, new in new }
                    group.addTask {
                        let result = try await bench.runScript(of: place.command, values, launcher: shell)
                        Self.check(result, value, of: place)
                    }
                }
                try await group.waitForAll()
            }
            let left = try FileManager.default.contentsOfDirectory(atPath: bench.work)
            #expect(left == ["app.log"])
        }
    }

    /// What is no single line, and what its kind does not take, is refused before anything is done with it.
    private static func check(_ result: InvocationResult, _ value: String, of place: Place) {
        let isFit = place.kind.problem(in: value) == nil
        if value.contains("\n") {
            #expect(result.exitCode == 2 && result.text == "\(place.parameter): one line only.\n", "\(result.text)")
        } else if !isFit {
            #expect(result.exitCode == 2 && result.text.hasPrefix("\(place.parameter): "), "\(value): \(result.text)")
        } else {
            #expect(result.exitCode != nil)
        }
    }
}
