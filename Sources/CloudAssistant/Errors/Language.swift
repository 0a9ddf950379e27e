/// A language that explanations are written in.
public enum Language: String, Sendable, CaseIterable {
    /// English.
    case english
    /// Simplified Chinese.
    case chinese
}

/// One text in each language.
public struct LocalizedText: Sendable, Hashable {
    /// The English text.
    public let english: String
    /// The Chinese text.
    public let chinese: String

    /// A text from both of its forms.
    public init(english: String, chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// The text in one language.
    public subscript(language: Language) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }
}
