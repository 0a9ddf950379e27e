public import Screen

/// Something in a theme that is passed over, or that people may find hard to see.
public struct ThemeWarning: Sendable, Hashable {
    /// The kinds of things to warn of. Keys are written with the tables they stand in, such as `roles.border.focus`.
    public enum Problem: Sendable, Hashable {
        /// A key that means nothing, and the one that was probably meant.
        case unknownKey(String, nearest: String?)
        /// A role that there is not, in one of the tables of roles.
        case unknownRole(String, nearest: String?)
        /// A sign that there is not.
        case unknownSign(String, nearest: String?)
        /// What is neither a colour nor the name of one, at a key.
        case unknownColor(String, at: String, nearest: String?)
        /// An attribute that there is not, at a key.
        case unknownAttribute(String, at: String, nearest: String?)
        /// A value at a key that is not what it has to be.
        case badValue(String, Rule)
        /// A key or value with characters that a terminal would obey.
        case unprintable(String)
        /// The file calls the theme by another name than its own.
        case otherName(String)
        /// A role that the theme leaves to others although everything follows from it.
        case missingRole(Role)
        /// Text that stands out too little: contrast and what it should be, in tenths.
        case lowContrast(Role, tenths: Int, needed: Int)
        /// Two states that look the same with this many colours.
        case alike(Role, Role, ColorDepth)
    }

    /// What a value has to be.
    public enum Rule: Sendable, Hashable {
        /// A text.
        case text
        /// A table.
        case table
        /// A colour: `#rrggbb`, a name, or 0 to 255.
        case color
        /// A colour, or a table of `fg`, `bg` and `attrs`.
        case style
        /// A list of attributes.
        case attributes
        /// `dark` or `light`.
        case variant
        /// A sign that fills one column.
        case sign
    }

    /// The file; nil for a theme that is part of the program.
    public let path: String?
    /// The line, counted from 1, where it is known.
    public let line: Int?
    /// What there is to say.
    public let problem: Problem

    /// A warning from its parts.
    public init(path: String?, line: Int? = nil, problem: Problem) {
        self.path = path
        self.line = line
        self.problem = problem
    }
}
