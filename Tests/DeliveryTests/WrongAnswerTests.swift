import CloudAssistant
import Foundation
import NIOCore
import TestSupport
import Testing

@testable import Delivery

/// Stores that do not answer as they should.
@Suite(.timeLimit(.minutes(3))) struct WrongAnswerTests {
    /// Nothing takes long here; kept for ever, as clients have to be.
    static let patience = {
        var patience = S3Store.Patience()
        patience.check = .milliseconds(500)
        patience.silence = .milliseconds(500)
        patience.upload = .seconds(2)
        return patience
    }()
    static let client = S3Store.client(patience)

    /// As patient as the program is, for stores that do answer: a busy machine takes its time.
    static let calm = S3Store.Patience()
    static let calmClient = S3Store.client(calm)

    static func store(_ scratch: Scratch, _ server: ScriptedServer, isCalm: Bool = true) throws -> S3Store {
        var store = try scratch.s3("bucket", at: server.address)
        store.patience = isCalm ? calm : patience
        store.client = isCalm ? calmClient : client
        return store
    }

    static let denied = "<Error><Code>AccessDenied</Code><Message>Not for you</Message></Error>"

    @Test(
        arguments: [
            ("403 Forbidden", denied, .refused, "AccessDenied"), ("404 Not Found", "", .noBucket, "HTTPStatus404"),
            ("301 Moved", "", .otherRegion, "HTTPStatus301"), ("500 Broken", "", .transient, "HTTPStatus500"),
            ("503 Busy", "<Code>SlowDown</Code>", .transient, "SlowDown"),
        ] as [(String, String, DeliveryFailure.Kind, String)])
    func anUploadFailsWithWhatTheStoreSays(
        _ status: String, _ body: String, _ kind: DeliveryFailure.Kind, _ code: String
    ) async throws {
        try await Scratch.with { scratch async throws in
            try await ScriptedServer.with(ScriptedServer.answer(status, body: body)) { server async throws in
                let store = try Self.store(scratch, server)
                let refused = await failure { () async throws(DeliveryFailure) in
                    try await store.put(OutputContent([1, 2, 3]), under: "k")
                }
                #expect(refused?.kind == kind && refused?.code == code)
            }
        }
    }

    @Test(
        arguments: [
            (.hangs, "RequestTimeout"), (.closes, "ConnectionFailed"), (.answers("HTTP/1.1 2"), "ConnectionFailed"),
            (.answers("\u{0}\u{1}what\r\n\r\n"), "ConnectionFailed"),
        ] as [(ScriptedServer.Play, String)])
    func whatIsNoAnswerMayBeTriedAgain(_ play: ScriptedServer.Play, _ code: String) async throws {
        try await Scratch.with { scratch async throws in
            try await ScriptedServer.with(play) { server async throws in
                let store = try Self.store(scratch, server, isCalm: false)
                let puts = await failure { () async throws(DeliveryFailure) in
                    try await store.put(OutputContent(longOutput(200_000)), under: "k")
                }
                #expect(puts?.kind == .transient && puts?.code == code)
                let checks = await failure { () async throws(DeliveryFailure) in try await store.check() }
                #expect(checks?.kind == .transient)
            }
        }
    }

    @Test func aRefusalInTheMiddleOfAnUploadIsHeard() async throws {
        try await Scratch.with { scratch async throws in
            let text = "HTTP/1.1 403 No\r\nContent-Length: \(Self.denied.utf8.count)\r\nConnection: close\r\n\r\n"
            try await ScriptedServer.with(.answersEarly(text + Self.denied)) { server async throws in
                let store = try Self.store(scratch, server)
                let refused = await failure { () async throws(DeliveryFailure) in
                    try await store.put(OutputContent(longOutput(4_000_000)), under: "k")
                }
                // The store may also have closed before anybody could listen; then it is tried again.
                #expect(refused?.kind == .refused || refused?.kind == .transient)
            }
        }
    }

    @Test func aRedirectIsNotFollowedSoNoOtherHostSeesTheSignature() async throws {
        try await Scratch.with { scratch async throws in
            try await ScriptedServer.with(ScriptedServer.answer("200 OK")) { other async throws in
                let redirect = ScriptedServer.answer("307 Elsewhere", ["Location: \(other.address)/bucket/k"])
                try await ScriptedServer.with(redirect) { server async throws in
                    let store = try Self.store(scratch, server)
                    let put = await failure { () async throws(DeliveryFailure) in
                        try await store.put(OutputContent([1]), under: "k")
                    }
                    let check = await failure { () async throws(DeliveryFailure) in try await store.check() }
                    #expect(put?.kind == .otherRegion && check?.kind == .otherRegion)
                    #expect(server.requests.allSatisfy { $0.head.contains("AWS4-HMAC-SHA256") })
                    #expect(other.requests.isEmpty)
                }
            }
        }
    }

    @Test func theSecretAndTheTokenOfAKeyAreNeverSentInClear() async throws {
        try await Scratch.with { scratch async throws in
            try await ScriptedServer.with(ScriptedServer.answer("200 OK")) { server async throws in
                let store = try Self.store(scratch, server)
                try await store.put(OutputContent(longOutput(100_000)), under: "pre/a b")
                let request = try #require(server.requests.first)
                #expect(request.bodySize == 100_000)
                #expect(request.head.hasPrefix("PUT /bucket/pre/a%20b HTTP/1.1"))
                #expect(!request.head.contains("SECRET"))
            }
        }
    }

    @Test(arguments: [0o644, 0o660, 0o604]) func aKeyFileThatOthersMayReadIsNotUsed(_ mode: Int) async throws {
        try await Scratch.with { scratch async throws in
            try await ScriptedServer.with(ScriptedServer.answer("200 OK")) { server async throws in
                let store = try Self.store(scratch, server)
                try FileManager.default.setAttributes(
                    [.posixPermissions: mode], ofItemAtPath: store.endpoint.credentialsFile)
                let refused = await failure { () async throws(DeliveryFailure) in try await store.check() }
                #expect(refused?.code == "CredentialsUnusable" && server.requests.isEmpty)
            }
        }
    }

    @Test func aBucketInAnotherRegionIsTold() async throws {
        try await Scratch.with { scratch async throws in
            let answer = ScriptedServer.answer("200 OK", ["x-amz-bucket-region: eu-west-1"])
            try await ScriptedServer.with(answer) { server async throws in
                let store = try Self.store(scratch, server)
                #expect(
                    await failure { () async throws(DeliveryFailure) in try await store.check() }?.kind == .otherRegion)
            }
        }
    }
}
