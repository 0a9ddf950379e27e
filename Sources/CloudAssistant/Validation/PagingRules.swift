/// A checked part of a list.
public struct PageWindow: Hashable, Sendable {
    /// Entries to pass over.
    public let offset: Int
    /// Entries to answer at most.
    public let limit: Int
    /// Where the list began when it was first asked for: entries that came later stay out. nil at the first call.
    public let anchor: Int?
    /// The page to say in the answer.
    public let pageNumber: Int

    /// The answer for this window.
    public func page<Entry>(_ entries: [Entry], total: Int, anchor: Int) -> Page<Entry> {
        let next = offset + entries.count
        return Page(
            entries: entries, totalCount: total, nextToken: next < total ? "\(anchor)-\(next)" : nil,
            pageNumber: pageNumber, pageSize: limit)
    }
}

extension Paging {
    /// The window asked for; token style wins when both are given (ECS API, paging).
    public func window(largest: Int = 50, clamps: Bool = false) throws(APIError) -> PageWindow {
        if maxResults != nil || nextToken != nil || (pageNumber == nil && pageSize == nil) {
            return try tokenWindow(largest: largest, clamps: clamps)
        }
        let number = pageNumber ?? 1
        let size = pageSize ?? 10
        guard (1...1_000_000_000).contains(number) else {
            throw APIError(.invalidParamPageNumber, [.parameter: "PageNumber", .value: "\(number)"])
        }
        guard (1...largest).contains(size) else {
            throw APIError(
                .invalidParamPageSize, [.parameter: "PageSize", .value: "\(size)", .limit: "\(largest)"])
        }
        return PageWindow(offset: (number - 1) * size, limit: size, anchor: nil, pageNumber: number)
    }

    private func tokenWindow(largest: Int, clamps: Bool) throws(APIError) -> PageWindow {
        let asked = maxResults ?? 10
        let limit = clamps ? min(max(asked, 10), largest) : asked
        guard (1...largest).contains(limit) else {
            throw APIError(
                .invalidParameterMaxResults,
                [.parameter: "MaxResults", .value: "\(asked)", .limit: "\(largest)"])
        }
        guard let nextToken, !nextToken.isEmpty else {
            return PageWindow(offset: 0, limit: limit, anchor: nil, pageNumber: 1)
        }
        let parts = nextToken.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let anchor = Int(parts[0]), let offset = Int(parts[1]), anchor >= 0, offset >= 0 else {
            throw APIError(.invalidParameterNextToken, [.parameter: "NextToken", .value: nextToken])
        }
        return PageWindow(offset: offset, limit: limit, anchor: anchor, pageNumber: 1)
    }
}
