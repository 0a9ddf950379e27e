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
        let readable = Dictionary(uniqueKeysWithValues: lines(of: script.masked))
        for (number, line) in lines(of: script.text) {
            for (kind, text) in signs(in: line) {
                // What a secret is a part of is shown as far as it can be told without it.
                let shown = readable[number] == line ? text : sign(of: kind, in: readable[number] ?? "")
                found.append(Danger(kind: kind, line: number, found: shown ?? RenderedScript.mask))
            }
        }
        return found + unquoted(script)
    }

    private static func sign(of kind: Kind, in line: String) -> String? {
        signs(in: line).first { $0.kind == kind }?.text
    }

    /// What a line shows of each kind that is in it.
    private static func signs(in line: String) -> [(kind: Kind, text: String)] {
        let commands = ShellCommands(line).all
        guard !commands.isEmpty else { return [] }
        return Kind.allCases.compactMap { kind in kind.sign(in: commands, line).map { (kind, $0) } }
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
