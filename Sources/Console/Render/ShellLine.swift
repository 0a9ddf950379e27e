import CloudAssistant

/// The command line that does the same as a form.
enum ShellLine {
    static func text(_ form: Form) -> String {
        var words = ["flagdeck", form.command == nil ? "run" : "invoke"]
        words += ["--region-id", form.region.text]
        if let command = form.command { words += ["--command-id", command.id.text] }
        if form.command == nil { words += option("command-content", form.content.text) }
        for target in form.targets { words += ["--instance-id", target.instance.id.text] }
        for name in form.parameterNames {
            words += ["--parameter", "\(name)=\(form.values[name.lowercased()]?.text ?? "")"]
        }
        if !form.timeout.text.isEmpty { words += ["--timeout", form.timeout.text] }
        if !form.username.text.isEmpty { words += option("username", form.username.text) }
        if !form.workingDirectory.text.isEmpty { words += option("working-dir", form.workingDirectory.text) }
        if form.terminationMode != .process { words += ["--termination-mode", form.terminationMode.rawValue] }
        return words.map(ShellWord.quoted).joined(separator: " ")
    }

    /// An option with its value; in one word where the value could be taken for an option.
    private static func option(_ name: String, _ value: String) -> [String] {
        value.hasPrefix("-") ? ["--\(name)=\(value)"] : ["--\(name)", value]
    }
}
