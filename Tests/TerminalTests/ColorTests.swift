import Screen
import Terminal
import TestSupport
import Testing

extension TerminalTests {
    @Suite struct ColorTests {
        @Test(arguments: [
            ("xterm-256color", ColorDepth.colors256, true), ("tmux-256color", .colors256, false),
            ("screen-256color", .colors256, false), ("linux", .colors8, true), ("xterm", .colors8, true),
            ("vt100", .mono, false),
        ])
        func `a terminal tells how many colours it has and what it erases with`(
            _ type: String, _ depth: ColorDepth, _ erasesInColor: Bool
        ) async throws {
            let bench = try Bench(type: type)
            #expect(bench.terminal.colorDepth == depth)
            #expect(bench.terminal.erasesInBackgroundColor == erasesInColor)
            try await bench.close()
        }

        @Test func `without colours it has none`() async throws {
            let bench = try Bench(usesColor: false)
            #expect(bench.terminal.colorDepth == .mono)
            try await bench.close()
        }

        @Test func `colours that it does not have become the nearest ones`() async throws {
            let bench = try Bench()
            var frame = Frame(["hello"])
            let style = Style(foreground: .rgb(0xDC, 0x32, 0x2F), background: .rgb(0, 0x2B, 0x36))
            frame.restyle(Rect(row: 0, column: 0, rows: 1, columns: 5)) { _ in style }
            try await bench.show(frame)
            // In `38;5;166` and `48;5;234`.
            #expect(bench.display.styles.isSuperset(of: [38, 5, 166, 48, 234]))
            try await bench.close()
        }
    }
}
