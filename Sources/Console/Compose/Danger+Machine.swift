extension Danger.Kind {
    static func reboot(_ command: ShellCommand) -> String? {
        let first = command.arguments.first { !$0.hasPrefix("-") }
        switch command.name {
        case "reboot", "poweroff", "halt", "Restart-Computer", "Stop-Computer": return command.name
        case "shutdown": return command.has("c") || command.arguments.contains("/a") ? nil : command.name
        case "init", "telinit": return ["0", "6"].contains(first) ? "\(command.name) \(first ?? "")" : nil
        case "systemctl":
            return ["reboot", "poweroff", "halt", "kexec", "emergency", "rescue"].contains(first) ? first : nil
        default: return nil
        }
    }

    static func kill(_ command: ShellCommand) -> String? {
        if command.name == "killall5" { return command.name }
        guard command.name == "kill", let target = command.arguments.last, command.arguments.count > 1 else {
            return nil
        }
        let signal = command.arguments.first ?? ""
        let ends = ["-9", "-KILL", "-SIGKILL", "-15", "-TERM", "-SIGTERM", "-s", "--"].contains(signal)
        return ends && (target == "-1" || target == "1") ? "kill \(signal) \(target)" : nil
    }

    static func forkBomb(_ line: String) -> String? {
        let text = line.filter { !$0.isWhitespace }
        guard let body = text.firstRange(of: "(){") else { return nil }
        let name = text[..<body.lowerBound].reversed().prefix { !";|&(){}".contains($0) }
        let word = String(name.reversed())
        guard !word.isEmpty, text[body.upperBound...].contains("\(word)|\(word)&") else { return nil }
        return "\(word)(){ \(word)|\(word)& }"
    }

    static func firewall(_ command: ShellCommand) -> String? {
        switch command.name {
        case "iptables", "ip6tables":
            guard command.arguments.contains("-F") || command.arguments.contains("--flush") else { return nil }
            return "\(command.name) -F"
        case "nft": return command.arguments.first == "flush" ? "nft flush" : nil
        case "ufw":
            return ["disable", "reset"].contains(command.arguments.last) ? "ufw \(command.arguments.last ?? "")" : nil
        default: return nil
        }
    }

    private static let units: Set<String> = [
        "ssh", "sshd", "ssh.service", "sshd.service", "ssh.socket", "network", "networking", "network.service",
        "NetworkManager", "NetworkManager.service", "systemd-networkd", "aliyun", "aliyun.service",
    ]
    private static let endings: Set<String> = ["stop", "disable", "mask", "kill"]

    static func remote(_ command: ShellCommand) -> String? {
        let words = command.arguments.filter { !$0.hasPrefix("-") }
        switch command.name {
        case "systemctl", "service":
            guard let verb = words.first(where: endings.contains), let unit = words.first(where: units.contains) else {
                return nil
            }
            return "\(verb) \(unit)"
        case "pkill", "killall": return words.first(where: units.contains).map { "\(command.name) \($0)" }
        case "ip", "ifconfig": return words.last == "down" ? "\(command.name) \(words.joined(separator: " "))" : nil
        case "ifdown": return command.name
        case let name where units.contains(name) && words.first == "stop": return "\(name) stop"
        default: return nil
        }
    }

    private static let shells: Set<String> = ["sh", "bash", "dash", "zsh", "ksh"]

    static func download(_ command: ShellCommand) -> String? {
        let loaders: Set<String> = ["curl", "wget"]
        let first = command.arguments.first ?? "-"
        if let loader = command.upstream.first(where: loaders.contains) {
            let reads =
                shells.contains(command.name)
                ? first.hasPrefix("-") && !command.has("c")
                : ["python", "python2", "python3", "perl", "ruby", "node"].contains(command.name) && first == "-"
            return reads ? "\(loader) | \(command.name)" : nil
        }
        guard let loader = command.inner.first(where: loaders.contains) else { return nil }
        let isRun = shells.contains(command.name) && (command.has("c") || first.hasPrefix("<"))
        return isRun || ["eval", "source", "."].contains(command.name) ? "\(command.name) $(\(loader))" : nil
    }
}
