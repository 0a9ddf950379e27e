import CloudAssistant

extension PracticePlay {
    /// The most lines that one step writes.
    private static let largestLines = 100_000
    /// The longest that a script is made to last: longer than the longest timeout.
    private static let longestSeconds = 200_000.0

    /// Takes one step of a directive; false when it cannot be read.
    mutating func take(_ step: Substring) -> Bool {
        let parts = step.split(separator: " ", maxSplits: 1)
        let rest = parts.count > 1 ? PracticeDirectives.trimmed(parts[1]) : ""
        switch (parts.first ?? "", rest) {
        case ("exit", let text): return set(text, 0...255) { .exits($0) }
        case ("signal", let text): return set(text, 1...64) { .signalled($0) }
        case ("after", let text):
            guard let wait = Self.duration(text) else { return false }
            duration += wait
        case ("child", let text):
            guard let life = Self.duration(text) else { return false }
            child = duration + life
        case ("say", let text):
            guard let words = Self.unquoted(text) else { return false }
            lines.append(Line(time: duration, text: words + "\n"))
        case ("lines", let text):
            guard let count = Int(text), (0...Self.largestLines).contains(count) else { return false }
            lines.append(Line(time: duration, text: (0..<count).map { "line \($0 + 1)\n" }.joined()))
        case ("hang", ""): end = .hangs
        case ("die", ""): end = .dies
        case ("fail", let text):
            guard let reason = StartFailure.Reason(rawValue: String(text)) else { return false }
            end = .fails(reason)
        case ("refuse", ""): answer = .refused
        case ("lose", "answer"): answer = .lost
        case ("no", "answer"): answer = .never
        default: return false
        }
        return true
    }

    private mutating func set(_ text: Substring, _ range: ClosedRange<Int>, _ end: (Int) -> End) -> Bool {
        guard let number = Int(text), range.contains(number) else { return false }
        self.end = end(number)
        return true
    }

    /// `250ms`, `2s`, `1.5s`, `3m`.
    private static func duration(_ text: Substring) -> Duration? {
        let units: [(String, Double)] = [("ms", 0.001), ("s", 1), ("m", 60)]
        guard let (name, factor) = units.first(where: { text.hasSuffix($0.0) }),
            let number = Double(text.dropLast(name.count)), (0...longestSeconds).contains(number * factor)
        else { return nil }
        return .milliseconds(Int64((number * factor * 1000).rounded()))
    }

    /// A text in double quotes, where `\n`, `\t`, `\"` and `\\` stand for what they usually do.
    private static func unquoted(_ text: Substring) -> String? {
        guard text.count >= 2, text.first == "\"", text.last == "\"" else { return nil }
        var plain = ""
        var isEscaped = false
        for letter in text.dropFirst().dropLast() {
            if isEscaped {
                plain.append(letter == "n" ? "\n" : letter == "t" ? "\t" : letter)
                isEscaped = false
            } else if letter == "\\" {
                isEscaped = true
            } else {
                plain.append(letter)
            }
        }
        return plain
    }
}
