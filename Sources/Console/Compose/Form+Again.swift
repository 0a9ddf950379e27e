import CloudAssistant

extension Form {
    /// A form that would run the same again, with the values of an invocation. The token is a new one: it is a new run.
    init(again invocation: Invocation, library: [Command]) {
        let command = invocation.ownsCommand ? nil : library.first { $0.id == invocation.command.id }
        self.init(command, in: invocation.regionID, script: command == nil ? invocation.command.content : "")
        type = invocation.command.type
        for name in parameterNames {
            let value = invocation.parameters.first { $0.key.lowercased() == name.lowercased() }?.value
            set(.parameter(name), to: value ?? definition(name)?.defaultValue ?? "")
        }
        set(.timeout, to: "\(invocation.timeoutSeconds)")
        let others: [(Place, String)] = [
            (.username, invocation.username ?? ""), (.workingDirectory, invocation.workingDirectory ?? ""),
            (.terminationMode, invocation.terminationMode.rawValue), (.launcher, invocation.launcher ?? ""),
            (.tags, TagWords.text(invocation.tags)), (.resourceGroup, invocation.resourceGroupID?.text ?? ""),
        ]
        for (place, text) in others where text != self.text(place) { set(place, to: text) }
        go(to: .preview)
    }
}
