/// Which descriptions of terminals stand in for one that this machine does not have.
enum TerminalType {
    /// The names to try, best first: the type itself, what it is a kind of, and what nearly every terminal is like.
    static func candidates(for type: String?) -> [String] {
        var names: [String] = []
        func add(_ name: some StringProtocol) {
            if !name.isEmpty, !names.contains(String(name)) { names.append(String(name)) }
        }
        var name = Substring(type ?? "")
        add(name)
        while let end = name.lastIndex(where: { $0 == "-" || $0 == "." }) {
            name = name[..<end]
            // Every xterm of today has 256 colours, and so has every tmux and screen.
            if name == "xterm" { break }
            if name == "tmux" || name == "screen" { add("screen-256color") }
            add(name)
        }
        for name in ["xterm-256color", "xterm", "vt100"] { add(name) }
        return names
    }
}
