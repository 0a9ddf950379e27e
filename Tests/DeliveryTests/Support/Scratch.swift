import CloudAssistant
import Foundation
import Testing

@testable import Delivery

/// A directory for one test.
struct Scratch {
    let path: String

    static func with<Value>(_ body: (Scratch) async throws -> Value) async throws -> Value {
        let path = FileManager.default.temporaryDirectory.path + "/flagdeck-delivery-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await body(Scratch(path: path))
    }

    /// Writes a file and answers its path.
    func write(_ name: String, _ bytes: [UInt8], mode: Int = 0o600) throws -> String {
        let file = "\(path)/\(name)"
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
        return file
    }

    func read(_ name: String) -> [UInt8]? {
        FileManager.default.contents(atPath: "\(path)/\(name)").map { [UInt8]($0) }
    }

    /// All files under it.
    func files() -> [String] {
        let all = FileManager.default.subpaths(atPath: path) ?? []
        return all.filter { FileManager.default.contents(atPath: "\(path)/\($0)") != nil }.sorted()
    }

    /// A bucket of a server, with a key file.
    func s3(_ bucket: String, at address: String, key: String = "access-key-id = AKID\naccess-key-secret = SECRET\n")
        throws -> S3Store
    {
        let file = try write("key-\(UUID().uuidString)", Array(key.utf8))
        let endpoint = try #require(
            S3Endpoint(address, usesPathStyle: true, signingRegion: "us-east-1", credentialsFile: file))
        return S3Store(bucket: bucket, endpoint: endpoint, now: { Self.now })
    }

    static var now: Timestamp { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}

/// What something fails with.
func failure(_ work: () async throws(DeliveryFailure) -> Void) async -> DeliveryFailure? {
    do throws(DeliveryFailure) {
        try await work()
        return nil
    } catch {
        return error
    }
}

/// A long output without a pattern that repeats within it.
func longOutput(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) } }
