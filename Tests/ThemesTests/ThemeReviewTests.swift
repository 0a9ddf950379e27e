import Screen
import Testing

@testable import Themes

@Suite("What measuring a theme brings") struct ThemeReviewTests {
    private func problems(_ roles: [Role: PartialStyle]) -> [ThemeWarning.Problem] {
        ThemeReview.problems(of: Theme(name: "a", rules: .init(roles: roles)))
    }

    @Test func `roles that are missing are named`() {
        let missing = problems([.text: PartialStyle(foreground: .indexed(7))]).filter {
            if case .missingRole = $0 { true } else { false }
        }
        #expect(missing == Role.core.dropFirst().map { .missingRole($0) })
    }

    @Test func `built-in themes have all that is needed and nothing alike`() {
        #expect(!ThemeReview.problems(of: .terminal).contains { if case .alike = $0 { true } else { false } })
    }

    @Test func `contrast is that of the guidelines`() {
        #expect(Contrast.between(.rgb(0, 0, 0), .rgb(255, 255, 255)).map { ($0 * 10).rounded() } == 210)
        #expect(Contrast.between(.rgb(0x93, 0xA1, 0xA1), .rgb(0, 0x2B, 0x36)).map { ($0 * 10).rounded() } == 56)
        #expect(Contrast.between(.standard, .rgb(0, 0, 0)) == nil)
    }

    @Test func `faint text is told, and a state in bold and reverse is not faint`() {
        let ground = PartialStyle(foreground: .rgb(90, 90, 90), background: .rgb(0, 0, 0))
        let failed = PartialStyle(foreground: .rgb(80, 0, 0))
        let all = problems([.text: ground, .stateFailed: failed])
        #expect(all.contains(.lowContrast(.text, tenths: 30, needed: 45)))
        #expect(all.contains(.lowContrast(.stateFailed, tenths: 13, needed: 30)))
        var loud = failed
        loud.attributes = [.bold, .reverse]
        #expect(
            !problems([.text: ground, .stateFailed: loud]).contains(.lowContrast(.stateFailed, tenths: 13, needed: 30)))
    }

    @Test func `states that are alike with few colours are told`() {
        let all = problems([
            .stateSuccess: PartialStyle(foreground: .rgb(0, 200, 0), attributes: []),
            .stateRunning: PartialStyle(foreground: .rgb(0, 210, 0), attributes: []),
        ])
        #expect(all.contains(.alike(.stateSuccess, .stateRunning, .colors16)))
        #expect(!all.contains(.alike(.stateSuccess, .stateRunning, .direct)))
    }
}

@Suite("A theme's background") struct ThemeGroundTests {
    @Test(arguments: [
        ("15;0", Theme.Variant.dark), ("0;15", .light), ("0;default;15", .light), ("12;8", .dark), ("0;7", .light),
        ("7;6", .dark), (nil, nil), ("", nil), ("15;default", nil), ("0;16", nil), ("0;-1", nil),
    ])
    func `what a terminal tells of its own is understood`(_ told: String?, _ variant: Theme.Variant?) {
        #expect(Theme.Variant(colorfgbg: told) == variant)
    }

    @Test(arguments: [
        (false, Theme.Variant.dark, false), (true, .dark, true), (false, nil, true), (false, .light, true),
    ])
    func `it is painted unless that is dear and the terminal's own will do`(
        _ erases: Bool, _ own: Theme.Variant?, _ isPainted: Bool
    ) throws {
        for name in ["okabe-ito", "solarized-dark"] {
            let theme = try ThemeCatalogue().theme(named: name).theme
            let fitted = theme.fitted(to: .colors256, erasesInColor: erases, own: own)
            #expect((fitted[.text].background != .standard) == isPainted, "\(name)")
            #expect(fitted[.selection].background != .standard)
        }
    }

    @Test func `where the colours could not be read on the terminal's own, it is painted`() {
        let rules = Theme.Rules(roles: [.text: PartialStyle(foreground: .rgb(60, 60, 60), background: .rgb(0, 0, 0))])
        let theme = Theme(name: "faint", variant: .dark, rules: rules)
        #expect(theme.fitted(to: .direct, erasesInColor: false, own: .dark)[.text].background == .rgb(0, 0, 0))
    }

    @Test func `a theme without a background stays as it is, and without colours all look like mono`() {
        #expect(Theme.terminal.fitted(to: .direct, erasesInColor: false, own: .dark) == .terminal)
        let bare = Theme.terminal.fitted(to: .mono, erasesInColor: true, own: nil)
        for role in Role.allCases { #expect(bare[role] == Theme.mono[role]) }
    }
}
