public import CloudAssistant
public import Screen

/// The results of one invocation, one instance at a time.
public struct OutputView: Equatable, Sendable {
    /// The invocation; nil before one was chosen.
    public private(set) var invokeID: InvokeID?
    /// Its results in the order of the call.
    public private(set) var results: [InvocationResult] = []
    /// Which result is shown.
    public private(set) var index = 0
    /// The lines of its output.
    public private(set) var lines: [SafeText] = []
    /// The first line on the screen.
    public private(set) var top = 0
    /// True when the end of a growing output stays in sight.
    public private(set) var follows = true

    /// Nothing chosen yet.
    public init() {}

    /// The result that is shown.
    public var current: InvocationResult? { results.indices.contains(index) ? results[index] : nil }

    /// Turns to an invocation.
    public mutating func open(_ id: InvokeID) {
        guard invokeID != id else { return }
        self = OutputView()
        invokeID = id
    }

    /// Takes what is known now of the results of the invocation.
    public mutating func take(_ results: [InvocationResult]) {
        let before = current
        self.results = results
        index = max(0, min(index, results.count - 1))
        if current?.output != before?.output || current?.instanceID != before?.instanceID { readLines() }
    }

    private mutating func readLines() { lines = SafeText.lines(bytes: current?.output ?? []) }

    /// Turns to another instance.
    public mutating func turn(by count: Int) {
        guard !results.isEmpty else { return }
        index = (index + count + results.count) % results.count
        top = 0
        follows = true
        readLines()
    }

    /// Turns to a given instance.
    public mutating func turn(to instance: InstanceID) {
        guard let place = results.firstIndex(where: { $0.instanceID == instance }) else { return }
        turn(by: place - index)
    }

    /// Scrolls by lines within `height` rows.
    public mutating func scroll(by count: Int, height: Int) {
        let last = max(0, lines.count - max(1, height))
        let start = follows ? last : min(top, last)
        let (target, overflow) = start.addingReportingOverflow(count)
        top = max(0, min(overflow ? (count < 0 ? 0 : last) : target, last))
        follows = top == last
    }

    /// The first line on a screen of `height` rows.
    public func first(height: Int) -> Int {
        let last = max(0, lines.count - max(1, height))
        return follows ? last : min(top, last)
    }
}
