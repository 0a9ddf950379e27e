import Glibc

/// The key that requests to a store are signed with. Its secret is never printed.
struct AccessKey: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    let id: String
    let secret: String
    /// Goes with temporary keys.
    let securityToken: String?

    var description: String { "access key \(id)" }
    var customMirror: Mirror { Mirror(self, children: ["id": id]) }
}

extension AccessKey {
    private static let sizeLimit = 16_384

    /// Reads the file of a key, each time anew, so that a new key is used at once. It must be a file that belongs to us or
    /// to root and that nobody else may read.
    init(file path: String) throws(DeliveryFailure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Self.unusable("\(path) cannot be read (errno \(errno))") }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Self.unusable("\(path) is no file")
        }
        guard status.st_mode & 0o077 == 0, status.st_uid == geteuid() || status.st_uid == 0 else {
            throw Self.unusable("\(path) must belong to the service's user with mode 0600")
        }
        var bytes = [UInt8](repeating: 0, count: Self.sizeLimit)
        let count = max(0, read(descriptor, &bytes, bytes.count))
        guard let key = AccessKey(text: String(decoding: bytes[..<count], as: UTF8.self)) else {
            throw Self.unusable("\(path) lacks access-key-id or access-key-secret")
        }
        self = key
    }

    /// A key from lines `name = value`; `access-key-id`, `access-key-secret` and, if there is one, `security-token`.
    /// Empty lines and those that begin with `#` say nothing.
    init?(text: String) {
        var values: [Substring: String] = [:]
        for line in text.split(whereSeparator: \.isNewline) where line.first != "#" {
            let parts = line.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { continue }
            values[Self.trimmed(parts[0])] = String(Self.trimmed(parts[1]))
        }
        guard let id = values["access-key-id"], let secret = values["access-key-secret"], !id.isEmpty, !secret.isEmpty,
            [id, secret, values["security-token"] ?? "x"].allSatisfy(Self.isPlain)
        else { return nil }
        self.init(id: id, secret: secret, securityToken: values["security-token"].flatMap { $0.isEmpty ? nil : $0 })
    }

    private static func trimmed(_ text: Substring) -> Substring {
        let front = text.drop(while: \.isWhitespace)
        return front.lastIndex { !$0.isWhitespace }.map { front[...$0] } ?? ""
    }

    /// It goes into a header, which takes no blanks, controls or letters of other alphabets.
    private static func isPlain(_ text: String) -> Bool { text.utf8.allSatisfy { (0x21...0x7e).contains($0) } }

    private static func unusable(_ detail: String) -> DeliveryFailure {
        DeliveryFailure(.refused, code: "CredentialsUnusable", detail: detail)
    }
}
