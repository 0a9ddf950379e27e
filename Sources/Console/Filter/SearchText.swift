public import CloudAssistant

/// What filters look at: the text of all entries of a list in one piece of memory, folded.
///
/// Each entry is a row of fields, one for each ``FilterColumn`` of its type, and a field holds any number of values. A
/// byte that no text has closes each value, so that nothing is found across two of them.
public struct SearchText: Sendable {
    static let separator: UInt8 = 0x1f
    /// No filter looks further into one value.
    private static let valueLimit = 1 << 16

    private(set) var bytes: [UInt8] = []
    private(set) var capitals: [UInt64] = []
    /// Where the fields of each row begin, and where the last one ends.
    private(set) var bounds: [UInt32] = []
    /// How many fields a row has.
    let width: Int
    /// Bytes of rows that were written anew elsewhere.
    private(set) var lostBytes = 0

    init(width: Int) { self.width = width }

    var rows: Int { bounds.count / (width + 1) }

    // MARK: - Fields, in the order of the columns

    /// Adds a field with one value.
    public mutating func add(_ value: String) {
        put(value)
        endField()
    }

    /// Adds a field with several values.
    public mutating func add(_ values: [String]) {
        for value in values { put(value) }
        endField()
    }

    /// Adds a field with tags.
    public mutating func add(_ tags: [Tag]) {
        for tag in tags {
            put(tag.key, closes: false)
            put("=", closes: false)
            put(tag.value)
        }
        endField()
    }

    private mutating func put(_ value: String, closes: Bool = true) {
        let start = bytes.count
        var value = value
        value.withUTF8 { bytes.append(contentsOf: $0.prefix(Self.valueLimit)) }
        Folding.fold(&bytes, from: start, capitals: &capitals)
        if closes { bytes.append(Self.separator) }
    }

    private mutating func endField() { bounds.append(UInt32(truncatingIfNeeded: bytes.count)) }

    // MARK: - Rows

    /// Writes the rows of all entries.
    mutating func append<Entry: Listable>(_ entries: [Entry]) {
        bounds.reserveCapacity((rows + entries.count) * (width + 1))
        for (number, entry) in entries.enumerated() {
            append(entry)
            // The first rows tell about how much there will be.
            if number == 255 { bytes.reserveCapacity(bytes.count / 256 * (entries.count + entries.count / 16)) }
        }
    }

    private mutating func append(_ entry: some Listable) {
        let end = bounds.count + width + 1
        endField()
        entry.write(to: &self)
        // A row that says less or more than its columns is the entry's mistake and must not shift the others.
        while bounds.count < end { endField() }
        bounds.removeLast(bounds.count - end)
    }

    /// Writes the row of an entry that changed.
    mutating func rewrite(_ row: Int, _ entry: some Listable) {
        let place = row * (width + 1)
        lostBytes += Int(bounds[place + width] - bounds[place])
        append(entry)
        bounds.replaceSubrange(place...(place + width), with: bounds.suffix(width + 1))
        bounds.removeLast(width + 1)
    }

    /// Lends the text for searching.
    func search<Value>(_ body: (SearchView) -> Value) -> Value {
        bytes.withUnsafeBufferPointer { bytes in
            capitals.withUnsafeBufferPointer { capitals in
                bounds.withUnsafeBufferPointer { bounds in
                    body(SearchView(bytes: bytes, capitals: capitals, bounds: bounds, width: width))
                }
            }
        }
    }
}
