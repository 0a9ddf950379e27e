import Glibc
import TestSupport
import Testing

@testable import flagdeck

@Suite("The clipboard", .timeLimit(.minutes(4))) struct ClipboardTests {
    @Test("outside of tmux the terminal is asked, and a private file has the text", arguments: [nil, "123.pts-0.host"])
    func terminal(_ screen: String?) async throws {
        try await Workbench.with { bench in
            var sent: [String] = []
            let clipboard = Clipboard(environment: screen.map { ["STY": $0] } ?? [:], directory: bench.folder)
            for text in ["first", "second\n"] {
                let outcome = clipboard.put(text) { text, throughScreen in
                    #expect(throughScreen == (screen != nil))
                    sent.append(text)
                    return true
                }
                #expect(outcome == Clipboard.Outcome(way: .terminal, file: .success(bench.path("copied.txt"))))
                #expect(Files.contents(bench.path("copied.txt")) == Array(text.utf8))
                #expect(Files.mode(bench.path("copied.txt")) == 0o600)
            }
            #expect(sent == ["first", "second\n"])
            #expect(Files.names(bench.folder).filter { $0.hasPrefix("copied") } == ["copied.txt"])
        }
    }

    @Test("what the terminal does not take is in the file")
    func fileOnly() async throws {
        try await Workbench.with { bench in
            let outcome = Clipboard(environment: [:], directory: bench.folder).put("text") { _, _ in false }
            #expect(outcome == Clipboard.Outcome(way: .fileOnly, file: .success(bench.path("copied.txt"))))
        }
    }

    @Test("where no file can be written, that is said")
    func noFile() {
        let outcome = Clipboard(environment: [:], directory: "/no/such/place").put("text") { _, _ in true }
        #expect(outcome == Clipboard.Outcome(way: .terminal, file: .failure(.system(errno: ENOENT))))
    }

    @Test("in a tmux that does not answer the terminal is asked")
    func noTmux() async throws {
        try await Workbench.with { bench in
            let clipboard = Clipboard(environment: ["TMUX": "/no/such/socket,1,0"], directory: bench.folder)
            #expect(clipboard.put("text") { _, _ in true }.way == .terminal)
        }
    }

    @Test(
        "what a terminal would obey is left out",
        arguments: [
            ("a\nb\tc", "a\nb\tc"), ("a\u{1B}[31mb", "a[31mb"), ("a\rb\u{7}\0\u{7F}", "ab"), ("\u{9B}31m\u{9D}", "31m"),
            ("日本 é", "日本 é"), ("a\r\nb", "a\nb"),
        ])
    func cleaned(_ text: String, _ clean: String) {
        #expect(Clipboard.cleaned(text) == clean)
    }
}
