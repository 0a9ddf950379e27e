import Glibc
import Screen
import TestSupport
import Testing

/// What is on every screen of the console.
private let sign = "Targets"

@Suite("The terminal after the console", .timeLimit(.minutes(4))) struct RestorationTests {
    /// The shell stays, so that nothing but the console can have put the terminal back.
    private static let once = "CONSOLE; echo \"[ended $?]\"; read line; echo \"[again]\"; read line"

    @Test("is as it was after q")
    func quit() async throws {
        try await Sitting.with(Self.once) { sitting, _ in
            try await sitting.see(sign)
            #expect(sitting.display.isAlternate)
            #expect(sitting.display.modes.contains("2004"))
            #expect(sitting.display.modes.isDisjoint(with: ["1000", "1006"]))
            #expect(!sitting.hasItsModes)
            sitting.type("q")
            try await sitting.see("[ended 0]")
            try await sitting.seeGivenBack("q")
            #expect(sitting.display.strange.isEmpty)
        }
    }

    @Test("is as it was after signals", arguments: [SIGTERM, SIGHUP, SIGINT])
    func requests(_ signal: Int32) async throws {
        try await Sitting.with(Self.once) { sitting, _ in
            try await sitting.see(sign)
            kill(try await sitting.console(), signal)
            try await sitting.see("[ended 0]")
            try await sitting.seeGivenBack("signal \(signal)")
        }
    }

    @Test(
        "is as it was after faults",
        arguments: [SIGABRT, SIGSEGV, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGSYS, SIGQUIT])
    func faults(_ signal: Int32) async throws {
        try await Sitting.with(Self.once) { sitting, _ in
            try await sitting.see(sign)
            kill(try await sitting.console(), signal)
            try await sitting.see("[ended \(128 + signal)]")
            try await sitting.seeGivenBack("signal \(signal)")
            #expect(sitting.display.strange.isEmpty)
        }
    }

    @Test("is as it was after a kill, of the console alone and of its group", arguments: [false, true])
    func killed(_ isGroup: Bool) async throws {
        // With job control the console has a group of its own.
        try await Sitting.with(Self.once, isJobControlled: true) { sitting, _ in
            try await sitting.see(sign)
            let console = try await sitting.console()
            let watcher = try await sitting.watcher(of: console)
            kill(isGroup ? -console : console, SIGKILL)
            // The shell may be the first to notice, and write over the picture; then that is lost with it.
            try await sitting.hear("[ended 137]")
            try await sitting.seeGivenBack("a kill")
            sitting.type("\n")
            try await sitting.see("[again]")
            try await eventually("the watcher ends") { kill(watcher, 0) != 0 }
        }
    }

    @Test("is not touched after a kill when another program has it by then")
    func killedWhileStopped() async throws {
        let words = "CONSOLE; echo \"[stopped]\"; read line; stty raw; echo \"[raw]\"; kill -9 %1; wait; read line"
        try await Sitting.with(words, isJobControlled: true) { sitting, _ in
            try await sitting.see(sign)
            let console = try await sitting.console()
            let watcher = try await sitting.watcher(of: console)
            sitting.type("\u{1A}")
            try await sitting.see("[stopped]")
            try await sitting.seeGivenBack("Ctrl-Z")
            sitting.look()
            let said = sitting.bytes.count
            sitting.type("\n")
            try await eventually("the watcher ends") { kill(watcher, 0) != 0 }
            sitting.look()
            #expect(!sitting.hasItsModes)
            #expect(!sitting.bytes[said...].contains(Array("\u{1B}[?1049l".utf8)))
        }
    }

    @Test("a proper end leaves nobody who holds it")
    func nobodyHoldsIt() async throws {
        for ending in ["q", "\u{3}\u{3}"] {
            try await Sitting.with("CONSOLE") { sitting, _ in
                try await sitting.see(sign)
                _ = try await sitting.watcher(of: sitting.console())
                sitting.type(ending)
                try await sitting.seeAllGone()
            }
        }
    }

    @Test("a console whose terminal goes away ends, and its watcher with it")
    func closed() async throws {
        try await Sitting.with("trap '' HUP; CONSOLE; read line") { sitting, _ in
            try await sitting.see(sign)
            let console = try await sitting.console()
            let watcher = try await sitting.watcher(of: console)
            try await sitting.leave()
            try await eventually("both end") { kill(console, 0) != 0 && kill(watcher, 0) != 0 }
        }
    }

    @Test("a watcher that is killed takes nothing along")
    func watcherKilled() async throws {
        try await Sitting.with(Self.once) { sitting, _ in
            try await sitting.see(sign)
            kill(try await sitting.watcher(of: sitting.console()), SIGKILL)
            sitting.type("\u{0C}q")
            try await sitting.see("[ended 0]")
            try await sitting.seeGivenBack("q")
        }
    }
}

@Suite("A stopped console", .timeLimit(.minutes(4))) struct SuspensionTests {
    private static let twice = """
        CONSOLE; echo "[stopped]"; read line; fg; echo "[ended $?]"; read line
        """

    @Test("gives the terminal back and takes it over again, however it was stopped", arguments: ["key", "TSTP"])
    func stopAndGoOn(_ how: String) async throws {
        try await Sitting.with(Self.twice, isJobControlled: true) { sitting, _ in
            try await sitting.see(sign)
            if how == "key" { sitting.type("\u{1A}") } else { kill(try await sitting.console(), SIGTSTP) }
            try await sitting.see("[stopped]")
            try await sitting.seeGivenBack(how)
            sitting.type("\n")
            try await sitting.see(sign)
            try await eventually("the modes are on again") {
                sitting.look()
                return sitting.display.isAlternate && sitting.display.modes.contains("2004") && !sitting.hasItsModes
            }
            sitting.type("q")
            try await sitting.see("[ended 0]")
            try await sitting.seeGivenBack("q")
        }
    }

    @Test("learns of the size that the terminal has meanwhile")
    func newSize() async throws {
        try await Sitting.with(Self.twice, isJobControlled: true) { sitting, _ in
            try await sitting.see(sign)
            sitting.type("\u{1A}")
            try await sitting.see("[stopped]")
            sitting.resize(Size(rows: 40, columns: 140))
            sitting.type("\n")
            try await sitting.see(sign)
            // Only a line of the whole width shows it.
            try await eventually("all columns are used") {
                sitting.look()
                return sitting.display.cells.contains { $0[139] != " " }
            }
            sitting.type("q")
            try await sitting.see("[ended 0]")
        }
    }
}
