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

    /// All that is found in a script, in its order, at most one of a kind in a line. Comments do not count.
    static func all(in script: RenderedScript) -> [Danger] {
        var found: [Danger] = []
        for (index, line) in script.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let code = line.drop { $0.isWhitespace }
            if code.hasPrefix("#") { continue }
            for kind in Kind.allCases {
                if let text = sign(of: kind, in: words(code), String(code)) {
                    found.append(Danger(kind: kind, line: index + 1, found: text))
                }
            }
        }
        return found + unquoted(script)
    }

    /// The words of a line as a shell would see them, roughly: separators stand alone.
    private static func words(_ line: Substring) -> [String] {
        var text = ""
        for letter in line {
            text += ";|&()`".contains(letter) ? " \(letter) " : String(letter)
        }
        return text.split(whereSeparator: \.isWhitespace).map { word in
            word.filter { $0 != "\"" && $0 != "'" }
        }
    }

    private static func sign(of kind: Kind, in words: [String], _ line: String) -> String? {
        switch kind {
        case .removesRoot: return removal(words) { $0 == "/" || $0 == "/*" || roots.contains($0) }
        case .removesVariable:
            return removal(words) { $0.hasPrefix("$") && ($0.hasSuffix("/") || $0.hasSuffix("/*")) }
        case .writesDevice:
            if let word = words.first(where: { $0.hasPrefix("of=/dev/") && $0 != "of=/dev/null" }) { return word }
            return afterRedirect(words)
        case .formats: return words.first { $0.hasPrefix("mkfs") || $0 == "wipefs" || $0 == "fdisk" || $0 == "parted" }
        case .reboots: return command(words, ["reboot", "shutdown", "poweroff", "halt"], of: ["systemctl", "init"])
        case .killsAll:
            let all = ["-1", "1"].contains { words.dropFirst().last == $0 } && words.first == "kill"
            return all || words.contains("killall5") ? words.joined(separator: " ") : nil
        case .forkBomb: return line.filter { !$0.isWhitespace }.contains(":(){:|:&};:") ? ":(){ :|:& };:" : nil
        case .opensAll:
            guard words.contains("chmod"), words.contains("777"), words.contains(where: { $0.hasPrefix("-R") }) else {
                return nil
            }
            return "chmod -R 777"
        case .firewall:
            guard words.contains("iptables") || words.contains("nft") else { return nil }
            return words.contains("-F") || words.contains("flush") ? words.prefix(3).joined(separator: " ") : nil
        case .remoteAccess:
            guard let verb = words.first(where: { ["stop", "disable", "mask", "kill"].contains($0) }),
                let unit = words.first(where: {
                    [
                        "ssh", "sshd", "ssh.service", "sshd.service", "network", "networking",
                        "NetworkManager", "systemd-networkd",
                    ].contains($0)
                })
            else { return nil }
            return "\(verb) \(unit)"
        case .removesUser: return words.first { $0 == "userdel" || $0 == "deluser" }
        case .runsDownload: return download(words)
        case .dropsData:
            let upper = line.uppercased()
            return ["DROP DATABASE", "DROP TABLE", "TRUNCATE TABLE", "FLUSHALL"].first { upper.contains($0) }
        case .unquotedValue: return nil
        }
    }

    private static let roots: Set<String> = [
        "/bin", "/boot", "/dev", "/etc", "/home", "/lib", "/lib64", "/opt", "/root", "/sbin", "/srv", "/usr", "/var",
        "~",
        "~/", "$HOME", ".", "./", "*", "..",
    ]

    private static func removal(_ words: [String], _ isBad: (String) -> Bool) -> String? {
        guard let start = words.firstIndex(of: "rm") else { return nil }
        let rest = words[(start + 1)...].prefix { !";|&()".contains($0) }
        let isDeep = rest.contains {
            $0 == "--recursive" || $0.hasPrefix("-") && !$0.hasPrefix("--") && $0.lowercased().contains("r")
        }
        guard isDeep else { return nil }
        return rest.first { !$0.hasPrefix("-") && isBad($0) }.map { "rm -r \($0)" }
    }

    private static func afterRedirect(_ words: [String]) -> String? {
        for (index, word) in words.enumerated() where word.hasPrefix(">") {
            let rest = word.drop { $0 == ">" }
            let place = rest.isEmpty ? (words.indices.contains(index + 1) ? words[index + 1] : "") : String(rest)
            if ["/dev/sd", "/dev/vd", "/dev/nvme", "/dev/xvd", "/dev/mapper"].contains(where: place.hasPrefix) {
                return "> \(place)"
            }
        }
        return nil
    }

    /// One of the names where a command stands: at the beginning or behind a separator, `sudo` or `of` before it.
    private static func command(_ words: [String], _ names: Set<String>, of leaders: Set<String>) -> String? {
        for (index, word) in words.enumerated() {
            let name = word.split(separator: "/").last.map(String.init) ?? word
            let before = index > 0 ? words[index - 1] : ";"
            let isCommand = ";|&()`".contains(before) || ["sudo", "then", "do", "exec", "nohup"].contains(before)
            if names.contains(name), isCommand || leaders.contains(before) { return name }
        }
        return nil
    }

    private static func download(_ words: [String]) -> String? {
        guard let loader = words.first(where: { $0 == "curl" || $0 == "wget" }), let pipe = words.lastIndex(of: "|"),
            words.indices.contains(pipe + 1)
        else { return nil }
        let reader = words[pipe + 1] == "sudo" ? words.dropFirst(pipe + 2).first ?? "" : words[pipe + 1]
        return ["sh", "bash", "dash", "zsh", "python", "python3", "perl"].contains(reader)
            ? "\(loader) | \(reader)" : nil
    }

    /// Values outside quotes that a shell would take apart or act upon.
    private static func unquoted(_ script: RenderedScript) -> [Danger] {
        var found: [Danger] = []
        var line = 1
        var before = ""
        for piece in script.pieces {
            if piece.origin == .value {
                let isActive = piece.text.contains { " \t\n;|&$`<>()*?[]'\"\\".contains($0) }
                if isActive, !isQuoted(before) || piece.text.contains(quote(before)) {
                    found.append(Danger(kind: .unquotedValue, line: line, found: piece.text))
                }
            }
            line += piece.text.count { $0.isNewline }
            before += piece.text
            if let end = before.lastIndex(where: \.isNewline) { before = String(before[before.index(after: end)...]) }
        }
        return found
    }

    private static func quote(_ before: String) -> Character {
        var open: Character?
        for letter in before {
            if let mark = open {
                if letter == mark { open = nil }
            } else if letter == "'" || letter == "\"" {
                open = letter
            }
        }
        return open ?? "\0"
    }

    private static func isQuoted(_ before: String) -> Bool { quote(before) == "'" }
}
