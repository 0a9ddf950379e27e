/// A moment, in whole milliseconds since 1970-01-01T00:00:00Z.
public struct Timestamp: Hashable, Sendable, Comparable {
    /// Milliseconds since the epoch; negative before it.
    public let milliseconds: Int64

    /// A moment by its milliseconds since the epoch.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Earlier moments come first.
    public static func < (a: Self, b: Self) -> Bool { a.milliseconds < b.milliseconds }

    /// This moment moved by whole seconds; stays at the last or first representable moment when it would leave the range.
    public func adding(seconds: Int) -> Timestamp {
        let (delta, overflow) = Int64(seconds).multipliedReportingOverflow(by: 1000)
        let (sum, sumOverflow) = milliseconds.addingReportingOverflow(delta)
        guard !overflow, !sumOverflow else { return Timestamp(milliseconds: seconds < 0 ? .min : .max) }
        return Timestamp(milliseconds: sum)
    }

    /// Whole seconds from `other` to this moment; negative when `other` is later.
    public func seconds(since other: Timestamp) -> Int {
        let (difference, overflow) = milliseconds.subtractingReportingOverflow(other.milliseconds)
        return overflow ? (self < other ? .min : .max) : Int(difference / 1000)
    }
}
