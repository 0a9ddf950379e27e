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
              flagdeck regions --accept-language ja
              flagdeck regions --output json
            """)

    @Option(
        help: ArgumentHelp(
            "Language of the names: zh-CN, zh-TW, en-US, ja, fr, de or ko. (default: the locale's)",
            valueName: "language"))
    var acceptLanguage: String?

    @Option(
        help: ArgumentHelp(
            "Only where there is this: instance, disk, reservedinstance or scu.", valueName: "type"))
    var resourceType: String?

    @Option(
        help: ArgumentHelp(
            "Only where instances are paid so: PrePaid, PostPaid, SpotWithPriceLimit or SpotAsPriceGo.",
            valueName: "type"))
    var instanceChargeType: String?

    @OptionGroup var answer: AnswerOptions
    @OptionGroup var place: PlaceOptions

    func run() async throws {
        try await place.withService { asking in
            let request = DescribeRegionsRequest(
                acceptLanguage: acceptLanguage ?? RegionLanguage(Machine.language).rawValue,
                resourceType: resourceType, instanceChargeType: instanceChargeType)
            let response = try await asking.service.describeRegions(request, asking.context())
            guard answer.output != .json else { return Out.json(response.json) }
            let rows = response.regions.map { [$0.id.text, $0.localName, $0.endpoint] }
            Out.rows(["REGION ID", "NAME", "ENDPOINT"], rows, as: answer.output)
        }
    }
}
