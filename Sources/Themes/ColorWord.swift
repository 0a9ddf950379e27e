import Screen
import Settings

/// A colour as a theme file names it.
enum ColorWord: Hashable, Sendable {
    case color(Color)
    /// One of the palette's names, or of the sixteen colours that every terminal knows by name.
    case name(String)

    /// The colours that terminals have had names for since there are sixteen.
    static let terminalColors: [String: Color] = {
        let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]
        var colors: [String: Color] = ["default": .standard]
        for (number, name) in names.enumerated() {
            colors[name] = .indexed(UInt8(number))
            colors["bright-" + name] = .indexed(UInt8(number + 8))
        }
        return colors
    }()

    /// A text such as `#268bd2` or `blue`, or a number of the usual 256; nil for what can be none of these.
    init?(_ value: SettingsValue) {
        switch value {
        case .integer(let number):
            guard let index = UInt8(exactly: number) else { return nil }
            self = .color(.indexed(index))
        case .text(let text) where text.hasPrefix("#"):
            guard let color = Self.parts(text.utf8.dropFirst()) else { return nil }
            self = .color(color)
        case .text(let text): self = .name(text)
        default: return nil
        }
    }

    private static func parts(_ digits: Substring.UTF8View) -> Color? {
        let values = digits.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }.map { UInt8($0) }
        guard digits.count == 6, values.count == 6 else { return nil }
        return .rgb(values[0] << 4 | values[1], values[2] << 4 | values[3], values[4] << 4 | values[5])
    }

    /// The colour, with a palette to look names up in. A palette's name goes before a terminal's, except where
    /// `prefersTerminal`: among sixteen colours, `red` is the terminal's own.
    func color(in palette: [String: Color], prefersTerminal: Bool) -> Color? {
        switch self {
        case .color(let color): color
        case .name(let name):
            prefersTerminal
                ? Self.terminalColors[name] ?? palette[name] : palette[name] ?? Self.terminalColors[name]
        }
    }
}
