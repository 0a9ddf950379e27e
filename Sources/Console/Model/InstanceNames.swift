import CloudAssistant

/// Which instances some words name: by id before all, else by name, host name or address, whatever the case.
struct InstanceNames {
    private var ids: [String: InstanceID] = [:]
    private var names: [String: [InstanceID]] = [:]

    /// Goes through the instances once, whatever the number of words.
    init(_ words: Set<String>, among instances: some Collection<Instance>) {
        func lookUp(_ name: String) -> String? {
            let folded = name.lowercased()
            return words.contains(folded) ? folded : nil
        }
        for instance in instances {
            if let word = lookUp(instance.id.text) { ids[word] = instance.id }
            for name in [instance.name, instance.hostName] + instance.privateAddresses + instance.publicAddresses {
                guard let word = lookUp(name), names[word]?.last != instance.id else { continue }
                names[word, default: []].append(instance.id)
            }
        }
    }

    /// Whom a word names.
    subscript(word: Substring) -> [InstanceID] {
        let word = word.lowercased()
        return ids[word].map { [$0] } ?? names[word] ?? []
    }
}
