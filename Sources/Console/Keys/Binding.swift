public import Screen

/// A line of the key table: the one place where keys get their meaning. Help, hints and palette are made from it.
public struct Binding: Sendable, Equatable {
    /// The keys, the one to show first; without any it is only in the palette.
    public var keys: [Key]
    /// What they do.
    public let action: Action
    /// The words for it.
    public let words: Word
    /// The panes in which it means something; empty for everywhere.
    public let panes: Set<Pane>
    /// The panes whose hint bar shows it.
    public let hints: Set<Pane>

    /// True when it means something in a pane.
    public func applies(in pane: Pane) -> Bool { panes.isEmpty || panes.contains(pane) }

    private static func line(
        _ action: Action, _ words: Word, in panes: Set<Pane> = [], hints: Set<Pane> = [], _ keys: Key...
    ) -> Binding {
        Binding(keys: keys, action: action, words: words, panes: panes, hints: hints)
    }

    private static let everywhere = Set(Pane.allCases)
    private static let results: Set<Pane> = [.invocations, .output]

    /// The key table as it comes.
    public static let all: [Binding] = choosing + watching + general + moving

    private static let choosing: [Binding] = [
        line(.mark, .keyMark, in: [.targets], hints: [.targets], .character(" ")),
        line(
            .prepare, .keyPrepare, hints: [.targets, .commands, .parameters, .preview], .character("x")),
        line(.script, .keyScript, hints: [.commands], .character("!")),
        line(.tags, .keyTags, in: [.targets], hints: [.targets], .character("t")),
        line(.markRange, .keyMarkRange, in: [.targets], .character("v")),
        line(.markAll, .keyMarkAll, in: [.targets], .character("a")),
        line(.invertMarks, .keyInvertMarks, in: [.targets], .character("i")),
        line(.unmarkAll, .keyUnmarkAll, in: [.targets], .character("u")),
        line(.dropUnready, .keyDropUnready, in: [.targets, .preview], hints: [.preview], .character("d")),
        line(.paste, .keyPaste, in: [.targets], .character("p")),
        line(.sort, .keySort, in: [.targets], .character("o")),
        line(.reverseSort, .keyReverseSort, in: [.targets], .character("O")),
        line(.columns, .keyColumns, in: [.targets], .character("c")),
        line(.newCommand, .keyNewCommand, in: [.commands], hints: [.commands], .character("n")),
        line(
            .edit, .keyEdit, in: [.commands, .parameters], hints: [.commands, .parameters], .character("e")),
        line(
            .open, .keyOpen, hints: [.regions, .commands, .parameters, .invocations, .output, .errors], .enter),
    ]

    private static let watching: [Binding] = [
        line(.stop, .keyStop, in: results, hints: results, .character("s")),
        line(.retry, .keyRetry, in: results, hints: results, .character("r")),
        line(.schedules, .keySchedules, hints: [.invocations], .character("T")),
        line(.changeFrequency, .keyChangeFrequency, in: results, .character("F")),
        line(.history, .keyHistory, in: results, .character("H")),
        line(.nextInstance, .keyNextInstance, in: [.output], hints: [.output], .character("]")),
        line(.previousInstance, .keyPreviousInstance, in: [.output], .character("[")),
        line(.follow, .keyFollow, in: [.output], .character("f")),
        line(.wrap, .keyWrap, in: [.output], hints: [.output], .character("w")),
        line(.pager, .keyPager, in: [.output], .character("o")),
        line(.nextMatch, .keyNextMatch, in: [.output], .character("n")),
        line(.previousMatch, .keyPreviousMatch, in: [.output], .character("N")),
    ]

    private static let general: [Binding] = [
        line(
            .filter, .keyFilter, in: [.regions, .targets, .commands, .invocations, .output, .errors],
            hints: [.targets, .commands, .invocations, .output, .errors], .character("/")),
        line(.copyID, .keyCopyID, .character("y")),
        line(.copyShellLine, .keyCopyShellLine, .character("Y")),
        line(.zoom, .keyZoom, .character("z")),
        line(.palette, .keyPalette, .character(":")),
        line(.help, .keyHelp, hints: everywhere, .character("?"), .function(1)),
        line(.messages, .keyMessages),
        line(.mouse, .keyMouse, .character("M")),
        line(.reread, .keyReread, .control("r")),
        line(.repaint, .keyRepaint, .control("l")),
        line(.suspend, .keySuspend, .control("z")),
        line(.interrupt, .keyInterrupt, .control("c")),
        line(.quit, .keyQuit, hints: everywhere, .character("q")),
    ]

    private static let moving: [Binding] = [
        line(.nextPane, .keyNextPane, hints: everywhere, .tab),
        line(.previousPane, .keyPreviousPane, .backTab),
        Binding(
            keys: Pane.allCases.map { .character("\($0.rawValue)") }, action: .pane, words: .keyPane, panes: [],
            hints: []),
        line(.down, .keyDown, .character("j"), .down),
        line(.up, .keyUp, .character("k"), .up),
        line(.left, .keyLeft, .character("h"), .left),
        line(.right, .keyRight, .character("l"), .right),
        line(.pageDown, .keyPageDown, .pageDown, .control("f")),
        line(.pageUp, .keyPageUp, .pageUp, .control("b")),
        line(.halfPageDown, .keyHalfPageDown, .control("d")),
        line(.halfPageUp, .keyHalfPageUp, .control("u")),
        line(.first, .keyFirst, .character("g"), .home),
        line(.last, .keyLast, .character("G"), .end),
        line(.back, .keyBack, .escape),
    ]
}
