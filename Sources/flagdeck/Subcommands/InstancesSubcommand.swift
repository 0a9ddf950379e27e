import ArgumentParser
import CloudAssistant
import Engine
import Wire

/// `flagdeck instances`: DescribeInstances, DescribeCloudAssistantStatus and tags.
struct InstancesSubcommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "instances", abstract: "List and tag instances.",
        discussion: """
            EXAMPLES:
              flagdeck instances
              flagdeck instances --tag role=web --output json
              flagdeck instances status
              flagdeck instances tag ID role=web env=prod
              flagdeck instances tag ID --remove env
            """,
        subcommands: [List.self, Status.self, TagInstance.self], defaultSubcommand: List.self)

    /// DescribeInstances.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List instances (DescribeInstances).")

        @OptionGroup var place: PlaceOptions
        @OptionGroup var pages: PagingOptions
        @OptionGroup var answer: AnswerOptions

        @Option(name: .customLong("instance-id"), help: "Only this instance; may be repeated.")
        var instanceIds: [String] = []

        @Option(help: "Only this name; * stands for any characters.")
        var instanceName: String?

        @Option(name: .customLong("tag"), help: ArgumentHelp("Only those with this tag.", valueName: "key=value"))
        var tags: [Pair] = []

        func run() async throws {
            try await place.withService { service in
                let request = DescribeInstancesRequest(
                    regionID: place.region, instanceIDs: instanceIds.isEmpty ? nil : instanceIds.map { InstanceID($0) },
                    instanceName: instanceName, tags: tags.map { Tag($0.key, $0.value ?? "") }, paging: pages.paging)
                let response = try await service.describeInstances(request, place.context())
                guard answer.output != .json else { return Out.json(response.json) }
                let rows = response.page.entries.map { instance in
                    [
                        instance.id.text, instance.name, instance.status.rawValue, instance.osName,
                        instance.privateAddresses.first ?? "-", instance.zoneID,
                        instance.tags.map { "\($0.key)=\($0.value)" }.joined(separator: ","),
                    ]
                }
                Out.rows(["INSTANCE ID", "NAME", "STATUS", "OS", "ADDRESS", "ZONE", "TAGS"], rows, as: answer.output)
                Out.more(response.page.nextToken)
            }
        }
    }

    /// DescribeCloudAssistantStatus.
    struct Status: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show whether commands can be delivered (DescribeCloudAssistantStatus).")

        @OptionGroup var place: PlaceOptions
        @OptionGroup var pages: PagingOptions
        @OptionGroup var answer: AnswerOptions

        @Option(name: .customLong("instance-id"), help: "Only this instance; may be repeated.")
        var instanceIds: [String] = []

        func run() async throws {
            try await place.withService { service in
                let request = DescribeCloudAssistantStatusRequest(
                    regionID: place.region, instanceIDs: instanceIds.map { InstanceID($0) }, paging: pages.paging)
                let response = try await service.describeCloudAssistantStatus(request, place.context())
                guard answer.output != .json else { return Out.json(response.json) }
                let rows = response.page.entries.map { status in
                    [
                        status.instanceID.text, status.isOnline ? "true" : "false", status.version,
                        "\(status.activeTaskCount)", "\(status.invocationCount)",
                        status.lastInvoked?.wireText ?? "-",
                    ]
                }
                Out.rows(
                    ["INSTANCE ID", "ONLINE", "VERSION", "ACTIVE", "INVOCATIONS", "LAST INVOKED"], rows,
                    as: answer.output)
            }
        }
    }

    /// Tags of the operator's own on top of those of the inventory.
    struct TagInstance: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "tag", abstract: "Give tags to an instance or take them away.")

        @OptionGroup var place: PlaceOptions

        @Argument(help: "The instance.")
        var instanceId: String

        @Argument(help: ArgumentHelp("Tags to give.", valueName: "key=value"))
        var tags: [Pair] = []

        @Option(name: .customLong("remove"), help: ArgumentHelp("Key of a tag to take away.", valueName: "key"))
        var removed: [String] = []

        func validate() throws {
            guard !tags.isEmpty || !removed.isEmpty else { throw ValidationError("Name a tag as key=value.") }
        }

        func run() async throws {
            try await place.withService { service in
                try await service.tagInstance(
                    InstanceID(instanceId), set: tags.map(\.tag), remove: removed, place.context())
            }
        }
    }
}
