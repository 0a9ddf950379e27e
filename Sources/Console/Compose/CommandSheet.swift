public import CloudAssistant

/// A command as a text to be edited: what is known of it in lines that begin with `#:`, then the script.
public struct CommandSheet: Equatable, Sendable {
    /// The name.
    public var name = ""
    /// What it is for.
    public var summary = ""
    /// The API's word for the type.
    public var type = CommandType.shell.rawValue
    /// Seconds after which a run is ended, as written.
    public var timeout = "60"
    /// Where it runs; empty for the user's home.
    public var directory = ""
    /// The program that starts the script; empty for the type's own.
    public var launcher = ""
    /// The script.
    public var script = "#!/bin/sh\n"

    /// An empty sheet, with a shell's first line.
    public init() {}

    /// The sheet of a command.
    public init(_ command: Command) {
        name = Self.line(command.name)
        summary = Self.line(command.description)
        type = command.type.rawValue
        timeout = "\(command.timeoutSeconds)"
        directory = Self.line(command.workingDirectory ?? "")
        launcher = Self.line(command.launcher ?? "")
        script = command.content
    }

    /// What stands in the last line of a head where that is not clear.
    private static let end = "---"
    private static let names = ["name", "description", "type", "timeout", "directory", "launcher"]

    private subscript(name: String) -> String {
        get {
            switch name {
            case "name": self.name
            case "description": summary
            case "type": type
            case "timeout": timeout
            case "directory": directory
            default: launcher
            }
        }
        set {
            switch name {
            case "name": self.name = newValue
            case "description": summary = newValue
            case "type": type = newValue
            case "timeout": timeout = newValue
            case "directory": directory = newValue
            default: launcher = newValue
            }
        }
    }

    /// The text to edit.
    public func text(_ language: Language) -> String {
        let width = Self.names.map(\.count).max() ?? 0
        var lines = Word.sheetHelp.text[language].split(separator: "\n").map { "#: \($0)" }
        for name in Self.names {
            let blanks = String(repeating: " ", count: width - name.count)
            lines.append("#: \(name):\(blanks) \(self[name])")
        }
        // A script that begins like the head would be taken for a part of it.
        if script.hasPrefix("#:") { lines.append("#: \(Self.end)") }
        return lines.joined(separator: "\n") + "\n" + script
    }

    /// Reads an edited text; lines of its head that nobody knows are comments.
    public init(_ text: String) {
        script = ""
        timeout = ""
        var rest = text[...]
        while rest.hasPrefix("#:") {
            let end = rest.firstIndex(where: \.isNewline) ?? rest.endIndex
            let line = rest[..<end].dropFirst(2)
            rest = end < rest.endIndex ? rest[rest.index(after: end)...] : ""
            if Self.trimmed(line) == Self.end { break }
            guard let colon = line.firstIndex(of: ":") else { continue }
            let name = Self.trimmed(line[..<colon])
            if Self.names.contains(name) { self[name] = Self.trimmed(line[line.index(after: colon)...]) }
        }
        script = String(rest)
    }

    /// A text as it comes back from its line of the head.
    private static func line(_ text: String) -> String {
        trimmed(Substring(String(text.map { $0.isNewline ? " " : $0 })))
    }

    private static func trimmed(_ text: Substring) -> String {
        let front = text.drop(while: \.isWhitespace)
        return String(front.reversed().drop(while: \.isWhitespace).reversed())
    }

    /// The command as the API's calls take it. Parameters are on, whether the script has some now or not: that cannot be
    /// changed later.
    public var draft: CommandDraft {
        CommandDraft(
            name: name, type: type, content: script, contentEncoding: ContentEncoding.plainText.rawValue,
            description: summary, workingDirectory: directory.isEmpty ? nil : directory,
            timeoutSeconds: timeout.isEmpty ? nil : Int(timeout) ?? 0, enablesParameters: true,
            launcher: launcher.isEmpty ? nil : launcher)
    }
}
