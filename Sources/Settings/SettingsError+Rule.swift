import CloudAssistant

extension SettingsError.Rule {
    /// Whether a text is what an identifier, or else a name, has to be.
    func holds(_ text: String) -> Bool {
        guard self == .identifier else {
            let isPrintable = !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
            return isPrintable && (1...128).contains(text.unicodeScalars.count)
        }
        // It becomes part of a file's name, so "..", "-rf" and the like are out.
        let isPlain = text.utf8.allSatisfy { ParameterName.isAllowed($0) || $0 == UInt8(ascii: ".") }
        let begins = text.unicodeScalars.first.map { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        return isPlain && begins == true && text.utf8.count <= 64
    }
}
