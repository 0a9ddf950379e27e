/// Text that holds printable graphemes only, so that it can be sent to a terminal as it stands.
public struct SafeText: Hashable, Sendable {
    /// The text without any style.
    public let plain: String
    /// The number of columns the text takes.
    public let width: Int

    /// A text without any grapheme.
    public static let empty = SafeText(clean: "", width: 0)
    /// A text of one blank.
    public static let blank = SafeText(clean: " ", width: 1)

    /// Makes one line of safe text, where control and format scalars are replaced visibly.
    public init(_ text: String) {
        var text = text
        if text.withUTF8({ $0.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }) {
            self.init(clean: text, width: text.utf8.count)
            return
        }
        if let width = CommonScalar.columns(of: text) {
            self.init(clean: text, width: width)
            return
        }
        var clean = String.UnicodeScalarView()
        var width = 0
        for cluster in Clusters(text) {
            cluster.append(to: &clean)
            width += cluster.width
        }
        self.init(clean: String(clean), width: width)
    }

    /// Makes one line of safe text from bytes that should be UTF-8.
    public init(bytes: [UInt8]) {
        self.init(String(decoding: bytes, as: UTF8.self))
    }

    private init(clean: String, width: Int) {
        plain = clean
        self.width = width
    }

    /// Whether the text has no grapheme.
    public var isEmpty: Bool { plain.isEmpty }

    /// The clusters to be put into cells.
    var clusters: Clusters { Clusters(plain) }

    /// Whether every column holds one byte, as no other scalar is as wide as its encoding is long.
    var isASCII: Bool { plain.utf8.count == width }

    /// The beginning of the text that fits into the given columns.
    public func prefix(width limit: Int) -> SafeText {
        if limit >= width { return self }
        if limit <= 0 { return .empty }
        if isASCII {
            return SafeText(clean: String(decoding: plain.utf8.prefix(limit), as: UTF8.self), width: limit)
        }
        var clean = String.UnicodeScalarView()
        var used = 0
        for cluster in clusters {
            if used + cluster.width > limit { break }
            cluster.append(to: &clean)
            used += cluster.width
        }
        return SafeText(clean: String(clean), width: used)
    }

    /// The text cut to the given columns, ending in the ellipsis when something was cut off.
    public func truncated(to limit: Int, ellipsis: SafeText) -> SafeText {
        if limit >= width { return self }
        if ellipsis.width >= limit { return ellipsis.prefix(width: limit) }
        return prefix(width: limit - ellipsis.width) + ellipsis
    }

    /// The text without its first columns, where a wide grapheme cut in half leaves a blank.
    public func dropping(width count: Int) -> SafeText {
        if count <= 0 { return self }
        if count >= width { return .empty }
        if isASCII {
            let rest = plain.utf8.dropFirst(count)
            return SafeText(clean: String(decoding: rest, as: UTF8.self), width: width - count)
        }
        var clean = String.UnicodeScalarView()
        var passed = 0
        for cluster in clusters {
            if passed >= count {
                cluster.append(to: &clean)
            } else if passed + cluster.width > count {
                clean.append(" ")
            }
            passed += cluster.width
        }
        return SafeText(clean: String(clean), width: width - count)
    }

    /// One text after the other, where graphemes that belong together become one.
    public static func + (left: SafeText, right: SafeText) -> SafeText {
        if left.isASCII {
            return SafeText(clean: left.plain + right.plain, width: left.width + right.width)
        }
        return SafeText(left.plain + right.plain)
    }
}
