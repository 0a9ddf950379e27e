import TestSupport

/// Texts that are meant to take a terminal, a screen or a shell in.
enum HostileText {
    /// What somebody would think of.
    static let known: [String] = [
        "\u{1B}[31mred\u{1B}[0m", "\u{1B}[2J\u{1B}[H", "\u{1B}]52;c;cm0gLXJmIC8=\u{7}", "\u{1B}]52;c;!\u{1B}\\",
        "\u{1B}]8;;https://example.com\u{1B}\\link\u{1B}]8;;\u{1B}\\", "\u{1B}]0;title\u{7}", "\u{1B}P+q544e\u{1B}\\",
        "\u{1B}", "\u{1B}[", "\u{1B}]0;no end", "\u{9B}31mC1\u{9B}0m", "\u{9D}0;title\u{9C}", "\u{90}q\u{9C}",
        "\u{84}\u{85}\u{8D}\u{96}", "\u{202E}dlrow\u{202C}", "\u{2066}isolate\u{2069}", "\u{200E}\u{200F}\u{61C}",
        "a\u{200B}b\u{2060}c\u{FEFF}d", "\u{AD}soft", "\u{E0041}\u{E0042}\u{E007F}", "\u{FFF9}x\u{FFFA}y\u{FFFB}",
        "e" + String(repeating: "\u{301}", count: 500), "\u{301}first", String(repeating: "\u{489}", count: 40),
        "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}", "\u{200D}\u{200D}", "\u{1F3FD}",
        "\u{1F1E8}\u{1F1F3}\u{1F1E8}", String(repeating: "界", count: 700), "x" + String(repeating: "界", count: 39),
        String(repeating: "x", count: 5000), "a\u{0}b", "\r\n\r", "line\u{2028}line\u{2029}line", "\u{B}\u{C}",
        "\t\t\t",
        "back\u{8}\u{8}\u{8}\u{8}", "\u{7F}\u{7F}", "'; rm -rf / #", "'\u{301}; reboot #", "'\u{200D}'\u{FE0F}",
        "=\u{301}", "\r\n'\r\n", "$(reboot)", "`reboot`", "'\\''", "\\",
        "\"$HOME\"",
        "a\nb", "-rf", "--help", "{{name}}", "{{ACS::InstanceId}}", "%s%n%d", "!!", "~root", "*", "", " ", "　全角　",
        "\u{FFFD}", "\u{E000}\u{F8FF}", "\u{10FFFF}", "ﷺ", "\u{1160}\u{115F}\u{3164}\u{FFA0}",
        "क्षि", "\u{0E33}", "\u{1100}\u{1161}\u{11A8}", "\u{2800}", "\u{34F}\u{180E}", "\u{206A}\u{206F}",
    ]

    /// Numbers that are no letters.
    private static let noLetters = [0xFDD0, 0xFFFE, 0x1FFFF].compactMap { Unicode.Scalar(UInt32($0)) }

    private static let pieces =
        known.map { String($0.prefix(60)) } + ["a", " ", "0", "界", "\u{1B}", "\u{9B}", ";", "m", "\n", "'", "\u{301}"]
        + noLetters.map { String(Character($0)) }

    /// Some of them beside each other; the same ones for the same seed.
    static func mixed(_ seed: UInt64) -> String {
        var generator = Seeded(seed)
        let count = Int.random(in: 1...12, using: &generator)
        return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }

    /// Texts that were thought of, then mixtures of them.
    static func numbered(_ number: Int) -> String {
        number < known.count ? known[number] : mixed(UInt64(number))
    }

    /// A text as a program writes it, with bytes that are no text between it.
    static func bytes(_ number: Int) -> [UInt8] {
        var generator = Seeded(UInt64(number) &+ 1_000_000)
        let noise = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
            UInt8.random(in: 0...255, using: &generator)
        }
        return Array(numbered(number).utf8) + noise + [0xC3, 0x28, 0xF0, 0x9F, 0x0A, 0xED, 0xA0, 0x80]
            + noise.reversed()
    }
}
