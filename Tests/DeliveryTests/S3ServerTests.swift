import CloudAssistant
import Foundation
import Testing

@testable import Delivery

/// A real S3 server and what it answers.
@Suite(.serialized, .timeLimit(.minutes(4))) struct S3ServerTests {
    @Test func outputsArriveUnderTheirKeysWholeAndOnce() async throws {
        try await Scratch.with { scratch async throws in
            try await MotoServer.with { server async throws in
                try await server.makeBucket("outputs")
                let store = try scratch.s3("outputs", at: server.address)
                try await store.check()
                let bytes = longOutput(5_000_003)
                let content = try #require(OutputContent(path: try scratch.write("spool", bytes)))
                for key in ["pre/t-1/i-1.txt", "a b/c+d/é$&=.txt", "a//b.txt", "plain"] {
                    try await store.put(content, under: key)
                    let path = "/outputs/" + SignatureV4.encoded(key, keepingSlashes: true)
                    let found = try await server.request("GET", path)
                    #expect(found.status == 200 && found.body == bytes, "\(key)")
                }
                // The same once more replaces it.
                try await store.put(OutputContent([7]), under: "plain")
                #expect(try await server.request("GET", "/outputs/plain").body == [7])
                try await store.put(OutputContent([]), under: "empty")
                #expect(try await server.request("GET", "/outputs/empty").body == [])
            }
        }
    }

    @Test func theServerAcceptsOurSignaturesAndRefusesOthersInItsOwnWords() async throws {
        try await Scratch.with { scratch async throws in
            try await MotoServer.with { server async throws in
                try await server.makeBucket("outputs")
                let writer = try await server.user("writer", allowed: "s3:*")
                let stranger = try await server.user("stranger", allowed: "ec2:DescribeRegions")
                try await server.lock()
                func store(_ key: AccessKey, secret: String? = nil) throws -> S3Store {
                    let lines = "access-key-id = \(key.id)\naccess-key-secret = \(secret ?? key.secret)\n"
                    return try scratch.s3("outputs", at: server.address, key: lines)
                }
                let allowed = try store(writer)
                try await allowed.check()
                try await allowed.put(OutputContent(Array("signed".utf8)), under: "a b/c.txt")
                let cases = [
                    (try store(stranger), "AccessDenied"),
                    (try store(writer, secret: "wrong"), "SignatureDoesNotMatch"),
                    (try store(MotoServer.anybody), "InvalidAccessKeyId"),
                ]
                for (store, code) in cases {
                    let checked = await failure { () async throws(DeliveryFailure) in try await store.check() }
                    #expect(checked?.kind == .refused)
                    #expect(checked?.code == code)
                    #expect(checked?.detail.contains("HTTP status") == false)
                    let put = await failure { () async throws(DeliveryFailure) in
                        try await store.put(OutputContent([1]), under: "k")
                    }
                    #expect(put?.kind == .refused)
                    #expect(put?.code == code)
                }
            }
        }
    }

    @Test func aBucketThatIsNotThereIsTold() async throws {
        try await Scratch.with { scratch async throws in
            try await MotoServer.with { server async throws in
                let store = try scratch.s3("nothing-here", at: server.address)
                #expect(
                    await failure { () async throws(DeliveryFailure) in try await store.check() }?.kind == .noBucket)
                let put = await failure { () async throws(DeliveryFailure) in
                    try await store.put(OutputContent([1]), under: "k")
                }
                #expect(
                    put
                        == DeliveryFailure(
                            .noBucket, code: "NoSuchBucket", detail: "The specified bucket does not exist"))
            }
        }
    }
}
