/// Swallows the escape sequences in the output of a program.
struct EscapeFilter {
    /// The most bytes one sequence may have before the rest counts as text again.
    static let longestSequence = 4_096

    private enum State {
        case text, escape, parameters, string, command
    }

    private var state = State.text
    private var swallowed = 0

    /// Whether the scalar is text and not part of an escape sequence.
    mutating func passes(_ scalar: Unicode.Scalar) -> Bool {
        if let opened = Self.state(openedBy: scalar) {
            state = opened
            swallowed = 1
            return false
        }
        if state == .text { return scalar.value != 0x9C }
        swallowed += scalar.utf8.count
        if swallowed > Self.longestSequence {
            state = .text
            return true
        }
        if scalar.value == 0x18 || scalar.value == 0x1A {
            state = .text
            return false
        }
        switch state {
        case .text: return true
        case .escape: return passesAfterEscape(scalar)
        case .parameters: return passesParameter(scalar)
        case .string, .command: return passesString(scalar)
        }
    }

    private static func state(openedBy scalar: Unicode.Scalar) -> State? {
        switch scalar.value {
        case 0x1B: .escape
        case 0x9B: .parameters
        case 0x9D: .command
        case 0x90, 0x98, 0x9E, 0x9F: .string
        default: nil
        }
    }

    private mutating func passesAfterEscape(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "[" where swallowed == 2: state = .parameters
        case "]" where swallowed == 2: state = .command
        case "P" where swallowed == 2, "X" where swallowed == 2, "^" where swallowed == 2, "_" where swallowed == 2:
            state = .string
        case " "..."/": break
        case "0"..."~": state = .text
        default:
            state = .text
            return true
        }
        return false
    }

    private mutating func passesParameter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " "..."?": break
        case "@"..."~": state = .text
        default:
            state = .text
            return true
        }
        return false
    }

    private mutating func passesString(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value == 0x9C || (scalar.value == 0x07 && state == .command) { state = .text }
        return false
    }
}
