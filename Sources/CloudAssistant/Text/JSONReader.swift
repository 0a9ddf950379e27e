extension JSON {
    /// How deep values may be nested: far more than the API uses, far less than would exhaust a stack.
    public static let depthLimit = 32

    /// The value of a JSON text (RFC 8259), or nil when it is none: trailing text, lone surrogates, depth over
    /// `depthLimit` and unescaped control characters are refused; repeated names are kept.
    public init?(parsing text: String) {
        var reader = JSONReader(bytes: Array(text.utf8))
        guard let value = reader.document() else { return nil }
        self = value
    }
}

private struct JSONReader {
    let bytes: [UInt8]
    var position = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func document() -> JSON? {
        guard let value = value(depth: 0) else { return nil }
        skipSpace()
        return position == bytes.count ? value : nil
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 { position += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        position += 1
        return true
    }

    private mutating func value(depth: Int) -> JSON? {
        guard depth <= JSON.depthLimit else { return nil }
        skipSpace()
        switch next {
        case 0x7b: return object(depth: depth)
        case 0x5b: return array(depth: depth)
        case 0x22: return string().map(JSON.string)
        case 0x74: return word("true", .bool(true))
        case 0x66: return word("false", .bool(false))
        case 0x6e: return word("null", .null)
        default: return number()
        }
    }

    private mutating func word(_ text: String, _ value: JSON) -> JSON? {
        for byte in text.utf8 where !take(byte) { return nil }
        return value
    }

    private mutating func object(depth: Int) -> JSON? {
        position += 1
        var members: [JSON.Member] = []
        skipSpace()
        if take(0x7d) { return .object(members) }
        repeat {
            skipSpace()
            guard let name = string() else { return nil }
            skipSpace()
            guard take(0x3a), let value = value(depth: depth + 1) else { return nil }
            members.append(JSON.Member(name, value))
            skipSpace()
        } while take(0x2c)
        return take(0x7d) ? .object(members) : nil
    }

    private mutating func array(depth: Int) -> JSON? {
        position += 1
        var elements: [JSON] = []
        skipSpace()
        if take(0x5d) { return .array(elements) }
        repeat {
            guard let value = value(depth: depth + 1) else { return nil }
            elements.append(value)
            skipSpace()
        } while take(0x2c)
        return take(0x5d) ? .array(elements) : nil
    }

    private mutating func number() -> JSON? {
        let start = position
        _ = take(0x2d)
        if !take(0x30) { guard digits() else { return nil } }
        if take(0x2e) { guard digits() else { return nil } }
        if take(0x65) || take(0x45) {
            if !take(0x2b) { _ = take(0x2d) }
            guard digits() else { return nil }
        }
        return .number(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func digits() -> Bool {
        let start = position
        while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
        return position > start
    }

    private mutating func string() -> String? {
        guard take(0x22) else { return nil }
        var out: [UInt8] = []
        while let byte = next {
            position += 1
            switch byte {
            case 0x22: return String(decoding: out, as: UTF8.self)
            case 0x5c: guard escape(to: &out) else { return nil }
            case 0..<0x20: return nil
            default: out.append(byte)
            }
        }
        return nil
    }

    private mutating func escape(to out: inout [UInt8]) -> Bool {
        guard let byte = next else { return false }
        position += 1
        switch byte {
        case 0x22, 0x5c, 0x2f: out.append(byte)
        case 0x62: out.append(0x08)
        case 0x66: out.append(0x0c)
        case 0x6e: out.append(0x0a)
        case 0x72: out.append(0x0d)
        case 0x74: out.append(0x09)
        case 0x75:
            guard let scalar = scalar() else { return false }
            out += String(Character(scalar)).utf8
        default: return false
        }
        return true
    }

    private mutating func scalar() -> Unicode.Scalar? {
        guard let first = hexQuad() else { return nil }
        guard (0xd800..<0xdc00).contains(first) else { return Unicode.Scalar(first) }
        guard take(0x5c), take(0x75), let second = hexQuad(), (0xdc00..<0xe000).contains(second) else { return nil }
        return Unicode.Scalar(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00))
    }

    private mutating func hexQuad() -> UInt32? {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}
