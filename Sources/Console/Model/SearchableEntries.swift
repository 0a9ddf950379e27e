/// Entries with what it takes to search and find them. To make it of very many entries takes a moment, so that is done
/// where it holds nobody up, and a list takes it over ready-made.
public struct SearchableEntries<Entry: Listable>: Sendable {
    /// The entries, as the service gave them.
    public private(set) var entries: [Entry]
    private(set) var text: SearchText
    private var places: [String: Int]

    /// Makes entries ready.
    public init(_ entries: [Entry]) {
        self.entries = entries
        text = SearchText(width: Entry.columns.count)
        text.append(entries)
        places = Dictionary(minimumCapacity: entries.count)
        for (place, entry) in entries.enumerated() where places[entry.listID] == nil { places[entry.listID] = place }
    }

    /// Where the entry with an id is.
    func place(of id: String) -> Int? { places[id] }

    /// Takes other entries; where only some have changed, only these are read.
    mutating func replace(_ new: [Entry], _ change: Change) {
        switch change {
        case .nothing: return
        case .some(let changed) where text.lostBytes < text.bytes.count / 2:
            entries = new
            for place in changed { text.rewrite(place, new[place]) }
        case .some, .all: self = SearchableEntries(new)
        }
    }
}

extension SearchableEntries: Equatable {
    /// All else is made of the entries.
    public static func == (a: Self, b: Self) -> Bool { a.entries == b.entries }
}

extension SearchableEntries {
    /// What is different between two readings of a list.
    enum Change {
        case nothing
        /// Some entries, by their places; every id stands where it stood.
        case some([Int])
        case all
    }

    /// What is different in other entries.
    func change(to new: [Entry]) -> Change {
        guard entries.count == new.count else { return .all }
        var changed: [Int] = []
        for place in new.indices where entries[place] != new[place] {
            guard entries[place].listID == new[place].listID, changed.count < 1024 else { return .all }
            changed.append(place)
        }
        return changed.isEmpty ? .nothing : .some(changed)
    }
}
