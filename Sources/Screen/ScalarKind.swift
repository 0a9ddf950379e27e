/// What part a Unicode scalar plays in text shown on a terminal.
enum ScalarKind {
    /// A scalar that can be shown on its own.
    case base
    /// A blank, or a tab or line end shown as one.
    case blank
    /// A mark that joins the base before it.
    case mark
    /// The zero-width joiner.
    case joiner
    /// A skin tone that joins a person or hand before it.
    case skinTone
    /// Half of a flag.
    case regional
    /// A scalar that must never reach the terminal.
    case unsafe

    /// Finds the kind of a scalar.
    init(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        switch value {
        case 0x21...0x7E: self = .base
        case 0x20, 0x09, 0x0A, 0x0D: self = .blank
        case 0...0x9F: self = .unsafe
        case 0x200D: self = .joiner
        case 0x1F1E6...0x1F1FF: self = .regional
        case 0x1F3FB...0x1F3FF: self = .skinTone
        case 0xE0000...0xE007F: self = .unsafe
        case 0x4E00...0x9FA5, 0xAC00...0xD7A3: self = .base
        default: self = ScalarKind(category: scalar.properties, value: value)
        }
    }

    private init(category properties: Unicode.Scalar.Properties, value: UInt32) {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
            self = .unsafe
        case .nonspacingMark, .enclosingMark:
            self = .mark
        default:
            if properties.isDefaultIgnorableCodePoint {
                self = .unsafe
            } else {
                self = ScalarWidth.isJoiningJamo(value) ? .mark : .base
            }
        }
    }

    /// Whether a joiner may join the scalar with another picture.
    static func isPicture(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0xA9 && scalar.properties.isEmoji
    }

    /// Whether the scalar is a sign that silences a vowel, after which a joiner shapes the letter.
    static func isVirama(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x900 && scalar.properties.canonicalCombiningClass.rawValue == 9
    }
}
