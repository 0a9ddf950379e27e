import ArgumentParser
import CloudAssistant
import Engine

/// What every subcommand takes: where the state is and who says why.
struct PlaceOptions: ParsableArguments {
    @Option(help: "Directory of the state; made if it is missing.")
    var stateDir: String?

    @Option(help: "Region that the call is made in.")
    var regionId = Region.local.id.text

    @Option(help: "A reason or ticket for the audit.")
    var reason = ""

    var region: RegionID { RegionID(regionId) }

    /// Opens the service, does something with it and lets it go.
    func withService(_ work: (EmbeddedService) async throws -> Void) async throws {
        try await Failure.explained {
            let service = try await Workplace(stateDirectory: stateDir).open()
            try await work(service)
            await service.shutDown()
        }
    }

    func context(_ source: CallSource = .shell) -> CallContext {
        CallContext(caller: Machine.caller, source: source, reason: reason, requestID: Machine.requestID())
    }
}

/// How the answer is printed.
struct AnswerOptions: ParsableArguments {
    @Option(help: "How to print: \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var output = OutputFormat.table
}

/// Which part of a list.
struct PagingOptions: ParsableArguments {
    @Option(help: "Entries per answer, at most 50.")
    var maxResults: Int?

    @Option(help: "Continues a list: NextToken of the answer before.")
    var nextToken: String?

    @Option(help: "Page, counted from 1.")
    var pageNumber: Int?

    @Option(help: "Entries per page, at most 50.")
    var pageSize: Int?

    var paging: Paging {
        Paging(maxResults: maxResults, nextToken: nextToken, pageNumber: pageNumber, pageSize: pageSize)
    }
}

/// `key=value`, as tags and parameters are written.
struct Pair: ExpressibleByArgument {
    let key: String
    let value: String?

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        key = String(parts[0])
        value = parts.count == 2 ? String(parts[1]) : nil
    }

    var tag: TagFilter { TagFilter(key: key, value: value) }
}
