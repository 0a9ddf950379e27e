/// Which part of a list is asked for: by token (recommended) or by page number.
public struct Paging: Hashable, Sendable {
    /// Token style: entries per answer, 1 to 50 (100 for instances); nil unless given.
    public var maxResults: Int?
    /// Token style: where to go on, as an earlier answer said.
    public var nextToken: String?
    /// Page style: the page, from 1; nil unless given.
    public var pageNumber: Int?
    /// Page style: entries per page; nil unless given.
    public var pageSize: Int?

    /// A part of a list; without arguments the first ten entries.
    public init(maxResults: Int? = nil, nextToken: String? = nil, pageNumber: Int? = nil, pageSize: Int? = nil) {
        self.maxResults = maxResults
        self.nextToken = nextToken
        self.pageNumber = pageNumber
        self.pageSize = pageSize
    }
}

/// One part of a list.
public struct Page<Entry: Sendable>: Sendable {
    /// The entries of this part.
    public var entries: [Entry]
    /// How many entries match in all.
    public var totalCount: Int
    /// Where to go on, or nil at the end of the list.
    public var nextToken: String?
    /// The page that was answered, from 1; in token style 1.
    public var pageNumber: Int
    /// How many entries a page holds.
    public var pageSize: Int

    /// A page from its parts.
    public init(entries: [Entry], totalCount: Int, nextToken: String? = nil, pageNumber: Int = 1, pageSize: Int = 10) {
        self.entries = entries
        self.totalCount = totalCount
        self.nextToken = nextToken
        self.pageNumber = pageNumber
        self.pageSize = pageSize
    }
}
