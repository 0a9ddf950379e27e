import Screen

/// What a terminal says of its mouse.
struct MouseReport: Equatable {
    /// What the user did, as far as it means anything to us: no releases, no moves, no other buttons.
    let mouse: Mouse?

    /// The form of mode 1006 behind its `<`: button, column and row in decimal digits, then `M` or `m` for a release.
    init?(_ body: ArraySlice<UInt8>, _ last: UInt8) {
        let isRelease = last == 0x6D
        guard isRelease || last == 0x4D else { return nil }
        let numbers = body.split(separator: 0x3B, omittingEmptySubsequences: false).map {
            $0.count > 5 ? nil : Int(String(decoding: $0, as: UTF8.self))
        }
        guard numbers.count == 3, let button = numbers[0], let column = numbers[1], let row = numbers[2],
            button >= 0, column > 0, row > 0
        else { return nil }
        let position = Position(row: row - 1, column: column - 1)
        mouse = isRelease ? nil : Self.kind(button).map { Mouse($0, at: position) }
    }

    /// The form that terminals have which do not know mode 1006: three bytes, each 32 above its number.
    init(old body: [UInt8]) {
        let numbers = body.map { Int($0) - 32 }
        guard numbers.count == 3, numbers.allSatisfy({ $0 >= 0 }), numbers[1] > 0, numbers[2] > 0 else {
            mouse = nil
            return
        }
        let position = Position(row: numbers[2] - 1, column: numbers[1] - 1)
        mouse = Self.kind(numbers[0]).map { Mouse($0, at: position) }
    }

    private static func kind(_ button: Int) -> Mouse.Kind? {
        // Shift, Alt and Ctrl make no difference.
        switch button & ~0b11100 {
        case 0: .press
        case 64: .wheelUp
        case 65: .wheelDown
        default: nil
        }
    }
}
