import CloudAssistant
import Foundation
import Runners
import Store
import TestSupport
import Testing

@testable import Engine

/// Outputs are delivered once their attempts have ended, whatever happens in between.
@Suite(.timeLimit(.minutes(4))) struct OutputDeliveryTests {
    /// A bench with the bucket `outputs` as a directory and the bucket `remote` at a server.
    static func with(
        _ plays: [ScriptedServer.Play] = [ScriptedServer.answer("200 OK")],
        _ change: (inout EngineConfiguration) -> Void = { _ in },
        _ body: (EngineBench, ScriptedServer) async throws -> Void
    ) async throws {
        let key = Self.makeKey()
        defer { try? FileManager.default.removeItem(atPath: key) }
        try await ScriptedServer.with(.closes) { server async throws in
            server.play(plays)
            let endpoint = try #require(
                S3Endpoint(server.address, usesPathStyle: true, signingRegion: "r", credentialsFile: key))
            let configure = { (configuration: inout EngineConfiguration) in
                configuration.delivery.terms.buckets = [
                    Bucket(name: "remote", regionID: "local", kind: .s3(endpoint))
                ]
                configuration.delivery.pause = .milliseconds(1)
                change(&configuration)
            }
            try await EngineBench.with(configure) { bench async throws in
                try bench.makeBucket("outputs")
                try await body(bench, server)
            }
        }
    }

    /// The path of a key for a store, which whoever asked for it removes.
    private static func makeKey() -> String {
        let path = FileManager.default.temporaryDirectory.path + "/flagdeck-key-\(UUID().uuidString)"
        let lines = Data("access-key-id = A\naccess-key-secret = s\n".utf8)
        _ = FileManager.default.createFile(atPath: path, contents: lines, attributes: [.posixPermissions: 0o600])
        return path
    }

    @Test func theOutputOfEachInstanceIsDeliveredUnderItsOwnKey() async throws {
        try await Self.with { bench, _ async throws in
            bench.runner.play { .ends(.exited(code: 0), output: "hello from \($0.key.instanceID)") }
            let id = try await bench.run(on: ["i-a", "i-b"]) { $0.run.ossOutputDelivery = "oss://outputs/pre" }
            for instance in ["i-a", "i-b"] as [InstanceID] {
                let result = try await bench.delivered(id, instance)
                let key = "pre/\(id)/\(instance).txt"
                #expect(result.delivery == OutputDelivery(.finished, address: "oss://outputs/\(key)"))
                #expect(bench.object("outputs", key) == "hello from \(instance)")
            }
            let invocation = try await bench.invocation(id)
            #expect(invocation.ossOutputDelivery == "oss://outputs/pre" && invocation.state == .success)
        }
    }

    @Test(arguments: [AttemptEnding.exited(code: 3), .signalled(9), .timedOut, .stopped, .interrupted])
    func whateverTheEndAnOutputIsDelivered(_ ending: AttemptEnding) async throws {
        try await Self.with { bench, _ async throws in
            bench.runner.play(.ends(ending, output: "so far"))
            let id = try await bench.run { $0.run.ossOutputDelivery = "oss://outputs" }
            #expect(try await bench.delivered(id).delivery?.status == .finished)
            #expect(bench.object("outputs", "\(id)/i-a.txt") == "so far")
        }
    }

    @Test func whatNeverRanHasNothingToDeliver() async throws {
        try await Self.with { bench, _ async throws in
            bench.runner.play(
                .ends(.startFailed(StartFailure(reason: .noSuchUser, subject: "bob", errno: 0))))
            let ids = [
                try await bench.run { $0.run.ossOutputDelivery = "oss://outputs" },
                try await bench.run(on: ["i-off"]) { $0.run.ossOutputDelivery = "oss://outputs" },
                try await bench.run { request in
                    request.run.ossOutputDelivery = "oss://outputs"
                    request.run.repeatMode = "DryRun"
                },
            ]
            for id in ids { #expect(try await bench.ended(id).results.allSatisfy { $0.delivery == nil }) }
            bench.runner.play(.ends(.exited(code: 0)))
            let plain = try await bench.run()
            #expect(try await bench.ended(plain).results.first?.delivery == nil)
            #expect(try await bench.store.openDeliveries().isEmpty)
        }
    }

    @Test func aBucketThatIsGoneByThenIsAFailureOfTheDeliveryOnly() async throws {
        try await Self.with { bench, _ async throws in
            bench.runner.play(.runs)
            let id = try await bench.run { $0.run.ossOutputDelivery = "oss://outputs" }
            try await bench.reaches(.running, id)
            try FileManager.default.removeItem(atPath: bench.directory.bucketsPath + "/outputs")
            bench.runner.disk.end(key(id), .exited(code: 0), output: "hi")
            let result = try await bench.delivered(id)
            #expect(result.state == .success)
            #expect(result.delivery?.status == .failed && result.delivery?.errorCode == "NoSuchBucket")
            #expect(result.delivery?.address == "" && result.delivery?.errorInfo.isEmpty == false)
        }
    }

    @Test func aStoreThatIsBrokenForAWhileIsTriedAgain() async throws {
        let plays = [
            ScriptedServer.answer("200 OK"), ScriptedServer.answer("503 Busy"), .closes,
            ScriptedServer.answer("200 OK"),
        ]
        try await Self.with(plays) { bench, server async throws in
            let id = try await bench.run { $0.run.ossOutputDelivery = "oss://remote" }
            #expect(try await bench.delivered(id).delivery?.status == .finished)
            #expect(server.requests.map { String($0.head.prefix(4)) } == ["HEAD", "PUT ", "PUT ", "PUT "])
        }
    }

    @Test func aStoreThatStaysBrokenIsGivenUp() async throws {
        let plays = [ScriptedServer.answer("200 OK"), ScriptedServer.answer("500 Broken")]
        try await Self.with(plays, { $0.delivery.tries = 3 }) { bench, server async throws in
            let id = try await bench.run { $0.run.ossOutputDelivery = "oss://remote" }
            let delivery = try await bench.delivered(id).delivery
            #expect(delivery?.status == .failed && delivery?.errorCode == "HTTPStatus500")
            #expect(server.requests.count == 4)
        }
    }

    @Test func aRefusalIsNotTriedAgain() async throws {
        let words = "<Error><Code>AccessDenied</Code><Message>No</Message></Error>"
        let plays = [ScriptedServer.answer("200 OK"), ScriptedServer.answer("403 No", body: words)]
        try await Self.with(plays) { bench, server async throws in
            let id = try await bench.run { $0.run.ossOutputDelivery = "oss://remote" }
            let delivery = try await bench.delivered(id).delivery
            #expect(delivery == OutputDelivery(.failed, errorCode: "AccessDenied", errorInfo: "No"))
            #expect(server.requests.count == 2)
        }
    }

    @Test func anEndDoesNotWaitForItsDeliveryAndTheNextEngineGoesOnWithIt() async throws {
        try await Self.with([ScriptedServer.answer("200 OK"), .hangs]) { first, server async throws in
            first.runner.play(.ends(.exited(code: 0), output: "kept"))
            let id = try await first.run { $0.run.ossOutputDelivery = "oss://remote/x" }
            try await eventually("the upload is under way") { server.requests.count == 2 }
            #expect(try await first.ended(id).results.first?.delivery == OutputDelivery(.inProgress))
            #expect(await first.service.waitUntilDelivered(atMost: .milliseconds(1)) == 1)
            server.play([ScriptedServer.answer("200 OK")])
            let bench = try await first.restarted()
            let delivery = try await bench.delivered(id).delivery
            #expect(delivery == OutputDelivery(.finished, address: "oss://remote/x/\(id)/i-a.txt"))
            #expect(await bench.service.waitUntilDelivered(atMost: .seconds(40)) == 0)
            #expect(bench.runner.disk.starts.count == 1)
            await bench.close()
        }
    }

    @Test func anAttemptThatEndsUnderTheNextEngineIsDeliveredByIt() async throws {
        try await Self.with { first, _ async throws in
            first.runner.play(.runs)
            let id = try await first.run { $0.run.ossOutputDelivery = "oss://outputs" }
            try await first.reaches(.running, id)
            let bench = try await first.restarted { $0.disk.end(key(id), .exited(code: 0), output: "late") }
            #expect(try await bench.delivered(id).delivery?.status == .finished)
            #expect(bench.object("outputs", "\(id)/i-a.txt") == "late")
            await bench.close()
        }
    }

    @Test func onlyAFewAreDeliveredAtTheSameTime() async throws {
        let plays = [ScriptedServer.answer("200 OK"), .hangs]
        try await Self.with(plays, { $0.delivery.concurrency = 2 }) { bench, server async throws in
            let id = try await bench.run(on: ["i-a", "i-b", "i-c"]) { $0.run.ossOutputDelivery = "oss://remote" }
            _ = try await bench.ended(id)
            try await eventually("two are under way") { server.requests.count == 3 }
            #expect(await bench.service.waitUntilDelivered(atMost: .milliseconds(50)) == 3)
            #expect(server.requests.count == 3)
        }
    }

    @Test func aStoreThatDoesNotAnswerRefusesTheCallAsAFaultOfTheService() async throws {
        try await Self.with([ScriptedServer.answer("500 Broken")]) { bench, _ async throws in
            let refused = await code { _ = try await bench.run { $0.run.ossOutputDelivery = "oss://remote" } }
            #expect(refused == .internalErrorDispatch && bench.runner.orders.isEmpty)
        }
    }

    /// With real scripts: what is longer than a record holds.
    @Test func aLongOutputIsDeliveredWholeEvenWhenTheRunnerClearedItAway() async throws {
        try await Self.with([ScriptedServer.answer("200 OK"), .hangs]) { _, server async throws in
            let path = Self.makeKey()
            defer { try? FileManager.default.removeItem(atPath: path) }
            try await RealBench.with({ configuration in
                configuration.delivery.terms.buckets = [
                    S3Endpoint(server.address, usesPathStyle: true, signingRegion: "r", credentialsFile: path)
                ].compactMap { $0 }.map { Bucket(name: "remote", regionID: "local", kind: .s3($0)) }
            }) { first async throws in
                let id = try await first.run("seq 1 20000\n") { $0.run.ossOutputDelivery = "oss://remote" }
                _ = try await first.ended(id)
                try await eventually("the upload is under way") { server.requests.count == 2 }
                #expect(server.requests.last?.bodySize == 108_894)
                let attempts = first.directory.attemptsPath
                try await eventually("the attempt is put away") {
                    FileManager.default.fileExists(atPath: "\(attempts)/ended/\(id).i-1.1.output")
                }
                try FileManager.default.removeItem(atPath: "\(attempts)/ended/\(id).i-1.1.output")
                server.play([ScriptedServer.answer("200 OK")])
                let bench = try await first.restarted()
                try await eventually("it is delivered") {
                    try await bench.results(id).first?.delivery?.status == .finished
                }
                #expect(server.requests.last?.bodySize == 108_894)
                try await eventually("nothing is kept any more") {
                    try FileManager.default.contentsOfDirectory(atPath: bench.directory.deliveriesPath).isEmpty
                }
                await bench.close()
            }
        }
    }
}

extension EngineBench {
    func makeBucket(_ name: String) throws {
        try FileManager.default.createDirectory(
            atPath: "\(directory.bucketsPath)/\(name)", withIntermediateDirectories: true)
    }

    /// The text of an object in a directory's bucket.
    func object(_ bucket: String, _ key: String) -> String? {
        FileManager.default.contents(atPath: "\(directory.bucketsPath)/\(bucket)/\(key)").map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// A result whose delivery is over.
    func delivered(_ id: InvokeID, _ instance: InstanceID = "i-a") async throws -> InvocationResult {
        try await eventually("the output of \(id) on \(instance) is delivered or cannot be") {
            let status = try await self.result(id, instance).delivery?.status
            return status == .finished || status == .failed
        }
        return try await result(id, instance)
    }
}
