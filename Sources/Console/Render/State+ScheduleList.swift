import CloudAssistant
import Screen

/// What will still run by itself: the list of invocations, narrowed to those, with when they run.
extension State {
    /// The words of the filter that narrow the list to them.
    static let schedulesFilter = "timed:yes"

    /// True while the list is narrowed to them.
    var showsSchedules: Bool { invocations.filter.hasPrefix(Self.schedulesFilter) }

    /// Shows them, or everything again.
    mutating func toggleSchedules() {
        let isShown = showsSchedules
        focus = .invocations
        setFilter(isShown ? "" : Self.schedulesFilter)
    }

    func drawSchedules(in place: ListPlace, on canvas: inout Canvas) {
        let columns = [
            Column(.nextRun, 11), Column(.frequencyColumn, 14, 30), Column(.lastRun, 15), Column(.runs, 5),
            Column(.command, 12, .max), Column(.invocation, 12, 28),
        ]
        let look = canvas.look
        canvas.table(
            invocations, columns, in: place, empty: canvas.words(.noSchedules), marked: { $0.id == output.invokeID }
        ) { invocation in
            let last = invocation.lastRun
            let lastCell = last.map { run in
                TableCell(look.sign(run).0 + SafeText(" \(run.rawValue)"), look.sign(run).1)
            }
            return [
                TableCell(invocation.nextRun(look, now), .time),
                TableCell(invocation.frequency ?? invocation.repeatMode.rawValue),
                lastCell ?? TableCell("-", .muted),
                TableCell("\(invocation.results.map(\.repeats).max() ?? 0)", .number),
                TableCell(invocation.command.title), TableCell(invocation.id.text, .identifier),
            ]
        }
    }
}

extension Invocation {
    /// When it runs next on any instance, or that it waits for a restart, or runs.
    fileprivate func nextRun(_ look: Look, _ now: Timestamp) -> SafeText {
        if let due = results.compactMap({ $0.state == .scheduled ? $0.due : nil }).min() {
            return SafeText(due.shortText(on: now))
        }
        return look.words(results.contains { $0.state == .scheduled } ? .atRestart : .runningNow)
    }

    /// How its last run ended, the worst of all instances; nil before the first.
    fileprivate var lastRun: InvocationState? {
        let ran = results.filter { $0.repeats > 0 }
        guard !ran.isEmpty else { return nil }
        if let failed = ran.first(where: { $0.errorCode != nil })?.errorCode {
            return ResultErrorCode(rawValue: failed)?.state ?? .failed
        }
        return .success
    }
}
