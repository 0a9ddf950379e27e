/// What a key can mean in the panes. Dialogs and fields have their own few keys, which they show.
///
/// The raw value is the name by which the configuration file and the palette call it.
public enum Action: String, Sendable, CaseIterable {
    case prepare = "prepare"
    case script = "script"
    case mark = "mark"
    case markRange = "mark-range"
    case markAll = "mark-all"
    case invertMarks = "invert-marks"
    case unmarkAll = "unmark-all"
    case tags = "tags"
    case dropUnready = "drop-not-ready"
    case paste = "paste-list"
    case sort = "sort"
    case reverseSort = "reverse-sort"
    case columns = "columns"
    case newCommand = "new-command"
    case edit = "edit"
    case open = "open"
    case stop = "stop"
    case retry = "retry"
    case schedules = "schedules"
    case changeFrequency = "change-frequency"
    case history = "history"
    case nextInstance = "next-instance"
    case previousInstance = "previous-instance"
    case follow = "follow"
    case wrap = "wrap"
    case pager = "pager"
    case filter = "filter"
    case nextMatch = "next-match"
    case previousMatch = "previous-match"
    case copyID = "copy-id"
    case copyShellLine = "copy-shell-line"
    case zoom = "zoom"
    case palette = "palette"
    case help = "help"
    case messages = "messages"
    case mouse = "mouse"
    case nextPane = "next-pane"
    case previousPane = "previous-pane"
    case pane = "pane"
    case down = "down"
    case up = "up"
    case left = "left"
    case right = "right"
    case pageDown = "page-down"
    case pageUp = "page-up"
    case halfPageDown = "half-page-down"
    case halfPageUp = "half-page-up"
    case first = "first"
    case last = "last"
    case back = "back"
    case interrupt = "interrupt"
    case reread = "read-again"
    case repaint = "repaint"
    case suspend = "suspend"
    case quit = "quit"

    /// True for what sends, stops or makes ready to: a console that only looks does not offer it.
    var acts: Bool {
        switch self {
        case .prepare, .script, .stop, .retry, .newCommand, .edit, .changeFrequency: true
        default: false
        }
    }
}
