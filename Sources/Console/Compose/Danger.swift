import CloudAssistant

/// Something in a script that destroys or cuts off when it is not meant; shown before it is sent, never refused.
struct Danger: Equatable {
    /// What it does.
    enum Kind: String, CaseIterable {
        case removesRoot, removesVariable, writesDevice, formats, reboots, killsAll, forkBomb, opensAll, firewall
        case remoteAccess, removesUser, runsDownload, dropsData, unquotedValue
    }

    /// What it does.
    let kind: Kind
    /// The line of the script, counted from 1.
    let line: Int
    /// What was found.
    let found: String

    /// All that is found in a script, in its order, at most one of a kind in a line. Comments do not count, nor what is
    /// only printed.
    static func all(in script: RenderedScript) -> [Danger] {
        var found: [Danger] = []
        for (number, line) in lines(of: script.text) {
            let commands = ShellCommands(line).all
            guard !commands.isEmpty else { continue }
            for kind in Kind.allCases {
                if let text = kind.sign(in: commands, line) {
                    found.append(Danger(kind: kind, line: number, found: text))
                }
            }
        }
        return found + unquoted(script)
    }

    /// The lines with their numbers; those that end in a backslash go on in the next one.
    private static func lines(of text: String) -> [(number: Int, text: String)] {
        var lines: [(number: Int, text: String)] = []
        var begun: (number: Int, text: String)?
        for (index, line) in RenderedScript.lines(text).enumerated() {
            let (number, text) = begun.map { ($0.number, $0.text + line) } ?? (index + 1, line)
            if text.hasSuffix("\\") {
                begun = (number, String(text.dropLast()))
            } else {
                begun = nil
                lines.append((number, text))
            }
        }
        if let begun { lines.append(begun) }
        return lines
    }

    /// Values outside quotes that a shell would take apart or act upon.
    private static func unquoted(_ script: RenderedScript) -> [Danger] {
        var found: [Danger] = []
        var line = 1
        var before = ""
        for piece in script.pieces {
            let lines = RenderedScript.lines(piece.text)
            if piece.origin == .value || piece.origin == .secret {
                let isActive = piece.text.unicodeScalars.contains {
                    " \t\n;|&$`<>()*?[]{}~!#'\"\\".unicodeScalars.contains($0)
                }
                if isActive, !isQuoted(before) || piece.text.unicodeScalars.contains("'") {
                    let text = piece.origin == .secret ? RenderedScript.mask : piece.text
                    found.append(Danger(kind: .unquotedValue, line: line, found: text))
                }
            }
            line += lines.count - 1
            before = (lines.count > 1 ? "" : before) + (lines.last ?? "")
        }
        return found
    }

    /// True where the text of a line before a place ends within single quotes.
    private static func isQuoted(_ before: String) -> Bool {
        var open: Unicode.Scalar?
        var isEscaped = false
        for scalar in before.unicodeScalars {
            if isEscaped {
                isEscaped = false
            } else if scalar == "\\", open != "'" {
                isEscaped = true
            } else if let mark = open {
                if scalar == mark { open = nil }
            } else if scalar == "'" || scalar == "\"" {
                open = scalar
            }
        }
        return open == "'"
    }
}
