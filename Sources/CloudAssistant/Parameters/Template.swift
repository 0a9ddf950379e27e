/// A script taken apart at its `{{…}}` places, once: what is put in is never looked at again.
public struct Template: Hashable, Sendable {
    /// A part of a script.
    public enum Part: Hashable, Sendable {
        /// Text that stays as it is.
        case text(String)
        /// `{{name}}`: a custom parameter.
        case parameter(String)
        /// `{{ACS::Name}}`: a built-in parameter, by its name without the prefix.
        case builtIn(String)
        /// `{{oos:name}}` or `{{oos-secret:name}}`: a parameter of the store.
        case stored(name: String, isSecret: Bool)
        /// Empty braces, or braces round a word that no name may be: making a command of it is refused.
        case malformed(String)
    }

    /// The parts in order, each with the text that stood for it in the script.
    private let pieces: [(part: Part, source: String)]

    /// The parts in order; together they are the whole script.
    public var parts: [Part] { pieces.map(\.part) }

    /// Takes a script apart. Blanks and line ends inside the braces next to the name do not count (ECS API, InvokeCommand, Parameters).
    ///
    /// Braces round what could not be meant as a name, such as `${x:-{{1 + 1}}}`, stay text.
    public init(_ script: String) {
        var scanner = TemplateScanner(bytes: Array(script.utf8))
        pieces = scanner.pieces()
    }

    /// The names of the custom parameters in order of first use, compared without regard to case.
    public var parameterNames: [String] {
        var seen: Set<String> = []
        return pieces.compactMap { piece in
            guard case .parameter(let name) = piece.part, seen.insert(name.asciiLowerCased).inserted else { return nil }
            return name
        }
    }

    /// True when there is something to fill in: the script needs `EnableParameter`.
    public var hasPlaces: Bool {
        pieces.contains { piece in
            switch piece.part {
            case .parameter, .builtIn, .stored: true
            case .text, .malformed: false
            }
        }
    }

    /// The script with its places filled in, in one pass; `value` answers nil to leave a place as it is written.
    public func filled(_ value: (Part) -> String?) -> String {
        pieces.reduce(into: "") { script, piece in
            if case .text = piece.part {
                script += piece.source
            } else {
                script += value(piece.part) ?? piece.source
            }
        }
    }

    /// The script with its places filled in, but for those of the store: these are taken out, and told with where they
    /// were.
    func opened(_ value: (Part) -> String?) -> (script: [UInt8], stored: [StoredPlaces.Place]) {
        var script: [UInt8] = []
        var stored: [StoredPlaces.Place] = []
        for piece in pieces {
            switch piece.part {
            case .text: script += piece.source.utf8
            case .stored(let name, let isSecret):
                let reference = StoredReference(name: name, isSecret: isSecret)
                stored.append(StoredPlaces.Place(offset: script.count, reference: reference))
            case .parameter, .builtIn, .malformed: script += (value(piece.part) ?? piece.source).utf8
            }
        }
        return (script, stored)
    }

    /// The parameters of the store that the script names, each once, in order of first use.
    public var storedReferences: [StoredReference] {
        var seen: Set<StoredReference> = []
        return pieces.compactMap { piece in
            guard case .stored(let name, let isSecret) = piece.part else { return nil }
            let reference = StoredReference(name: name, isSecret: isSecret)
            return seen.insert(reference).inserted ? reference : nil
        }
    }

    /// Two templates are equal when their scripts are.
    public static func == (a: Template, b: Template) -> Bool {
        a.pieces.elementsEqual(b.pieces) { $0.part == $1.part && $0.source == $1.source }
    }

    /// Hashes the script.
    public func hash(into hasher: inout Hasher) {
        for piece in pieces { hasher.combine(piece.source) }
    }
}

/// The rule for names of custom parameters.
public enum ParameterName {
    /// The longest name, in bytes.
    public static let lengthLimit = 64

    /// True for the bytes that a name may have.
    public static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x5f, 0x2d: true
        default: false
        }
    }
}
