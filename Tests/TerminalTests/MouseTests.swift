import Screen
import Terminal
import TestSupport
import Testing

extension TerminalTests {
    @Suite struct MouseTests {
        private static let press = Mouse(.press, at: Position(row: 3, column: 2))

        private func bench(_ type: String = "xterm-256color") throws -> Bench {
            let bench = try Bench(type: type)
            bench.terminal.setMouse(true)
            return bench
        }

        @Test(arguments: [
            ("\u{1B}[<0;3;4M", press), ("\u{1B}[<0;300;4M", Mouse(.press, at: Position(row: 3, column: 299))),
            ("\u{1B}[<64;1;1M", Mouse(.wheelUp, at: Position(row: 0, column: 0))),
            ("\u{1B}[<65;80;24M", Mouse(.wheelDown, at: Position(row: 23, column: 79))), ("\u{1B}[<4;3;4M", press),
            ("\u{1B}[M #$", press), ("\u{1B}[Ma!!", Mouse(.wheelDown, at: Position(row: 0, column: 0))),
        ]) func readsPressesAndTheWheel(_ text: String, _ mouse: Mouse) async throws {
            for type in ["xterm-256color", "tmux-256color", "screen", "vt100"] {
                let bench = try bench(type)
                #expect(bench.events(text + "k", count: 2) == [.mouse(mouse), .key(.character("k"))], "\(type)")
                try await bench.close()
            }
        }

        @Test(arguments: [
            "\u{1B}[<0;3;4m", "\u{1B}[<1;3;4M", "\u{1B}[<2;3;4M", "\u{1B}[<32;3;4M", "\u{1B}[<66;3;4M",
            "\u{1B}[<128;3;4M",
            "\u{1B}[M##$", "\u{1B}[M@#$",
        ]) func leavesOutReleasesMovesAndOtherButtons(_ text: String) async throws {
            let bench = try bench()
            #expect(bench.events(text + "k") == [.key(.character("k"))])
            try await bench.close()
        }

        @Test(arguments: [
            "\u{1B}[<0;3M", "\u{1B}[<0;0;4M", "\u{1B}[<;;M", "\u{1B}[<0;9999999999999999999;1M", "\u{1B}[<a",
        ])
        func takesNoLettersOutOfReportsThatMakeNoSense(_ text: String) async throws {
            let bench = try bench()
            bench.expectUnknownKey(text)
            try await bench.close()
        }

        @Test(arguments: ["\u{1B}[<0;3;4M", "\u{1B}[M #$"]) func putsReportsTogetherThatComeInPieces(
            _ text: String
        ) async throws {
            let bytes = Array(text.utf8)
            for cut in 2..<bytes.count {
                let bench = try bench()
                bench.type(bytes[..<cut])
                // Longer than an Escape waits for what belongs to it.
                #expect(bench.terminal.nextEvent(milliseconds: 60) == .timeout)
                #expect(
                    bench.events(bytes[cut...] + [0x6B], count: 2) == [.mouse(Self.press), .key(.character("k"))],
                    "cut at \(cut)")
                try await bench.close()
            }
            let bench = try bench()
            #expect(bench.events("\u{1B}") == [.key(.escape)])
            #expect(bench.events(Array(bytes[1...])) == [.mouse(Self.press)])
            try await bench.close()
        }

        @Test(arguments: [("\u{1B}[", "A", Key.up), ("\u{1B}[5", "~", .pageUp), ("\u{1B}O", "B", .down)])
        func putsKeysTogetherThatComeInPieces(_ first: String, _ second: String, _ key: Key) async throws {
            let bench = try Bench()
            bench.type(Array(first.utf8))
            #expect(bench.terminal.nextEvent(milliseconds: 60) == .timeout)
            #expect(bench.events(second + "k", count: 2) == [.key(key), .key(.character("k"))])
            try await bench.close()
        }

        @Test func isOffAtFirstAndSwitchedByRequestOnly() async throws {
            let bench = try Bench()
            try await bench.output()
            #expect(bench.display.modes.isDisjoint(with: ["1000", "1002", "1003", "1006"]))
            bench.terminal.setMouse(true)
            try await bench.output()
            #expect(bench.display.modes.isSuperset(of: ["1000", "1006"]))
            #expect(bench.display.modes.isDisjoint(with: ["1002", "1003"]))
            bench.terminal.setMouse(true)
            #expect(try await bench.output().isEmpty)
            bench.terminal.setMouse(false)
            try await bench.output()
            #expect(bench.display.modes.isDisjoint(with: ["1000", "1006"]))
            guard case .key(.unknown) = try #require(bench.events("\u{1B}[<0;3;4M").first) else {
                Issue.record("heard though it is off")
                return try await bench.close()
            }
            try await bench.close()
        }

        @Test func modesGoInTheOppositeOrderOfTheirComing() async throws {
            let bench = try bench()
            try await bench.show(Frame(["hello"]))
            bench.terminal.close()
            let text = String(decoding: try await bench.output(), as: UTF8.self)
            let places = ["\u{1B}[?1006l", "\u{1B}[?1000l", "\u{1B}[?2004l", "\u{1B}[?1049l"].map {
                text.firstRange(of: $0)?.lowerBound
            }
            #expect(places.allSatisfy { $0 != nil })
            #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
            #expect(bench.display.modes.isDisjoint(with: ["1000", "1006", "2004", "1049"]))
        }
    }
}
