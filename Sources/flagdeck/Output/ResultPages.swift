import CloudAssistant
import Engine
import Screen
import Wire

/// Prints the results of runs.
struct ResultPages {
    let asking: Asking
    let format: OutputFormat
    var encoding = ContentEncoding.plainText

    /// One page of results; all of them when they are those of one invocation and no page was asked for.
    func show(_ request: DescribeInvocationResultsRequest) async throws {
        var request = request
        let isWhole = request.paging == Paging() && request.invokeID != nil
        if isWhole { request.paging.maxResults = 50 }
        var response = try await asking.service.describeInvocationResults(request, asking.context())
        while isWhole, let token = response.page.nextToken, !token.isEmpty {
            request.paging.nextToken = token
            let next = try await asking.service.describeInvocationResults(request, asking.context())
            response.page.entries += next.page.entries
            response.page.nextToken = next.page.nextToken
        }
        switch format {
        case .json: return Out.json(response.json(encoding))
        case .text: texts(response.page.entries.map(\.result))
        case .table: table(response.page.entries.map(\.result), isHistory: request.includesHistory)
        }
        Out.more(response.page.nextToken)
    }

    /// The bare outputs; a line before each tells them apart when there are several.
    private func texts(_ results: [InvocationResult]) {
        var explained: Set<String> = []
        for result in results {
            if results.count > 1 { Out.line("==> \(Self.name(result, among: results)) \(result.state.rawValue)") }
            for line in SafeText.lines(bytes: result.output) { Out.line(line.plain) }
            if result.droppedBytes > 0 { Out.note("\(Self.name(result, among: results)): \(missing(result))") }
            for line in Self.problem(result, &explained) + Self.delivery(result) { Out.note(line) }
        }
    }

    /// How much of an output the answer does not hold, and where all of it is.
    private func missing(_ result: InvocationResult) -> String {
        let count = "\(result.droppedBytes) bytes before this are not shown"
        guard let path = asking.service.spool(of: result.key) else { return count }
        return count + "; the full output: " + SafeText(path).plain
    }

    private func table(_ results: [InvocationResult], isHistory: Bool) {
        let rows = results.map { result in
            [
                result.invokeID.text, result.instanceID.text,
                isHistory ? (result.started ?? result.due ?? result.created).wireText : nil, result.state.rawValue,
                result.exitCode.map { "\($0)" } ?? "-", result.errorCode ?? "-", Self.duration(result),
            ].compactMap(\.self)
        }
        let columns = ["INVOKE ID", "INSTANCE", isHistory ? "RUN" : nil, "STATUS", "EXIT", "ERROR CODE", "TIME"]
        Out.rows(columns.compactMap(\.self), rows, as: .table)
        var explained: Set<String> = []
        for result in results {
            let lines = SafeText.lines(bytes: result.output)
            guard !lines.isEmpty || result.errorCode != nil || result.delivery != nil else { continue }
            Out.line("")
            Out.line("--- \(Self.name(result, among: results))")
            if result.droppedBytes > 0 { Out.line("[\(missing(result))]") }
            for line in lines { Out.line(line.plain) }
            for line in Self.problem(result, &explained) + Self.delivery(result) { Out.line(line) }
        }
    }

    /// Where the output was delivered to, or why not.
    private static func delivery(_ result: InvocationResult) -> [String] {
        guard let delivery = result.delivery else { return [] }
        let words: LocalizedText =
            switch delivery.status {
            case .inProgress: .init(english: "the output is being delivered", chinese: "输出正在投递")
            case .finished:
                .init(english: "output delivered: \(delivery.address)", chinese: "输出已投递：\(delivery.address)")
            case .failed:
                .init(
                    english: "output not delivered: \(delivery.errorCode): \(delivery.errorInfo)",
                    chinese: "输出投递失败：\(delivery.errorCode)：\(delivery.errorInfo)")
            }
        return [SafeText("\(result.instanceID): \(words[Machine.language])").plain]
    }

    /// The instance, and the invocation where there is more than one.
    private static func name(_ result: InvocationResult, among results: [InvocationResult]) -> String {
        let isAlone = results.allSatisfy { $0.invokeID == result.invokeID }
        return SafeText(isAlone ? result.instanceID.text : "\(result.instanceID) \(result.invokeID)").plain
    }

    /// The error of a result; with its cause and fix where these have not been said before in the same listing.
    private static func problem(_ result: InvocationResult, _ explained: inout Set<String>) -> [String] {
        guard let code = result.errorCode else { return [] }
        var lines = ["\(result.instanceID): \(code): \(result.errorInfo)"]
        if let (cause, fix) = result.explanation(in: Machine.language), explained.insert(cause).inserted {
            lines += ["  " + cause, "  " + fix]
        }
        return lines.map { SafeText($0).plain }
    }

    /// How long a run took, in seconds with one decimal.
    private static func duration(_ result: InvocationResult) -> String {
        guard let started = result.started, let finished = result.finished else { return "-" }
        let tenths = max(0, finished.milliseconds - started.milliseconds) / 100
        return "\(tenths / 10).\(tenths % 10)s"
    }
}
