public import CloudAssistant

/// The marked instances. Marks belong to ids: neither a filter nor an order nor a new reading moves them.
public struct Marks: Equatable, Sendable {
    /// Which instances are marked.
    public private(set) var ids: Set<InstanceID> = []
    /// Where a range begins: the instance that was marked or unmarked last.
    public private(set) var anchor: InstanceID?

    /// Nothing marked.
    public init() {}

    /// True when nothing is marked.
    public var isEmpty: Bool { ids.isEmpty }
    /// How many are marked.
    public var count: Int { ids.count }
    /// Whether an instance is marked.
    public func contains(_ id: InstanceID) -> Bool { ids.contains(id) }

    /// Marks an instance, or unmarks it; ranges begin here from now on.
    public mutating func toggle(_ id: InstanceID) {
        if ids.remove(id) == nil { ids.insert(id) }
        anchor = id
    }

    /// Lets ranges begin at an instance without marking it.
    public mutating func beginRange(at id: InstanceID) { anchor = id }

    /// Marks everything shown from where the range begins to the cursor, both ends included, whichever comes first.
    ///
    /// Where nothing began, or it began at an instance that is not shown, only the one under the cursor is marked, and
    /// the range begins there; the answer is then false.
    @discardableResult
    public mutating func markRange(to cursor: InstanceID, in shown: some Collection<InstanceID>) -> Bool {
        defer { anchor = cursor }
        guard let anchor, let start = shown.firstIndex(of: anchor), let end = shown.firstIndex(of: cursor) else {
            ids.insert(cursor)
            return false
        }
        ids.formUnion(shown[min(start, end)...max(start, end)])
        return true
    }

    /// Marks all that are shown.
    public mutating func markAll(_ shown: some Sequence<InstanceID>) { ids.formUnion(shown) }

    /// Marks these, wherever they are.
    public mutating func mark(_ ids: some Sequence<InstanceID>) { self.ids.formUnion(ids) }

    /// Marks what is shown and was not marked, and unmarks what is shown and was; what is hidden stays as it was.
    public mutating func invert(_ shown: some Sequence<InstanceID>) { ids.formSymmetricDifference(Set(shown)) }

    /// Unmarks all, hidden ones too.
    public mutating func removeAll() { self = Marks() }

    /// Unmarks what does not pass: instances that are gone, or that a run could not reach.
    public mutating func keep(where passes: (InstanceID) -> Bool) {
        guard !ids.allSatisfy(passes) else { return }
        ids = ids.filter(passes)
    }

    /// How many are marked and hidden. Each mark is looked at, so the number is to be kept, not asked for in each frame.
    public func hidden(_ isShown: (InstanceID) -> Bool) -> Int { ids.count { !isShown($0) } }
}
