/// Words for command lines that people copy.
public enum ShellWord {
    /// A word as a POSIX shell reads it back: in single quotes unless it is plain.
    public static func quoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { byte in
            ParameterName.isAllowed(byte) || "./:=,+@%".utf8.contains(byte)
        }
        guard word.isEmpty || !isPlain else { return word }
        // Scalar by scalar: a quote and a mark that combines with it are one letter for Swift, but not for a shell.
        var quoted = "'".unicodeScalars
        for scalar in word.unicodeScalars {
            if scalar == "'" { quoted += "'\\''".unicodeScalars } else { quoted.append(scalar) }
        }
        quoted.append("'")
        return String(quoted)
    }
}
