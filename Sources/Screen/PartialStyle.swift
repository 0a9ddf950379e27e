/// What a theme says of one role: each part that is nil is taken from the role that it falls back to.
public struct PartialStyle: Hashable, Sendable {
    /// The colour of the text.
    public var foreground: Color?
    /// The colour behind the text.
    public var background: Color?
    /// How the text is set apart beside its colours.
    public var attributes: Attributes?

    /// Makes a style, where everything left out is for the fallback.
    public init(foreground: Color? = nil, background: Color? = nil, attributes: Attributes? = nil) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }

    /// Makes a style that leaves nothing to the fallback.
    public init(_ style: Style) {
        self.init(foreground: style.foreground, background: style.background, attributes: style.attributes)
    }

    /// This style, where it says nothing of a part with that part of another one.
    public func completed(by other: PartialStyle) -> PartialStyle {
        PartialStyle(
            foreground: foreground ?? other.foreground, background: background ?? other.background,
            attributes: attributes ?? other.attributes)
    }
}
