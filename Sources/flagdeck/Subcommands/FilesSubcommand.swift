import ArgumentParser
import CloudAssistant
import Engine
import Wire

/// `flagdeck files`: SendFile and DescribeSendFileResults.
struct FilesSubcommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "files", abstract: "Send files to instances, and see what came of them.",
        discussion: """
            EXAMPLES:
              flagdeck files send motd --to /etc --instance-id ID
              flagdeck files results --invoke-id ID
            """,
        subcommands: [Send.self, Results.self])
}

extension FilesSubcommand {
    /// SendFile.
    struct Send: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put a local file of at most 24 KB on instances (SendFile).",
            discussion: """
                The file is written beside its place and put there in one step: it is there whole, with its owner and \
                mode, or not at all. Without --overwrite nothing is ever replaced. Ends when every file is there or \
                has failed; with --wait the results are printed.

                EXAMPLES:
                  flagdeck files send app.conf --to /etc/app --instance-id ID --wait
                  flagdeck files send job.sh --to /usr/local/bin --mode 0755 \\
                      --owner root --group root --overwrite --instance-id ID
                  date | flagdeck files send - --name stamp --to /tmp --instance-id ID
                """)

        @Argument(help: ArgumentHelp("The file; - for standard input.", valueName: "local-file"))
        var localFile: String

        @Option(help: ArgumentHelp("Directory on the instances, absolute; made if missing.", valueName: "path"))
        var to: String

        @OptionGroup(title: "The file there") var file: FileOptions
        @OptionGroup(title: "Where to") var delivery: DeliveryOptions

        @Flag(help: "Print the results.")
        var wait = false

        @OptionGroup var answer: AnswerOptions
        @OptionGroup var place: PlaceOptions

        func validate() throws {
            guard localFile != "-" || file.name != nil else {
                throw ValidationError("Give --name with standard input.")
            }
        }

        func run() async throws {
            try await place.withService(changing: true) { asking in
                let request = try request()
                let response = try await asking.service.sendFile(request, asking.context())
                if wait { Out.note("InvokeId: \(response.invokeID)") } else { announce(response) }
                await asking.service.waitUntilFilesAreSent()
                guard wait else { return }
                let pages = FilePages(asking: asking, format: answer.output)
                let page = try await pages.show(
                    DescribeSendFileResultsRequest(regionID: asking.region, invokeID: response.invokeID))
                try Out.check()
                if page.entries.first?.state != .success { throw ExitCode(1) }
            }
        }

        private func request() throws(StartError) -> SendFileRequest {
            let path = localFile
            let bytes = try ScriptFile.bytes(path) { .unreadableFile(path: path, why: $0) }
            let lastPart = path.split(separator: "/").last.map(String.init)
            var request = SendFileRequest(
                regionID: place.region, instanceIDs: delivery.instanceIds.map { InstanceID($0) },
                name: file.name ?? lastPart, targetDirectory: to, content: Base64.encode(bytes))
            request.contentType = FileForm.ContentType.base64.rawValue
            file.fill(&request)
            delivery.fill(&request)
            return request
        }

        private func announce(_ response: SendFileResponse) {
            switch answer.output {
            case .json: Out.json(response.json)
            case .table, .text: Out.line(response.invokeID.text)
            }
        }
    }

    /// DescribeSendFileResults.
    struct Results: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what came of files, newest first (DescribeSendFileResults).",
            discussion: """
                EXAMPLES:
                  flagdeck files results
                  flagdeck files results --invoke-id ID --output json
                  flagdeck files results --name app.conf --invocation-status Failed
                """)

        @Option(help: ArgumentHelp("Only this delivery.", valueName: "id"))
        var invokeId: String?

        @Option(help: ArgumentHelp("Only those to this instance.", valueName: "id"))
        var instanceId: String?

        @Option(help: ArgumentHelp("Only files of this name.", valueName: "name"))
        var name: String?

        @Option(
            help: ArgumentHelp(
                "Only those in this status: Pending, Running, Success, Failed, PartialFailed.", valueName: "status"))
        var invocationStatus: String?

        @Option(name: .customLong("tag"), help: ArgumentHelp("Only those with this tag.", valueName: "key=value"))
        var tags: [Pair] = []

        @Option(help: ArgumentHelp("Only those of this resource group.", valueName: "id"))
        var resourceGroupId: String?

        @OptionGroup var answer: AnswerOptions
        @OptionGroup var pages: PagingOptions
        @OptionGroup var place: PlaceOptions

        func run() async throws {
            try await place.withService { asking in
                let request = DescribeSendFileResultsRequest(
                    regionID: place.region, invokeID: invokeId.map { InvokeID($0) },
                    instanceID: instanceId.map { InstanceID($0) }, name: name, invocationStatus: invocationStatus,
                    tags: tags.map(\.tag), resourceGroupID: resourceGroupId.map { ResourceGroupID($0) },
                    paging: pages.paging)
                _ = try await FilePages(asking: asking, format: answer.output).show(request)
            }
        }
    }
}
