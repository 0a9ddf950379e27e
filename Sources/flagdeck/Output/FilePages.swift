import CloudAssistant
import Engine
import Screen
import Wire

/// Prints what came of files that were sent.
struct FilePages {
    let asking: Asking
    let format: OutputFormat

    /// One page of deliveries, which is returned as well.
    func show(_ request: DescribeSendFileResultsRequest) async throws -> Page<FileDelivery> {
        let response = try await asking.service.describeSendFileResults(request, asking.context())
        if format == .json {
            Out.json(response.json)
            return response.page
        }
        Out.rows(
            ["INVOKE ID", "CREATED", "INSTANCE", "STATUS", "ERROR CODE", "FILE"],
            response.page.entries.flatMap(Self.rows), as: format)
        var explained: Set<String> = []
        for result in response.page.entries.flatMap(\.results) {
            for line in Self.problem(result, &explained) { Out.note(line) }
        }
        Out.more(response.page.nextToken)
        return response.page
    }

    private static func rows(_ delivery: FileDelivery) -> [[String]] {
        let directory = delivery.file.targetDirectory
        let path = directory + (directory.hasSuffix("/") ? "" : "/") + delivery.file.name
        return delivery.results.map { result in
            [
                delivery.id.text, delivery.created.wireText, result.instanceID.text, result.state.rawValue,
                result.errorCode ?? "-", path,
            ]
        }
    }

    /// The error of a result; with its cause and fix where these have not been said before in the same listing.
    private static func problem(_ result: FileDeliveryResult, _ explained: inout Set<String>) -> [String] {
        guard let code = result.errorCode else { return [] }
        var lines = ["\(result.instanceID): \(code): \(result.errorInfo)"]
        if let (cause, fix) = result.explanation(in: Machine.language), explained.insert(cause).inserted {
            lines += ["  " + cause, "  " + fix]
        }
        return lines.map { SafeText($0).plain }
    }
}
