import TOMLKit

/// A value of a file, as far as settings have a use for it.
enum WrittenValue: Equatable {
    case text(String)
    case table([String: WrittenValue])
    case list([WrittenValue])
    case other

    var text: String? { if case .text(let text) = self { text } else { nil } }
    var table: [String: WrittenValue]? { if case .table(let table) = self { table } else { nil } }
    var list: [WrittenValue]? { if case .list(let list) = self { list } else { nil } }

    /// Takes over what the parser read.
    init(_ value: any TOMLValueConvertible) {
        if let table = value.table {
            self = .table(Self.members(table))
        } else if let array = value.array {
            self = .list(array.map { WrittenValue($0) })
        } else if let text = value.string {
            self = .text(text)
        } else {
            self = .other
        }
    }

    static func members(_ table: TOMLTable) -> [String: WrittenValue] {
        table.keys.reduce(into: [:]) { members, key in members[key] = table[key].map { WrittenValue($0) } }
    }
}
