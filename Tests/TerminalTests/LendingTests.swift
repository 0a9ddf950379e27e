import Glibc
import Screen
import Terminal
import TestSupport
import Testing

extension TerminalTests {
    @Suite struct LendingTests {
        @Test func anotherProgramFindsTheTerminalAsItWas() async throws {
            let bench = try Bench()
            bench.terminal.setMouse(true)
            let frame = Frame(["hello"])
            try await bench.show(frame)
            let word = bench.terminal.lend {
                #expect(bench.hasItsModes)
                bench.print("[lent]")
                return "edited"
            }
            #expect(word == "edited")
            #expect(!bench.hasItsModes)
            let text = String(decoding: try await bench.output(), as: UTF8.self)
            let parts = text.split(separator: "[lent]", omittingEmptySubsequences: false)
            try #require(parts.count == 2)
            for off in ["\u{1B}[?1006l", "\u{1B}[?1000l", "\u{1B}[?2004l", "\u{1B}[?1049l", "\u{1B}[?25h"] {
                #expect(parts[0].contains(off), "\(off.debugDescription)")
            }
            for on in ["\u{1B}[?1049h", "\u{1B}[?2004h", "\u{1B}[?1000h", "\u{1B}[?1006h", "hello"] {
                #expect(parts[1].contains(on), "\(on.debugDescription)")
            }
            try await bench.show(frame)
            #expect(bench.display.text == frame.dump())
            #expect(!bench.display.isCursorVisible)
            try await bench.close()
            #expect(bench.hasItsModes)
        }

        @Test(arguments: [SIGINT, SIGQUIT]) func itsInterruptsAreItsOwn(_ signal: Int32) async throws {
            let bench = try Bench()
            bench.terminal.lend { _ = raise(signal) }
            #expect(bench.terminal.nextEvent(milliseconds: 20) == .timeout)
            if signal == SIGINT {
                kill(getpid(), signal)
                #expect(bench.terminal.nextEvent(milliseconds: 5000) == .terminate)
            }
            try await bench.close()
        }

        @Test func aRequestToEndIsHeardAfterwards() async throws {
            let bench = try Bench()
            bench.terminal.lend { _ = kill(getpid(), SIGTERM) }
            #expect(bench.terminal.nextEvent(milliseconds: 5000) == .terminate)
            try await bench.close()
        }

        @Test(arguments: [true, false]) func aNewSizeIsToldAfterwards(_ isSignalled: Bool) async throws {
            let bench = try Bench()
            try await bench.show(Frame(["hello"]))
            let size = Size(rows: 12, columns: 50)
            bench.terminal.lend { bench.resize(size, isSignalled: isSignalled) }
            #expect(bench.terminal.size == size)
            #expect(bench.terminal.nextEvent(milliseconds: 5000) == .resize(size))
            try await bench.output()
            bench.terminal.repaint()
            let frame = Frame((0..<12).map { "row \($0)" }, size)
            try await bench.show(frame)
            #expect(bench.display.text.hasSuffix("row 11"))
            try await bench.close()
        }

        @Test func whatItThrowsComesThrough() async throws {
            let bench = try Bench()
            #expect(throws: TerminalError.unknownType("x")) {
                try bench.terminal.lend { throw TerminalError.unknownType("x") }
            }
            #expect(!bench.hasItsModes)
            try await bench.close()
        }
    }
}
