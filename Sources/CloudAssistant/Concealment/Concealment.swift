/// Takes secret values out of what a script wrote. Each byte of a value becomes a `*`, so that lengths and counts stay
/// what they are.
///
/// Found are values as they are, with or without the line ends at their end, and, of values with several lines, the
/// lines of at least `shortestLine` bytes. Values shorter than `shortest` characters are not looked for, nor is anything
/// that the script made of a value, such as its Base64.
public struct Concealment: Sendable, Hashable {
    /// Characters that a value must have to be looked for, and bytes that a piece of one must have at the border of what
    /// was kept of an output.
    public static let shortest = 4
    /// Bytes that a line of a longer value must have to be looked for by itself.
    public static let shortestLine = 8
    static let mask = UInt8(ascii: "*")

    let patterns: [SecretPattern]
    /// True when nothing is to be shown, because it cannot be told what is secret.
    public let isTotal: Bool

    /// Takes everything out but line ends.
    public static let total = Concealment(isTotal: true)

    private init(isTotal: Bool) {
        patterns = []
        self.isTotal = isTotal
    }

    /// What is to be taken out.
    public init(_ values: some Sequence<[UInt8]>) {
        var found: Set<[UInt8]> = []
        for value in values {
            guard String(decoding: value, as: UTF8.self).count >= Self.shortest else { continue }
            found.insert(value)
            let lines = value.split { $0 == 0x0a || $0 == 0x0d }
            let end = value.lastIndex { $0 != 0x0a && $0 != 0x0d }.map { $0 + 1 } ?? 0
            if end >= Self.shortest { found.insert(Array(value[..<end])) }
            if lines.count > 1 { for line in lines where line.count >= Self.shortestLine { found.insert(Array(line)) } }
        }
        isTotal = false
        patterns = found.sorted { $0.lexicographicallyPrecedes($1) }.map { SecretPattern($0) }
    }

    /// True when there is nothing to look for.
    public var isEmpty: Bool { patterns.isEmpty && !isTotal }

    /// The bytes of the longest value that is looked for.
    public var longest: Int { patterns.map(\.bytes.count).max() ?? 0 }

    /// Both together.
    public func union(_ other: Concealment) -> Concealment {
        isTotal || other.isTotal ? .total : Concealment((patterns + other.patterns).map(\.bytes))
    }

    /// Masks the values in a part of an output; pieces of values at its ends too unless it begins or ends there.
    public func conceal(_ bytes: inout [UInt8], isBeginning: Bool, isEnd: Bool) {
        guard !isTotal else {
            for place in bytes.indices where bytes[place] != 0x0a { bytes[place] = Self.mask }
            return
        }
        guard !isEmpty, !bytes.isEmpty else { return }
        var scan = ConcealmentScan(self)
        var ranges = scan.ranges(in: bytes)
        if !isEnd, let piece = scan.openPiece { ranges.append(Int64(bytes.count - piece)..<Int64(bytes.count)) }
        if !isBeginning { ranges.append(0..<Int64(leftPiece(of: bytes))) }
        for range in ranges { for place in range { bytes[Int(place)] = Self.mask } }
    }

    /// How many of the first bytes are the end of a value whose beginning is not there.
    public func leftPiece(of bytes: some RandomAccessCollection<UInt8>) -> Int {
        let length = patterns.map { $0.endAtFront(of: bytes) }.max() ?? 0
        return length >= Self.shortest ? length : 0
    }
}

/// One byte string that is looked for in linear time, by the method of Knuth, Morris and Pratt.
struct SecretPattern: Sendable, Hashable {
    let bytes: [UInt8]
    /// For each length of a match, the next shorter one that may go on.
    private let fallbacks: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var fallbacks = [0, 0]
        var length = 0
        for byte in bytes.dropFirst() {
            while length > 0, bytes[length] != byte { length = fallbacks[length] }
            if bytes[length] == byte { length += 1 }
            fallbacks.append(length)
        }
        self.fallbacks = fallbacks
    }

    /// How many bytes match after one more.
    func length(after length: Int, _ byte: UInt8) -> Int {
        var length = length == bytes.count ? fallbacks[length] : length
        while length > 0, bytes[length] != byte { length = fallbacks[length] }
        return bytes[length] == byte ? length + 1 : 0
    }

    /// The length of the longest end of the pattern, short of all of it, that the bytes begin with.
    func endAtFront(of text: some RandomAccessCollection<UInt8>) -> Int {
        let backwards = SecretPattern(bytes.reversed())
        return text.prefix(bytes.count - 1).reversed().reduce(0) { backwards.length(after: $0, $1) }
    }
}

/// Looks for secret values in an output that comes in chunks.
public struct ConcealmentScan: Sendable {
    private let patterns: [SecretPattern]
    private var lengths: [Int]
    private var position: Int64 = 0

    /// A scan from the beginning of an output.
    public init(_ concealment: Concealment) {
        patterns = concealment.patterns
        lengths = patterns.map { _ in 0 }
    }

    /// Where values end in the next chunk, each from its beginning, which may lie in an earlier one; counted from the
    /// beginning of the output.
    public mutating func ranges(in chunk: [UInt8]) -> [Range<Int64>] {
        var found: [Range<Int64>] = []
        for (index, pattern) in patterns.enumerated() {
            let size = Int64(pattern.bytes.count)
            var length = lengths[index]
            var end = position
            for byte in chunk {
                end += 1
                // Nearly every byte is none that a value begins with.
                if length == 0, byte != pattern.bytes[0] { continue }
                length = pattern.length(after: length, byte)
                if length == pattern.bytes.count { found.append(end - size..<end) }
            }
            lengths[index] = length
        }
        position += Int64(chunk.count)
        return found
    }

    /// The bytes at the end that a value begins with, when there are enough of them.
    public var openPiece: Int? {
        let open = zip(lengths, patterns).filter { $0.0 < $0.1.bytes.count }.map(\.0).max() ?? 0
        return open >= Concealment.shortest ? open : nil
    }
}
