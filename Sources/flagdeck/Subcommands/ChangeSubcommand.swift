import ArgumentParser
import CloudAssistant
import Engine
import Wire

/// `flagdeck change`: ModifyInvocationAttribute.
struct ChangeSubcommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Change a timed run that has not ended (ModifyInvocationAttribute).",
        discussion: """
            What is changed holds for every run that begins afterwards; what is not given stays. Prints the id of the \
            command that runs from then on: a changed script is a new command. A rate counts from the first call on.

            EXAMPLES:
              flagdeck change --invoke-id ID --frequency 'rate(10m)'
              flagdeck change --invoke-id ID --command-file check.sh
              flagdeck change --invoke-id ID --instance-id I2 --instance-id I3
              flagdeck change --invoke-id ID --parameter path=/var
            """)

    @Option(help: ArgumentHelp("The invocation.", valueName: "id"))
    var invokeId: String?

    @Option(
        name: .customLong("instance-id"),
        help: ArgumentHelp("An instance to add; may be repeated. None is ever taken away.", valueName: "id"))
    var instanceIds: [String] = []

    @Option(help: ArgumentHelp("The new script.", valueName: "text"))
    var commandContent: String?

    @Option(help: ArgumentHelp("The new script from a file of plain text; - for standard input.", valueName: "path"))
    var commandFile: String?

    @Option(help: ArgumentHelp("How --command-content is written: PlainText or Base64.", valueName: "encoding"))
    var contentEncoding = ContentEncoding.plainText.rawValue

    @Flag(inversion: .prefixedNo, help: "Replace {{name}} in the script by parameters. (default: as it was)")
    var enableParameter: Bool?

    @Option(
        name: .customLong("parameter"),
        help: ArgumentHelp("Value for {{name}}; those given replace all from before.", valueName: "name=value"))
    var assignments: [Assignment] = []

    @Option(help: ArgumentHelp("All parameters as a JSON object.", valueName: "json"))
    var parameters: String?

    @Option(help: ArgumentHelp("When it runs from now on; see 'flagdeck frequency'.", valueName: "expression"))
    var frequency: String?

    @Option(
        help: ArgumentHelp(
            "Makes the call repeatable: the same token never changes anything twice.", valueName: "token"))
    var clientToken: String?

    @OptionGroup var answer: AnswerOptions
    @OptionGroup var place: PlaceOptions

    func validate() throws {
        guard commandContent == nil || commandFile == nil else {
            throw ValidationError("Give either --command-content or --command-file.")
        }
        guard parameters == nil || assignments.isEmpty else {
            throw ValidationError("Give either --parameters or --parameter.")
        }
    }

    func run() async throws {
        try await place.withService(changing: true) { asking in
            let response = try await asking.service.modifyInvocationAttribute(try request(), asking.context())
            switch answer.output {
            case .json: Out.json(response.json)
            case .table, .text: Out.line(response.commandID.text)
            }
        }
    }

    private func request() throws(StartError) -> ModifyInvocationAttributeRequest {
        var request = ModifyInvocationAttributeRequest(
            regionID: place.region, invokeID: invokeId.map { InvokeID($0) })
        request.instanceIDs = instanceIds.map { InstanceID($0) }
        request.content =
            try commandFile.map { file throws(StartError) in try ScriptFile.contents(file) } ?? commandContent
        request.contentEncoding = commandFile == nil ? contentEncoding : ContentEncoding.plainText.rawValue
        request.enablesParameters = enableParameter
        if let parameters {
            request.parameters = .json(parameters)
        } else if !assignments.isEmpty {
            request.parameters = .entries(assignments.map { ParameterEntry(name: $0.name, value: $0.value) })
        }
        request.frequency = frequency
        request.clientToken = clientToken
        return request
    }
}
