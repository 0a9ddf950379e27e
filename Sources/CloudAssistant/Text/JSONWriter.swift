extension JSON {
    /// The value as compact JSON text in UTF-8.
    public var compactText: String {
        var out: [UInt8] = []
        write(to: &out, indent: nil, level: 0)
        return String(decoding: out, as: UTF8.self)
    }

    /// The value as JSON text with two spaces of indentation a level, for people.
    public var prettyText: String {
        var out: [UInt8] = []
        write(to: &out, indent: 2, level: 0)
        return String(decoding: out, as: UTF8.self)
    }

    private func write(to out: inout [UInt8], indent: Int?, level: Int) {
        switch self {
        case .null: out += "null".utf8
        case .bool(let value): out += (value ? "true" : "false").utf8
        case .number(let digits): out += digits.utf8
        case .string(let text): Self.write(text, to: &out)
        case .array(let elements):
            Self.enclose("[", "]", elements, to: &out, indent: indent, level: level) { element, out in
                element.write(to: &out, indent: indent, level: level + 1)
            }
        case .object(let members):
            Self.enclose("{", "}", members, to: &out, indent: indent, level: level) { member, out in
                Self.write(member.name, to: &out)
                out += (indent == nil ? ":" : ": ").utf8
                member.value.write(to: &out, indent: indent, level: level + 1)
            }
        }
    }

    private static func enclose<Part>(
        _ open: String, _ close: String, _ parts: [Part], to out: inout [UInt8], indent: Int?, level: Int,
        _ write: (Part, inout [UInt8]) -> Void
    ) {
        out += open.utf8
        for (index, part) in parts.enumerated() {
            if index > 0 { out += ",".utf8 }
            newLine(to: &out, indent: indent, level: level + 1)
            write(part, &out)
        }
        if !parts.isEmpty { newLine(to: &out, indent: indent, level: level) }
        out += close.utf8
    }

    private static func newLine(to out: inout [UInt8], indent: Int?, level: Int) {
        guard let indent else { return }
        out.append(0x0a)
        out.append(contentsOf: repeatElement(0x20, count: indent * level))
    }

    private static func write(_ text: String, to out: inout [UInt8]) {
        let hex = Array("0123456789abcdef".utf8)
        out.append(0x22)
        for byte in text.utf8 {
            switch byte {
            case 0x22: out += "\\\"".utf8
            case 0x5c: out += "\\\\".utf8
            case 0x0a: out += "\\n".utf8
            case 0x0d: out += "\\r".utf8
            case 0x09: out += "\\t".utf8
            case 0..<0x20, 0x7f:
                out += "\\u00".utf8
                out.append(hex[Int(byte >> 4)])
                out.append(hex[Int(byte & 15)])
            default: out.append(byte)
            }
        }
        out.append(0x22)
    }
}
