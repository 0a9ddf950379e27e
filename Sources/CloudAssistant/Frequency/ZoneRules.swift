/// When a zone's clocks stand how far from UTC.
public struct ZoneRules: Hashable, Sendable {
    /// A moment from which on another offset holds.
    public struct Transition: Hashable, Sendable {
        /// Seconds since 1970-01-01T00:00:00Z.
        public let time: Int
        /// Seconds to add to UTC from then on, positive to the east.
        public let offset: Int

        /// A change by its moment and the offset from then on, both in seconds.
        public init(time: Int, offset: Int) {
            self.time = time
            self.offset = offset
        }
    }

    /// The offset before the first transition, in seconds.
    public let initialOffset: Int
    /// All changes, by time; each changes the offset.
    public let transitions: [Transition]
    /// Every wall time that has an instant, in stretches that are read with one offset; by their first instants.
    let stretches: [Stretch]
    /// For each stretch the latest end of its instants and of those before it.
    private let ends: [Int]

    /// Clocks that never change.
    public static let utc = ZoneRules(offset: 0)
    /// No offset is as large: 26 hours.
    static let offsetLimit = 93_600

    /// Clocks with one offset for ever, in seconds.
    public init(offset: Int) { self.init(initialOffset: offset, transitions: []) }

    /// Rules from their changes, in any order; of several at one moment the last one holds. Changes beyond the years
    /// -4700 to 8600 are left out, offsets are held within 26 hours.
    public init(initialOffset: Int, transitions: [Transition]) {
        let limit = Self.offsetLimit
        var offset = min(max(initialOffset, -limit), limit)
        self.initialOffset = offset
        let range = -Stretch.farAway...Stretch.farAway
        let ordered = transitions.enumerated().filter { range.contains($1.time) }
            .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
        var kept: [Transition] = []
        for (index, transition) in ordered.enumerated() {
            if index + 1 < ordered.count, ordered[index + 1].time == transition.time { continue }
            let next = min(max(transition.offset, -limit), limit)
            guard next != offset else { continue }
            offset = next
            kept.append(Transition(time: transition.time, offset: next))
        }
        self.transitions = kept
        stretches = Stretch.all(initialOffset: self.initialOffset, kept)
        var latest = Int.min
        ends = stretches.map { stretch in
            latest = max(latest, stretch.instants.upperBound)
            return latest
        }
    }

    /// The index of the first stretch with an instant that is not before a second since the epoch.
    func firstStretch(endingAfter second: Int) -> Int { ends.partitioningIndex { $0 > second } }

    /// How far the clocks are from UTC at a moment, in seconds, positive to the east.
    public func offset(at moment: Timestamp) -> Int { offset(atSecond: moment.wholeSeconds) }

    func offset(atSecond second: Int) -> Int {
        let index = transitions.partitioningIndex { $0.time > second }
        return index == 0 ? initialOffset : transitions[index - 1].offset
    }

    /// What the clocks show at a moment.
    public func civil(at moment: Timestamp) -> CivilTime { moment.adding(seconds: offset(at: moment)).civil }

    /// The moment that a wall time stands for: the first one at which the clocks show it; for one that they skip, the one
    /// that it would be by the offset before, so later by the length of the gap.
    func instant(of wall: WallTime) -> Int {
        // There is always one: the stretches hold every wall time once.
        stretches.first { $0.walls.contains(wall.seconds) }.map { wall.seconds - $0.offset } ?? wall.seconds
    }
}

extension Timestamp {
    /// Seconds since the epoch, fractions cut off towards the past.
    var wholeSeconds: Int {
        let quotient = Int(milliseconds / 1000)
        return milliseconds % 1000 < 0 ? quotient - 1 : quotient
    }

    /// A moment in whole seconds since the epoch.
    init(second: Int) {
        let (product, overflow) = Int64(second).multipliedReportingOverflow(by: 1000)
        self.init(milliseconds: overflow ? (second < 0 ? .min : .max) : product)
    }
}

extension Array {
    /// The index of the first element that fulfils a condition which all after it fulfil too.
    func partitioningIndex(where belongsToSecond: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = low + (high - low) / 2
            if belongsToSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
