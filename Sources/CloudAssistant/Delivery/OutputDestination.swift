/// Where the outputs of an invocation are delivered: `oss://bucket[/prefix]` (ECS API, OssOutputDelivery).
public struct OutputDestination: Hashable, Sendable {
    /// The bucket's name: 3 to 63 lower-case letters, digits and hyphens.
    public let bucket: String
    /// What the keys of all outputs begin with, at most 254 bytes; may be empty.
    public let prefix: String

    /// Reads the value of a call; nil when none was given. A prefix with a part that is `.` or `..` is refused too: it
    /// would not name the same place in every store.
    public init?(_ text: String?) throws(APIError) {
        guard let text, !text.isEmpty else { return nil }
        let facts: [Fact: String] = [.parameter: "OssOutputDelivery", .value: text]
        guard text.begins(with: "oss://") else { throw APIError(.invalidParameterOssOutputDelivery, facts) }
        let parts = text.utf8.dropFirst(6).split(separator: 0x2f, maxSplits: 1, omittingEmptySubsequences: false)
        guard Self.isBucketName(parts[0]) else { throw APIError(.invalidParameterOssOutputDelivery, facts) }
        bucket = String(Substring(parts[0]))
        prefix = parts.count == 2 ? String(Substring(parts[1])) : ""
        guard Self.isPrefix(prefix) else { throw APIError(.invalidOssOutputDeliveryKeyPrefixMalformed, facts) }
    }

    /// Whether a name can be that of a bucket.
    public static func isBucketName(_ bytes: some Collection<UInt8>) -> Bool {
        let isPlain = bytes.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7a).contains($0) || $0 == 0x2d }
        return isPlain && (3...63).contains(bytes.count)
    }

    /// Whether a text can be what keys begin with.
    public static func isPrefix(_ text: String) -> Bool {
        let startsWell = text.utf8.first != 0x2f && text.utf8.first != 0x5c
        let climbs = text.utf8.split(separator: 0x2f).contains {
            $0.elementsEqual([0x2e]) || $0.elementsEqual([0x2e, 0x2e])
        }
        return startsWell && !climbs && text.utf8.count <= 254
            && !text.unicodeScalars.contains(where: FieldRules.isControl)
    }

    /// The value as a call gives it.
    public var text: String { prefix.isEmpty ? "oss://\(bucket)" : "oss://\(bucket)/\(prefix)" }

    /// The key of an attempt's output: `<prefix>/<invoke id>/<instance id>.txt`, of a run that can repeat
    /// `<prefix>/<invoke id>/<instance id>-<occurrence>.txt`. No two attempts have the same one.
    public func key(of attempt: AttemptKey, _ mode: RepeatMode) -> String {
        let start = prefix.isEmpty || prefix.utf8.last == 0x2f ? prefix : prefix + "/"
        let tail = mode == .once ? "" : "-\(attempt.occurrence)"
        return "\(start)\(attempt.invokeID)/\(attempt.instanceID)\(tail).txt"
    }

    /// The address of an output by its key, as results name it.
    public func address(ofKey key: String) -> String { "oss://\(bucket)/\(key)" }
}
