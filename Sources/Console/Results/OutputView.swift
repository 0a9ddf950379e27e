public import CloudAssistant

/// The results of one invocation: a list of them, and the text of one.
public struct OutputView: Equatable, Sendable {
    /// The invocation; nil before one was chosen.
    public private(set) var invokeID: InvokeID?
    /// True when every run of each instance is listed, not only the latest.
    public internal(set) var showsHistory = false
    /// Its results in the order of the call, of each instance the latest first.
    public private(set) var results: [InvocationResult] = []
    /// Which result is shown.
    public private(set) var index = 0
    /// True while the text has the whole pane and the keys; else the list of results has them.
    public private(set) var isReading = false
    /// The text of the result that is shown.
    public private(set) var text = OutputText()

    /// Nothing chosen yet.
    public init() {}

    /// The result that is shown.
    public var current: InvocationResult? { results.indices.contains(index) ? results[index] : nil }

    /// Turns to an invocation.
    public mutating func open(_ id: InvokeID) {
        guard invokeID != id else { return }
        let wraps = text.wraps
        self = OutputView()
        invokeID = id
        text.wraps = wraps
    }

    /// Takes what is known now of the results of the invocation.
    public mutating func take(_ results: [InvocationResult]) {
        let before = current
        self.results = results
        index = max(0, min(index, results.count - 1))
        if results.count == 1 { isReading = true }
        if current?.output != before?.output || current?.instanceID != before?.instanceID {
            text.take(current?.output ?? [])
        }
    }

    /// Turns to another instance, and begins with the last again behind it.
    public mutating func turn(by count: Int) {
        guard results.count > 1 else { return }
        show((index + count % results.count + results.count) % results.count)
    }

    /// Moves the cursor of the list; stops at the ends.
    public mutating func move(by count: Int) {
        guard !results.isEmpty else { return }
        let (target, overflow) = index.addingReportingOverflow(count)
        show(max(0, min(overflow ? (count < 0 ? 0 : results.count) : target, results.count - 1)))
    }

    /// Turns to a given instance and to its text.
    public mutating func turn(to instance: InstanceID) {
        guard let place = results.firstIndex(where: { $0.instanceID == instance }) else { return }
        show(place)
        isReading = true
    }

    private mutating func show(_ place: Int) {
        guard place != index else { return }
        index = place
        text.takeAnew(current?.output ?? [])
    }

    /// Gives the text the whole pane.
    public mutating func read() { if current != nil { isReading = true } }

    /// Goes back to the list; false when there is no list to go back to.
    public mutating func leaveText() -> Bool {
        guard isReading, results.count > 1 else { return false }
        isReading = false
        return true
    }

    /// Changes how the text is looked at.
    mutating func withText(_ change: (inout OutputText) -> Void) { change(&text) }
}
