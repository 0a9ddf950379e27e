/// A key as the user pressed it.
public enum Key: Hashable, Sendable {
    /// A printable grapheme.
    case character(String)
    /// The Enter key.
    case enter
    /// The Tab key.
    case tab
    /// The Tab key together with Shift.
    case backTab
    /// The Escape key.
    case escape
    /// The key that deletes to the left.
    case backspace
    /// The key that deletes to the right.
    case delete
    /// The arrow up.
    case up
    /// The arrow down.
    case down
    /// The arrow to the left.
    case left
    /// The arrow to the right.
    case right
    /// The Home key.
    case home
    /// The End key.
    case end
    /// The Page Up key.
    case pageUp
    /// The Page Down key.
    case pageDown
    /// The Insert key.
    case insert
    /// A function key by its number.
    case function(Int)
    /// A letter or sign together with Ctrl.
    case control(Character)
    /// A letter or sign together with Alt.
    case alt(Character)
    /// A key that has no name here, with its code.
    case unknown(Int)

    /// The name of the key as shown to the user.
    public var name: String {
        switch self {
        case .character(let text): text == " " ? "Space" : text
        case .enter: "Enter"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .escape: "Esc"
        case .backspace: "Backspace"
        case .delete: "Delete"
        case .up: "Up"
        case .down: "Down"
        case .left: "Left"
        case .right: "Right"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PageUp"
        case .pageDown: "PageDown"
        case .insert: "Insert"
        case .function(let number): "F\(number)"
        case .control(let character): character == " " ? "Ctrl-Space" : "Ctrl-" + character.uppercased()
        case .alt(let character): character == " " ? "Alt-Space" : "Alt-\(character)"
        case .unknown(let code): "Unknown-\(code)"
        }
    }
}
