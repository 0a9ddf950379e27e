public import CloudAssistant
public import Screen

/// Everything that the console shows and knows.
public struct State: Equatable, Sendable {
    /// The terminal's size.
    public var size: Size
    /// The language of every word that is ours.
    public let language: Language
    /// Who is at the console.
    public let identity: String
    /// The present moment as of the last event.
    public var now: Timestamp
    /// Process that is the engine when this console may only look.
    public var engineProcess: Int?
    /// True when the console was started only to look.
    public let isReadOnly: Bool
    /// The numbers that the service's rules count with.
    public let limits: Limits
    /// Where the keys go.
    public var focus = Pane.targets
    /// The chosen region.
    public var region: RegionID?
    /// All regions.
    public var regions = Listing<Region>()
    /// The instances of the chosen region.
    public var targets = Listing<Target>()
    /// The marked instances.
    public var marks: Set<InstanceID> = []
    /// Own commands, then those of the starter library.
    public var commands = Listing<Command>()
    /// What was run, newest first.
    public var invocations = Listing<Invocation>()
    /// Output and state of one invocation.
    public var output = OutputView()
    /// Refusals and errors, newest first.
    public var problems = Listing<Problem>()
    /// What lies over the panes.
    public var modal: Modal?
    /// The filter that is being typed for the pane in focus.
    public var filter: TextField?
    /// What just happened.
    public var toast: Toast?
    var refusals: [Problem] = []
    /// Until when a second Ctrl-C ends the console.
    var quitsUntil: Timestamp?
    var invocationReading = Reading()
    var resultReading = Reading()

    /// A console before anything was read.
    public init(
        size: Size, language: Language, identity: String, now: Timestamp, isReadOnly: Bool = false,
        limits: Limits = Limits()
    ) {
        self.size = size
        self.language = language
        self.identity = identity
        self.now = now
        self.isReadOnly = isReadOnly
        self.limits = limits
        problems.availability = .ready
    }

    /// True when nothing can be sent or stopped from here.
    public var mayOnlyLook: Bool { isReadOnly || engineProcess != nil }

    /// True until the instances are here, or it is clear that they will not come: what is typed before belongs to them.
    public var isStarting: Bool {
        if case .failed = regions.availability { return false }
        return targets.availability == .loading
    }

    /// How many invocations have not ended.
    public var running: Int { invocations.entries.count { !$0.state.isFinal } }

    /// Milliseconds until the clock or a running script wants to be shown anew.
    public var millisecondsToNextTick: Int {
        let isLive = running > 0 || toast?.until != nil
        let step: Int64 = isLive ? 1000 : 60_000
        let rest = step - now.milliseconds % step
        return Int(max(1, min(rest, step)))
    }
}

/// Keeps one question to the service on its way at a time; what changes meanwhile is asked for afterwards.
struct Reading: Equatable, Sendable {
    private(set) var isUnderWay = false
    private var isStale = false

    /// True when the question is to be sent now.
    mutating func ask() -> Bool {
        if isUnderWay {
            isStale = true
            return false
        }
        isUnderWay = true
        return true
    }

    /// Takes note of the answer; true when the question is to be sent again.
    mutating func answered() -> Bool {
        isUnderWay = isStale
        isStale = false
        return isUnderWay
    }
}
