import ArgumentParser
import CloudAssistant
import Engine
import Wire

/// `flagdeck instances`: DescribeInstances, DescribeCloudAssistantStatus and tags.
struct InstancesSubcommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "instances", abstract: "List and tag instances.",
        discussion: """
            The region local has this machine and what instances.toml in the configuration directory adds.

            EXAMPLES:
              flagdeck instances
              flagdeck instances --tag role=web --output json
              flagdeck instances status
              flagdeck instances tag ID role=web env=prod
              flagdeck instances tag ID --remove env
            """,
        subcommands: [List.self, Status.self, TagInstance.self], defaultSubcommand: List.self)
}

extension InstancesSubcommand {
    /// DescribeInstances.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List instances (DescribeInstances).",
            discussion: """
                EXAMPLES:
                  flagdeck instances
                  flagdeck instances --instance-name 'web-*' --status Running
                  flagdeck instances --tag role=web --output json
                """)

        @Option(
            name: .customLong("instance-id"),
            help: ArgumentHelp("Only this instance; may be repeated.", valueName: "id"))
        var instanceIds: [String] = []

        @Option(help: ArgumentHelp("Only this name; * stands for any characters.", valueName: "name"))
        var instanceName: String?

        @Option(
            help: ArgumentHelp(
                "Only those in this status: Pending, Running, Starting, Stopping or Stopped.", valueName: "status"))
        var status: String?

        @Option(name: .customLong("tag"), help: ArgumentHelp("Only those with this tag.", valueName: "key=value"))
        var tags: [Pair] = []

        @Option(help: ArgumentHelp("Only those of this resource group.", valueName: "id"))
        var resourceGroupId: String?

        @OptionGroup var filter: InstanceFilterOptions
        @OptionGroup var answer: AnswerOptions
        @OptionGroup var pages: PagingOptions
        @OptionGroup var place: PlaceOptions

        func run() async throws {
            try await place.withService { asking in
                let request = DescribeInstancesRequest(
                    regionID: place.region, instanceIDs: try filter.ids(instanceIds),
                    instanceName: instanceName, status: status, tags: tags.map(\.filter),
                    resourceGroupID: resourceGroupId.map { ResourceGroupID($0) }, osType: filter.osType,
                    traits: try filter.traits(), isDryRun: filter.dryRun, paging: pages.paging)
                let response = try await asking.service.describeInstances(request, asking.context())
                guard answer.output != .json else { return Out.json(response.json) }
                Out.rows(
                    ["INSTANCE ID", "NAME", "STATUS", "OS", "ADDRESS", "ZONE", "TAGS"],
                    response.page.entries.map(Self.row), as: answer.output)
                Out.more(response.page.nextToken)
            }
        }

        private static func row(_ instance: Instance) -> [String] {
            [
                instance.id.text, instance.name, instance.status.rawValue, instance.osName,
                instance.privateAddresses.first ?? "-", instance.zoneID,
                instance.tags.map { "\($0.key)=\($0.value)" }.joined(separator: ","),
            ]
        }
    }

    /// DescribeCloudAssistantStatus.
    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show whether commands can be delivered (DescribeCloudAssistantStatus).",
            discussion: """
                EXAMPLES:
                  flagdeck instances status
                  flagdeck instances status --instance-id ID --output json
                """)

        @Option(
            name: .customLong("instance-id"),
            help: ArgumentHelp("Only this instance; may be repeated.", valueName: "id"))
        var instanceIds: [String] = []

        @Option(
            name: .customLong("os-type"),
            help: ArgumentHelp("Only this family of systems: Linux, Windows or FreeBSD.", valueName: "os"))
        var osType: String?

        @OptionGroup var answer: AnswerOptions
        @OptionGroup var pages: PagingOptions
        @OptionGroup var place: PlaceOptions

        func run() async throws {
            try await place.withService { asking in
                let request = DescribeCloudAssistantStatusRequest(
                    regionID: place.region, instanceIDs: instanceIds.map { InstanceID($0) }, osType: osType,
                    paging: pages.paging)
                let response = try await asking.service.describeCloudAssistantStatus(request, asking.context())
                guard answer.output != .json else { return Out.json(response.json) }
                Out.rows(
                    ["INSTANCE ID", "ONLINE", "VERSION", "ACTIVE", "INVOCATIONS", "LAST INVOKED"],
                    response.page.entries.map(Self.row), as: answer.output)
                Out.more(response.page.nextToken)
            }
        }

        private static func row(_ status: CloudAssistantStatus) -> [String] {
            [
                status.instanceID.text, status.isOnline ? "true" : "false",
                status.version.isEmpty ? "-" : status.version, "\(status.activeTaskCount)",
                "\(status.invocationCount)", status.lastInvoked?.wireText ?? "-",
            ]
        }
    }

    /// Tags of the operator's own on top of those of the inventory.
    struct TagInstance: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "tag", abstract: "Give tags to an instance or take them away.",
            discussion: """
                Tags that instances.toml gives stay; a tag given here takes the place of one with the same key.

                EXAMPLES:
                  flagdeck instances tag ID role=web env=prod
                  flagdeck instances tag ID --remove env
                """)

        @Argument(help: ArgumentHelp("The instance.", valueName: "id"))
        var instanceId: String

        @Argument(help: ArgumentHelp("Tags to give.", valueName: "key=value"))
        var tags: [Pair] = []

        @Option(name: .customLong("remove"), help: ArgumentHelp("Key of a tag to take away.", valueName: "key"))
        var removed: [String] = []

        @OptionGroup var place: PlaceOptions

        func validate() throws {
            guard !tags.isEmpty || !removed.isEmpty else { throw ValidationError("Name a tag as key=value.") }
        }

        func run() async throws {
            try await place.withService(changing: true) { asking in
                try await asking.service.tagInstance(
                    InstanceID(instanceId), set: tags.map(\.filter), remove: removed, asking.context())
            }
        }
    }
}
