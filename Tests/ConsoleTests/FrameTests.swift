import CloudAssistant
import Foundation
import Screen
import Testing

@testable import Console

/// Whole screens, held against the files in `Frames`. With FLAGDECK_REWRITE_FRAMES set the files are written anew: look
/// at the difference before it is kept.
@Suite struct FrameTests {
    struct Look: Sendable {
        let name: String
        let size: Size
        let language: Language
        var theme = Theme.terminal
        var glyphs = Glyphs.unicode
    }

    static let looks = [
        Look(name: "80x24-en", size: Size(rows: 24, columns: 80), language: .english),
        Look(name: "80x24-zh", size: Size(rows: 24, columns: 80), language: .chinese),
        Look(name: "140x40-en", size: Size(rows: 40, columns: 140), language: .english),
        Look(name: "140x40-zh", size: Size(rows: 40, columns: 140), language: .chinese),
        Look(name: "60x16-en", size: Size(rows: 16, columns: 60), language: .english),
        Look(
            name: "80x24-ascii-mono", size: Size(rows: 24, columns: 80), language: .english, theme: .mono,
            glyphs: .ascii),
    ]

    private static let scenes: [(name: String, play: @Sendable (inout Operator) -> Void)] = [
        ("targets", { $0.type("  ") }),
        ("form", { $0.prepare("echo {{who}}\nsleep 3") }),
        ("command", { $0.type("3x") }),
        (
            "refused",
            { alice in
                alice.type("3x")
                alice.goToPreview()
            }
        ),
        (
            "preview",
            { alice in
                alice.type("a")
                alice.prepare("for host in a b c; do\n\tping -c 1 \"$host\" || echo \"$host is gone\" >&2\ndone\n")
                alice.goToPreview()
                alice.type("5")
            }
        ),
        (
            "output",
            { alice in
                alice.type("  ")
                alice.run("echo hello")
                alice.service.advance(
                    "i-bp1web01", output: "hello\n磁盘 \u{1B}[31m100%\u{1B}[0m\n", state: .success, exitCode: 0)
                alice.wait(seconds: 65)
            }
        ),
        (
            "errors",
            { alice in
                alice.type("  ")
                alice.run("false")
                alice.service.advance("i-bp1web01", state: .failed, exitCode: 1, errorCode: "ExitCodeNonzero")
                alice.service.advance("i-bp1web02", state: .failed, exitCode: 1, errorCode: "ExitCodeNonzero")
                alice.wait(seconds: 5)
                alice.type("6")
            }
        ),
        (
            "invocations",
            { alice in
                alice.run("uptime")
                alice.service.advance("i-bp1web01", state: .success, exitCode: 0)
                alice.wait(seconds: 5)
                alice.run("sleep 100")
                alice.wait(seconds: 5)
                alice.type("4")
            }
        ),
        (
            "stop",
            { alice in
                alice.type("  ")
                alice.run("sleep 100")
                alice.type("s")
            }
        ),
        ("help", { $0.type("?") }),
    ]

    @Test(arguments: scenes.map(\.name), looks.map(\.name)) func looksAsItDid(_ scene: String, _ name: String) throws {
        let look = try #require(Self.looks.first { $0.name == name })
        let play = try #require(Self.scenes.first { $0.name == scene }).play
        var alice = Operator(look.size, language: look.language)
        play(&alice)
        let frame = alice.frame(look.theme, look.glyphs)
        let isMono = look.theme == .mono
        try compare(text(frame) + (isMono ? styles(frame) : ""), with: "\(scene)-\(name)")
        guard look.glyphs == .ascii else { return }
        // Names of instances and what scripts print stay as they are.
        let isPlain = frame.dump().unicodeScalars.allSatisfy { $0.isASCII || $0.value >= 0x2E80 }
        #expect(isPlain)
    }

    /// The letters, and the place of the cursor where it is shown.
    private func text(_ frame: Frame) -> String {
        let cursor = frame.cursor.map { "cursor \($0.row),\($0.column)\n" } ?? ""
        return frame.dump() + "\n" + cursor
    }

    /// One letter for the attributes of each cell: bold, dim, underline, reverse; a capital one for bold beside another.
    private func styles(_ frame: Frame) -> String {
        var lines = ["---"]
        for row in 0..<frame.size.rows {
            var line = ""
            for cell in frame.row(row) {
                let attributes = cell.style.attributes
                #expect(cell.style.foreground == .standard && cell.style.background == .standard)
                let letter =
                    attributes.contains(.reverse)
                    ? "r"
                    : attributes.contains(.underline)
                        ? "u" : attributes.contains(.dim) ? "d" : attributes == [] ? "." : "b"
                line += attributes.contains(.bold) && letter != "b" ? letter.uppercased() : letter
            }
            lines.append(line)
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func compare(_ shown: String, with name: String) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Frames/\(name).txt")
        guard ProcessInfo.processInfo.environment["FLAGDECK_REWRITE_FRAMES"] == nil else {
            try Data(shown.utf8).write(to: file)
            return
        }
        let kept = try String(decoding: Data(contentsOf: file), as: UTF8.self)
        #expect(shown == kept, "\(name) is now:\n\(shown)")
    }
}
