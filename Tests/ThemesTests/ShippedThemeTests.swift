import Foundation
import Screen
import Testing

@testable import Themes

@Suite("The themes that come with the program") struct ShippedThemeTests {
    static let names = ShippedThemes.files.keys.sorted()

    private func found(_ name: String) throws -> ThemeCatalogue.Found { try ThemeCatalogue().theme(named: name) }

    @Test("they are the files of the folder, byte for byte")
    func folder() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../themes").standardized
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }
        #expect(files.sorted() == Self.names.map { $0 + ".toml" })
        for (name, bytes) in ShippedThemes.files {
            #expect(try Data(contentsOf: folder.appending(path: name + ".toml")) == Data(bytes), "\(name)")
        }
    }

    @Test("there is nothing to warn of in them", arguments: names)
    func warnings(_ name: String) throws {
        let found = try found(name)
        #expect(found.warnings.isEmpty)
        #expect(ThemeReview.problems(of: found.theme).isEmpty)
        #expect(found.theme.name == name && found.theme.variant == .dark)
    }

    @Test("they set the roles that everything follows from", arguments: names)
    func core(_ name: String) throws {
        let rules = try found(name).theme.rules
        for role in Role.core { #expect(rules.roles[role]?.foreground != nil || rules.roles[role]?.background != nil) }
        #expect(rules.roles[.text]?.background != nil)
    }

    @Test(
        "text and states can be read, with all colours and with 256", arguments: names, [ColorDepth.direct, .colors256])
    func contrast(_ name: String, _ depth: ColorDepth) throws {
        let theme = try found(name).theme.resolved(for: depth)
        func contrast(_ role: Role) throws -> Double {
            let (front, back) = (theme[role].foreground, theme[role].background)
            return try #require(Contrast.between(Palette.nearest(front, in: depth), Palette.nearest(back, in: depth)))
        }
        for role in [Role.text, .strong, .headerBar, .selection, .markedSelection, .input, .buttonActive] {
            #expect(try contrast(role) >= 4.5, "\(role)")
        }
        for role in Role.allCases where ![.border, .faint, .scrollbar].contains(role) && role.fallback != .faint {
            let standsOut = theme[role].attributes.isSuperset(of: [.bold, .reverse])
            #expect(try contrast(role) >= 3 || standsOut, "\(role)")
        }
    }

    @Test("states are told apart by colour, with 256 and 16 colours too", arguments: names)
    func states(_ name: String) throws {
        let theme = try found(name).theme
        for depth in [ColorDepth.direct, .colors256] {
            let resolved = theme.resolved(for: depth)
            let colors = ThemeReview.states.map { Palette.nearest(resolved[$0].foreground, in: depth) }
            #expect(Set(colors).count == colors.count, "\(depth): \(colors)")
        }
        let gravest: [Role] = [.stateSuccess, .stateRunning, .warning, .stateFailed]
        for depth in [ColorDepth.colors16, .colors8] {
            let resolved = theme.resolved(for: depth)
            let colors = gravest.map { Palette.nearest(resolved[$0].foreground, in: depth) }
            #expect(Set(colors).count == colors.count, "\(depth): \(colors)")
            let looks = ThemeReview.states.map { role in
                Style(
                    foreground: Palette.nearest(resolved[role].foreground, in: depth),
                    attributes: resolved[role].attributes)
            }
            #expect(Set(looks).count == looks.count, "\(depth): \(looks)")
        }
    }

    @Test("with 16 colours none is left to chance: each is one of the sixteen, or the terminal's own", arguments: names)
    func sixteen(_ name: String) throws {
        let theme = try found(name).theme.resolved(for: .colors16)
        for role in Role.allCases {
            for color in [theme[role].foreground, theme[role].background] {
                #expect(Palette.nearest(color, in: .colors16) == color, "\(role): \(color)")
            }
            let isSeen = theme[role].foreground != theme[role].background || theme[role].foreground == .standard
            #expect(isSeen, "\(role)")
        }
    }
}
