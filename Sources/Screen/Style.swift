/// A colour as a terminal understands it.
public enum Color: Hashable, Sendable {
    /// The terminal's own colour.
    case standard
    /// An entry of the terminal's palette.
    case indexed(UInt8)
    /// A colour given by its red, green and blue parts.
    case rgb(UInt8, UInt8, UInt8)
}

/// The ways in which text can be set apart without colour.
public struct Attributes: OptionSet, Hashable, Sendable {
    /// The attributes as bits.
    public let rawValue: UInt8

    /// Makes a set of attributes from its bits.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Heavier text.
    public static let bold = Attributes(rawValue: 1)
    /// Fainter text.
    public static let dim = Attributes(rawValue: 2)
    /// Slanted text.
    public static let italic = Attributes(rawValue: 4)
    /// Text with a line below it.
    public static let underline = Attributes(rawValue: 8)
    /// Text with its foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 16)
}

/// How a cell looks.
public struct Style: Hashable, Sendable {
    /// The colour of the text.
    public var foreground: Color
    /// The colour behind the text.
    public var background: Color
    /// How the text is set apart beside its colours.
    public var attributes: Attributes

    /// The terminal's own look.
    public static let plain = Style()

    /// Makes a style, where everything left out is the terminal's own.
    public init(foreground: Color = .standard, background: Color = .standard, attributes: Attributes = []) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}
