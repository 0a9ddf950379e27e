import ArgumentParser
import CloudAssistant

/// The script of a new command: what `run` and `commands create` have in common.
struct ScriptOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The script.", valueName: "text"))
    var commandContent: String?

    @Option(help: ArgumentHelp("The script from a file of plain text; - for standard input.", valueName: "path"))
    var commandFile: String?

    @Option(help: ArgumentHelp("How --command-content is written: PlainText or Base64.", valueName: "encoding"))
    var contentEncoding = ContentEncoding.plainText.rawValue

    @Option(help: ArgumentHelp("RunShellScript, RunBatScript or RunPowerShellScript.", valueName: "type"))
    var type = CommandType.shell.rawValue

    @Option(help: ArgumentHelp("Name of the command, at most 128 characters.", valueName: "text"))
    var name: String?

    @Option(help: ArgumentHelp("What the command is for, at most 512 characters.", valueName: "text"))
    var description: String?

    @Flag(help: "Replace {{name}} in the script by parameters.")
    var enableParameter = false

    func validate() throws {
        guard commandContent == nil || commandFile == nil else {
            throw ValidationError("Give either --command-content or --command-file.")
        }
    }

    /// The command with its script read.
    func draft() throws(StartError) -> CommandDraft {
        var content = commandContent
        if let commandFile { content = try ScriptFile.contents(commandFile) }
        return CommandDraft(
            name: name, type: type, content: content,
            contentEncoding: commandFile == nil ? contentEncoding : ContentEncoding.plainText.rawValue,
            description: description, enablesParameters: enableParameter)
    }
}
