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

        init(
            _ name: String, _ rows: Int, _ columns: Int, _ language: Language = .english, _ theme: Theme = .terminal,
            _ glyphs: Glyphs = .unicode
        ) {
            self.name = name
            size = Size(rows: rows, columns: columns)
            self.language = language
            self.theme = theme
            self.glyphs = glyphs
        }

        /// The looks in which a scene is kept.
        static func of(_ scene: Scene) -> [Look] {
            [
                Look("80x24-en", 24, 80), Look("80x24-zh", 24, 80, .chinese), Look("60x16-en", 16, 60),
                Look("80x24-ascii-mono", 24, 80, .english, .mono, .ascii),
            ] + (scene.isColored ? [Look("80x24-256", 24, 80, .english, .solarized256)] : [])
                + (scene.isMain
                    ? [Look("120x40-en", 40, 120), Look("120x40-zh", 40, 120, .chinese), Look("140x40-en", 40, 140)]
                    : [])
        }
    }

    private static let tooSmall = Scene(name: "too-small") { _ in }
    private static let smallLooks = [Look("30x8-en", 8, 30), Look("30x8-zh", 8, 30, .chinese)]

    @Test(arguments: Scene.all.map(\.name)) func looksAsItDid(_ name: String) throws {
        let scene = try #require(Scene.all.first { $0.name == name })
        for look in Look.of(scene) { try check(scene, look) }
    }

    @Test func saysThatTheScreenIsTooSmall() throws {
        for look in Self.smallLooks { try check(Self.tooSmall, look) }
    }

    /// Every file is one of those that are held against a screen.
    @Test func keepsNoOldFrames() throws {
        var known = Set(Self.smallLooks.map { "\(Self.tooSmall.name)-\($0.name).txt" })
        for scene in Scene.all { known.formUnion(Look.of(scene).map { "\(scene.name)-\($0.name).txt" }) }
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(Set(files).subtracting(known) == [])
    }

    private func check(_ scene: Scene, _ look: Look) throws {
        let frame = scene.played(look.size, look.language).frame(look.theme, look.glyphs)
        let styles = look.theme == .terminal ? "" : look.theme == .mono ? attributes(frame) : colors(frame)
        try compare(text(frame) + styles, with: "\(scene.name)-\(look.name)")
        if look.glyphs == .ascii { #expect(FrameRules.isPlain(frame), "\(scene.name)") }
    }

    /// The letters, and the place of the cursor where it is shown.
    private func text(_ frame: Frame) -> String {
        let cursor = frame.cursor.map { "cursor \($0.row),\($0.column)\n" } ?? ""
        return frame.dump() + "\n" + cursor
    }

    /// One letter for the attributes of each cell: bold, dim, underline, reverse; a capital one for bold beside another.
    private func attributes(_ frame: Frame) -> String {
        grid(frame) { style in
            #expect(style.foreground == .standard && style.background == .standard)
            let attributes = style.attributes
            let letter =
                attributes.contains(.reverse)
                ? "r"
                : attributes.contains(.underline)
                    ? "u" : attributes.contains(.dim) ? "d" : attributes == [] ? "." : "b"
            return attributes.contains(.bold) && letter != "b" ? letter.uppercased() : letter
        }
    }

    /// One letter for each style in the order in which it appears, and what the letters stand for.
    private func colors(_ frame: Frame) -> String {
        let letters = Array(".abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ").map { String($0) }
        var known: [Style] = [Theme.solarized256[.text]]
        let grid = grid(frame) { style in
            if !known.contains(style) { known.append(style) }
            return known.firstIndex(of: style).map { letters[$0] } ?? "?"
        }
        let legend = zip(letters, known).map {
            "\($0) \(name($1.foreground)) on \(name($1.background)) \(name($1.attributes))"
        }
        return grid + legend.joined(separator: "\n") + "\n"
    }

    private func name(_ color: Color) -> String {
        switch color {
        case .standard: "standard"
        case .indexed(let index): "\(index)"
        case .rgb(let red, let green, let blue): "\(red),\(green),\(blue)"
        }
    }

    private func name(_ attributes: Attributes) -> String {
        let names: [(Attributes, String)] = [
            (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
        ]
        let found = names.filter { attributes.contains($0.0) }.map(\.1)
        return found.isEmpty ? "plain" : found.joined(separator: " ")
    }

    private func grid(_ frame: Frame, _ letter: (Style) -> String) -> String {
        let lines = (0..<frame.size.rows).map { row in frame.row(row).map { letter($0.style) }.joined() }
        return "---\n" + lines.joined(separator: "\n") + "\n"
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Frames")

    private func compare(_ shown: String, with name: String) throws {
        let file = Self.folder.appending(path: "\(name).txt")
        guard ProcessInfo.processInfo.environment["FLAGDECK_REWRITE_FRAMES"] == nil else {
            try Data(shown.utf8).write(to: file)
            return
        }
        let kept = try String(decoding: Data(contentsOf: file), as: UTF8.self)
        #expect(shown == kept, "\(name) is now:\n\(shown)")
    }
}
