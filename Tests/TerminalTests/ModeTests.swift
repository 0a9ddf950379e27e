import Glibc
import Screen
import Terminal
import TestSupport
import Testing

extension TerminalTests {
    @Suite struct ModeTests {
        @Test func givesEverythingBack() async throws {
            let bench = try Bench()
            try await bench.show(Frame(["hello"]))
            #expect(bench.display.isAlternate)
            #expect(bench.display.modes.contains("2004"))
            #expect(!bench.display.isCursorVisible)
            #expect(!bench.hasItsModes)
            try await bench.close()
            #expect(!bench.display.isAlternate)
            #expect(!bench.display.modes.contains("2004"))
            #expect(bench.display.isCursorVisible)
            #expect(bench.hasItsModes)
            #expect(bench.display.strange.isEmpty)
        }

        @Test func putsSignalHandlersBack() async throws {
            func handlers() -> [UInt] {
                [SIGSEGV, SIGILL, SIGABRT, SIGTERM, SIGHUP, SIGINT, SIGWINCH, SIGCONT, SIGTSTP].map { signal in
                    var action = sigaction()
                    sigaction(signal, nil, &action)
                    return unsafeBitCast(action.__sigaction_handler, to: UInt.self)
                }
            }
            let before = handlers()
            let bench = try Bench()
            #expect(zip(before, handlers()).allSatisfy { $0 != $1 })
            try await bench.close()
            #expect(handlers() == before)
        }

        @Test(arguments: [SIGTERM, SIGINT, SIGHUP]) func turnsARequestToEndIntoAnEvent(_ signal: Int32) async throws {
            let bench = try Bench()
            kill(getpid(), signal)
            // Other tests of this process may tell of a new size.
            var event = bench.terminal.nextEvent(milliseconds: 5000)
            while case .resize = event { event = bench.terminal.nextEvent(milliseconds: 5000) }
            #expect(event == (signal == SIGHUP ? .hangup : .terminate))
            try await bench.close()
        }

        @Test(arguments: ["no-such-terminal", "", "xterm-ghostty-of-tomorrow", "alacritty-direct9"])
        func worksWithUnknownTypes(
            _ type: String
        ) async throws {
            for name in [type, nil] {
                let bench = try Bench(type: name)
                try await bench.show(Frame(["hello"]))
                #expect(bench.display.text.hasPrefix("hello"))
                try await bench.close()
            }
        }

        @Test(arguments: [
            "vt100", "xterm", "xterm-mono", "linux", "screen", "tmux-256color", "screen-256color",
        ]) func drawsOnOtherTypes(
            _ type: String
        ) async throws {
            let bench = try Bench(type: type)
            let style = Style(foreground: .rgb(200, 30, 30), background: .indexed(208), attributes: .bold)
            let bytes = try await bench.show(Frame(["hello"], style: style))
            #expect(String(decoding: bytes, as: UTF8.self).contains("hello"))
            try await bench.close()
            #expect(bench.hasItsModes)
        }

        @Test func needsATerminal() {
            for path in ["/dev/null", "/no/such/terminal"] {
                #expect(throws: TerminalError.self) { try Terminal(path: path, type: "xterm", usesColor: true) }
            }
        }

        @Test func withoutColoursOnlyAttributesAreSent() async throws {
            let style = Style(foreground: .indexed(1), background: .rgb(1, 2, 3), attributes: [.bold, .reverse])
            let bench = try Bench(usesColor: false)
            try await bench.show(Frame(["hello"], style: style))
            #expect(bench.display.styles.isSubset(of: [0, 1, 7]))
            try await bench.close()
            let colourful = try Bench()
            try await colourful.show(Frame(["hello"], style: style))
            #expect(!colourful.display.styles.isSubset(of: [0, 1, 7]))
            try await colourful.close()
        }
    }
}
