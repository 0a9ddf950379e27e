import Foundation
import Testing

@testable import Delivery

@Suite struct DirectoryStoreTests {
    @Test func anOutputIsAPrivateFileUnderItsKey() async throws {
        try await Scratch.with { scratch async throws in
            let store = DirectoryStore(path: scratch.path)
            try await store.put(OutputContent(Array("hello".utf8)), under: "pre/t-1/i-1.txt")
            #expect(scratch.files() == ["pre/t-1/i-1.txt"])
            #expect(scratch.read("pre/t-1/i-1.txt") == Array("hello".utf8))
            for (name, mode) in [("pre", 0o700), ("pre/t-1", 0o700), ("pre/t-1/i-1.txt", 0o600)] {
                let found = try FileManager.default.attributesOfItem(atPath: "\(scratch.path)/\(name)")[
                    .posixPermissions]
                #expect(found as? Int == mode)
            }
        }
    }

    @Test func aLongFileIsCopiedWholeAndASecondTimeReplacesTheFirst() async throws {
        try await Scratch.with { scratch async throws in
            let bytes = longOutput(1_000_003)
            let spool = try scratch.write("spool", bytes)
            let store = DirectoryStore(path: scratch.path)
            let content = try #require(OutputContent(path: spool))
            // What an interrupted delivery leaves behind.
            _ = try scratch.write(".out.txt.part", longOutput(2_000_000))
            try await store.put(content, under: "out.txt")
            #expect(scratch.read("out.txt") == bytes)
            try await store.put(OutputContent([]), under: "out.txt")
            #expect(scratch.read("out.txt") == [])
            #expect(scratch.files().sorted() == ["out.txt", "spool"])
        }
    }

    @Test(arguments: ["../out", "a/../../out", "..", ".", "", "a/./b"])
    func noKeyLeavesTheBucket(_ key: String) async throws {
        try await Scratch.with { scratch async throws in
            let bucket = scratch.path + "/bucket"
            try FileManager.default.createDirectory(atPath: bucket, withIntermediateDirectories: false)
            let refused = await failure { () async throws(DeliveryFailure) in
                try await DirectoryStore(path: bucket).put(OutputContent([1]), under: key)
            }
            #expect(refused?.code == "InvalidKey")
            #expect(scratch.files() == [])
        }
    }

    @Test func aLinkInTheBucketIsNotFollowed() async throws {
        try await Scratch.with { scratch async throws in
            let (bucket, outside) = (scratch.path + "/bucket", scratch.path + "/outside")
            for path in [bucket, outside] {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            }
            try FileManager.default.createSymbolicLink(atPath: bucket + "/pre", withDestinationPath: outside)
            let refused = await failure { () async throws(DeliveryFailure) in
                try await DirectoryStore(path: bucket).put(OutputContent([1]), under: "pre/out.txt")
            }
            #expect(refused?.kind == .refused && refused?.code == "AccessDenied")
            #expect(FileManager.default.subpaths(atPath: outside) == [])
        }
    }

    @Test func aBucketThatIsNotThereOrNoDirectoryIsTold() async throws {
        try await Scratch.with { scratch async throws in
            let file = try scratch.write("file", [1])
            for (path, kind) in [(scratch.path + "/none", DeliveryFailure.Kind.noBucket), (file, .refused)] {
                let store = DirectoryStore(path: path)
                #expect(await failure { () async throws(DeliveryFailure) in try await store.check() }?.kind == kind)
                let put = await failure { () async throws(DeliveryFailure) in
                    try await store.put(OutputContent([1]), under: "x")
                }
                #expect(put?.kind == kind)
            }
            try await DirectoryStore(path: scratch.path).check()
        }
    }

    @Test(arguments: [0, 1, 65_536, 65_537, 300_000]) func theDigestIsThatOfAllBytes(_ count: Int) async throws {
        try await Scratch.with { scratch async throws in
            let bytes = longOutput(count)
            let content = try #require(OutputContent(path: try scratch.write("spool", bytes)))
            let (inFile, inMemory) = (try await content.digest(), try await OutputContent(bytes).digest())
            #expect(inFile == inMemory && content.size == Int64(count))
            if count == 0 { #expect(inFile == S3Request.emptyDigest) }
        }
    }
}
