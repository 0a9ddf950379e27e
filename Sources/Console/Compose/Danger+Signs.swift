extension Danger.Kind {
    /// What shows in the commands of a line that it is there; nil when nothing does.
    func sign(in commands: [ShellCommand], _ line: String) -> String? {
        switch self {
        case .forkBomb: Self.forkBomb(line)
        case .dropsData: Self.dropped(commands, line)
        default: commands.lazy.compactMap { sign(in: $0) }.first
        }
    }

    private func sign(in command: ShellCommand) -> String? {
        switch self {
        case .removesRoot: Self.removal(command) { Self.isRoot($0) }
        case .removesVariable: Self.removal(command) { word in Self.emptied(word).map(Self.isRoot) ?? false }
        case .writesDevice: Self.device(command)
        case .formats: Self.format(command)
        case .reboots: Self.reboot(command)
        case .killsAll: Self.kill(command)
        case .opensAll: Self.opening(command)
        case .firewall: Self.firewall(command)
        case .remoteAccess: Self.remote(command)
        case .removesUser: ["userdel", "deluser"].contains(command.name) ? command.name : nil
        case .runsDownload: Self.download(command)
        case .forkBomb, .dropsData, .unquotedValue: nil
        }
    }

    // MARK: - Files

    private static let roots: Set<String> = [
        "", "/bin", "/boot", "/dev", "/etc", "/home", "/lib", "/lib64", "/opt", "/root", "/sbin", "/srv", "/usr",
        "/var",
        "~", "$HOME", "${HOME}", ".", "..", "*",
    ]

    /// True for a whole system directory, or everything in one.
    private static func isRoot(_ path: String) -> Bool {
        var path = Substring(path)
        if path.hasSuffix("/*") { path = path.dropLast() }
        guard !path.isEmpty else { return false }
        while path.hasSuffix("/") { path = path.dropLast() }
        return roots.contains(String(path))
    }

    private static func removal(_ command: ShellCommand, _ isBad: (String) -> Bool) -> String? {
        let paths = command.arguments.filter { !$0.hasPrefix("-") }
        switch command.name {
        case "rm":
            guard command.has("r", "--recursive") || command.has("R") else { return nil }
            return paths.first(where: isBad).map { "rm -r \($0)" }
        case "find":
            guard command.arguments.contains("-delete"), let path = paths.first, isBad(path) else { return nil }
            return "find \(path) -delete"
        default: return nil
        }
    }

    /// A path as it is when its variables are empty; nil without any, or when the shell stops at empty ones.
    private static func emptied(_ word: String) -> String? {
        guard word.contains("$"), !word.contains(":?"), !word.contains(":-") else { return nil }
        var text = ""
        var rest = Substring(word)
        while let letter = rest.popFirst() {
            guard letter == "$" else {
                text.append(letter)
                continue
            }
            if rest.first == "{" {
                rest = rest.drop { $0 != "}" }.dropFirst()
            } else {
                rest = rest.drop { $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) }
            }
        }
        return text
    }

    private static func isDevice(_ path: some StringProtocol) -> Bool {
        [
            "/dev/sd", "/dev/vd", "/dev/hd", "/dev/nvme", "/dev/xvd", "/dev/mapper/", "/dev/md", "/dev/dm-",
            "/dev/mmcblk",
        ]
        .contains { path.hasPrefix($0) }
    }

    private static func device(_ command: ShellCommand) -> String? {
        if let place = command.places.first(where: isDevice) { return "> \(place)" }
        switch command.name {
        case "dd": return command.arguments.first { $0.hasPrefix("of=") && isDevice($0.dropFirst(3)) }
        case "tee", "shred", "blkdiscard":
            return command.arguments.first(where: isDevice).map { "\(command.name) \($0)" }
        case "cp": return command.arguments.last.flatMap { isDevice($0) ? "cp \($0)" : nil }
        default: return nil
        }
    }

    private static func format(_ command: ShellCommand) -> String? {
        let name = command.name
        let writes =
            switch name {
            case "mkfs", "mkswap", "sgdisk", "sfdisk":
                !command.arguments.isEmpty && !command.has("l") && !command.has("d")
            case "wipefs": command.has("a", "--all")
            case "fdisk", "parted": !command.has("l", "--list") && !command.arguments.contains("print")
            default: name.hasPrefix("mkfs.")
            }
        return writes ? name : nil
    }

    private static func opening(_ command: ShellCommand) -> String? {
        guard command.name == "chmod", command.has("R", "--recursive") else { return nil }
        return command.arguments.first { ["777", "0777", "a+w", "a+rwx", "ugo+rwx", "o+w", "+w"].contains($0) }
            .map { "chmod -R \($0)" }
    }

    private static func dropped(_ commands: [ShellCommand], _ line: String) -> String? {
        guard !["echo", "printf", "grep"].contains(commands.first?.name) else { return nil }
        let words = line.uppercased().split { !$0.isLetter && $0 != "_" }
        let pairs = zip(words, words.dropFirst()).map { "\($0) \($1)" }
        return ["DROP DATABASE", "DROP TABLE", "DROP SCHEMA", "TRUNCATE TABLE"].first(where: pairs.contains)
            ?? ["FLUSHALL", "FLUSHDB"].first { words.contains(Substring($0)) }
    }
}
