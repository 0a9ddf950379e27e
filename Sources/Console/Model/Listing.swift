public import CloudAssistant

/// Something that stands in a list.
public protocol Listable: Equatable, Sendable {
    /// Names the entry in its list; the cursor follows it.
    var listID: String { get }
    /// What filters can look at and lists can be sorted by; those that only words with their name look at come last.
    static var columns: [FilterColumn] { get }
    /// Writes its fields, one for each column, in their order.
    func write(to text: inout SearchText)
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

/// A list with a cursor that stays on its entry when the list changes, a filter and an order.
public struct Listing<Entry: Listable>: Sendable {
    /// All entries, as the service gave them.
    public var entries: [Entry] { content.entries }
    /// What was read of it.
    public var availability = Availability.loading
    /// What is shown of it; capital letters count where a word of it has some.
    public var filter: String { match.text }
    /// The order; nil is that of the service.
    public private(set) var sort: Sort?
    /// Which of the shown entries the cursor is on.
    public private(set) var index = 0
    /// The first row on the screen.
    public private(set) var top = 0
    private var match = Filter("", columns: Entry.columns)
    private var content = SearchableEntries<Entry>([])
    /// Every place in `entries`, in the order; nil when that is their own.
    private var order: [Int]?
    /// The places that pass the filter, in the order; nil when all do.
    private var passing: [Int]?

    /// An empty list that is being read.
    public init() {}

    /// The entries that pass the filter, in the order.
    public var shown: Shown<Entry> { Shown(entries: entries, places: passing ?? order) }

    /// The entry under the cursor.
    public var current: Entry? { index < shown.count ? shown[index] : nil }

    /// The entry with an id, shown or not.
    public func entry(_ id: String) -> Entry? { content.place(of: id).map { entries[$0] } }

    /// True when the filter passes the entry with an id.
    public func isShown(_ id: String) -> Bool {
        guard let place = content.place(of: id) else { return false }
        return match.isEmpty || content.text.search { match.passes(place, $0) }
    }

    /// Words of the filter that were meant as columns and are none.
    public var unknownColumns: [String] { match.unknownColumns }

    // MARK: - What is in it

    /// Takes new entries; the cursor stays on its entry if that is still there.
    public mutating func replace(_ new: [Entry]) {
        availability = .ready
        let change = content.change(to: new)
        if case .nothing = change { return }
        renew { $0.replace(new, change) }
    }

    /// Takes new entries that were made ready.
    public mutating func replace(_ new: SearchableEntries<Entry>) {
        availability = .ready
        take(new)
    }

    /// Shows the first entries while the others are being read; a list that was read before is left as it is.
    public mutating func begin(_ first: SearchableEntries<Entry>) {
        if availability == .loading { take(first) }
    }

    private mutating func take(_ new: SearchableEntries<Entry>) {
        if case .nothing = content.change(to: new.entries) { return }
        renew { $0 = new }
    }

    private mutating func renew(_ change: (inout SearchableEntries<Entry>) -> Void) {
        let id = current?.listID
        change(&content)
        order = sort.flatMap { $0.order(content.text, Entry.columns) }
        refresh(keeping: id)
    }

    /// Shows only what passes a filter.
    public mutating func setFilter(_ typed: String) {
        guard typed != filter else { return }
        let id = current?.listID
        let new = Filter(typed, columns: Entry.columns)
        let isNarrower = new.narrows(match)
        match = new
        refresh(keeping: id, among: isNarrower ? passing : nil)
    }

    /// Puts the entries into an order; the cursor stays on its entry.
    public mutating func setSort(_ sort: Sort?) {
        guard sort != self.sort else { return }
        let id = current?.listID
        self.sort = sort
        order = sort.flatMap { $0.order(content.text, Entry.columns) }
        refresh(keeping: id)
    }

    /// Looks anew at what passes, of all entries or of those `among` which it must be.
    private mutating func refresh(keeping id: String?, among candidates: [Int]? = nil) {
        if match.isEmpty {
            passing = nil
        } else {
            let match = match
            let candidates = candidates ?? order
            passing = content.text.search { view in
                candidates?.filter { match.passes($0, view) } ?? entries.indices.filter { match.passes($0, view) }
            }
        }
        if let id { select(id) }
        index = max(0, min(index, shown.count - 1))
    }

    // MARK: - The cursor

    /// Moves the cursor by rows; stops at the ends.
    public mutating func move(by rows: Int) {
        let count = shown.count
        let (target, overflow) = index.addingReportingOverflow(rows)
        index = max(0, min(overflow ? (rows < 0 ? 0 : count) : target, count - 1))
    }

    /// Moves the cursor to an entry; false when it is not shown.
    @discardableResult
    public mutating func select(_ id: String) -> Bool {
        guard let place = content.place(of: id), let row = shown.row(of: place) else { return false }
        index = row
        return true
    }

    /// Scrolls so that the cursor is within `height` rows.
    public mutating func reveal(height: Int) {
        guard height > 0 else { return }
        // By half a page: a list that goes by one row at a time is sent anew with every key.
        if index < top { top = index - height / 2 }
        if index >= top + height { top = index - height / 2 }
        top = max(0, min(top, shown.count - height))
    }
}

extension Listing: Equatable {
    /// What is derived from the entries need not be compared.
    public static func == (a: Self, b: Self) -> Bool {
        a.index == b.index && a.top == b.top && a.sort == b.sort && a.match == b.match
            && a.availability == b.availability && a.entries == b.entries
    }
}
