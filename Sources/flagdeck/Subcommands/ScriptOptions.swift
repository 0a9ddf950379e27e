import ArgumentParser
import CloudAssistant

/// A script and what it is called: what everything has in common that makes or changes a command.
struct ContentOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The script.", valueName: "text"))
    var commandContent: String?

    @Option(help: ArgumentHelp("The script from a file of plain text; - for standard input.", valueName: "path"))
    var commandFile: String?

    @Option(help: ArgumentHelp("How --command-content is written: PlainText or Base64.", valueName: "encoding"))
    var contentEncoding = ContentEncoding.plainText.rawValue

    @Option(help: ArgumentHelp("Name of the command, at most 128 characters.", valueName: "text"))
    var name: String?

    @Option(help: ArgumentHelp("What the command is for, at most 512 characters.", valueName: "text"))
    var description: String?

    func validate() throws {
        guard commandContent == nil || commandFile == nil else {
            throw ValidationError("Give either --command-content or --command-file.")
        }
    }

    /// The script with a file read, and how it is written.
    func script() throws(StartError) -> (content: String?, encoding: String) {
        guard let commandFile else { return (commandContent, contentEncoding) }
        return (try ScriptFile.contents(commandFile), ContentEncoding.plainText.rawValue)
    }
}

/// The script of a new command: what `run` and `commands create` have in common.
struct ScriptOptions: ParsableArguments {
    @OptionGroup var content: ContentOptions

    @Option(help: ArgumentHelp("RunShellScript, RunBatScript or RunPowerShellScript.", valueName: "type"))
    var type = CommandType.shell.rawValue

    @Flag(help: "Replace {{name}} in the script by parameters.")
    var enableParameter = false

    /// The command with its script read.
    func draft() throws(StartError) -> CommandDraft {
        let (script, encoding) = try content.script()
        return CommandDraft(
            name: content.name, type: type, content: script, contentEncoding: encoding,
            description: content.description, enablesParameters: enableParameter)
    }
}
