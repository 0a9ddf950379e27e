import CloudAssistant
import Foundation
import Testing

@testable import Engine

/// Nothing in a value is ever run, whatever the shell, whatever the parameter, also where no service has looked at it.
@Suite(.timeLimit(.minutes(10))) struct HostileValueTests {
    /// Each would leave a file `hit` if the shell took any of it for code.
    static let payloads = [
        "'; touch hit; '", "\"; touch hit; \"", "$(touch hit)", "`touch hit`", "$(touch${IFS}hit)",
        "`touch${IFS}hit`", "x\ntouch hit\n", "x\n{{ACS::InvokeId}}\ntouch hit\n", "& touch hit &", "> hit",
        "-x; touch hit", "\\'; touch hit; \\'", "${x:-$(touch hit)}", "a[$(touch hit)]",
    ]

    struct Place: Sendable, CustomTestStringConvertible {
        let command: Command
        let parameter: String
        var testDescription: String { "\(command.name) \(parameter)" }
    }

    static let places = StarterLibrary.commands.flatMap { command in
        command.parameters.map { Place(command: command, parameter: $0.name) }
    }

    @Test(arguments: places, ["sh", "bash"]) func aHostileValueIsText(_ place: Place, _ shell: String) async throws {
        try await RealBench.with { bench async throws in
            try bench.write(Starter.log, to: "app.log")
            let sample = Starter.sample(place.command, in: bench.work)
            let fine = sample[place.parameter] ?? ""
            try await withThrowingTaskGroup { group in
                for payload in Self.payloads {
                    for value in [payload, fine + payload] {
                        let values = sample.merging([place.parameter: value]) { _, new in new }
                        group.addTask {
                            let result = try await bench.runScript(of: place.command, values, launcher: shell)
                            Self.check(result, value, of: place)
                        }
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
        let definition = place.command.parameters.first { $0.name == place.parameter }
        let isFit = definition.map { place.command.kind(of: $0).problem(in: value) == nil } ?? false
        if value.contains("\n") {
            #expect(result.exitCode == 2 && result.text == "\(place.parameter): one line only.\n", "\(result.text)")
        } else if !isFit {
            #expect(result.exitCode == 2 && result.text.hasPrefix("\(place.parameter): "), "\(value): \(result.text)")
        } else {
            #expect(result.exitCode != nil)
        }
    }
}
