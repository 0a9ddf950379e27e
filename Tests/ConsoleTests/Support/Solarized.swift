import Screen

extension Theme {
    /// A theme with colours, as it is on a terminal that has 256 of them.
    static let solarized256 = Theme(
        name: "solarized-dark", variant: .dark,
        rules: Rules(roles: [
            .text: color(247, on: 234), .muted: color(242), .faint: color(240), .accent: color(32),
            .title: color(32, .bold), .titleInactive: color(242), .border: color(240), .borderActive: color(32, .bold),
            .headerBar: color(247, on: 235), .headerKey: color(254, on: 235, .bold), .hintKey: color(32, .bold),
            .selection: color(254, on: 24), .selectionInactive: color(254, on: 235), .marked: color(61, .bold),
            .match: color(234, on: 136), .matchCurrent: color(234, on: 166), .input: color(254, on: 235),
            .inputError: color(160, on: 235, .underline), .inputPlaceholder: color(242, on: 235),
            .button: color(32), .buttonActive: color(234, on: 32, .bold), .buttonDanger: color(160, .bold),
            .dialogDanger: color(160, .bold), .columnHeading: color(242, .bold), .tagKey: color(37),
            .codePlaceholder: color(166, .bold), .stateRunning: color(32, .bold), .statePending: color(242),
            .stateSuccess: color(64), .stateFailed: color(160, .bold), .stateTimeout: color(136), .info: color(37),
            .warning: color(136, .bold), .error: color(160, .bold), .tabActive: color(254, on: 24, .bold),
        ])
    ).resolved(for: .colors256)

    private static func color(_ text: UInt8, on ground: UInt8? = nil, _ attributes: Attributes = []) -> PartialStyle {
        PartialStyle(foreground: .indexed(text), background: ground.map { .indexed($0) }, attributes: attributes)
    }
}
