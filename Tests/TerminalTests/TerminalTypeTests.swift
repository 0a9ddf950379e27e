import Testing

@testable import Terminal

@Suite("What is known of a terminal") struct TerminalTypeTests {
    private static let usual = ["xterm-256color", "xterm", "vt100"]

    @Test(
        "what it is a kind of comes before what everything is like",
        arguments: [
            (nil, usual), ("", usual), ("xterm", ["xterm", "xterm-256color", "vt100"]),
            ("xterm-kitty", ["xterm-kitty"] + usual),
            ("alacritty", ["alacritty"] + usual), ("foot-extra", ["foot-extra", "foot"] + usual),
            ("screen.xterm-kitty", ["screen.xterm-kitty", "screen.xterm", "screen-256color", "screen"] + usual),
            ("tmux-direct9", ["tmux-direct9", "screen-256color", "tmux"] + usual),
            ("linux-16color", ["linux-16color", "linux"] + usual), ("-", ["-"] + usual),
        ] as [(String?, [String])]) func candidates(_ type: String?, _ names: [String])
    {
        #expect(TerminalType.candidates(for: type) == names)
    }

    @Test(
        "an Escape waits as long as the environment says, within reason",
        arguments: [
            (nil, 25), ("", 25), ("0", 0), ("100", 100), ("-1", 25), ("1.5", 25), ("99999", 1000), ("99999999999", 25),
        ] as [(String?, Int32)]) func escapeDelay(_ wish: String?, _ milliseconds: Int32)
    {
        #expect(Modes.escapeDelay(wish) == milliseconds)
    }
}
