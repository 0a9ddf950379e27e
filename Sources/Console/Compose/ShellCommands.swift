/// One command in a line of a script, as a shell would see it, roughly.
struct ShellCommand: Equatable {
    /// Its words without their quotes.
    var words: [String] = []
    /// Where its output goes to.
    var places: [String] = []
    /// The names of the commands that are piped into it.
    var upstream: [String] = []
    /// The names of the commands whose output is put into its words.
    var inner: [String] = []

    private static let prefixes: Set<String> = [
        "sudo", "doas", "env", "nohup", "exec", "time", "then", "do", "else", "elif", "if", "while", "until", "!", "{",
        "command", "builtin", "nice", "ionice", "setsid", "stdbuf",
    ]

    /// The place of the word that names the program: behind `sudo`, `then`, assignments and the like.
    private var start: Int? {
        var isOption = false
        for (index, word) in words.enumerated() {
            if isOption {
                isOption = false
            } else if index > 0, word.hasPrefix("-") {
                isOption = ["-u", "-g", "-n"].contains(word) && words[index - 1] != "env"
            } else if !Self.prefixes.contains(word), !Self.isAssignment(word) {
                return index
            }
        }
        return nil
    }

    private static func isAssignment(_ word: String) -> Bool {
        guard let sign = word.firstIndex(of: "="), sign > word.startIndex else { return false }
        return word[..<sign].allSatisfy { $0 == "_" || $0.isASCII && ($0.isLetter || $0.isNumber) }
    }

    /// The program, without its folder.
    var name: String { start.map { words[$0].split(separator: "/").last.map(String.init) ?? "" } ?? "" }

    /// What it is given.
    var arguments: ArraySlice<String> { start.map { words[($0 + 1)...] } ?? [] }

    /// True when it has an option, by its letter or its long name.
    func has(_ letter: Character, _ long: String? = nil) -> Bool {
        arguments.contains { $0 == long || $0.hasPrefix("-") && !$0.hasPrefix("--") && $0.contains(letter) }
    }
}

/// Takes a line of a script apart into its commands, those in `$(...)` and in the quoted words of `sh -c` too.
struct ShellCommands {
    private(set) var all: [ShellCommand] = []
    private var current = ShellCommand()
    private var word: String?
    private var isPlace = false
    private var isDouble = false
    private var outer: [(command: ShellCommand, word: String?, isDouble: Bool, count: Int)] = []
    private var rest: Substring.UnicodeScalarView

    init(_ line: String, depth: Int = 0) {
        rest = line[...].unicodeScalars
        while let scalar = rest.popFirst() {
            if scalar == "#", word == nil, !isDouble { break }
            take(scalar)
        }
        endCommand()
        guard depth < 3 else { return }
        for command in all where ["sh", "bash", "dash", "zsh", "ksh", "eval", "su"].contains(command.name) {
            for text in command.arguments where text.contains(" ") || command.name == "eval" {
                all += ShellCommands(text, depth: depth + 1).all
            }
        }
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\\": add(rest.popFirst() ?? "\\")
        case "\"":
            isDouble.toggle()
            word = word ?? ""
        case "$" where rest.first == "(":
            rest.removeFirst()
            open()
        case _ where isDouble: add(scalar)
        case "'":
            let text = rest.prefix { $0 != "'" }
            rest = rest.dropFirst(text.count + 1)
            word = (word ?? "") + String(text)
        case "(": open()
        case ")": close()
        case "|": pipe()
        case ";", "`": endCommand()
        case "&" where rest.first == ">": break
        case "&": endCommand()
        case ">": redirect()
        case _ where scalar.properties.isWhitespace: endWord()
        default: add(scalar)
        }
    }

    private mutating func add(_ scalar: Unicode.Scalar) { word = (word ?? "") + String(Character(scalar)) }

    private mutating func endWord() {
        guard let word else { return }
        if isPlace { current.places.append(word) } else { current.words.append(word) }
        self.word = nil
        isPlace = false
    }

    private mutating func endCommand() {
        endWord()
        if !current.words.isEmpty || !current.places.isEmpty { all.append(current) }
        current = ShellCommand()
    }

    private mutating func redirect() {
        // The number of a file, as in `2>`, is no word.
        if word?.allSatisfy(\.isNumber) == true { word = nil }
        endWord()
        while let next = rest.first, next == ">" || next == "|" { rest.removeFirst() }
        if rest.first == "&" {
            rest = rest.dropFirst().drop { !$0.properties.isWhitespace && $0 != ";" && $0 != ")" }
        } else {
            isPlace = true
        }
    }

    private mutating func pipe() {
        endWord()
        guard rest.first != "|" else { return endCommand() }
        let names = current.upstream + [current.name]
        endCommand()
        current.upstream = names
    }

    /// A command inside of another one begins.
    private mutating func open() {
        outer.append((current, word, isDouble, all.count))
        current = ShellCommand()
        word = nil
        isDouble = false
    }

    private mutating func close() {
        endCommand()
        guard let (command, word, isDouble, count) = outer.popLast() else { return }
        current = command
        current.inner += all[count...].map(\.name)
        self.word = word ?? ""
        self.isDouble = isDouble
    }
}
