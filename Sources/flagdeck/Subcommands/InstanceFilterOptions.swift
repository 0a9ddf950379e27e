import ArgumentParser
import CloudAssistant

/// What DescribeInstances can ask of instances beside ids, names, status, tags and group.
struct InstanceFilterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The same as --instance-id, a JSON array as in the API; '[]' matches nothing.", valueName: "ids"))
    var instanceIds: String?

    @Option(
        name: .customLong("os-type"),
        help: ArgumentHelp("Only this family of systems: linux, windows or freebsd.", valueName: "os"))
    var osType: String?

    @Option(
        help: ArgumentHelp(
            "Only those with one of these addresses, a JSON array as in the API: '[\"10.0.0.1\"]'.",
            valueName: "addresses"))
    var privateIpAddresses: String?

    @Option(help: ArgumentHelp("The same for public addresses.", valueName: "addresses"))
    var publicIpAddresses: String?

    @Option(help: ArgumentHelp("The same for addresses of a classic network.", valueName: "addresses"))
    var innerIpAddresses: String?

    @Option(help: ArgumentHelp("The same for elastic addresses.", valueName: "addresses"))
    var eipAddresses: String?

    @Option(help: ArgumentHelp("Only those in this zone.", valueName: "id"))
    var zoneId: String?

    @Option(help: ArgumentHelp("Only those in this private network.", valueName: "id"))
    var vpcId: String?

    @Flag(help: "Check the call only.")
    var dryRun = false

    /// The ids of both options; nil when none was given.
    func ids(_ repeated: [String]) throws(APIError) -> [InstanceID]? {
        let listed = try TextList.read(instanceIds, parameter: "InstanceIds")
        guard listed != nil || !repeated.isEmpty else { return nil }
        return (repeated + (listed ?? [])).map { InstanceID($0) }
    }

    func traits() throws(APIError) -> InstanceTraits {
        var traits = InstanceTraits()
        traits.privateAddresses = try TextList.read(privateIpAddresses, parameter: "PrivateIpAddresses")
        traits.publicAddresses = try TextList.read(publicIpAddresses, parameter: "PublicIpAddresses")
        traits.innerAddresses = try TextList.read(innerIpAddresses, parameter: "InnerIpAddresses")
        traits.eipAddresses = try TextList.read(eipAddresses, parameter: "EipAddresses")
        traits.zoneID = zoneId
        traits.vpcID = vpcId
        return traits
    }
}
