import CloudAssistant
import Crypto

/// A key that opens the values of a store.
struct SealingKey {
    /// Which one it is; no secret.
    let id: String
    let made: Timestamp
    private let secret: SymmetricKey

    init(made: Timestamp) {
        let id = SymmetricKey(size: .bits128).withUnsafeBytes { Array($0.prefix(8)) }
        self.init(id: Self.hexadecimal(id), made: made, secret: SymmetricKey(size: .bits256))
    }

    private init(id: String, made: Timestamp, secret: SymmetricKey) {
        self.id = id
        self.made = made
        self.secret = secret
    }

    private func derived(_ purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(inputKeyMaterial: secret, info: Array(purpose.utf8), outputByteCount: 32)
    }

    /// Closes a value (AES-256-GCM); only with the same words behind it can it be opened again.
    func seal(_ value: [UInt8], for words: [UInt8]) -> [UInt8]? {
        let box = try? AES.GCM.seal(value, using: derived("values"), authenticating: words)
        return box?.combined.map { Array($0) }
    }

    /// Opens a value; nil when it is another's or was changed.
    func open(_ sealed: [UInt8], for words: [UInt8]) -> [UInt8]? {
        guard let box = try? AES.GCM.SealedBox(combined: sealed) else { return nil }
        return (try? AES.GCM.open(box, using: derived("values"), authenticating: words)).map { Array($0) }
    }

    /// What shows that a file was written by a holder of the key (HMAC-SHA256).
    func mark(_ bytes: [UInt8]) -> String {
        Self.hexadecimal(Array(HMAC<SHA256>.authenticationCode(for: bytes, using: derived("file"))))
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            let digits = String(byte, radix: 16)
            return digits.utf8.count == 1 ? "0" + digits : digits
        }.joined()
    }
}

extension SealingKey {
    var json: JSON {
        [
            "id": .string(id), "made": .integer(made.milliseconds),
            "key": .string(Base64.encode(secret.withUnsafeBytes { Array($0) })),
        ]
    }

    init?(_ json: JSON) {
        guard let id = json["id"]?.text, !id.isEmpty, let made = json["made"]?.moment,
            let bytes = json["key"]?.text.flatMap(Base64.decode), bytes.count == 32
        else { return nil }
        self.init(id: id, made: made, secret: SymmetricKey(data: bytes))
    }
}

/// The keys of a store: the one in use first, and behind it the one before while values move from that to this.
struct KeyRing {
    var keys: [SealingKey]
    /// From when on the keys open nothing any more; nil for never.
    var expires: Timestamp?

    func key(_ id: String) -> SealingKey? { keys.first { $0.id == id } }

    func isExpired(at now: Timestamp) -> Timestamp? { expires.flatMap { $0 <= now ? $0 : nil } }

    var text: String {
        let json: JSON = [
            "format": 1, "expires": expires.map { .integer($0.milliseconds) } ?? .null,
            "keys": .array(keys.map(\.json)),
        ]
        return json.compactText + "\n"
    }

    init(keys: [SealingKey], expires: Timestamp? = nil) {
        self.keys = keys
        self.expires = expires
    }

    init?(_ text: String) {
        guard let json = JSON(parsing: text), json["format"] == 1, let list = json["keys"]?.elements,
            let expires = json["expires"]
        else { return nil }
        keys = list.compactMap { SealingKey($0) }
        guard keys.count == list.count, !keys.isEmpty else { return nil }
        self.expires = expires.moment
        guard self.expires != nil || expires == .null else { return nil }
    }
}

extension JSON {
    /// The moment that a number of milliseconds stands for.
    var moment: Timestamp? { number.map { Timestamp(milliseconds: $0) } }

    /// A whole number.
    var number: Int64? {
        guard case .number(let digits) = self else { return nil }
        return Int64(digits)
    }
}
