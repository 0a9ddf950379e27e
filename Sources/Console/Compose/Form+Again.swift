import CloudAssistant

extension Form {
    /// A form that would run the same again, with the values of an invocation. The token is a new one: it is a new run.
    init(again invocation: Invocation, library: [Command]) {
        let command = invocation.ownsCommand ? nil : library.first { $0.isSame(as: invocation.command) }
        self.init(command, in: invocation.regionID, script: command == nil ? invocation.command.content : "")
        type = invocation.command.type
        for name in parameterNames {
            let value = invocation.parameters.first { $0.key.lowercased() == name.lowercased() }?.value
            set(.parameter(name), to: value ?? definition(name)?.defaultValue ?? "")
        }
        set(.timeout, to: "\(invocation.timeoutSeconds)")
        let others: [(Place, String)] = [
            (.repeatMode, invocation.repeatMode.rawValue), (.frequency, invocation.frequency ?? ""),
            (.username, invocation.username ?? ""), (.workingDirectory, invocation.workingDirectory ?? ""),
            (.terminationMode, invocation.terminationMode.rawValue), (.launcher, invocation.launcher ?? ""),
            (.tags, TagWords.text(invocation.tags)), (.resourceGroup, invocation.resourceGroupID?.text ?? ""),
        ]
        for (place, text) in others where text != self.text(place) { set(place, to: text) }
        go(to: .preview)
    }

    /// The form of the same command as it is now, with what was typed; nil when it runs as before.
    func renewed(as command: Command) -> Form? {
        guard let old = self.command, !command.runs(like: old) else { return nil }
        var form = Form(command, in: region)
        form.token = token
        for place in touched {
            if case .parameter(let name) = place, !form.parameterNames.contains(name) { continue }
            form.set(place, to: text(place))
        }
        form.go(to: place)
        form.isEditing = isEditing && form.place == place
        return form
    }
}

extension Command {
    /// True when it is the command of an earlier run and has the script of that time.
    fileprivate func isSame(as ran: Command) -> Bool {
        id == ran.id && type == ran.type && content == ran.content && enablesParameters == ran.enablesParameters
    }

    /// True when a run of it does the same, and asks for the same, as one of `other`.
    fileprivate func runs(like other: Command) -> Bool {
        isSame(as: other) && parameters == other.parameters && timeoutSeconds == other.timeoutSeconds
            && workingDirectory == other.workingDirectory && launcher == other.launcher
    }
}
