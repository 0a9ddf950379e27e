/// The entries of a list that are shown, in the order in which they are: a view that copies none of them.
public struct Shown<Entry: Sendable>: RandomAccessCollection, Sendable {
    let entries: [Entry]
    /// Their places among the entries; nil when all are shown as they stand.
    let places: [Int]?

    /// The first row.
    public var startIndex: Int { 0 }
    /// How many there are.
    public var endIndex: Int { places?.count ?? entries.count }
    /// The entry of a row.
    public subscript(position: Int) -> Entry { entries[places?[position] ?? position] }

    /// In which row an entry is shown, by its place among the entries.
    func row(of place: Int) -> Int? { places == nil ? place : places?.firstIndex(of: place) }
}
