public import Screen

/// What a key means in the panes. Dialogs and fields have their own few keys, which they show.
public enum Action: Sendable, CaseIterable {
    case nextPane
    case previousPane
    case pane
    case down
    case up
    case pageDown
    case pageUp
    case first
    case last
    case open
    case back
    case mark
    case markAll
    case unmarkAll
    case filter
    case prepare
    case stop
    case nextInstance
    case previousInstance
    case help
    case reread
    case interrupt
    case repaint
    case suspend
    case quit
}

/// A line of the key table: the one place where keys get their meaning. Help and hints are made from it.
public struct Binding: Sendable {
    /// The keys, the one to show first.
    public let keys: [Key]
    /// What they do.
    public let action: Action
    /// The words for it.
    public let words: Word
    /// The panes whose hint bar shows it.
    public let hints: Set<Pane>

    private static func line(_ action: Action, _ words: Word, _ hints: Set<Pane> = [], _ keys: Key...) -> Binding {
        Binding(keys: keys, action: action, words: words, hints: hints)
    }

    /// The key table.
    public static let all: [Binding] = [
        line(.prepare, .keyPrepare, [.targets, .commands], .character("x")),
        line(.mark, .keyMark, [.targets], .character(" ")),
        line(.open, .keyOpen, [.regions, .commands, .invocations, .errors], .enter),
        line(.stop, .keyStop, [.invocations, .output], .character("s")),
        line(.nextInstance, .keyNextInstance, [.output], .character("]"), .right),
        line(.previousInstance, .keyPreviousInstance, [.output], .character("["), .left),
        line(.filter, .keyFilter, [.targets, .commands, .invocations, .errors], .character("/")),
        line(.nextPane, .keyNextPane, Set(Pane.allCases), .tab),
        line(.previousPane, .keyPreviousPane, [], .backTab),
        line(
            .pane, .keyPane, [], .character("1"), .character("2"), .character("3"), .character("4"), .character("5"),
            .character("6")),
        line(.down, .keyDown, [], .character("j"), .down),
        line(.up, .keyUp, [], .character("k"), .up),
        line(.pageDown, .keyPageDown, [], .pageDown, .control("f"), .control("d")),
        line(.pageUp, .keyPageUp, [], .pageUp, .control("b"), .control("u")),
        line(.first, .keyFirst, [], .character("g"), .home),
        line(.last, .keyLast, [], .character("G"), .end),
        line(.markAll, .keyMarkAll, [], .character("a")),
        line(.unmarkAll, .keyUnmarkAll, [], .character("u")),
        line(.back, .keyBack, [], .escape),
        line(.help, .keyHelp, Set(Pane.allCases), .character("?"), .function(1)),
        line(.interrupt, .keyInterrupt, [], .control("c")),
        line(.reread, .keyReread, [], .control("r")),
        line(.repaint, .keyRepaint, [], .control("l")),
        line(.suspend, .keySuspend, [], .control("z")),
        line(.quit, .keyQuit, Set(Pane.allCases), .character("q")),
    ]

    private static let byKey: [Key: Action] = all.reduce(into: [:]) { table, binding in
        for key in binding.keys { table[key] = binding.action }
    }

    /// What a key means.
    static func action(_ key: Key) -> Action? { byKey[key] }
}
