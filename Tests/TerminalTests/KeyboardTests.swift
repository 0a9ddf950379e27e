import Screen
import Terminal
import Testing

extension TerminalTests {
    @Suite struct KeyboardTests {
        static let keys: [(String, Key)] = [
            ("a", .character("a")), (" ", .character(" ")), ("é", .character("é")), ("日", .character("日")),
            ("😀", .character("😀")), ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace),
            ("\u{8}", .backspace), ("\u{3}", .control("c")), ("\u{1A}", .control("z")), ("\u{1C}", .control("\\")),
            ("\u{1F}", .control("_")), ("\0", .control(" ")), ("\u{1B}[Z", .backTab), ("\u{1B}OA", .up),
            ("\u{1B}[A", .up),
            ("\u{1B}OB", .down), ("\u{1B}[B", .down), ("\u{1B}OC", .right), ("\u{1B}OD", .left), ("\u{1B}[D", .left),
            ("\u{1B}OH", .home), ("\u{1B}[H", .home), ("\u{1B}[1~", .home), ("\u{1B}OF", .end), ("\u{1B}[4~", .end),
            ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete),
            ("\u{1B}OP", .function(1)), ("\u{1B}[15~", .function(5)), ("\u{1B}[24~", .function(12)),
            ("\u{1B}", .escape),
            ("\u{1B}x", .alt("x")), ("\u{1B}\u{1B}", .escape),
        ]

        @Test func readsKeys() async throws {
            let bench = try Bench()
            for (text, key) in Self.keys {
                #expect(bench.events(text).first == .key(key), "\(text.debugDescription)")
                while bench.terminal.nextEvent(milliseconds: 0) != .timeout {}
            }
            try await bench.close()
        }

        @Test(arguments: ["xterm-256color", "xterm-mono", "vt100", "linux", "screen-256color", "tmux-256color"])
        func keysAfterOneThatTheTypeDoesNotKnowAreRead(_ type: String) async throws {
            let bench = try Bench(type: type)
            for (text, key) in [("\u{1B}[Z", Key.backTab), ("\u{1B}[6~", .pageDown), ("\u{1B}[A", .up)] {
                #expect(bench.events(text) == [.key(key)], "\(text.debugDescription)")
                #expect(bench.events("q") == [.key(.character("q"))], "after \(text.debugDescription)")
            }
            try await bench.close()
        }

        @Test(arguments: ["xterm-256color", "linux", "tmux-256color"])
        func noKeyThatOnlySomeTerminalsHaveBeginsAPaste(_ type: String) async throws {
            let bench = try Bench(type: type)
            for number in [2, 3, 5, 6] {
                for modifier in 2...8 {
                    let events = bench.events("\u{1B}[\(number);\(modifier)~q", count: 2)
                    #expect(events.last == .key(.character("q")), "\(number);\(modifier): \(events)")
                }
            }
            for letter in "ABCDFHPQRSZ" {
                for modifier in 2...8 {
                    let events = bench.events("\u{1B}[1;\(modifier)\(letter)q", count: 2)
                    #expect(events.last == .key(.character("q")), "1;\(modifier)\(letter): \(events)")
                }
            }
            try await bench.close()
        }

        @Test(arguments: [
            "\u{1B}[I", "\u{1B}[1;5x", "\u{1B}[200;5u", "\u{1B}[<0;3;4M", "\u{1B}[M !x", "\u{1B}Ox", "\u{1B}[?1;2c",
        ])
        func takesNoLettersOutOfKeysThatItDoesNotKnow(_ text: String) async throws {
            let bench = try Bench()
            bench.expectUnknownKey(text)
            try await bench.close()
        }

        @Test(arguments: [
            ("x", "x"), ("one\rtwo\r", "one\ntwo\n"), ("a\r\nb\nc", "a\nb\nc"), ("", ""), ("日本\t😀", "日本\t😀"),
            ("q\u{1B}OA\u{3}y", "q\u{3}y"), ("a\u{1B}]0;t\u{7}b", "a\u{1B}]0;t\u{7}b"),
        ]) func readsAPasteAsOneEvent(_ text: String, _ pasted: String) async throws {
            let bench = try Bench()
            let events = bench.events("\u{1B}[200~\(text)\u{1B}[201~k", count: 2)
            #expect(events == [.paste(pasted), .key(.character("k"))])
            try await bench.close()
        }

        @Test(.timeLimit(.minutes(4))) func readsALongPaste() async throws {
            let bench = try Bench()
            let text = String(repeating: "0123456789 日本\n", count: 10_000)
            let events = bench.events("\u{1B}[200~\(text)\u{1B}[201~")
            guard case .paste(let pasted) = events.first else {
                Issue.record("became \(events)")
                return try await bench.close()
            }
            #expect(pasted.unicodeScalars.count == text.unicodeScalars.count)
            #expect(pasted == text)
            try await bench.close()
        }

        @Test(arguments: ["日", "é", "😀"]) func waitsForTheRestOfALetter(_ letter: String) async throws {
            let bench = try Bench()
            let bytes = Array(letter.utf8)
            for byte in bytes.dropLast() {
                bench.type([byte])
                #expect(bench.terminal.nextEvent(milliseconds: 20) == .timeout)
            }
            #expect(bench.events([bytes[bytes.count - 1]]) == [.key(.character(letter))])
            try await bench.close()
        }

        @Test(arguments: 1...5) func endsAPasteWhoseEndComesInPieces(_ cut: Int) async throws {
            let bench = try Bench()
            let end = Array("\u{1B}[201~".utf8)
            bench.type(Array("\u{1B}[200~text".utf8) + end[..<cut])
            // Longer than an Escape waits for what belongs to it.
            #expect(bench.terminal.nextEvent(milliseconds: 100) == .timeout)
            #expect(bench.events(Array(end[cut...]) + [0x6B], count: 2) == [.paste("text"), .key(.character("k"))])
            try await bench.close()
        }

        @Test func aPasteWhoseBeginningComesInPiecesIsNoKeys() async throws {
            let bench = try Bench()
            #expect(bench.events("\u{1B}") == [.key(.escape)])
            #expect(bench.events("[200~qx1\r\u{1B}[201~k", count: 2) == [.paste("qx1\n"), .key(.character("k"))])
            #expect(bench.events("\u{1B}") == [.key(.escape)])
            #expect(bench.events("[") == [.key(.character("["))])
            try await bench.close()
        }

        @Test func showsASignForBytesThatAreNoLetters() async throws {
            let bench = try Bench()
            let sign = InputEvent.key(.character("\u{FFFD}"))
            #expect(bench.events([0xFF, 0xC3, 0x6B], count: 3) == [sign, sign, .key(.character("k"))])
            try await bench.close()
        }

        @Test func wakesAndTimesOut() async throws {
            let bench = try Bench()
            #expect(bench.terminal.nextEvent(milliseconds: 1) == .timeout)
            bench.terminal.waker.wake()
            bench.terminal.waker.wake()
            #expect(bench.terminal.nextEvent() == .woken)
            #expect(bench.terminal.nextEvent(milliseconds: 1) == .timeout)
            try await bench.close()
        }

        @Test func endsWhenTheTerminalIsGone() async throws {
            let bench = try Bench()
            bench.hangUp()
            #expect(bench.terminal.nextEvent(milliseconds: 5000) == .hangup)
            bench.terminal.close()
        }
    }
}
