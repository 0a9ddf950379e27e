/// Makes the script of a starter command: values into variables, checks, then what the command does.
///
/// A value is put into the script as it is, so no pair of quotes is a safe place for it: the value may hold the quote.
/// It stands in a here-document instead, whose closing word is the invocation's id. Nobody knows that when values are
/// given, so none can hold it; and with its closing word quoted the shell looks for nothing in the document.
enum StarterScript {
    static func text(_ parameters: [StarterParameter], _ body: String) -> String {
        let reading = parameters.map(read).joined()
        let checks = parameters.map(check).joined()
        let rest = checks + body + "\n"
        let comment = parameters.isEmpty ? "" : "# The values are read as text: nothing in them is run.\n"
        return functions(usedIn: reading + rest) + comment + reading + rest
    }

    /// Exit codes: 1 for what the command found, 2 for a value that it does not take, 127 for what is missing here.
    private static let functions: [(name: String, needs: [String], text: String)] = [
        ("say", [], #"say() { printf '%s\n' "$*"; }"#),
        ("fail", [], #"fail() { printf '%s\n' "$*" >&2; exit 1; }"#),
        ("refuse", [], #"refuse() { printf '%s\n' "$*" >&2; exit 2; }"#),
        ("lacks", [], #"lacks() { printf '%s\n' "$*" >&2; exit 127; }"#),
        ("has", [], #"has() { command -v "$1" >/dev/null 2>&1; }"#),
        ("need", ["has", "lacks"], #"need() { has "$1" || lacks "$1 is not installed here."; }"#),
    ]

    private static func functions(usedIn text: String) -> String {
        let words = Set(text.split { !($0.isLetter || $0 == "_") }.map(String.init))
        let used = functions.filter { words.contains($0.name) }
        let needed = words.union(used.flatMap(\.needs))
        return functions.filter { needed.contains($0.name) }.map { $0.text + "\n" }.joined()
    }

    private static func read(_ parameter: StarterParameter) -> String {
        let name = parameter.definition.name
        return """
            { IFS= read -r \(name); IFS= read -r rest && refuse '\(name): one line only.'; } <<'{{ACS::InvokeId}}'
            {{\(name)}}
            {{ACS::InvokeId}}

            """
    }

    private static func check(_ parameter: StarterParameter) -> String {
        let definition = parameter.definition
        let name = definition.name
        var lines: [String] = []
        if definition.isRequired {
            lines.append("[ -n \"$\(name)\" ] || refuse '\(name): a value is needed.'")
        } else if !definition.defaultValue.isEmpty {
            lines.append("[ -n \"$\(name)\" ] || \(name)=\(ShellWord.quoted(definition.defaultValue))")
        }
        switch parameter.kind {
        case .text, .secret:
            if let characters = parameter.characters {
                lines.append(
                    "case $\(name) in -*|*[!\(characters)]*) refuse '\(name): not a value that this takes.' ;; esac")
            }
        case .number(let range):
            let sentence = "\(name): a whole number from \(range.lowerBound) to \(range.upperBound)."
            // Ten digits could be more than the shell counts with; a leading zero would count in eights.
            lines.append("case $\(name) in ''|*[!0-9]*|0?*|??????????*) refuse '\(sentence)' ;; esac")
            lines.append(
                "[ \"$\(name)\" -ge \(range.lowerBound) ] && [ \"$\(name)\" -le \(range.upperBound) ] || "
                    + "refuse '\(sentence)'")
        case .choice(let values):
            let sentence = "\(name): one of \(values.joined(separator: ", "))."
            lines.append("case $\(name) in \(values.joined(separator: "|"))) ;; *) refuse '\(sentence)' ;; esac")
        case .path:
            lines.append("case $\(name) in /*) ;; *) refuse '\(name): an absolute path.' ;; esac")
        }
        return lines.map { $0 + "\n" }.joined()
    }
}
