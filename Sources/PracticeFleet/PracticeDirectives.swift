import CloudAssistant

/// The lines of a script that say what is to be simulated, such as `# practice: after 2s, say "half", after 1s, exit 3`.
///
/// A line begins with the language's sign of a comment (`#`, `::` or `rem`), then `practice`, then for some instances only
/// `on ID` or `on 5%`, then a colon and steps between commas. Later lines go on where earlier ones stopped.
struct PracticeDirectives {
    private var lines: [(scope: Substring, steps: [Substring])] = []

    init(_ script: String) {
        for line in script.split(whereSeparator: \.isNewline) {
            guard let text = Self.directive(line), let colon = text.firstIndex(of: ":") else { continue }
            let scope = Self.trimmed(text[..<colon])
            guard scope.isEmpty || scope.hasPrefix("on ") else { continue }
            lines.append((scope.dropFirst(3), Self.steps(text[text.index(after: colon)...])))
        }
    }

    /// What an instance plays; nil when there are no directives at all. One that cannot be read ends the script with 2.
    func play(on instance: InstanceID, seed: UInt64) -> PracticePlay? {
        guard !lines.isEmpty else { return nil }
        var play = PracticePlay()
        for (scope, steps) in lines where Self.holds(scope, instance, seed) {
            for step in steps where !play.take(step) {
                play = PracticePlay()
                play.lines = [.init(time: .zero, text: "practice: cannot read '\(step)'\n")]
                play.end = .exits(2)
                return play
            }
        }
        return play
    }

    /// What stands behind the word `practice` of a comment.
    private static func directive(_ line: Substring) -> Substring? {
        var text = trimmed(line)
        guard let sign = ["#", "::", "rem "].first(where: { text.lowercased().hasPrefix($0) }) else { return nil }
        text = trimmed(text.dropFirst(sign.count))
        guard text.lowercased().hasPrefix("practice") else { return nil }
        return text.dropFirst("practice".count)
    }

    /// The parts between commas that do not stand in quotes.
    private static func steps(_ text: Substring) -> [Substring] {
        var steps: [Substring] = []
        var (start, isQuoted, isEscaped) = (text.startIndex, false, false)
        for place in text.indices {
            if isEscaped {
                isEscaped = false
            } else if text[place] == "\\" {
                isEscaped = isQuoted
            } else if text[place] == "\"" {
                isQuoted.toggle()
            } else if text[place] == ",", !isQuoted {
                steps.append(text[start..<place])
                start = text.index(after: place)
            }
        }
        steps.append(text[start...])
        return steps.map(trimmed).filter { !$0.isEmpty }
    }

    /// Whether a line is for an instance: all, one by its id, or a share of them by chance.
    private static func holds(_ scope: Substring, _ instance: InstanceID, _ seed: UInt64) -> Bool {
        if scope.isEmpty { return true }
        guard scope.hasSuffix("%"), let percent = Double(scope.dropLast()) else { return scope == instance.text }
        var chance = Chance(seed, "share", instance.text)
        return chance.share() * 100 < percent
    }

    static func trimmed(_ text: Substring) -> Substring {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
