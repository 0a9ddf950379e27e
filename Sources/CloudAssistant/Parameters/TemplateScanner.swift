/// Finds the `{{…}}` places of a script, over its bytes and in linear time.
struct TemplateScanner {
    let bytes: [UInt8]
    private var position = 0
    private var textStart = 0
    private var found: [(part: Template.Part, source: String)] = []

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func pieces() -> [(part: Template.Part, source: String)] {
        while position + 1 < bytes.count {
            guard isPair(0x7b, at: position) else {
                position += 1
                continue
            }
            // Of `{{{{name}}` the braces nearest to the name count.
            if position + 2 < bytes.count, bytes[position + 2] == 0x7b {
                position += 1
                continue
            }
            takePlace()
        }
        position = bytes.count
        endText(at: bytes.count)
        return found
    }

    private mutating func takePlace() {
        let start = position
        var end = start + 2
        while end + 1 < bytes.count, !isPair(0x7d, at: end), !isPair(0x7b, at: end) { end += 1 }
        guard end + 1 < bytes.count, isPair(0x7d, at: end), let part = Self.part(bytes[(start + 2)..<end]) else {
            position = max(start + 2, end)
            if end + 1 < bytes.count, isPair(0x7d, at: end) { position = end + 2 }
            return
        }
        endText(at: start)
        found.append((part, text(start..<(end + 2))))
        position = end + 2
        textStart = position
    }

    private mutating func endText(at end: Int) {
        guard textStart < end else { return }
        let source = text(textStart..<end)
        found.append((.text(source), source))
        textStart = end
    }

    private func isPair(_ brace: UInt8, at index: Int) -> Bool { bytes[index] == brace && bytes[index + 1] == brace }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// What stands between two pairs of braces, or nil when it is just text.
    private static func part(_ inside: ArraySlice<UInt8>) -> Template.Part? {
        let name = trim(inside)
        let text = String(decoding: name, as: UTF8.self)
        if name.isEmpty { return .malformed(text) }
        if name.allSatisfy(ParameterName.isAllowed) { return .parameter(text) }
        if let colon = name.firstIndex(of: 0x3a) {
            return prefixed(String(decoding: trim(name[..<colon]), as: UTF8.self), name[(colon + 1)...])
        }
        return couldBeMeantAsName(name) ? .malformed(text) : nil
    }

    private static func prefixed(_ prefix: String, _ rest: ArraySlice<UInt8>) -> Template.Part? {
        switch prefix.asciiLowerCased {
        case "acs":
            guard rest.first == 0x3a else { return nil }
            return .builtIn(String(decoding: trim(rest.dropFirst()), as: UTF8.self))
        case "oos": return .stored(name: String(decoding: trim(rest), as: UTF8.self), isSecret: false)
        case "oos-secret": return .stored(name: String(decoding: trim(rest), as: UTF8.self), isSecret: true)
        default: return nil
        }
    }

    /// `{{na.me}}` and `{{名字}}` are mistakes to tell; `{{ .Values }}`, `{{a + b}}` are somebody else's syntax.
    private static func couldBeMeantAsName(_ name: ArraySlice<UInt8>) -> Bool {
        guard let first = name.first, first >= 0x80 || ParameterName.isAllowed(first) else { return false }
        return name.allSatisfy { $0 >= 0x80 || $0 == 0x2e || ParameterName.isAllowed($0) }
    }

    private static func trim(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0d).contains($0) }
        let front = bytes.drop(while: isBlank)
        guard let last = front.lastIndex(where: { !isBlank($0) }) else { return front }
        return front[...last]
    }
}
