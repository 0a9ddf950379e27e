/// A name to look for, in which `*` stands for any characters; without one only the very name matches.
public struct NamePattern: Hashable, Sendable {
    private let pieces: [[UInt8]]

    /// Reads a pattern.
    public init(_ text: String) {
        pieces = text.utf8.split(separator: 0x2a, omittingEmptySubsequences: false).map(Array.init)
    }

    /// Whether a name matches as a whole; the time grows with the name's length times the number of stars at most.
    public func matches(_ name: String) -> Bool {
        let name = Array(name.utf8)
        guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else {
            return pieces.first == name
        }
        guard name.starts(with: first), name.count >= first.count + last.count,
            name.suffix(last.count).elementsEqual(last)
        else { return false }
        var position = first.count
        let end = name.count - last.count
        for piece in pieces.dropFirst().dropLast() {
            guard let found = Self.find(piece, in: name, from: position, to: end) else { return false }
            position = found + piece.count
        }
        return position <= end
    }

    private static func find(_ piece: [UInt8], in name: [UInt8], from start: Int, to end: Int) -> Int? {
        guard start + piece.count <= end else { return nil }
        return (start...(end - piece.count)).first { name[$0..<($0 + piece.count)].elementsEqual(piece) }
    }
}
