extension CronExpression {
    /// The first run after a second since the epoch, by a zone's clocks; nil when there is none up to 2099.
    ///
    /// The runs are the instants of all matching wall times. Each stretch of the zone maps its wall times to instants in
    /// order, so its first one is enough; the next stretch is looked at only when it may begin before that.
    func nextRun(after second: Int, zone: ZoneRules) -> Int? {
        var best: Int?
        for stretch in zone.stretches[zone.firstStretch(endingAfter: second + 1)...] {
            if let best, stretch.instants.lowerBound >= best { break }
            let start = max(stretch.walls.lowerBound, second + 1 + stretch.offset)
            guard start < stretch.walls.upperBound, let wall = firstWall(in: start..<stretch.walls.upperBound) else {
                continue
            }
            best = min(best ?? .max, wall - stretch.offset)
        }
        return best
    }

    /// The first matching wall time of a range, in seconds since 1970-01-01 00:00:00 on the wall.
    private func firstWall(in range: Range<Int>) -> Int? {
        let start = WallTime(seconds: max(range.lowerBound, 0))
        let lastDay = WallTime(seconds: range.upperBound - 1).dayNumber
        guard var day = days.firstDay(from: start.dayNumber, through: lastDay) else { return nil }
        var time = day == start.dayNumber ? times.first(from: start.secondOfDay) : times.first
        if time == nil {
            guard let next = days.firstDay(from: day + 1, through: lastDay) else { return nil }
            (day, time) = (next, times.first)
        }
        guard let time else { return nil }
        let wall = day * WallTime.dayLength + time
        return wall < range.upperBound ? wall : nil
    }
}
