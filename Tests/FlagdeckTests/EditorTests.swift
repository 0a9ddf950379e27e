import Glibc
import Testing

@testable import flagdeck

@Suite("The editor", .timeLimit(.minutes(4))) struct EditorTests {
    /// Edits with a shell word in place of an editor; there is no terminal here.
    private func edit(
        _ bench: Workbench, _ command: String, _ text: String = "before\n", name: String = "EDITOR"
    ) -> Editor.Edited {
        let environment = [name: command, "PATH": "/usr/bin:/bin"]
        return Editor(environment: environment, directory: bench.folder, run: Self.run).edit(text)
    }

    private static func run(_ words: [String]) -> ProgramEnd {
        let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { close(nothing) }
        return OtherProgram.reading(nothing, words, milliseconds: 30_000)
    }

    private func left(_ bench: Workbench) -> [String] { Files.names(bench.folder).filter { $0.hasPrefix("edit-") } }

    @Test(
        "the text comes back as the editor left it, and nothing else stays",
        arguments: [
            ("true", "before\n"), ("sed -i s/before/after/", "after\n"),
            ("sed -i -e 's/before/two words/'", "two words\n"),
            ("f() { printf %s 日本 > \"$1\"; touch \"$1~\"; }; f", "日本"), ("A=1 truncate -s 0", ""),
        ])
    func text(_ command: String, _ text: String) async throws {
        try await Workbench.with { bench in
            for name in ["EDITOR", "VISUAL"] {
                #expect(edit(bench, command, name: name) == .text(text))
                #expect(left(bench) == [])
            }
        }
    }

    @Test("only the user can get at the file, whose name says what it is")
    func privacy() async throws {
        try await Workbench.with { bench in
            let look = "f() { stat -c '%a' \"$1\" \"$(dirname \"$1\")\"; echo \"${1##*/}\"; }"
            let edited = edit(bench, "\(look); g() { f \"$1\" > \(bench.path("seen")); }; g")
            #expect(edited == .text("before\n"))
            #expect(bench.lines("seen") == ["600", "700", "text.sh"])
        }
    }

    @Test("VISUAL comes before EDITOR, and blank ones count for nothing")
    func order() async throws {
        try await Workbench.with { bench in
            let environment = ["VISUAL": " ", "EDITOR": "sed -i s/before/editor/", "PATH": "/usr/bin:/bin"]
            var editor = Editor(environment: environment, directory: bench.folder, run: Self.run)
            #expect(editor.edit("before") == .text("editor"))
            editor = Editor(
                environment: environment.merging(["VISUAL": "sed -i s/before/visual/"]) { $1 }, directory: bench.folder,
                run: Self.run)
            #expect(editor.edit("before") == .text("visual"))
        }
    }

    @Test("without a name the usual ones are looked for")
    func usual() async throws {
        try await Workbench.with { bench in
            try Files.write(Array("#!/bin/sh\necho after > \"$1\"\n".utf8), to: bench.path("vi"))
            chmod(bench.path("vi"), 0o755)
            var seen: [String] = []
            let editor = Editor(environment: ["PATH": bench.folder], directory: bench.folder) { words in
                seen = words
                return .exited(0)
            }
            #expect(editor.edit("x") == .text("x"))
            #expect(seen.prefix(4) == ["/bin/sh", "-c", "vi \"$1\"", "sh"])
            let none = Editor(environment: ["PATH": bench.path("data")], directory: bench.folder, run: Self.run)
            #expect(none.edit("x") == .failed(.noEditor, kept: nil))
        }
    }

    static let failures: [(String, Editor.Problem)] = [
        ("no-such-editor", .notFound(command: "no-such-editor")),
        ("sh -c 'exit 3'", .exited(command: "sh -c 'exit 3'", code: 3)),
        ("kill -9 $$;", .signalled(command: "kill -9 $$;", signal: SIGKILL)),
    ]

    @Test("a failed editor that changed nothing leaves nothing", arguments: failures)
    func failed(_ command: String, _ problem: Editor.Problem) async throws {
        try await Workbench.with { bench in
            #expect(edit(bench, command) == .failed(problem, kept: nil))
            #expect(left(bench) == [])
        }
    }

    @Test(
        "what was typed before something went wrong is kept",
        arguments: [
            ("f() { echo typed >> \"$1\"; exit 1; }; f", "exited"),
            ("f() { echo typed >> \"$1\"; kill -9 $$; }; f", "signalled"),
            ("f() { printf '\\377' >> \"$1\"; }; f", "notUTF8"), ("truncate -s 1048577", "tooLarge"),
        ])
    func kept(_ command: String, _ problem: String) async throws {
        try await Workbench.with { bench in
            guard case .failed(let found, let kept) = edit(bench, command) else {
                Issue.record("it did not fail")
                return
            }
            #expect("\(found)".hasPrefix(problem))
            let path = try #require(kept)
            #expect(path.hasPrefix(bench.folder + "/edit-"))
            #expect(Files.contents(path)?.starts(with: Array("before\n".utf8)) == true)
            #expect(Files.mode(path) == 0o600)
        }
    }

    @Test("a file that the editor took away is no text")
    func removed() async throws {
        try await Workbench.with { bench in
            #expect(edit(bench, "rm") == .failed(.system(errno: ENOENT), kept: nil))
            #expect(left(bench) == [])
        }
    }

    @Test("without a place for the file no editor is started")
    func noPlace() {
        let editor = Editor(environment: ["EDITOR": "true"], directory: "/no/such/place", run: Self.run)
        #expect(editor.edit("x") == .failed(.system(errno: ENOENT), kept: nil))
    }
}
