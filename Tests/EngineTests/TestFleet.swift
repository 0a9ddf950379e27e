import CloudAssistant

extension EngineBench {
    static let fleet = Fleet(
        regions: [
            .local, Region(id: "other", localName: "Other", hasParameterStore: false),
            Region(id: "silent", localName: "Silent", supportsCommands: false),
        ],
        instances: [
            instance("i-a", tags: [Tag("env", "prod"), Tag("team", "ops")]),
            instance("i-b", tags: [Tag("env", "prod")]), instance("i-c", tags: [Tag("env", "test")]),
            instance("i-off", status: .stopped), instance("i-win", os: .windows),
            instance("i-group", group: "rg-a"), instance("i-other", region: "other"),
        ], resourceGroups: ["rg-b"], unsettledResourceGroups: ["rg-new"])

    private static func instance(
        _ id: InstanceID, region: RegionID = "local", status: InstanceStatus = .running, os: OSType = .linux,
        tags: [Tag] = [], group: ResourceGroupID? = nil
    ) -> Instance {
        Instance(
            id: id, name: "name of \(id)", regionID: region, status: status, osType: os, tags: tags,
            resourceGroupID: group)
    }
}
