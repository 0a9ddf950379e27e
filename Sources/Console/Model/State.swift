public import CloudAssistant
public import Screen

/// Everything that the console shows and knows.
public struct State: Equatable, Sendable {
    /// What it started with.
    public let setup: Setup
    /// The terminal's size.
    public var size: Size
    /// The present moment as of the last event.
    public var now: Timestamp
    /// Process that is the engine when this console may only look.
    public var engineProcess: Int?

    // Where the operator is.
    /// Where the keys go.
    public var focus = Pane.targets
    /// True while the pane in focus has the whole screen.
    public var isZoomed = false
    /// What lies over the panes.
    public var modal: Modal?
    /// The line that is being typed.
    public var prompt: Prompt?
    /// The message in the bottom line.
    public var toast: Toast?
    /// Everything that was said, newest first.
    public private(set) var messages: [Message] = []

    // What there is.
    /// The chosen region.
    public var region: RegionID?
    /// All regions.
    public var regions = Listing<Region>()
    /// How many instances regions have, as far as it is known.
    public var counts: [RegionID: Int] = [:]
    /// The instances of the chosen region.
    public var targets = Listing<Target>()
    /// Own commands, then those of the starter library.
    public var commands = Listing<Command>()
    /// What was run, newest first.
    public var invocations = Listing<Invocation>()
    /// Output and state of one invocation.
    public var output = OutputView()
    /// Refusals and errors, newest first.
    public var problems = Listing<Problem>()

    // What is being put together.
    /// The marked instances.
    public internal(set) var marks = Marks()
    /// The marked instances in the order of their list.
    var marked: [Target] = []
    /// How many of them the filter hides.
    var hiddenMarks = 0
    /// True from the first `v` to the second.
    var isMarkingRange = false
    /// The tags that choose the targets in place of marks; empty for marks.
    public internal(set) var tagFilters: [TagFilter] = []
    /// The instances that have these tags now.
    var tagged: [Target] = [] {
        didSet { taggedIDs = Set(tagged.map(\.instance.id)) }
    }
    private(set) var taggedIDs: Set<InstanceID> = []
    /// The run that is being prepared.
    public internal(set) var form: Form?
    /// A typed script that another form took the place of.
    var setAsideScript = ""
    /// What will happen when the answer is given.
    public internal(set) var preview: Preview?
    /// First line of a preview that is not answered yet.
    var previewScroll = 0

    // How it is looked at.
    /// The columns of the targets, the most important ones first.
    public internal(set) var columns = TargetColumn.standard
    /// True while the mouse is reported.
    public internal(set) var usesMouse: Bool
    /// What is kept for the next time.
    public internal(set) var memory: Memory
    /// The theme, by its name.
    public internal(set) var theme: String

    var refusals: [Problem] = []
    /// What the editor was given; a text that comes back as it was is not saved.
    var editedText: String?
    /// A command that was just saved: the cursor goes to it when the list holds it.
    var savedCommand: CommandID?
    /// An instance whose text is to be shown when its results are here.
    var pendingInstance: InstanceID?
    /// Until when a second Ctrl-C or q ends the console.
    var quitsUntil: Timestamp?
    var invocationReading = Reading()
    var resultReading = Reading()

    /// A console before anything was read.
    public init(_ setup: Setup, size: Size, now: Timestamp) {
        self.setup = setup
        self.size = size
        self.now = now
        memory = setup.memory
        usesMouse = setup.usesMouse
        theme = setup.themes.first ?? "terminal"
        let known = setup.memory.columns.compactMap(TargetColumn.init)
        if !known.isEmpty { columns = known }
        problems.availability = .ready
    }

    /// The language of every word that is ours.
    public var language: Language { setup.language }

    /// True when nothing can be sent or stopped from here.
    public var mayOnlyLook: Bool { setup.isReadOnly || engineProcess != nil }

    /// True until the instances are here, or it is clear that they will not come: what is typed before belongs to them.
    public var isStarting: Bool {
        if case .failed = regions.availability { return false }
        return targets.availability == .loading
    }

    /// How many invocations have not ended.
    public internal(set) var running = 0

    /// Milliseconds until the clock or a running script wants to be shown anew.
    public var millisecondsToNextTick: Int {
        let isLive = running > 0 || toast?.until != nil
        let step: Int64 = isLive ? 1000 : 60_000
        let rest = step - now.milliseconds % step
        return Int(max(1, min(rest, step)))
    }

    /// What a run would go to.
    public var aim: Aim {
        if !tagFilters.isEmpty { return Aim(kind: .tags(tagFilters), targets: tagged) }
        if !marks.isEmpty { return Aim(kind: .marks, targets: marked) }
        return Aim(kind: .cursor, targets: targets.current.map { [$0] } ?? [])
    }

    // MARK: - Saying something

    mutating func say(_ word: Word, _ facts: [SafeText] = [], as role: Role = .info) {
        say(word.filled(language, facts), as: role)
    }

    mutating func say(_ text: SafeText, as role: Role = .info) {
        let message = Message(text: text, role: role, time: now)
        let isLasting = role == .error || role == .warning
        toast = Toast(message: message, until: isLasting ? nil : now.adding(seconds: 4))
        messages.insert(message, at: 0)
        if messages.count > Message.limit { messages.removeLast() }
    }
}
