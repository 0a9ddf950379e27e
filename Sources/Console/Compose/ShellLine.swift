import CloudAssistant

/// The command line that does the same as a form.
enum ShellLine {
    static func text(_ form: Form, to aim: Aim) -> String {
        var words = ["flagdeck", form.command == nil ? "run" : "invoke"]
        words += ["--region-id", form.region.text]
        if let command = form.command { words += ["--command-id", command.id.text] }
        if form.command == nil {
            words += option("command-content", form.text(.content))
            if form.hasPlaces { words.append("--enable-parameter") }
        }
        switch aim.kind {
        case .marks, .cursor: for target in aim.targets { words += ["--instance-id", target.instance.id.text] }
        case .tags(let filters): for filter in filters { words += ["--resource-tag", TagWords.text([filter])] }
        }
        for name in form.parameterNames {
            // A shell keeps what is typed: a secret is left for the operator to put in.
            let value = form.isSecret(name) ? RenderedScript.mask : form.text(.parameter(name))
            words += ["--parameter", "\(name)=\(value)"]
        }
        for (place, name) in options where !form.text(place).isEmpty { words += option(name, form.text(place)) }
        if form.text(.terminationMode) != TerminationMode.process.rawValue {
            words += ["--termination-mode", form.text(.terminationMode)]
        }
        if let mode = form.repeatMode, mode != .once { words += ["--repeat-mode", mode.rawValue] }
        for filter in TagWords.filters(form.text(.tags)) { words += ["--tag", TagWords.text([filter])] }
        return words.map(ShellWord.quoted).joined(separator: " ")
    }

    private static let options: [(Form.Place, String)] = [
        (.frequency, "frequency"), (.timeout, "timeout"), (.username, "username"), (.workingDirectory, "working-dir"),
        (.launcher, "launcher"),
        (.resourceGroup, "resource-group-id"),
    ]

    /// An option with its value; in one word where the value could be taken for an option.
    private static func option(_ name: String, _ value: String) -> [String] {
        value.hasPrefix("-") ? ["--\(name)=\(value)"] : ["--\(name)", value]
    }
}
