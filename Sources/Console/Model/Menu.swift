public import CloudAssistant
import Screen

/// A list to choose from, narrowed by typing.
public struct Menu: Equatable, Sendable {
    /// What is listed.
    public enum Kind: Equatable, Sendable {
        /// Everything that can be done.
        case palette
        /// The keys of the pane in focus, then the others.
        case help
        /// The columns of the targets.
        case columns
    }

    /// What is listed.
    public let kind: Kind
    /// What was typed.
    public var query = TextField(limit: 100)
    /// Which of the entries that match the cursor is on.
    public var index = 0
    /// The first row on the screen.
    public var top = 0
}

/// Something that a menu offers.
public enum Choice: Equatable, Sendable {
    /// What a key would do.
    case action(Action)
    /// Go to a pane.
    case pane(Pane)
    /// Go to a region.
    case region(RegionID)
    /// Change the looks.
    case theme(String)
    /// Show or hide a column.
    case column(TargetColumn)

    /// The name by which it is typed and remembered.
    var name: String {
        switch self {
        case .action(let action): action.rawValue
        case .pane(let pane): "\(pane)"
        case .region(let id): "region \(id)"
        case .theme(let name): "theme \(name)"
        case .column(let column): "column \(column.rawValue)"
        }
    }
}

/// A line of a menu.
struct MenuEntry {
    let choice: Choice
    /// What it does, in words.
    let words: SafeText
    /// The keys that do the same.
    let keys: SafeText
    /// True for what is on now, false for what is off, nil for what is neither.
    let isOn: Bool?
}
