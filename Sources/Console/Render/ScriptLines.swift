import Screen

/// A script as it is shown before it is sent: every line of it, none cut, nothing acted upon.
enum ScriptLines {
    /// Numbered lines; those that are wider than `width` go on in the next row without a number.
    static func wrapped(_ script: String, width: Int) -> [SafeText] {
        var source = script.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if source.last == "" { source.removeLast() }
        let digits = String(source.count).count
        let room = max(1, width - digits - 2)
        var rows: [SafeText] = []
        for (index, line) in source.enumerated() {
            let number = String(index + 1)
            var lead = SafeText(String(repeating: " ", count: digits - number.count) + number + "  ")
            var rest = SafeText(line.replacing("\t", with: "    "))
            repeat {
                let head = rest.prefix(width: room)
                // One that is wider than the room would never end.
                guard !head.isEmpty || rest.isEmpty else { break }
                rows.append(lead + head)
                rest = rest.dropping(width: head.width)
                lead = SafeText(String(repeating: " ", count: digits + 2))
            } while !rest.isEmpty
        }
        return rows
    }

    /// How many lines a script has.
    static func count(_ script: String) -> Int {
        script.count { $0 == "\n" } + (script.hasSuffix("\n") || script.isEmpty ? 0 : 1)
    }
}
