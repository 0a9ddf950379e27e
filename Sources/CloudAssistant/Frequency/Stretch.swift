/// Wall times that are read with one offset.
///
/// Between two changes of its offset a clock on the wall runs as UTC does. So the wall times that it shows for the first
/// time between two changes are one stretch, read with the offset in force; those that it shows again belong to no further
/// stretch. The wall times that a change skips are a stretch too, read with the offset before the change. Every wall time
/// is in exactly one stretch.
struct Stretch: Hashable, Sendable {
    /// Seconds since 1970-01-01 00:00:00 on the wall.
    let walls: Range<Int>
    /// Seconds to take away for UTC.
    let offset: Int

    /// Beyond the years of any expression.
    static let farAway = 1 << 37

    /// The instants of the stretch, in seconds since the epoch.
    var instants: Range<Int> { (walls.lowerBound - offset)..<(walls.upperBound - offset) }

    /// The stretches of a zone's clocks, by their first instants.
    static func all(initialOffset: Int, _ transitions: [ZoneRules.Transition]) -> [Stretch] {
        var shown = ShownWalls()
        var (start, offset) = (-farAway * 2, initialOffset)
        var before = initialOffset
        for index in 0...transitions.count {
            let end = index < transitions.count ? transitions[index].time : farAway * 2
            shown.show((start + offset)..<(end + offset), offset: offset, before: before)
            guard index < transitions.count else { break }
            before = offset
            (start, offset) = (end, transitions[index].offset)
        }
        return shown.all.sorted { $0.instants.lowerBound < $1.instants.lowerBound }
    }
}

/// Which wall times a clock has shown so far, from the past on.
private struct ShownWalls {
    private var found: [Stretch] = []
    /// Wall times below `reach` that were skipped and not shown since, ascending.
    private var skipped: [Stretch] = []
    private var reach: Int?

    var all: [Stretch] { found + skipped }

    /// The clock runs through a range of wall times, after a time with the offset `before`.
    mutating func show(_ walls: Range<Int>, offset: Int, before: Int) {
        showSkipped(walls, offset: offset)
        let reached = reach ?? walls.lowerBound
        if walls.lowerBound > reached {
            skipped.append(Stretch(walls: reached..<walls.lowerBound, offset: before))
        }
        let start = max(reached, walls.lowerBound)
        if start < walls.upperBound { found.append(Stretch(walls: start..<walls.upperBound, offset: offset)) }
        reach = max(reached, walls.upperBound)
    }

    /// What was skipped by one change may be shown after another that takes the clock back.
    private mutating func showSkipped(_ walls: Range<Int>, offset: Int) {
        let first = skipped.partitioningIndex { $0.walls.upperBound > walls.lowerBound }
        guard first < skipped.count, skipped[first].walls.lowerBound < walls.upperBound else { return }
        var rest: [Stretch] = []
        for gap in skipped[first...] {
            let common = gap.walls.clamped(to: walls)
            guard !common.isEmpty else {
                rest.append(gap)
                continue
            }
            found.append(Stretch(walls: common, offset: offset))
            let below = gap.walls.lowerBound..<common.lowerBound
            let above = common.upperBound..<gap.walls.upperBound
            rest += [below, above].filter { !$0.isEmpty }.map { Stretch(walls: $0, offset: gap.offset) }
        }
        skipped.replaceSubrange(first..., with: rest)
    }
}
