/// What the user did with the mouse.
public struct Mouse: Hashable, Sendable {
    /// What was done with it.
    public enum Kind: Hashable, Sendable {
        /// The main button was pressed.
        case press
        /// The wheel was turned up.
        case wheelUp
        /// The wheel was turned down.
        case wheelDown
    }

    /// What was done.
    public let kind: Kind
    /// The cell that the pointer was on.
    public let position: Position

    /// Something done at a place.
    public init(_ kind: Kind, at position: Position) {
        self.kind = kind
        self.position = position
    }
}
