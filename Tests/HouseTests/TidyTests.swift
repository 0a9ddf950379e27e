import Foundation
import Testing

@Suite("How the checkout is kept") struct TidyTests {
    @Test("the visible top level is what the README describes")
    func topLevel() throws {
        let written: Set = ["Package.resolved", "Package.swift", "Sources", "Tests", "README.md", "themes"]
        #expect(Set(try Checkout.names(".")).isSubset(of: written))
    }

    @Test("every Swift room has a page that says what it is for")
    func pages() throws {
        for room in try Checkout.names("Sources") where !Checkout.files("Sources/\(room)", ".swift").isEmpty {
            let page = try? Checkout.text("Sources/\(room)/\(room).docc/\(room).md")
            #expect(page?.hasPrefix("# ``\(room)``\n") == true, "\(room)")
        }
    }

    @Test("nothing that comes from outside can trap: no fatal calls and no unchecked conversions")
    func traps() throws {
        let fatal = ["fatalError(", "preconditionFailure(", "try!", "as!", "unsafeBitCast(", "unowned(unsafe)"]
        for path in Checkout.files("Sources", ".swift") where !path.hasPrefix("Sources/Benchmarks/") {
            for (number, line) in try Checkout.lines(path).enumerated() {
                let code = line.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false)[0]
                for word in fatal { #expect(!code.contains(word), "\(path):\(number + 1): \(line)") }
            }
        }
    }

    @Test("SQL is written in the store and nowhere else")
    func sql() throws {
        for path in Checkout.files("Sources", ".swift") where !path.hasPrefix("Sources/Store/") {
            for (number, line) in try Checkout.lines(path).enumerated() {
                #expect(!line.contains("sql:"), "\(path):\(number + 1): \(line)")
            }
        }
    }

    @Test("SQL is put together from fixed pieces only, never from values")
    func fixedSQL() throws {
        let pieces: Set = [
            "isOpen", "words", "latest", "staying", "kept", "condition", "selection", "selection.sql", "source",
            "tables",
            // Names of tables and the number of a name.
            "table", "kind", "row", "number", "each",
        ]
        let words = ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WHERE ", "AND ", "PRAGMA "]
        for path in Checkout.files("Sources/Store", ".swift") {
            for (number, line) in try Checkout.lines(path).enumerated() where words.contains(where: line.contains) {
                for piece in line.components(separatedBy: "\\(").dropFirst() {
                    let name = piece.prefix { $0 != ")" }
                    #expect(pieces.contains(String(name)), "\(path):\(number + 1): \(line)")
                }
            }
        }
    }
}
