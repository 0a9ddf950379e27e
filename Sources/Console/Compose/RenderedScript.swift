import CloudAssistant

/// A script as it will run, in pieces: what stands in the command and what was put in.
struct RenderedScript: Equatable {
    /// Where a piece comes from.
    enum Origin: Equatable {
        /// The command's own text.
        case script
        /// The value of a parameter.
        case value
        /// The value of a parameter that is not to be read by others.
        case secret
        /// A place that the service fills in for each instance.
        case place
    }

    struct Piece: Equatable {
        let text: String
        let origin: Origin
    }

    private(set) var pieces: [Piece] = []

    init(plain: String) { pieces = [Piece(text: plain, origin: .script)] }

    /// Fills the places of a script in; `value` tells the value of a parameter and whether it is secret.
    init(_ content: String, _ value: (String) -> (String, isSecret: Bool)) {
        for part in Template(content).parts {
            switch part {
            case .text(let text): add(text, .script)
            case .parameter(let name):
                let (text, isSecret) = value(name)
                add(text, isSecret ? .secret : .value)
            case .builtIn(let name): add("{{ACS::\(name)}}", .place)
            case .stored(let name, let isSecret): add("{{\(isSecret ? "oos-secret" : "oos"):\(name)}}", .place)
            case .malformed(let text): add("{{\(text)}}", .script)
            }
        }
    }

    private mutating func add(_ text: String, _ origin: Origin) {
        if !text.isEmpty { pieces.append(Piece(text: text, origin: origin)) }
    }

    /// The whole script as it runs; nothing is hidden in it.
    var text: String { pieces.map(\.text).joined() }

    /// The whole script as it may be shown and copied.
    var shown: String { pieces.map { $0.origin == .secret ? Self.mask : $0.text }.joined() }

    /// The whole script with each line of a secret masked, so that it has as many lines as `text`.
    var masked: String {
        pieces.map { piece in
            guard piece.origin == .secret else { return piece.text }
            return Self.lines(piece.text).map { _ in Self.mask }.joined(separator: "\n")
        }
        .joined()
    }

    /// The lines of a script as a shell counts them: a carriage return is part of its line, whatever follows it.
    static func lines(_ text: String) -> [String] {
        text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    }

    /// What stands in place of what is not to be read; its length tells nothing.
    static let mask = "********"
}
