public import CloudAssistant

/// Something that stands in a list.
public protocol Listable: Equatable, Sendable {
    /// Names the entry in its list; the cursor follows it.
    var listID: String { get }
    /// What a filter looks at.
    var searchText: String { get }
}

/// How far a list has been read.
public enum Availability: Equatable, Sendable {
    /// Asked for and not here yet.
    case loading
    /// Here.
    case ready
    /// Could not be read.
    case failed(APIError)
}

/// A list with a cursor that stays on its entry when the list changes, and a filter.
public struct Listing<Entry: Listable>: Equatable, Sendable {
    /// All entries.
    public private(set) var entries: [Entry] = []
    /// What was read of it.
    public var availability = Availability.loading
    /// Words that an entry must all hold; empty shows everything. Capital letters count when the filter has some.
    public private(set) var filter = ""
    /// Which of the shown entries the cursor is on.
    public private(set) var index = 0
    /// The first row on the screen.
    public private(set) var top = 0
    /// The entries that pass the filter.
    public private(set) var shown: [Entry] = []

    /// An empty list that is being read.
    public init() {}

    /// The entry under the cursor.
    public var current: Entry? { shown.indices.contains(index) ? shown[index] : nil }

    /// Takes new entries; the cursor stays on its entry if that is still there.
    public mutating func replace(_ entries: [Entry]) {
        self.entries = entries
        availability = .ready
        refresh()
    }

    /// Shows only what matches.
    public mutating func setFilter(_ text: String) {
        filter = text
        refresh()
    }

    private mutating func refresh() {
        let id = current?.listID
        let respectsCase = filter.contains(where: \.isUppercase)
        let words = filter.split(separator: " ").map(String.init)
        shown =
            words.isEmpty
            ? entries
            : entries.filter { entry in
                let text = respectsCase ? entry.searchText : entry.searchText.lowercased()
                return words.allSatisfy { Self.holds(text, $0) }
            }
        if let id, let place = shown.firstIndex(where: { $0.listID == id }) { index = place }
        index = max(0, min(index, shown.count - 1))
    }

    private static func holds(_ text: String, _ word: String) -> Bool {
        let text = Array(text.utf8)
        let word = Array(word.utf8)
        guard text.count >= word.count else { return false }
        return (0...(text.count - word.count)).contains { start in
            text[start..<(start + word.count)].elementsEqual(word)
        }
    }

    /// Moves the cursor by rows; stops at the ends.
    public mutating func move(by rows: Int) {
        let (target, overflow) = index.addingReportingOverflow(rows)
        index = max(0, min(overflow ? (rows < 0 ? 0 : shown.count) : target, shown.count - 1))
    }

    /// Moves the cursor to an entry; false when it is not shown.
    @discardableResult
    public mutating func select(_ id: String) -> Bool {
        guard let place = shown.firstIndex(where: { $0.listID == id }) else { return false }
        index = place
        return true
    }

    /// Scrolls so that the cursor is within `height` rows.
    public mutating func reveal(height: Int) {
        guard height > 0 else { return }
        if index < top { top = index }
        if index >= top + height { top = index - height + 1 }
        top = max(0, min(top, shown.count - height))
    }
}

extension Region: Listable {
    /// Its id.
    public var listID: String { id.text }
    /// Id and name.
    public var searchText: String { "\(id) \(localName)" }
}

extension Command: Listable {
    /// Its id.
    public var listID: String { id.text }
    /// Id, name, category and description.
    public var searchText: String { "\(id) \(name) \(category) \(description)" }
}

extension Invocation: Listable {
    /// Its id.
    public var listID: String { id.text }
    /// Id, state, command and caller.
    public var searchText: String { "\(id) \(state.rawValue) \(command.name) \(command.content) \(caller.name)" }
}
