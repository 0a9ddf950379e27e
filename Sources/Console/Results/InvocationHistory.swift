import CloudAssistant

/// The invocations that are known of a region: what was read at different times, as one list.
enum InvocationHistory {
    /// How many are kept.
    static let limit = 1_000
    /// How many the service gives at once; fewer are all that there are.
    static let page = 50

    /// Puts a reading of the newest ones before those that were known and are older. Returns the older ones that had not
    /// ended when they were read last: only asking tells how they stand.
    static func merge(_ new: [Invocation], into listing: inout Listing<Invocation>) -> [InvokeID] {
        guard new.count >= page, new.count < limit else {
            listing.replace(Array(new.prefix(limit)))
            return []
        }
        let read = Set(new.map(\.id))
        let older = listing.entries.filter { !read.contains($0.id) }.prefix(limit - new.count)
        listing.replace(new + older)
        return older.filter { !$0.state.isFinal }.map(\.id)
    }
}
