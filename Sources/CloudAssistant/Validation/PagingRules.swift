/// A checked part of a list.
public struct PageWindow: Hashable, Sendable {
    /// How far a list is counted where nobody asked for its length.
    public static let countLimit = 1_000

    /// Entries to pass over; 0 where a mark says where to go on.
    public let offset: Int
    /// Entries to answer at most.
    public let limit: Int
    /// What an earlier answer said about its last entry: the list goes on behind it. nil at the beginning.
    public let mark: [String]?
    /// The page to say in the answer.
    public let pageNumber: Int
    /// False in token style, where TotalCount has no meaning (ECS API, paging): nobody then counts beyond `countLimit`.
    public let isCounted: Bool

    /// The answer for this window; `next` is the token that leads to what follows.
    public func page<Entry>(_ entries: [Entry], total: Int, next: String?) -> Page<Entry> {
        Page(entries: entries, totalCount: total, nextToken: next, pageNumber: pageNumber, pageSize: limit)
    }
}

extension Paging {
    /// The window asked for; token style wins when both are given (ECS API, paging).
    ///
    /// `open` tells what a token holds, nil for one that the service did not give for this very list.
    public func window(largest: Int = 50, clamps: Bool = false, open: (String) -> [String]?)
        throws(APIError) -> PageWindow
    {
        if maxResults != nil || !(nextToken ?? "").isEmpty { return try tokenWindow(largest, clamps, open) }
        let number = pageNumber ?? 1
        let size = pageSize ?? 10
        guard (1...1_000_000_000).contains(number) else {
            throw APIError(.invalidParamPageNumber, [.parameter: "PageNumber", .value: "\(number)"])
        }
        guard (1...largest).contains(size) else {
            throw APIError(
                .invalidParamPageSize, [.parameter: "PageSize", .value: "\(size)", .limit: "\(largest)"])
        }
        return PageWindow(offset: (number - 1) * size, limit: size, mark: nil, pageNumber: number, isCounted: true)
    }

    private func tokenWindow(_ largest: Int, _ clamps: Bool, _ open: (String) -> [String]?) throws(APIError)
        -> PageWindow
    {
        let asked = maxResults ?? 10
        let limit = clamps ? min(max(asked, 10), largest) : asked
        guard (1...largest).contains(limit) else {
            throw APIError(
                .invalidParameterMaxResults,
                [.parameter: "MaxResults", .value: "\(asked)", .limit: "\(largest)"])
        }
        guard let nextToken, !nextToken.isEmpty else {
            return PageWindow(offset: 0, limit: limit, mark: nil, pageNumber: 1, isCounted: false)
        }
        guard let mark = open(nextToken) else {
            throw APIError(.invalidParameterNextToken, [.parameter: "NextToken", .value: nextToken])
        }
        return PageWindow(offset: 0, limit: limit, mark: mark, pageNumber: 1, isCounted: false)
    }
}
