import CNcurses
import CPseudoTerminal
import Foundation
import Glibc
import Screen
import Synchronization
import Terminal
import TestSupport
import Testing

/// A terminal of our own with a program's `Terminal` on it, in this process.
final class Bench {
    let terminal: Terminal
    private(set) var display: Display
    private let ours: Int32
    private let theirs: Int32
    private let modes: termios
    private let reader: Reader

    init(_ size: Size = Size(rows: 24, columns: 80), type: String? = "xterm-256color", usesColor: Bool = true) throws {
        var path = [CChar](repeating: 0, count: 128)
        ours = pseudo_terminal_open(Int32(size.rows), Int32(size.columns), &path, path.count)
        try #require(ours >= 0)
        let name = String(decoding: path.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        theirs = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
        try #require(theirs >= 0)
        var modes = termios()
        tcgetattr(theirs, &modes)
        self.modes = modes
        display = Display(size)
        reader = Reader(ours)
        terminal = try Terminal(path: name, type: type, usesColor: usesColor)
    }

    /// Everything that was sent since the last time, once it has come through.
    @discardableResult
    func output() async throws -> [UInt8] {
        // What comes after everything else; a program on a terminal has no use for it.
        let mark: [UInt8] = [0x05]
        write(theirs, mark, 1)
        while true {
            if let bytes = reader.take(to: 0x05) {
                display.take(bytes)
                return bytes
            }
            try await Task.sleep(for: .milliseconds(1))
        }
    }

    /// Shows a frame and waits until it is on the screen.
    @discardableResult
    func show(_ frame: Frame) async throws -> [UInt8] {
        terminal.show(frame)
        return try await output()
    }

    /// Types bytes and takes the events that they make.
    func events(_ bytes: [UInt8], count: Int = 1) -> [InputEvent] {
        // As somebody else: long text is taken only while it is read.
        let ours = ours
        Thread {
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = rest.withUnsafeBytes { Glibc.write(ours, $0.baseAddress, $0.count) }
                guard written > 0 else { return }
                rest = rest.dropFirst(written)
            }
        }.start()
        return (0..<count).map { _ in terminal.nextEvent(milliseconds: 5000) }
    }

    /// Types a few bytes and waits for nothing.
    func type(_ bytes: some Sequence<UInt8>) {
        let bytes = Array(bytes)
        write(ours, bytes, bytes.count)
    }

    func events(_ text: String, count: Int = 1) -> [InputEvent] { events(Array(text.utf8), count: count) }

    /// What nobody knows is one unknown key, and the letter behind it stays a letter.
    func expectUnknownKey(_ text: String) {
        let events = events(text + "k", count: 2)
        guard case .key(.unknown) = events[0] else {
            Issue.record("\(text.debugDescription) became \(events[0])")
            return
        }
        #expect(events[1] == .key(.character("k")))
    }

    /// Writes as another program on the terminal would.
    func print(_ text: String) {
        let bytes = Array(text.utf8)
        write(theirs, bytes, bytes.count)
    }

    func resize(_ size: Size, isSignalled: Bool = true) {
        _ = pseudo_terminal_resize(ours, Int32(size.rows), Int32(size.columns))
        display = Display(size)
        // It is nobody's controlling terminal: who sits at it must be told by hand.
        if isSignalled { kill(getpid(), SIGWINCH) }
    }

    /// The modes of the terminal now; and whether they are as before.
    var hasItsModes: Bool {
        var now = termios()
        tcgetattr(theirs, &now)
        return now.c_lflag == modes.c_lflag && now.c_iflag == modes.c_iflag && now.c_oflag == modes.c_oflag
            && now.c_cflag == modes.c_cflag
    }

    /// The other end goes away.
    func hangUp() {
        reader.stop()
        Glibc.close(theirs)
        Glibc.close(ours)
    }

    func close() async throws {
        terminal.close()
        try await output()
    }
}

/// Takes in what a program writes, so that it never has to wait.
private final class Reader: Sendable {
    private struct Contents {
        var bytes: [UInt8] = []
        var isStopped = false
    }

    private let contents = Mutex(Contents())

    init(_ descriptor: Int32) {
        Thread { [self] in
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while !contents.withLock({ $0.isStopped }) {
                var file = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                guard poll(&file, 1, 20) > 0 else { continue }
                let count = read(descriptor, &buffer, buffer.count)
                guard count > 0 else { return }
                contents.withLock { $0.bytes += buffer[..<count] }
            }
        }.start()
    }

    func stop() { contents.withLock { $0.isStopped = true } }

    /// The bytes up to a mark, nil while it has not come.
    func take(to mark: UInt8) -> [UInt8]? {
        contents.withLock { contents in
            guard let end = contents.bytes.firstIndex(of: mark) else { return nil }
            defer { contents.bytes.removeFirst(end + 1) }
            return Array(contents.bytes[..<end])
        }
    }
}
