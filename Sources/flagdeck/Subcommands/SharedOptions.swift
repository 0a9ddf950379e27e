import ArgumentParser
import CloudAssistant
import Engine
import PracticeFleet

/// What every subcommand takes: where the state is and who says why.
struct PlaceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Region that the call is made in.", valueName: "region"))
    var regionId = Region.local.id.text

    @Option(
        help: ArgumentHelp("Directory of the state. (default: flagdeck in the XDG data directory)", valueName: "path"))
    var stateDir: String?

    @Option(help: ArgumentHelp("A reason or ticket for the audit.", valueName: "text"))
    var reason = ""

    @OptionGroup(title: "Practice") var practice: PracticeOptions

    /// The region of the call; a made-up fleet has no place that is this machine, so there its largest one is meant.
    var region: RegionID {
        practice.practice && regionId == Region.local.id.text ? PracticeFleet.firstRegion : RegionID(regionId)
    }

    /// Opens the service, does something with it and lets it go.
    ///
    /// What changes something can be done by the engine only, so it waits a moment for another subcommand to end.
    func withService(changing: Bool = false, _ work: (Asking) async throws -> Void) async throws {
        try await Failure.explained {
            let place = try Workplace(stateDirectory: stateDir, practice: practice.wish)
            defer { place.clear() }
            if practice.practice { Out.labelPractice() }
            let service = try await place.open(patience: changing ? .seconds(2) : .zero)
            let asking = Asking(
                service: service, region: region, reason: reason, stateDirectory: stateDir,
                isPractice: practice.practice)
            var failure: (any Error)?
            do { try await work(asking) } catch { failure = error }
            let hasHurry = (failure as? ExitCode)?.rawValue == 130
            if !hasHurry { await Self.waitForDeliveries(service, isLong: changing) }
            await service.shutDown()
            if let failure { throw failure }
        }
    }

    /// What ended just now is delivered before we go; what takes longer is left to the next command.
    private static func waitForDeliveries(_ service: EmbeddedService, isLong: Bool) async {
        let left = await service.waitUntilDelivered(atMost: .seconds(isLong ? 20 : 2))
        if left > 0, isLong { Out.note(LeaveSentences.undelivered(left)[Machine.language]) }
    }
}

/// How the answer is printed.
struct AnswerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("How to print; json is the API's answer.", valueName: "format"))
    var output = OutputFormat.table
}

/// How scripts and outputs stand in a JSON answer.
struct EncodingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Scripts and outputs in json: PlainText, where bytes that are no UTF-8 are replaced, or Base64.",
            valueName: "encoding"))
    var contentEncoding = ContentEncoding.plainText.rawValue

    var encoding: ContentEncoding { ContentEncoding(word: contentEncoding, fallback: .plainText) }
}

/// Which part of a list.
struct PagingOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Entries per answer, at most 50.", valueName: "number"))
    var maxResults: Int?

    @Option(help: ArgumentHelp("Continues a list: NextToken of the answer before.", valueName: "token"))
    var nextToken: String?

    @Option(help: ArgumentHelp("Page, counted from 1.", valueName: "number"))
    var pageNumber: Int?

    @Option(help: ArgumentHelp("Entries per page, at most 50.", valueName: "number"))
    var pageSize: Int?

    var paging: Paging {
        Paging(maxResults: maxResults, nextToken: nextToken, pageNumber: pageNumber, pageSize: pageSize)
    }
}
