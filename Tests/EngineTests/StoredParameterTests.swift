import CloudAssistant
import Foundation
import Runners
import SealedParameters
import Store
import TestSupport
import Testing

@testable import Engine

/// Stored parameters on their way into scripts, and secrets out of what scripts wrote.
@Suite(.timeLimit(.minutes(4))) struct StoredParameterTests {
    static let scripts: [(script: String, sent: String)] = [
        ("echo {{oos:plain}}", "echo open"),
        ("echo {{ oos-secret : key }}", "echo s3cret-value"),
        ("{{\n\toos:plain\r\n}}{{oos:plain}}{{oos-secret:key}}", "openopens3cret-value"),
        ("{{oos:plain.of-two_words}}", "{{oos-secret:key}} {{ACS::InstanceId}} {{name}}"),
        ("{{ACS::InstanceId}} {{oos:plain}}", "i-a open"),
        ("é{{oos:plain}}é", "éopené"),
    ]

    @Test(arguments: scripts) func valuesAreInTheScriptThatIsSentAndAreNoTemplates(_ script: String, _ sent: String)
        async throws
    {
        try await EngineBench.with { bench async throws in
            try await bench.set("plain", "open")
            try await bench.set("plain.of-two_words", "{{oos-secret:key}} {{ACS::InstanceId}} {{name}}")
            try await bench.set("key", "s3cret-value")
            try await bench.uses(script)
            try await eventually("it is sent") { bench.runner.orders.count == 1 }
            let order = try #require(bench.runner.orders.first)
            #expect(String(decoding: order.script, as: UTF8.self) == sent)
            #expect(order.stored == nil)
        }
    }

    static let texts: [(script: String, parameters: Bool)] = [
        ("echo {{oos-secret:key}}", false), ("echo {oos-secret:key}", true),
    ]

    @Test(arguments: texts) func nothingIsAskedForWhereThereIsNoPlace(_ script: String, _ enabled: Bool) async throws {
        try await EngineBench.with { bench async throws in
            _ = try await bench.run(script) { $0.command.enablesParameters = enabled }
            try await eventually("it is sent") { bench.runner.orders.count == 1 }
            #expect(bench.runner.orders.first.map { String(decoding: $0.script, as: UTF8.self) } == script)
        }
    }

    @Test func aPassedValueThatLooksLikeAPlaceIsOnlyText() async throws {
        try await EngineBench.with { bench async throws in
            try await bench.set("key", "s3cret-value")
            let command = try await bench.command("echo {{name}}{{end}}")
            _ = try await bench.invoke(command) { run in
                run.parameters = .entries([
                    ParameterEntry(name: "name", value: "{{oos-secret:key}}{{oos-secret:"),
                    ParameterEntry(name: "end", value: "key}}"),
                ])
            }
            try await eventually("it is sent") { bench.runner.orders.count == 1 }
            let script = bench.runner.orders.first.map { String(decoding: $0.script, as: UTF8.self) }
            #expect(script == "echo {{oos-secret:key}}{{oos-secret:key}}")
        }
    }

    static let wrong = [
        "{{oos:key}}", "{{oos-secret:plain}}", "{{oos:none}}", "{{oos:}}", "{{oos:pl ain}}", "{{oos:Plain}}",
    ]

    @Test(arguments: wrong) func aNameOfTheOtherKindOrOfNoneIsRefused(_ script: String) async throws {
        try await EngineBench.with { bench async throws in
            try await bench.set("plain", "open")
            try await bench.set("key", "s3cret-value")
            let error = try #require(await refusal { try await bench.uses(script) })
            #expect(error.code.known == .parameterStoreInvalidParameters)
            #expect(error.facts[.parameter] == "CommandContent")
            #expect(bench.runner.orders.isEmpty)
        }
    }

    static let passwords: [(user: String?, password: String?, code: APIErrorCode?)] = [
        ("bob", "windows", nil), ("bob", "none", .parameterStoreInvalidParameters),
        ("bob", "plain", .parameterStoreInvalidParameters), ("System", "none", nil), (nil, "none", nil),
    ]

    @Test(arguments: passwords) func thePasswordOfAWindowsUserIsASecret(
        _ user: String?, _ password: String?, _ expected: APIErrorCode?
    ) async throws {
        try await EngineBench.with { bench async throws in
            try await bench.set("windows", "s3cret-value")
            try await bench.set("plain", "open")
            let refused = await refusal {
                _ = try await bench.run(on: ["i-win"], type: .powerShell) { request in
                    request.run.username = user
                    request.run.windowsPasswordName = password
                }
            }
            #expect(refused?.code.known == expected)
            #expect(refused == nil || refused?.facts[.parameter] == "WindowsPasswordName")
        }
    }

    /// What happens between the call and the moment when the script is sent.
    static let mishaps: [@Sendable (EngineBench) async throws -> Void] = [
        { try await $0.parameters.remove("key", in: "local") { _ in } },
        { try await $0.parameters.setExpiry(EngineBench.start) {} },
        { bench in
            try await bench.parameters.remove("key", in: "local") { _ in }
            let plain = StoredReference(name: "key", isSecret: false)
            _ = try await bench.parameters.set(
                ParameterChange(regionID: "local", reference: plain, value: [0x78])
            ) { _ in }
        },
    ]

    @Test(arguments: mishaps.indices) func whatCannotBeReadWhenItIsSentIsNotRun(_ index: Int) async throws {
        try await EngineBench.with({ $0.concurrency = 1 }) { bench async throws in
            try await bench.set("key", "s3cret-value")
            bench.runner.play {
                $0.stored == nil && $0.script == Array("wait\n".utf8) ? .runs : .ends(.exited(code: 0))
            }
            let first = try await bench.run("wait\n")
            try await bench.reaches(.running, first)
            let second = try await bench.run("{{oos-secret:key}}") { $0.command.enablesParameters = true }
            try await Self.mishaps[index](bench)
            bench.runner.disk.end(key(first), .exited(code: 0))
            let result = try #require(try await bench.ended(second).results.first)
            #expect(result.errorCode == ResultErrorCode.queryParameterStoreFailed.rawValue)
            #expect(result.state == .invalid)
            #expect(!result.errorInfo.contains("s3cret"))
            #expect(bench.runner.orders.count == 1)
        }
    }

    static let endings: [AttemptEnding] = [
        .exited(code: 0), .exited(code: 3), .signalled(9), .timedOut, .interrupted,
    ]

    @Test(arguments: endings) func aSecretIsMaskedInWhatIsRecorded(_ ending: AttemptEnding) async throws {
        try await EngineBench.with { bench async throws in
            try await bench.set("key", "s3cret-value")
            try await bench.set("plain", "open-value")
            bench.runner.play(.ends(ending, output: "a s3cret-value b open-value s3cret-valu"))
            let id = try await bench.run("{{oos-secret:key}} {{oos:plain}}") { $0.command.enablesParameters = true }
            let result = try #require(try await bench.ended(id).results.first)
            #expect(String(decoding: result.output, as: UTF8.self) == "a ************ b open-value s3cret-valu")
        }
    }

    @Test func aSecretIsMaskedInWhatIsBeingWritten() async throws {
        try await EngineBench.with { bench async throws in
            try await bench.set("key", "s3cret-value")
            bench.runner.play(.runs)
            let id = try await bench.run("{{oos-secret:key}}") { $0.command.enablesParameters = true }
            try await bench.reaches(.running, id)
            bench.runner.setLive("x s3cret-value y s3cret-va", of: key(id))
            let result = try await bench.result(id)
            let output = { (limit: Int) in
                String(decoding: bench.service.output(of: result, limit: limit).bytes, as: UTF8.self)
            }
            #expect(output(100) == "x ************ y *********")
            // The border of what is asked for cuts through a value.
            #expect(output(18) == "****** y *********")
            let answer = try await bench.service.describeInvocationResults(
                .init(regionID: "local", invokeID: id), EngineBench.context())
            #expect(answer.page.entries.first.map { String(decoding: $0.result.output, as: UTF8.self) } == output(100))
            bench.runner.disk.end(key(id), .exited(code: 0))
            _ = try await bench.ended(id)
        }
    }

    @Test(arguments: [false, true]) func theNextEngineMasksWhatWasSentByAnEarlierOne(_ isChanged: Bool) async throws {
        try await EngineBench.with { bench async throws in
            try await bench.set("key", "s3cret-value")
            bench.runner.play(.runs)
            let id = try await bench.run("{{oos-secret:key}}") { $0.command.enablesParameters = true }
            try await bench.reaches(.running, id)
            if isChanged { try await bench.set("key", "another-value") }
            let next = try await bench.restarted()
            next.runner.disk.end(key(id), .exited(code: 0), output: "s3cret-value\n")
            let result = try #require(try await next.ended(id).results.first)
            #expect(String(decoding: result.output, as: UTF8.self) == "************\n")
            await next.close()
        }
    }

    @Test func whatMayBeSecretIsNotShownWhenTheStoreCannotBeRead() async throws {
        try await EngineBench.with { bench async throws in
            try await bench.set("key", "s3cret-value")
            bench.runner.play(.runs)
            let id = try await bench.run("{{oos-secret:key}}") { $0.command.enablesParameters = true }
            try await bench.reaches(.running, id)
            try damage(bench.directory.path + "/parameters")
            let next = try await bench.restarted()
            next.runner.disk.end(key(id), .exited(code: 0), output: "s3cret-value\nx")
            let result = try #require(try await next.ended(id).results.first)
            #expect(String(decoding: result.output, as: UTF8.self) == "************\n*")
            await next.close()
        }
    }

    @Test func parametersAreListedForThoseWhoMayUseThem() async throws {
        try await EngineBench.with { bench async throws in
            try await bench.set("b", "value")
            try await bench.set("plain", "value", allowed: ["ann"])
            let names = { (user: Int?, region: RegionID) in
                try await bench.service.storedParameters(in: region, EngineBench.context(user)).map(\.reference.name)
            }
            #expect(try await names(EngineBench.owner, "local") == ["b", "plain"])
            #expect(try await names(0, "local") == ["plain"])
            #expect(try await names(nil, "local") == ["plain"])
            #expect(try await names(EngineBench.owner, "other").isEmpty)
        }
    }
}

/// Changes one byte in the middle of a file.
private func damage(_ path: String) throws {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(fileURLWithPath: path))
}
