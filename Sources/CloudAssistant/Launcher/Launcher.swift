/// The command line that starts a script, such as `python3 -u {{ACS::ScriptFileName|Ext(".py")}}` (ECS API, InvokeCommand, Launcher).
///
/// Words are split at blanks; single and double quotes keep blanks together and a backslash takes the next character
/// as it is. Nothing is expanded and no shell is involved. Without a place for the script its path is the last word.
public struct Launcher: Hashable, Sendable {
    /// The longest launcher, in bytes.
    public static let lengthLimit = 1024

    /// Why a launcher cannot be used.
    public enum Fault: Error, Hashable, Sendable {
        /// A quote is opened and never closed.
        case unclosedQuote
        /// The script's place stands more than once.
        case severalPlaces
        /// A place other than the script's, by what stands in its braces.
        case unknownPlace(String)
        /// There is no word at all.
        case empty
    }

    /// How to start the script.
    public let plan: LaunchPlan

    /// Reads a launcher; `fallbackExtension` is the script's ending when the launcher names none and has no place.
    public init(_ text: String, fallbackExtension: String = ".sh") throws(Fault) {
        var words: [LaunchPlan.Word] = []
        var fileExtension: String?
        for word in try Self.split(text) {
            guard let place = word.unicodeScalars.range(of: "{{") else {
                words.append(.text(word))
                continue
            }
            guard fileExtension == nil else { throw .severalPlaces }
            let (prefix, content, suffix) = try Self.takeApart(word, at: place)
            fileExtension = try Self.scriptExtension(content)
            guard suffix.unicodeScalars.range(of: "{{") == nil else { throw .severalPlaces }
            words.append(.scriptPath(prefix: prefix, suffix: suffix))
        }
        guard !words.isEmpty else { throw .empty }
        if fileExtension == nil { words.append(.scriptPath(prefix: "", suffix: "")) }
        plan = LaunchPlan(arguments: words, fileExtension: fileExtension ?? fallbackExtension)
    }

    private static func takeApart(_ word: String, at open: Range<String.Index>) throws(Fault) -> (
        String, String, String
    ) {
        let scalars = word.unicodeScalars
        let inside = scalars[open.upperBound...]
        guard let close = inside.range(of: "}}") else { throw .unknownPlace(String(inside)) }
        return (
            String(scalars[..<open.lowerBound]), String(inside[..<close.lowerBound]),
            String(inside[close.upperBound...])
        )
    }

    /// The ending that `ACS::ScriptFileName|Ext(".py")` asks for; quotes are optional, case and blanks do not count.
    private static func scriptExtension(_ content: String) throws(Fault) -> String {
        let parts = content.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false).map { String($0) }
        guard parts[0].filter({ !$0.isWhitespace }).asciiLowerCased == "acs::scriptfilename" else {
            throw .unknownPlace(content)
        }
        guard parts.count == 2 else { return "" }
        let filter = String(parts[1].filter { !$0.isWhitespace })
        guard filter.asciiLowerCased.begins(with: "ext("), filter.utf8.last == 0x29 else {
            throw .unknownPlace(content)
        }
        let ending = filter.dropFirst(4).dropLast().filter { $0 != "\"" && $0 != "'" }
        let isPlain = ending.utf8.allSatisfy { $0 == 0x2e || ParameterName.isAllowed($0) }
        guard !ending.isEmpty, ending.utf8.count <= 16, isPlain else { throw .unknownPlace(content) }
        return ending.hasPrefix(".") ? ending : "." + ending
    }

    private static func split(_ text: String) throws(Fault) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        var isInWord = false
        var quote: Unicode.Scalar?
        var rest = text.unicodeScalars[...]
        while let letter = rest.popFirst() {
            if rest.first == "{", letter == "{", quote == nil, let close = rest.range(of: "}}") {
                // Blanks and quotes within the braces belong to the place.
                word.append(letter)
                word += rest[..<close.upperBound]
                rest = rest[close.upperBound...]
                isInWord = true
            } else if let open = quote {
                if letter == open { quote = nil } else { word.append(letter) }
            } else if letter == "\"" || letter == "'" {
                quote = letter
                isInWord = true
            } else if letter == "\\", let next = rest.popFirst() {
                word.append(next)
                isInWord = true
            } else if letter.properties.isWhitespace {
                if isInWord { words.append(String(word)) }
                (word, isInWord) = (String.UnicodeScalarView(), false)
            } else {
                word.append(letter)
                isInWord = true
            }
        }
        guard quote == nil else { throw .unclosedQuote }
        return isInWord ? words + [String(word)] : words
    }
}

extension BidirectionalCollection<Unicode.Scalar> {
    /// Where a text stands first, scalar by scalar: a combining mark behind it does not hide it.
    fileprivate func range(of needle: String) -> Range<Index>? {
        let needle = needle.unicodeScalars
        var start = startIndex
        while start < endIndex {
            if self[start...].starts(with: needle) { return start..<index(start, offsetBy: needle.count) }
            start = index(after: start)
        }
        return nil
    }
}

extension LaunchPlan {
    /// How a script of a type is started when no launcher is given: a shell script by itself, so that its `#!` line
    /// counts; a PowerShell script by `pwsh`.
    public static func standard(for type: CommandType) -> LaunchPlan {
        switch type {
        case .shell, .bat: LaunchPlan()
        case .powerShell:
            LaunchPlan(
                arguments: [
                    .text("pwsh"), .text("-NoLogo"), .text("-NonInteractive"), .text("-File"),
                    .scriptPath(prefix: "", suffix: ""),
                ], fileExtension: ".ps1")
        }
    }
}
