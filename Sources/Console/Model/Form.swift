public import CloudAssistant

/// What is being prepared: a command, its parameters and how to run it. Nothing of it is sent before the preview is
/// confirmed.
public struct Form: Equatable, Sendable {
    /// The places that the cursor can be in.
    public enum Place: Hashable, Sendable {
        /// The script of an ad-hoc command.
        case content
        /// The value of a parameter, by its name.
        case parameter(String)
        /// Seconds until a run is ended.
        case timeout
        /// The user to run as.
        case username
        /// The directory to run in.
        case workingDirectory
        /// What a stop or timeout ends.
        case terminationMode
        /// The button that gives up.
        case cancel
        /// The button that goes on to the preview.
        case preview
    }

    /// The command to run; nil for a script that is typed here.
    public let command: Command?
    /// Where to run it.
    public let targets: [Target]
    /// The region of the targets.
    public let region: RegionID
    /// Drawn once for the form: however often it is sent, it runs once.
    public var token: String?
    /// Where the cursor is.
    public var place: Place
    /// Why it was refused last.
    public var error: APIError?
    /// True after the first Escape when something would be lost; the second one leaves.
    public var isLeaving = false
    var content = TextField(limit: 64_000)
    var values: [String: TextField] = [:]
    var timeout: TextField
    var username = TextField(limit: 300)
    var workingDirectory: TextField
    var terminationMode = TerminationMode.process

    init(_ command: Command?, on targets: [Target], in region: RegionID) {
        self.command = command
        self.targets = targets
        self.region = region
        timeout = TextField("\(command?.timeoutSeconds ?? 60)", limit: 12)
        workingDirectory = TextField(command?.workingDirectory ?? "", limit: 400)
        place = .content
        for definition in command?.parameters ?? [] {
            values[definition.name.lowercased()] = TextField(definition.defaultValue)
        }
        if command != nil { place = places.first ?? .preview }
    }

    /// The parameters that there are fields for: the command's, or those that the typed script names.
    public var parameterNames: [String] {
        if let command { return command.enablesParameters ? command.parameters.map(\.name) : [] }
        return Template(content.text).parameterNames
    }

    /// Those that nothing was typed for: allowed, but a script seldom means it.
    var emptyParameters: [String] { parameterNames.filter { values[$0.lowercased()]?.text.isEmpty ?? true } }

    /// The places in the order in which Tab reaches them.
    public var places: [Place] {
        (command == nil ? [.content] : []) + parameterNames.map { .parameter($0) }
            + [.timeout, .username, .workingDirectory, .terminationMode, .cancel, .preview]
    }

    /// The field at a place, nil for what is no text.
    subscript(place: Place) -> TextField? {
        get {
            switch place {
            case .content: content
            case .parameter(let name): values[name.lowercased()] ?? TextField()
            case .timeout: timeout
            case .username: username
            case .workingDirectory: workingDirectory
            case .terminationMode, .cancel, .preview: nil
            }
        }
        set {
            guard let newValue else { return }
            switch place {
            case .content: content = newValue
            case .parameter(let name): values[name.lowercased()] = newValue
            case .timeout: timeout = newValue
            case .username: username = newValue
            case .workingDirectory: workingDirectory = newValue
            case .terminationMode, .cancel, .preview: break
            }
        }
    }

    /// The targets that commands do not reach now.
    public var unready: [Target] { targets.filter { !$0.isReady } }

    /// True when leaving would lose a script that somebody typed.
    var holdsWork: Bool { !content.letters.allSatisfy(\.isWhitespace) }

    /// Puts in what was typed or pasted, as far as the field takes it.
    mutating func insert(_ text: String) {
        guard var field = self[place] else { return }
        switch place {
        case .content: field.insert(text)
        case .timeout: field.insert(text.filter { $0.isASCII && $0.isNumber })
        default: field.insert(text.filter { !$0.isNewline })
        }
        self[place] = field
    }

    mutating func move(by count: Int) {
        let places = places
        let index = places.firstIndex(of: place) ?? 0
        place = places[(index + count + places.count) % places.count]
    }

    /// Puts the cursor on the field that a refusal is about.
    mutating func show(_ error: APIError) {
        self.error = error
        if let wrong = errorPlace { place = wrong }
    }

    /// The field that the refusal is about; nil when it is about none of the form's fields.
    var errorPlace: Place? {
        guard let error else { return nil }
        switch error.facts[.parameter] ?? error.code.known?.entry.parameter {
        case "CommandContent": return command == nil ? .content : nil
        case "Timeout": return .timeout
        case "Username": return .username
        case "WorkingDir": return .workingDirectory
        case "TerminationMode": return .terminationMode
        case "Parameters":
            let name = error.facts[.name]?.lowercased()
            return parameterNames.first { $0.lowercased() == name }.map { .parameter($0) }
        default: return nil
        }
    }
}
