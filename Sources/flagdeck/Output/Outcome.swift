import ArgumentParser
import CloudAssistant
import Engine

/// What follows on an accepted call: its id, or the wait for its end and the results.
struct Outcome: Sendable {
    let id: InvokeID
    let accepted: JSON
    let asking: Asking
    let format: OutputFormat

    /// Prints the id, and returns when the scripts need this process no more.
    func announce() async {
        switch format {
        case .json: Out.json(accepted)
        case .table, .text: Out.line(id.text)
        }
        await asking.service.waitUntilLaunched()
        let timed = try? await invocation()
        if let line = timed.flatMap(TimedSentences.line) { Out.note(line[Machine.language]) }
    }

    /// Waits for the end of all, prints the results, and ends with 1 unless all succeeded. Ctrl-C ends the wait only.
    func waitAndShow() async throws {
        Out.note("InvokeId: \(id)")
        guard try await isOver() else {
            await takeLeave()
            throw ExitCode(130)
        }
        // So that the results say where their outputs are; where nothing is delivered there is nothing to wait for.
        _ = await asking.service.waitUntilDelivered(atMost: .seconds(20))
        try await ResultPages(asking: asking, format: format).show(
            DescribeInvocationResultsRequest(regionID: asking.region, invokeID: id))
        try Out.check()
        if try await invocation()?.state != .success { throw ExitCode(1) }
    }

    /// True when everything has ended, false when the operator did not want to wait so long.
    private func isOver() async throws -> Bool {
        let interrupt = Interrupt()
        let signals = interrupt.signals
        defer { interrupt.forget() }
        return try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await waitForEnd()
                return true
            }
            group.addTask {
                for await _ in signals { return false }
                // Nothing came before the wait was over.
                return true
            }
            defer { group.cancelAll() }
            return try await group.next() ?? true
        }
    }

    private func waitForEnd() async throws {
        let changes = asking.service.changes()
        let progress = Progress()
        defer { progress.clear() }
        var states: [InstanceID: InvocationState] = [:]
        for result in try await invocation()?.results ?? [] { states[result.instanceID] = result.state }
        progress.show(states.values)
        // What ended before anybody listened brings no change any more.
        if states.values.allSatisfy(\.isFinal) { return }
        for await change in changes {
            switch change {
            case .result(let key, let state) where key.invokeID == id: states[key.instanceID] = state
            case .missed:
                for result in try await invocation()?.results ?? [] { states[result.instanceID] = result.state }
            default: continue
            }
            progress.show(states.values)
            if states.values.allSatisfy(\.isFinal) { return }
        }
    }

    private func invocation() async throws -> Invocation? {
        let request = DescribeInvocationsRequest(regionID: asking.region, invokeID: id)
        return try await asking.service.describeInvocations(request, asking.context()).page.entries.first
    }

    /// Lets what is accepted start if that takes a moment only, and says where to look for it.
    private func takeLeave() async {
        let (ends, end) = AsyncStream.makeStream(of: Void.self)
        let service = asking.service
        Task {
            await service.waitUntilLaunched()
            end.yield()
        }
        Task {
            try? await Task.sleep(for: .seconds(2))
            end.yield()
        }
        for await _ in ends { break }
        let waiting = (try? await invocation())?.results.count { $0.state == .pending } ?? 0
        let lines = LeaveSentences.lines(
            id, stateDirectory: asking.stateDirectory, isPractice: asking.isPractice, waiting: waiting)
        for line in lines { Out.note(line[Machine.language]) }
    }
}
