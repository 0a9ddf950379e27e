import Glibc

extension Terminal {
    /// The longest Base64 that terminals take for their clipboard.
    static let clipboardLimit = 74_994

    /// Asks the terminal to put text on the clipboard of whoever sits at it (OSC 52). Nothing comes back: it may not do it.
    ///
    /// With `throughScreen` the request is wrapped so that GNU screen hands it on. False when the text is too long to be
    /// sent, or the terminal is of a type that would show the request instead.
    public func copy(_ text: String, throughScreen: Bool = false) -> Bool {
        let isMute = ["linux", "vt", "ansi", "cygwin", "sun"].contains { type.hasPrefix($0) }
        guard !isMute, Base64.length(of: text.utf8.count) <= Self.clipboardLimit else { return false }
        let request = Array("\u{1b}]52;c;".utf8) + Base64.text(Array(text.utf8))
        // A bell ends it, since the two bytes of the other end would end what screen wraps.
        send(throughScreen ? Self.wrapped(request + [0x07]) : request + Array("\u{1b}\\".utf8))
        return true
    }

    /// In pieces, because screen takes only a few hundred bytes at a time and puts them together again.
    private static func wrapped(_ request: [UInt8]) -> [UInt8] {
        let piece = 240
        return stride(from: 0, to: request.count, by: piece).flatMap { start in
            Array("\u{1b}P".utf8) + request[start..<min(start + piece, request.count)] + Array("\u{1b}\\".utf8)
        }
    }
}
