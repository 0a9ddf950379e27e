/// Texts as the API's rules see them: by their bytes, so that neither a combining mark nor another way to write the same
/// letter makes a difference.
extension String {
    /// With ASCII letters in lower case; every other letter stays as it is.
    var asciiLowerCased: String {
        String(decoding: utf8.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    /// True when the texts have the same bytes.
    func hasBytes(of other: String) -> Bool { utf8.elementsEqual(other.utf8) }

    /// True when the text begins with the bytes of `prefix`.
    func begins(with prefix: String) -> Bool { utf8.starts(with: prefix.utf8) }

    /// True when the bytes of `part` stand somewhere in the text.
    func holds(_ part: String) -> Bool {
        var rest = utf8[...]
        while rest.count >= part.utf8.count {
            if rest.starts(with: part.utf8) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}
