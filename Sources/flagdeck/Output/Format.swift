import ArgumentParser
import CloudAssistant
import Glibc
import Screen

/// How an answer is written to standard output.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    /// The API's own answer.
    case json
    /// Aligned columns with a heading.
    case table
    /// Columns separated by tabs without a heading; for results the bare output.
    case text
}

/// Writes to the standard streams; everything that came from outside goes through the sanitiser first.
enum Out {
    static func line(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

    static func note(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

    static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                return
            }
            bytes = bytes.dropFirst(count)
        }
    }

    /// Says how to see more of a list.
    static func more(_ token: String?) {
        guard let token, !token.isEmpty else { return }
        note("More: --next-token \(token)")
    }

    /// The JSON of an answer; it needs no sanitiser because JSON escapes control characters.
    static func json(_ value: JSON) { line(value.prettyText) }

    /// Rows as aligned columns under a heading, or separated by tabs.
    static func rows(_ heading: [String], _ rows: [[String]], as format: OutputFormat) {
        let safe = rows.map { $0.map { SafeText($0) } }
        guard format == .table else {
            for row in safe { line(row.map(\.plain).joined(separator: "\t")) }
            return
        }
        let all = [heading.map { SafeText($0) }] + safe
        let widths = heading.indices.map { column in all.map { $0[column].width }.max() ?? 0 }
        for row in all {
            var text = ""
            for (column, cell) in row.enumerated() {
                text += cell.plain
                guard column < row.count - 1 else { break }
                text += String(repeating: " ", count: max(0, widths[column] - cell.width) + 2)
            }
            line(text)
        }
    }
}
