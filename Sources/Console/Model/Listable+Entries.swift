public import CloudAssistant

extension Region: Listable {
    /// Its id.
    public var listID: String { id.text }
    /// Id and name.
    public static let columns = [FilterColumn("id", kind: .name), FilterColumn("name", kind: .name)]
    /// Id and name.
    public func write(to text: inout SearchText) {
        text.add(id.text)
        text.add(localName)
    }
}

extension Command: Listable {
    /// Its id.
    public var listID: String { id.text }
    /// What it is and what it is for; its script only by name, or nearly every word would find something.
    public static let columns = [
        FilterColumn("name", kind: .name), FilterColumn("id"), FilterColumn("type"), FilterColumn("category"),
        FilterColumn("description"), FilterColumn("tag", "tags", kind: .tags),
        FilterColumn("content", "script", kind: .namedOnly), FilterColumn("created", "time", kind: .namedOnly),
    ]
    /// What it is and what it is for.
    public func write(to text: inout SearchText) {
        text.add(name)
        text.add(id.text)
        text.add(type.rawValue)
        text.add(category)
        text.add(description)
        text.add(tags)
        text.add(content)
        text.add(created.civil.text)
    }
}

extension Invocation: Listable {
    /// Its id.
    public var listID: String { id.text }
    /// What ran, how it stands and who wanted it; where it ran and when only by name.
    public static let columns = [
        FilterColumn("command", "name", kind: .name), FilterColumn("id"), FilterColumn("status", "state"),
        FilterColumn("content", "script"), FilterColumn("by", "caller", "operator"),
        FilterColumn("tag", "tags", kind: .tags), FilterColumn("group", kind: .namedOnly),
        FilterColumn("user", kind: .namedOnly), FilterColumn("instance", "target", kind: .namedOnly),
        FilterColumn("code", "error", kind: .namedOnly), FilterColumn("created", "time", kind: .namedOnly),
        FilterColumn("mode", kind: .namedOnly), FilterColumn("timed", kind: .namedOnly),
    ]
    /// What ran, where, how it stands and who wanted it.
    public func write(to text: inout SearchText) {
        text.add(command.name)
        text.add(id.text)
        text.add(state.rawValue)
        text.add(command.content)
        text.add(caller.name)
        text.add(tags)
        text.add(resourceGroupID?.text ?? "")
        text.add(username ?? "")
        text.add(results.map(\.instanceID.text))
        text.add(Set(results.compactMap(\.errorCode)).sorted())
        text.add(created.civil.text)
        text.add(repeatMode.rawValue)
        text.add(isTimed ? "yes" : "no")
    }
}
