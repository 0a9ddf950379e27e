/// The version of an agent: whole numbers between dots, the first one counts most.
public struct AgentVersion: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Its numbers, without zeros at the end, so that 2.2 and 2.2.0 are the same.
    private let numbers: [Int]
    /// As it was written.
    public let description: String

    /// A version from its text, nil when that is none: empty, longer than 64 bytes, or with other things than digits
    /// between the dots.
    public init?(_ text: String) {
        guard text.utf8.count <= 64 else { return nil }
        var numbers: [Int] = []
        for part in text.split(separator: ".", omittingEmptySubsequences: false) {
            guard part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(part) else { return nil }
            numbers.append(number)
        }
        while numbers.count > 1, numbers.last == 0 { numbers.removeLast() }
        self.numbers = numbers
        description = text
    }

    /// A version from its numbers.
    public init(_ major: Int, _ minor: Int, _ patch: Int, _ build: Int) {
        description = "\(major).\(minor).\(patch).\(build)"
        numbers = [major, minor, patch, build]
    }

    /// Older versions come first.
    public static func < (a: Self, b: Self) -> Bool { a.numbers.lexicographicallyPrecedes(b.numbers) }
    /// However it is written.
    public static func == (a: Self, b: Self) -> Bool { a.numbers == b.numbers }
    /// However it is written.
    public func hash(into hasher: inout Hasher) { hasher.combine(numbers) }
}
