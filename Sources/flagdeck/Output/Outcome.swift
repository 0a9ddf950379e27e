import ArgumentParser
import CloudAssistant
import Engine
import Glibc
import Screen
import Wire

/// What follows on an accepted call: its id, or the wait for its end and the results.
enum Outcome {
    static func show(
        _ id: InvokeID, accepted: JSON, isAwaited: Bool, _ service: EmbeddedService, _ place: PlaceOptions,
        _ format: OutputFormat
    ) async throws {
        guard isAwaited else {
            switch format {
            case .json: Out.json(accepted)
            case .table, .text: Out.line(id.text)
            }
            // From here on the scripts need this process no more.
            await service.waitUntilLaunched()
            return
        }
        Out.note("InvokeId: \(id)")
        try await waitForEnd(id, service, place)
        try await results(
            DescribeInvocationResultsRequest(regionID: place.region, invokeID: id), service, place, format)
        let invocation = try await invocation(id, service, place)
        if invocation?.state != .success { throw ExitCode(1) }
    }

    private static func invocation(_ id: InvokeID, _ service: EmbeddedService, _ place: PlaceOptions) async throws
        -> Invocation?
    {
        let request = DescribeInvocationsRequest(regionID: place.region, invokeID: id)
        return try await service.describeInvocations(request, place.context()).page.entries.first
    }

    private static func waitForEnd(_ id: InvokeID, _ service: EmbeddedService, _ place: PlaceOptions) async throws {
        let changes = service.changes()
        let progress = Progress(isShown: isatty(STDERR_FILENO) == 1)
        guard var invocation = try await invocation(id, service, place) else { return }
        var states = Dictionary(
            invocation.results.map { ($0.instanceID, $0.state) }, uniquingKeysWith: { _, last in last })
        progress.show(Array(states.values))
        for await change in changes {
            guard states.values.contains(where: { !$0.isFinal }) else { break }
            switch change {
            case .result(let key, let state) where key.invokeID == id: states[key.instanceID] = state
            case .missed:
                invocation = try await self.invocation(id, service, place) ?? invocation
                for result in invocation.results { states[result.instanceID] = result.state }
            default: continue
            }
            progress.show(Array(states.values))
            if states.values.allSatisfy(\.isFinal) { break }
        }
        progress.clear()
    }

    /// Prints results, all pages of them when no page was asked for.
    static func results(
        _ request: DescribeInvocationResultsRequest, _ service: EmbeddedService, _ place: PlaceOptions,
        _ format: OutputFormat
    ) async throws {
        var request = request
        let isWhole = request.paging == Paging()
        if isWhole { request.paging.maxResults = 50 }
        var response = try await service.describeInvocationResults(request, place.context())
        while isWhole, let token = response.page.nextToken, !token.isEmpty {
            request.paging.nextToken = token
            let next = try await service.describeInvocationResults(request, place.context())
            response.page.entries += next.page.entries
            response.page.nextToken = next.page.nextToken
        }
        switch format {
        case .json: Out.json(response.json(.plainText))
        case .text: for entry in response.page.entries { text(entry.result, alone: response.page.entries.count == 1) }
        case .table: table(response.page.entries.map(\.result))
        }
    }

    /// The bare output; a line before it names the instance when there are several.
    private static func text(_ result: InvocationResult, alone: Bool) {
        if !alone { Out.line("==> \(SafeText(result.instanceID.text).plain) \(result.state.rawValue)") }
        for line in SafeText.lines(bytes: result.output) { Out.line(line.plain) }
        if result.errorCode != nil { Out.note(problem(result)) }
    }

    private static func problem(_ result: InvocationResult) -> String {
        SafeText("\(result.instanceID): \(result.errorCode ?? ""): \(result.errorInfo)").plain
    }

    private static func table(_ results: [InvocationResult]) {
        let rows = results.map { result in
            [
                result.invokeID.text, result.instanceID.text, result.state.rawValue,
                result.exitCode.map { "\($0)" } ?? "-", result.errorCode ?? "-", duration(result),
            ]
        }
        Out.rows(["INVOKE ID", "INSTANCE", "STATUS", "EXIT", "ERROR CODE", "TIME"], rows, as: .table)
        for result in results {
            let lines = SafeText.lines(bytes: result.output)
            guard !lines.isEmpty || result.errorCode != nil else { continue }
            Out.line("")
            Out.line("--- \(SafeText(result.instanceID.text).plain)")
            if result.droppedBytes > 0 { Out.line("[\(result.droppedBytes) bytes before this are not shown]") }
            for line in lines { Out.line(line.plain) }
            if result.errorCode != nil { Out.line(problem(result)) }
        }
    }

    /// How long a run took, in seconds with one decimal.
    static func duration(_ result: InvocationResult) -> String {
        guard let started = result.started, let finished = result.finished else { return "-" }
        let tenths = max(0, finished.milliseconds - started.milliseconds) / 100
        return "\(tenths / 10).\(tenths % 10)s"
    }
}

/// One line on standard error that says how far a wait has come; nothing where nobody looks.
struct Progress {
    let isShown: Bool

    func show(_ states: [InvocationState]) {
        guard isShown else { return }
        let ended = states.count(where: \.isFinal)
        let failed = states.count(where: \.isFailure)
        let running = states.count { $0 == .running || $0 == .stopping }
        Out.write("\r\u{1b}[K\(ended)/\(states.count) ended, \(failed) failed, \(running) running", to: STDERR_FILENO)
    }

    func clear() {
        if isShown { Out.write("\r\u{1b}[K", to: STDERR_FILENO) }
    }
}
