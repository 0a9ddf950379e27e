import CloudAssistant
import Glibc
import Screen
import Synchronization

/// Writes to the standard streams; everything that came from outside goes through the sanitiser first.
enum Out {
    /// Why standard output took no more, by the system's error number; 0 while it does.
    private static let trouble = Mutex<Int32>(0)

    /// True when everything that is printed is made up.
    private static let isPractice = Mutex(false)

    /// Says that everything is made up: now, at the head of every table and in every JSON answer.
    static func labelPractice() {
        isPractice.withLock { $0 = true }
        note(PracticeSentences.label[Machine.language])
    }

    static func line(_ text: String) {
        guard trouble.withLock({ $0 == 0 }) else { return }
        let number = write(text + "\n", to: STDOUT_FILENO)
        if number != 0 { trouble.withLock { $0 = number } }
    }

    static func note(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    /// Fails when what was printed is lost. A reader that went away, as `head` does, has what it wanted.
    static func check() throws(StartError) {
        let number = trouble.withLock { $0 }
        guard number == 0 || number == EPIPE else { throw StartError.noOutput(errno: number) }
    }

    /// The system's error number when not everything could be written, else 0.
    @discardableResult
    static func write(_ text: String, to descriptor: Int32) -> Int32 {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                return errno
            }
            bytes = bytes.dropFirst(count)
        }
        return 0
    }

    /// Says how to see more of a list.
    static func more(_ token: String?) {
        guard let token, !token.isEmpty else { return }
        note("More: --next-token \(token)")
    }

    /// The JSON of an answer. What a terminal would obey or turn around is escaped, which means the same to a reader.
    static func json(_ value: JSON) {
        var text = ""
        for scalar in labelled(value).prettyText.unicodeScalars {
            guard scalar != "\n", isObeyed(scalar) else {
                text.unicodeScalars.append(scalar)
                continue
            }
            for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
                let digits = String(unit, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        line(text)
    }

    private static func labelled(_ value: JSON) -> JSON {
        guard isPractice.withLock({ $0 }), case .object(let members) = value else { return value }
        return .object([JSON.Member("Practice", true)] + members)
    }

    private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.isASCII else { return scalar.value < 0x20 || scalar.value == 0x7f }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    /// Rows as aligned columns under a heading, or separated by tabs.
    static func rows(_ heading: [String], _ rows: [[String]], as format: OutputFormat) {
        let safe = rows.map { $0.map { SafeText($0) } }
        guard format == .table else {
            for row in safe { line(row.map(\.plain).joined(separator: "\t")) }
            return
        }
        if isPractice.withLock({ $0 }) { line(PracticeSentences.label[Machine.language]) }
        let all = [heading.map { SafeText($0) }] + safe
        let widths = heading.indices.map { column in all.map { $0[column].width }.max() ?? 0 }
        for row in all {
            var text = ""
            for (column, cell) in row.enumerated() {
                text += cell.plain + String(repeating: " ", count: max(0, widths[column] - cell.width) + 2)
            }
            while text.last == " " { text.removeLast() }
            line(text)
        }
        if rows.isEmpty { note("Nothing found.") }
    }
}
