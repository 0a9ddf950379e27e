import CNcurses
import Screen

/// A key or a report that ncurses does not know, while its bytes come in: over a network they may come in pieces.
struct ControlSequence {
    /// What the bytes so far began.
    enum Kind {
        /// Behind `ESC [`.
        case control
        /// Behind `ESC O`.
        case application
        /// The old form of a mouse report, behind `ESC [ M`: three bytes of any kind.
        case oldMouse
    }

    /// What one more byte makes of it.
    enum Step: Equatable {
        case more
        case paste
        case mouse(MouseReport)
        case key(Key)
        /// It cannot be part of it: what was there is forgotten, the byte counts for itself.
        case broken
    }

    /// The longest that is kept; more of it is dropped.
    private static let limit = 64
    /// Milliseconds after which the rest does not come any more.
    private static let patience = 500

    private var kind: Kind
    private var body: [UInt8] = []
    private let began: Int

    init(_ kind: Kind, _ body: [UInt8] = [], at time: Int) {
        self.kind = kind
        self.body = body
        began = time
    }

    func isStale(at time: Int) -> Bool { time - began > Self.patience }

    mutating func take(_ byte: UInt8) -> Step {
        switch kind {
        case .control: return control(byte)
        case .application:
            guard (0x41...0x7A).contains(byte) else { return .broken }
            return .key(Self.letterKeys[byte] ?? .unknown(Int(byte)))
        case .oldMouse:
            body.append(byte)
            return body.count < 3 ? .more : .mouse(MouseReport(old: body))
        }
    }

    private mutating func control(_ byte: UInt8) -> Step {
        // The Linux console has a second bracket in its function keys.
        let isInside = (0x20...0x3F).contains(byte) || (byte == 0x5B && body.isEmpty)
        if isInside {
            if body.count < Self.limit { body.append(byte) }
            return .more
        }
        guard (0x40...0x7E).contains(byte) else { return .broken }
        if byte == 0x4D, body.isEmpty {
            kind = .oldMouse
            return .more
        }
        return end(byte)
    }

    private func end(_ last: UInt8) -> Step {
        if last == 0x7E {
            if body == Array("200".utf8) { return .paste }
            return .key(Self.numberedKeys[String(decoding: body, as: UTF8.self)] ?? .unknown(Int(last)))
        }
        if body.first == 0x3C, let report = MouseReport(body.dropFirst(), last) { return .mouse(report) }
        return .key(body.isEmpty ? Self.letterKeys[last] ?? .unknown(Int(last)) : .unknown(Int(last)))
    }

    private static let letterKeys: [UInt8: Key] = [
        0x41: .up, 0x42: .down, 0x43: .right, 0x44: .left, 0x46: .end, 0x48: .home, 0x5A: .backTab, 0x50: .function(1),
        0x51: .function(2), 0x52: .function(3), 0x53: .function(4),
    ]
    private static let numberedKeys: [String: Key] = [
        "1": .home, "2": .insert, "3": .delete, "4": .end, "5": .pageUp, "6": .pageDown, "7": .home, "8": .end,
        "11": .function(1), "12": .function(2), "13": .function(3), "14": .function(4), "15": .function(5),
        "17": .function(6), "18": .function(7), "19": .function(8), "20": .function(9), "21": .function(10),
        "23": .function(11), "24": .function(12),
    ]
}
