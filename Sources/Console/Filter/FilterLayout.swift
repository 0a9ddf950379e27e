/// How the columns of a type of entries lie in the rows of its ``SearchText``.
struct FilterLayout: Equatable, Sendable {
    /// So many fields, from the first one, are looked at by words that name no column.
    let plainFields: Int
    /// The fields with names.
    let names: [Int]
    /// The field with tags.
    let tags: Int?
    private let fields: [String: Int]

    init(_ columns: [FilterColumn]) {
        plainFields = columns.firstIndex { $0.kind == .namedOnly } ?? columns.count
        names = columns.indices.filter { columns[$0].kind == .name }
        tags = columns.firstIndex { $0.kind == .tags }
        let pairs = columns.enumerated().flatMap { field, column in column.names.map { ($0, field) } }
        fields = Dictionary(pairs) { first, _ in first }
    }

    /// The field of a column by one of its names, in any case.
    func field(_ name: String) -> Int? { fields[name.lowercased()] }
}
