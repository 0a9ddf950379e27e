import ArgumentParser
import CloudAssistant

/// `key=value` or `key`, as tags are written; the value may hold further equals signs.
struct Pair: ExpressibleByArgument {
    let key: String
    let value: String?

    init?(argument: String) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        key = String(parts[0])
        value = parts.count == 2 ? String(parts[1]) : nil
    }

    /// The tag to give or to look for, as a call takes it.
    var filter: TagFilter { TagFilter(key: key, value: value) }
    /// The tag to look for; without a value any will do.
    var tag: Tag { Tag(key, value ?? "") }
}

/// `name=value`, as parameters are written; the value may be empty but not missing.
struct Assignment: ExpressibleByArgument {
    let name: String
    let value: String

    init?(argument: String) {
        guard let pair = Pair(argument: argument), let value = pair.value else { return nil }
        name = pair.key
        self.value = value
    }
}
