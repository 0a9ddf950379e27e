import ArgumentParser
import CloudAssistant
import Engine
import Wire

/// `flagdeck tags`: TagResources, UntagResources and ListTagResources for commands and invocations.
struct TagsSubcommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tags", abstract: "Tag commands and invocations, take tags away and list them.",
        discussion: """
            Tags of instances are given with 'flagdeck instances tag'.

            EXAMPLES:
              flagdeck tags add --resource-type command --resource-id ID --tag team=web
              flagdeck tags remove --resource-type command --resource-id ID --tag-key team
              flagdeck tags list --resource-type invocation --tag release=42
            """,
        subcommands: [List.self, Add.self, Remove.self], defaultSubcommand: List.self)
}

/// What the subcommands of tags have in common.
struct ResourceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What is tagged: command or invocation.", valueName: "type"))
    var resourceType: String?

    @Option(
        name: .customLong("resource-id"), help: ArgumentHelp("Its id; may be repeated, up to 50.", valueName: "id"))
    var resourceIds: [String] = []
}

extension TagsSubcommand {
    /// TagResources.
    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give tags to commands or invocations (TagResources).",
            discussion: """
                A tag with the same key takes the place of the earlier one. Nothing is printed but with --output json.

                EXAMPLES:
                  flagdeck tags add --resource-type command --resource-id ID --tag team=web
                  flagdeck tags add --resource-type invocation --resource-id ID \\
                      --resource-id ID --tag release=42 --tag checked
                """)

        @OptionGroup var resources: ResourceOptions

        @Option(name: .customLong("tag"), help: ArgumentHelp("Tag; may be repeated.", valueName: "key=value"))
        var tags: [Pair] = []

        @OptionGroup var answer: AnswerOptions
        @OptionGroup var place: PlaceOptions

        func run() async throws {
            try await place.withService(changing: true) { asking in
                let request = TagResourcesRequest(
                    regionID: place.region, resourceType: resources.resourceType, resourceIDs: resources.resourceIds,
                    tags: tags.map(\.filter))
                let response = try await asking.service.tagResources(request, asking.context())
                if answer.output == .json { Out.json(response.json) }
            }
        }
    }

    /// UntagResources.
    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take tags away from commands or invocations (UntagResources).",
            discussion: """
                A tag that is not there is no error. Nothing is printed but with --output json.

                EXAMPLES:
                  flagdeck tags remove --resource-type command --resource-id ID --tag-key team
                  flagdeck tags remove --resource-type command --resource-id ID --all
                """)

        @OptionGroup var resources: ResourceOptions

        @Option(name: .customLong("tag-key"), help: ArgumentHelp("Key; may be repeated.", valueName: "key"))
        var tagKeys: [String] = []

        @Flag(help: "All tags, when no key is given.")
        var all = false

        @OptionGroup var answer: AnswerOptions
        @OptionGroup var place: PlaceOptions

        func validate() throws {
            guard all || !tagKeys.isEmpty else { throw ValidationError("Name a --tag-key, or say --all.") }
        }

        func run() async throws {
            try await place.withService(changing: true) { asking in
                let request = UntagResourcesRequest(
                    regionID: place.region, resourceType: resources.resourceType, resourceIDs: resources.resourceIds,
                    tagKeys: tagKeys, isAll: all)
                let response = try await asking.service.untagResources(request, asking.context())
                if answer.output == .json { Out.json(response.json) }
            }
        }
    }

    /// ListTagResources.
    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the tags of commands or invocations (ListTagResources).",
            discussion: """
                EXAMPLES:
                  flagdeck tags list --resource-type command --resource-id ID
                  flagdeck tags list --resource-type invocation --tag release=42 --output json
                """)

        @OptionGroup var resources: ResourceOptions

        @Option(
            name: .customLong("tag"),
            help: ArgumentHelp("Only what has this tag; a key alone for any value.", valueName: "key=value"))
        var tags: [Pair] = []

        @Option(help: ArgumentHelp("Continues a list: NextToken of the answer before.", valueName: "token"))
        var nextToken: String?

        @OptionGroup var answer: AnswerOptions
        @OptionGroup var place: PlaceOptions

        func run() async throws {
            try await place.withService { asking in
                let request = ListTagResourcesRequest(
                    regionID: place.region, resourceType: resources.resourceType, resourceIDs: resources.resourceIds,
                    tags: tags.map(\.filter), nextToken: nextToken)
                let response = try await asking.service.listTagResources(request, asking.context())
                guard answer.output != .json else { return Out.json(response.json) }
                let rows = response.tags.map { [$0.resourceID, $0.tag.key, $0.tag.value] }
                Out.rows(["RESOURCE ID", "KEY", "VALUE"], rows, as: answer.output)
                Out.more(response.nextToken)
            }
        }
    }
}
