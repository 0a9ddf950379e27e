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
        /// Folds and unfolds what is seldom changed.
        case more
        /// When it runs: once, or by a frequency, or at restarts.
        case repeatMode
        /// By what frequency.
        case frequency
        /// Seconds until a run is ended.
        case timeout
        /// The user to run as.
        case username
        /// The directory to run in.
        case workingDirectory
        /// What a stop or timeout ends.
        case terminationMode
        /// The program that starts the script.
        case launcher
        /// Labels of the invocation.
        case tags
        /// The resource group of the invocation.
        case resourceGroup
        /// Goes on to the preview.
        case preview
    }

    /// The fields that are folded away.
    static let advanced: [Place] = [
        .repeatMode, .frequency, .timeout, .username, .workingDirectory, .terminationMode, .launcher, .tags,
        .resourceGroup,
    ]

    /// The command to run; nil for a script that is typed here.
    public let command: Command?
    /// Where to run it.
    public let region: RegionID
    /// Drawn once for the form: however often it is sent, it runs once.
    public var token: String?
    /// Where the cursor is.
    public private(set) var place: Place
    /// True while keys go into the field under the cursor.
    public internal(set) var isEditing = false
    /// True while the seldom used fields are folded away.
    public internal(set) var isFolded = true
    /// Why it was refused last.
    public internal(set) var refusal: APIError?
    /// The first rule that it breaks now.
    public internal(set) var problem: APIError?
    /// What in its script should be looked at twice.
    private(set) var dangers: [Danger] = []
    /// The fields that somebody typed in: their problems are shown at once, those of the others when it matters.
    private(set) var touched: Set<Place> = []
    /// True after the preview was asked for.
    var wasTried = false
    var type: CommandType
    private var fields: [Place: TextField]

    init(_ command: Command?, in region: RegionID, script: String = "") {
        self.command = command
        self.region = region
        type = command?.type ?? .shell
        fields = [
            .content: TextField(script, limit: 64_000),
            .repeatMode: TextField(RepeatMode.once.rawValue), .frequency: TextField(limit: 256),
            .timeout: TextField("\(command?.timeoutSeconds ?? Limits().defaultTimeout)", limit: 12),
            .username: TextField(limit: 300),
            .workingDirectory: TextField(command?.workingDirectory ?? "", limit: 400),
            .terminationMode: TextField(TerminationMode.process.rawValue),
            .launcher: TextField(command?.launcher ?? "", limit: 2000), .tags: TextField(limit: 4000),
            .resourceGroup: TextField(limit: 200),
        ]
        place = .content
        for definition in command?.parameters ?? [] {
            fields[Self.key(definition.name)] = TextField(definition.defaultValue)
        }
        if command != nil { place = places.first { $0 != .more } ?? .preview }
    }

    private static func key(_ name: String) -> Place { .parameter(name.lowercased()) }

    /// The parameters that there are fields for: the command's, or those that the typed script names.
    public var parameterNames: [String] {
        if let command { return command.enablesParameters ? command.parameters.map(\.name) : [] }
        return Template(text(.content)).parameterNames
    }

    /// Those that nothing was typed for: allowed, but a script seldom means it.
    var emptyParameters: [String] { parameterNames.filter { text(.parameter($0)).isEmpty } }

    /// What is known of a parameter.
    func definition(_ name: String) -> ParameterDefinition? { command?.parameters.first { $0.name == name } }

    /// The only values that a field takes; empty when it takes any.
    func choices(_ place: Place) -> [String] {
        switch place {
        case .parameter(let name):
            if let command, let definition = definition(name), case .choice(let values) = command.kind(of: definition) {
                values
            } else {
                []
            }
        case .terminationMode: TerminationMode.allCases.map(\.rawValue)
        case .repeatMode: RepeatMode.allCases.map(\.rawValue)
        default: []
        }
    }

    /// The places in the order in which the cursor goes through them.
    public var places: [Place] {
        (command == nil ? [.content] : []) + parameterNames.map { .parameter($0) } + [.more]
            + (isFolded ? [] : Self.advanced) + [.preview]
    }

    /// The field at a place, nil for what takes no text.
    public subscript(place: Place) -> TextField? {
        get {
            switch place {
            case .more, .preview: nil
            case .parameter(let name): fields[Self.key(name)] ?? TextField()
            default: fields[place]
            }
        }
        set {
            if case .parameter(let name) = place { fields[Self.key(name)] = newValue } else { fields[place] = newValue }
        }
    }

    /// What stands in a field.
    public func text(_ place: Place) -> String { self[place]?.text ?? "" }

    /// True when leaving would lose what somebody typed.
    public var holdsWork: Bool { !touched.isEmpty || !text(.content).allSatisfy(\.isWhitespace) }

    // MARK: - Changes

    /// Puts in what was typed or pasted, as far as the field takes it.
    mutating func insert(_ text: String) {
        let place = place
        change { field in
            switch place {
            case .content: field.insert(text)
            case .timeout: field.insert(text.filter { $0.isASCII && $0.isNumber })
            default: field.insert(text.filter { !$0.isNewline })
            }
        }
    }

    /// Changes the field under the cursor; what was wrong with the form before no longer counts when its text changed.
    mutating func change(_ change: (inout TextField) -> Void) {
        guard var field = self[place] else { return }
        let before = field.letters
        change(&field)
        self[place] = field
        guard field.letters != before else { return }
        touched.insert(place)
        refusal = nil
    }

    /// Puts a text into a field as if it had been typed.
    mutating func set(_ place: Place, to text: String) {
        guard let field = self[place] else { return }
        self[place] = TextField(text, limit: field.limit)
        touched.insert(place)
        refusal = nil
    }

    /// A refusal of the targets says nothing about other targets.
    mutating func targetsChanged() {
        if let refusal, refusal.isAboutTargets { self.refusal = nil }
    }

    /// Goes to the next of the values that a field takes.
    mutating func turnChoice(by count: Int) {
        let choices = choices(place)
        guard !choices.isEmpty else { return }
        let index = choices.firstIndex(of: text(place)) ?? (count > 0 ? -1 : 0)
        set(place, to: choices[(index + count + choices.count) % choices.count])
    }

    // MARK: - The cursor

    mutating func move(by count: Int) {
        let places = places
        let index = places.firstIndex(of: place) ?? 0
        let (target, overflow) = index.addingReportingOverflow(count)
        place = places[overflow ? (count < 0 ? 0 : places.count - 1) : max(0, min(target, places.count - 1))]
    }

    /// Puts the cursor somewhere; what is folded away unfolds.
    mutating func go(to place: Place) {
        if Self.advanced.contains(place) { isFolded = false }
        if places.contains(place) { self.place = place }
    }

    // MARK: - What is wrong

    /// Looks at the script anew, after something of it changed.
    mutating func lookForDangers() { dangers = Danger.all(in: script) }

    /// What is to be shown as wrong: a refusal, or a rule that the form breaks where somebody typed or all was tried.
    public var error: APIError? {
        if let refusal { return refusal }
        guard let problem else { return nil }
        if wasTried { return problem }
        guard let place = Self.place(of: problem, in: self), touched.contains(place) else { return nil }
        return problem
    }

    /// The field that the error is about; nil when it is about none of the form's fields.
    var errorPlace: Place? { error.flatMap { Self.place(of: $0, in: self) } }

    static func place(of error: APIError, in form: Form) -> Place? {
        switch error.parameter {
        case "CommandContent": return form.command == nil ? .content : nil
        case "RepeatMode": return .repeatMode
        case "Frequency": return .frequency
        case "Timeout": return .timeout
        case "Username": return .username
        case "WorkingDir": return .workingDirectory
        case "TerminationMode": return .terminationMode
        case "Launcher": return .launcher
        case "Tag": return .tags
        case "ResourceGroupId": return .resourceGroup
        case "Parameters":
            let name = error.facts[.name]?.lowercased()
            return form.parameterNames.first { $0.lowercased() == name }.map { .parameter($0) }
        default: return nil
        }
    }
}

extension APIError {
    /// True when it is not the form that is to be corrected, but what it goes to.
    var isAboutTargets: Bool { parameter == "InstanceId" || parameter == "ResourceTag" }

    /// The parameter that it is about, without the number of the one of several.
    var parameter: String? {
        (facts[.parameter] ?? code.known?.entry.parameter).flatMap { $0.split(separator: ".").first.map(String.init) }
    }
}
