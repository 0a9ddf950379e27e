import ArgumentParser
import CloudAssistant
import Engine
import Wire

/// `flagdeck regions`: DescribeRegions.
struct RegionsSubcommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "regions", abstract: "List regions (DescribeRegions).",
        discussion: """
            EXAMPLES:
              flagdeck regions
              flagdeck regions --output json
            """)

    @OptionGroup var answer: AnswerOptions
    @OptionGroup var place: PlaceOptions

    func run() async throws {
        try await place.withService { asking in
            let response = try await asking.service.describeRegions(DescribeRegionsRequest(), asking.context())
            guard answer.output != .json else { return Out.json(response.json) }
            let rows = response.regions.map { [$0.id.text, $0.localName, $0.endpoint] }
            Out.rows(["REGION ID", "NAME", "ENDPOINT"], rows, as: answer.output)
        }
    }
}
