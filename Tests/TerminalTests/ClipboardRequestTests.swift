import Foundation
import Screen
import TestSupport
import Testing

@testable import Terminal

extension TerminalTests {
    @Suite struct ClipboardRequestTests {
        @Test(arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"), ("日本", "5pel5pys"),
        ])
        func asksTheTerminal(_ text: String, _ digits: String) async throws {
            let bench = try Bench()
            try await bench.output()
            #expect(bench.terminal.copy(text))
            #expect(try await bench.output() == Array("\u{1B}]52;c;\(digits)\u{1B}\\".utf8))
            try await bench.close()
        }

        @Test func wrapsItForScreenInPiecesThatMakeTheWhole() async throws {
            let bench = try Bench(type: "screen-256color")
            try await bench.output()
            let text = String(repeating: "0123456789", count: 90)
            #expect(bench.terminal.copy(text, throughScreen: true))
            let sent = String(decoding: try await bench.output(), as: UTF8.self)
            let pieces = sent.components(separatedBy: "\u{1B}P").dropFirst()
            #expect(pieces.allSatisfy { $0.hasSuffix("\u{1B}\\") && $0.utf8.count <= 256 })
            let whole = pieces.map { $0.dropLast(2) }.joined()
            #expect(whole == "\u{1B}]52;c;\(Data(text.utf8).base64EncodedString())\u{7}")
            try await bench.close()
        }

        @Test(arguments: ["linux", "vt100"]) func asksNoTerminalThatWouldShowIt(_ type: String) async throws {
            let bench = try Bench(type: type)
            try await bench.output()
            #expect(!bench.terminal.copy("text"))
            #expect(try await bench.output().isEmpty)
            try await bench.close()
        }

        @Test func sendsNoMoreThanTerminalsTake() async throws {
            let bench = try Bench()
            try await bench.output()
            #expect(!bench.terminal.copy(String(repeating: "x", count: 56_245)))
            #expect(try await bench.output().isEmpty)
            #expect(bench.terminal.copy(String(repeating: "x", count: 56_244)))
            try await bench.close()
        }

        @Test func writesBase64() {
            var chance = SystemRandomNumberGenerator()
            let seed = chance.next()
            var generator = Seeded(seed)
            for length in 0..<200 {
                let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
                #expect(Base64.text(bytes) == Array(Data(bytes).base64EncodedString().utf8), "seed \(seed)")
                #expect(Base64.length(of: length) == Base64.text(bytes).count)
            }
        }
    }
}
