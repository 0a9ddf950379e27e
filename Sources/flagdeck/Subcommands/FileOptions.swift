import ArgumentParser
import CloudAssistant

/// What the file is to be like on the instances.
struct FileOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Its name there; without it the local one.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("Its mode, as for chmod. (default: 0644)", valueName: "octal"))
    var mode: String?

    @Option(help: ArgumentHelp("Its owner; without it the user of the service.", valueName: "user"))
    var owner: String?

    @Option(help: ArgumentHelp("Its group; without it the group of a new file there.", valueName: "group"))
    var group: String?

    @Flag(help: "Replace a file or link of that name.")
    var overwrite = false

    func fill(_ request: inout SendFileRequest) {
        request.mode = mode
        request.owner = owner
        request.group = group
        request.overwrites = overwrite
    }
}

/// Where a file is to go and how the delivery is called.
struct DeliveryOptions: ParsableArguments {
    @Option(name: .customLong("instance-id"), help: ArgumentHelp("An instance; may be repeated.", valueName: "id"))
    var instanceIds: [String] = []

    @Option(help: ArgumentHelp("What the file is for, at most 512 characters.", valueName: "text"))
    var description: String?

    @Option(help: ArgumentHelp("Seconds after which it is given up, 10 to 86400. (default: 60)", valueName: "seconds"))
    var timeout: Int?

    @Option(
        name: .customLong("tag"),
        help: ArgumentHelp("Tag of the delivery; may be repeated.", valueName: "key=value"))
    var tags: [Pair] = []

    @Option(help: ArgumentHelp("Resource group of the delivery.", valueName: "id"))
    var resourceGroupId: String?

    @Option(
        help: ArgumentHelp("Makes the call repeatable: the same token never sends anything twice.", valueName: "token"))
    var clientToken: String?

    func fill(_ request: inout SendFileRequest) {
        request.description = description
        request.timeoutSeconds = timeout
        request.tags = tags.map(\.filter)
        request.resourceGroupID = resourceGroupId.map { ResourceGroupID($0) }
        request.clientToken = clientToken
    }
}
