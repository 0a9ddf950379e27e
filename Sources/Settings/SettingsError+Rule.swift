import CloudAssistant

extension SettingsError.Rule {
    /// Whether a text is what an identifier, a bucket's name, a path, or else a name, has to be.
    func holds(_ text: String) -> Bool {
        let isPrintable = !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
        if self == .bucketName { return OutputDestination.isBucketName(text.utf8) }
        if self == .path { return isPrintable && text.utf8.first == UInt8(ascii: "/") && text.utf8.count < 1024 }
        guard self == .identifier else { return isPrintable && (1...128).contains(text.unicodeScalars.count) }
        // It becomes part of a file's name, so "..", "-rf" and the like are out.
        let isPlain = text.utf8.allSatisfy { ParameterName.isAllowed($0) || $0 == UInt8(ascii: ".") }
        let begins = text.unicodeScalars.first.map { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        return isPlain && begins == true && text.utf8.count <= 64
    }
}
