/// Reads lines as a POSIX shell would, as far as they are nothing but words.
enum ShellReading {
    /// The words of a line by the rules for blanks, single quotes and backslashes; nil for what would be anything but
    /// plain words.
    static func words(_ line: String) -> [String]? {
        var words: [String] = []
        var word: String.UnicodeScalarView?
        var rest = line.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "'":
                guard let end = rest.firstIndex(of: "'") else { return nil }
                word = (word ?? .init()) + rest[..<end]
                rest = rest[rest.index(after: end)...]
            case "\\":
                guard let next = rest.popFirst() else { return nil }
                word = (word ?? .init()) + [next]
            case " ":
                if let word { words.append(String(word)) }
                word = nil
            case "\"", "$", "`", ";", "&", "|", "<", ">", "(", ")", "*", "?", "[", "#", "~", "\n", "\t", "!", "{", "}":
                return nil
            default: word = (word ?? .init()) + [scalar]
            }
        }
        if let word { words.append(String(word)) }
        return words
    }
}
