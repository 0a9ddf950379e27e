public import CloudAssistant

/// Instances that a pasted text names: an alert, a table, a list from a chat.
///
/// Ids, names, host names and addresses are found, whatever stands between them. A line, a cell of it, a word of the cell
/// and the parts of the word are tried in this order, so that names with blanks are found and `10.0.0.1:9100` too.
/// Nothing is guessed: a word that names no instance is reported, and so is one that names several.
public struct PastedTargets: Equatable, Sendable {
    /// A name or address of more than one instance.
    public struct Ambiguity: Equatable, Sendable {
        /// As it was pasted.
        public let word: String
        /// Whom it may mean.
        public let instances: [InstanceID]
    }

    /// Whom the text names, each once, in the order of the text.
    public private(set) var found: [InstanceID] = []
    /// Words that name several, each once.
    public private(set) var ambiguous: [Ambiguity] = []
    /// Words that name nobody, each once.
    public private(set) var unknown: [String] = []
    /// How many words named an instance that an earlier one had named.
    public private(set) var repeated = 0
    private var seen: Set<String> = []
    private var known: Set<InstanceID> = []

    /// Looks for the instances that a text names among some.
    public init(_ text: String, among instances: some Collection<Instance>) {
        let lines = PastedText.parts(text[...], .line)
        let names = InstanceNames(PastedText.candidates(lines), among: instances)
        for line in lines { _ = take(line, .line, names) }
    }

    /// True when the part, or something in it, names an instance.
    private mutating func take(_ part: Substring, _ level: PastedText.Level, _ names: InstanceNames) -> Bool {
        let instances = names[part]
        if !instances.isEmpty {
            add(part, instances)
            return true
        }
        guard let next = level.next else { return false }
        var isTaken = false
        for smaller in PastedText.parts(part, next) {
            // A word with several parts counts as known by any of them.
            isTaken = take(smaller, next, names) || isTaken
        }
        if level == .word, !isTaken { report(part) }
        return isTaken
    }

    private mutating func add(_ word: Substring, _ instances: [InstanceID]) {
        if instances.count > 1 {
            let word = String(word)
            if seen.insert(word).inserted { ambiguous.append(Ambiguity(word: word, instances: instances)) }
        } else if let id = instances.first {
            if known.insert(id).inserted { found.append(id) } else { repeated += 1 }
        }
    }

    private mutating func report(_ word: Substring) {
        let word = String(PastedText.trimmed(word))
        if !word.isEmpty, seen.insert(word).inserted { unknown.append(word) }
    }
}
