public import CloudAssistant

/// Tags as people type them: `role=web env=prod`, a key by itself for any value.
public enum TagWords {
    /// The tags of a text, separated by blanks or commas.
    public static func filters(_ text: String) -> [TagFilter] {
        text.split(whereSeparator: { $0.isWhitespace || $0 == "," }).map { word in
            let parts = word.unicodeScalars.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { String($0) }
            return TagFilter(key: parts[0].isEmpty ? nil : parts[0], value: parts.count > 1 ? parts[1] : nil)
        }
    }

    /// The tags that an instance must carry to be meant; an empty value asks for the key only.
    static func tags(_ filters: [TagFilter]) -> [Tag] {
        filters.compactMap { filter in filter.key.map { Tag($0, filter.value ?? "") } }
    }

    /// The tags as they would be typed.
    public static func text(_ filters: [TagFilter]) -> String {
        filters.map { filter in [filter.key ?? "", filter.value].compactMap { $0 }.joined(separator: "=") }
            .joined(separator: " ")
    }

    /// The tags as they would be typed.
    public static func text(_ tags: [Tag]) -> String {
        tags.map { $0.value.isEmpty ? $0.key : "\($0.key)=\($0.value)" }.joined(separator: " ")
    }
}
