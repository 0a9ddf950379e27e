import Testing

@testable import Screen

@Suite struct ThemeTests {
    private func theme(_ roles: [Role: PartialStyle]) -> Theme { Theme(name: "one", rules: .init(roles: roles)) }

    @Test(arguments: Role.allCases) func `every role falls back to text in the end`(_ role: Role) {
        var current = role
        var steps = 0
        while let next = current.fallback, steps < Role.allCases.count {
            current = next
            steps += 1
        }
        #expect(current == .text)
        let theme = theme([.text: PartialStyle(foreground: .rgb(1, 2, 3), background: .rgb(4, 5, 6))])
        #expect(theme[role].foreground == .rgb(1, 2, 3))
        #expect(theme[role].background == .rgb(4, 5, 6))
        #expect(self.theme([:])[role].foreground == .standard)
    }

    @Test func `each part of a style falls back for itself`() {
        let theme = theme([
            .text: PartialStyle(foreground: .indexed(7), background: .indexed(0)),
            .accent: PartialStyle(foreground: .indexed(4)),
            .borderActive: PartialStyle(attributes: .bold),
            .dialogBorder: PartialStyle(background: .indexed(8)),
        ])
        #expect(theme[.borderActive] == Style(foreground: .indexed(4), background: .indexed(0), attributes: .bold))
        #expect(theme[.dialogBorder] == Style(foreground: .indexed(4), background: .indexed(8), attributes: .bold))
        #expect(theme[.scrollThumb] == theme[.borderActive])
    }

    @Test func `a role of which nothing is said stands out by attributes, one with colours only does not`() {
        #expect(theme([:])[.selection].attributes == .reverse)
        #expect(theme([.selection: PartialStyle(background: .indexed(4))])[.selection].attributes == [])
        #expect(theme([:])[.badgeProd].attributes == [.reverse, .bold])
        let failed = PartialStyle(foreground: .indexed(1), attributes: [])
        #expect(theme([.stateFailed: failed])[.badgeProd] == Style(foreground: .indexed(1), attributes: .reverse))
    }

    @Test func `what is said for fewer colours holds there, part by part`() {
        let theme = Theme(
            name: "one",
            rules: .init(
                roles: [.stateFailed: PartialStyle(foreground: .rgb(220, 50, 47), attributes: .bold)],
                ansi16: [.stateFailed: PartialStyle(foreground: .indexed(9))],
                colors256: [.stateFailed: PartialStyle(foreground: .indexed(124))]))
        let colors: [(ColorDepth, Color)] = [
            (.direct, .rgb(220, 50, 47)), (.colors256, .indexed(124)), (.colors16, .indexed(9)),
            (.colors8, .indexed(9)),
        ]
        for (depth, color) in colors {
            let resolved = theme.resolved(for: depth)
            #expect(resolved[.stateFailed] == Style(foreground: color, attributes: .bold), "\(depth)")
            #expect(resolved[.toastError].foreground == color, "\(depth)")
            #expect(resolved.resolved(for: .direct) == theme)
        }
    }

    @Test(arguments: Role.allCases) func `without colours every theme looks like mono`(_ role: Role) {
        let bare = theme([.text: PartialStyle(foreground: .rgb(1, 2, 3), background: .rgb(4, 5, 6))])
        #expect(bare.resolved(for: .mono)[role] == Theme.mono[role])
    }

    @Test func `without its background only the plain one goes`() {
        let theme = theme([
            .text: PartialStyle(foreground: .indexed(7), background: .indexed(234)),
            .selection: PartialStyle(background: .indexed(24)),
        ]).withoutBackground
        #expect(theme[.text] == Style(foreground: .indexed(7)))
        #expect(theme[.muted].background == .standard)
        #expect(theme[.selection].background == .indexed(24))
    }

    @Test(arguments: Role.allCases) func `mono has no colour and terminal no background`(_ role: Role) {
        #expect(Theme.mono[role].foreground == .standard)
        #expect(Theme.mono[role].background == .standard)
        #expect(Theme.terminal[role].background == .standard)
    }

    @Test(arguments: [false, true]) func `built-in themes tell states apart`(_ isMono: Bool) {
        let theme = isMono ? Theme.mono : .terminal
        let states: [Role] = [.stateSuccess, .stateFailed, .stateTimeout, .stateUnknown, .statePending]
        #expect(Set(states.map { theme[$0] }).count == states.count)
    }

    @Test func `every role has a name of its own, of lower-case words and dots`() {
        for role in Role.allCases {
            #expect(Role(name: role.name) == role)
            #expect(
                role.name.utf8.allSatisfy { $0 == UInt8(ascii: ".") || (UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0) })
        }
        #expect(Set(Role.allCases.map(\.name)).count == Role.allCases.count)
        for name in ["", "Text", "stateFailed", "state.", "text "] { #expect(Role(name: name) == nil) }
        #expect(Role.core.count == 15 && Set(Role.core).count == 15)
    }
}
