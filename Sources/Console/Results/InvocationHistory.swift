import CloudAssistant

/// The invocations that are known of a region: what was read at different times, as one list.
enum InvocationHistory {
    /// How many are kept.
    static let limit = 1_000
    /// How many the service gives at once; fewer are all that there are.
    static let page = 50

    /// Puts a reading of the newest ones before those that were known and are older. What is newer than all of the reading
    /// was accepted while that was on its way, and stays in front. Returns the older ones that had not ended when they were
    /// read last: only asking tells how they stand.
    static func merge(_ new: [Invocation], into listing: inout Listing<Invocation>) -> [InvokeID] {
        let read = Set(new.map(\.id))
        let others = listing.entries.filter { !read.contains($0.id) }
        let newer = new.first.map { first in others.prefix { $0.created > first.created } } ?? []
        let isWhole = new.count < page || new.count >= limit
        let older = isWhole ? [] : others.dropFirst(newer.count).prefix(max(0, limit - new.count - newer.count))
        listing.replace(Array((newer + new + older).prefix(limit)))
        return older.filter { !$0.state.isFinal }.map(\.id)
    }
}
