/// A script with a name that can be run again and again.
public struct Command: Hashable, Sendable {
    /// `c-…`; for a command of a provider, its name.
    public var id: CommandID
    /// At most 128 characters.
    public var name: String
    /// At most 512 characters.
    public var description: String
    /// The language of the script and so the instances that it fits.
    public var type: CommandType
    /// The script as it was given, before any substitution.
    public var content: String
    /// Where it runs; nil means the run-as user's home.
    public var workingDirectory: String?
    /// Seconds after which a run is ended; 60 unless said otherwise.
    public var timeoutSeconds: Int
    /// The command line that starts the script; nil means the type's own.
    public var launcher: String?
    /// True when `{{name}}` in the content is replaced.
    public var enablesParameters: Bool
    /// The parameters that the content names, with what is known of them, in order of first use.
    public var parameters: [ParameterDefinition]
    /// Who provides it; nil for the account's own commands.
    public var provider: String?
    /// A heading to list it under; empty for own commands.
    public var category: String
    /// Version of a provider's command; nil for own ones.
    public var version: Int?
    /// How many invocations were made from it.
    public var invokeTimes: Int
    /// When it was made.
    public var created: Timestamp
    /// Its labels.
    public var tags: [Tag]
    /// The group it is in, or nil for the default group.
    public var resourceGroupID: ResourceGroupID?

    /// A command from its parts.
    public init(
        id: CommandID, name: String, description: String = "", type: CommandType, content: String,
        workingDirectory: String? = nil, timeoutSeconds: Int = 60, launcher: String? = nil,
        enablesParameters: Bool = false, parameters: [ParameterDefinition] = [], provider: String? = nil,
        category: String = "", version: Int? = nil, invokeTimes: Int = 0, created: Timestamp, tags: [Tag] = [],
        resourceGroupID: ResourceGroupID? = nil
    ) {
        self.id = id
        self.name = name
        self.description = description
        self.type = type
        self.content = content
        self.workingDirectory = workingDirectory
        self.timeoutSeconds = timeoutSeconds
        self.launcher = launcher
        self.enablesParameters = enablesParameters
        self.parameters = parameters
        self.provider = provider
        self.category = category
        self.version = version
        self.invokeTimes = invokeTimes
        self.created = created
        self.tags = tags
        self.resourceGroupID = resourceGroupID
    }
}

/// `Type` of a command.
public enum CommandType: String, Sendable, CaseIterable {
    /// A Unix script; its `#!` line counts.
    case shell = "RunShellScript"
    /// A Windows batch file.
    case bat = "RunBatScript"
    /// A PowerShell script, on Windows or with `pwsh` on Unix.
    case powerShell = "RunPowerShellScript"

    /// True when an instance of that family can run the type at all (else `InvalidInstance.NotMatch`).
    public func fits(_ os: OSType) -> Bool {
        switch self {
        case .shell: os != .windows
        case .bat: os == .windows
        case .powerShell: true
        }
    }
}

/// What is known of one `{{name}}` of a command.
public struct ParameterDefinition: Hashable, Sendable {
    /// At most 64 of `[A-Za-z0-9_-]`, compared without regard to case.
    public var name: String
    /// What it is for; empty for own commands.
    public var description: String
    /// True when an invocation without a value is refused (`Parameter.MissingValue`).
    public var isRequired: Bool
    /// The value when none is passed in; empty unless said otherwise.
    public var defaultValue: String
    /// The only values allowed; empty when any is.
    public var possibleValues: [String]
    /// What a value must look like, as a regular expression to tell callers; empty when nothing is said.
    public var patternRegex: String

    /// A definition from its parts.
    public init(
        name: String, description: String = "", isRequired: Bool = false, defaultValue: String = "",
        possibleValues: [String] = [], patternRegex: String = ""
    ) {
        self.name = name
        self.description = description
        self.isRequired = isRequired
        self.defaultValue = defaultValue
        self.possibleValues = possibleValues
        self.patternRegex = patternRegex
    }

    /// The definitions of an own command's parameters: the names in its script, of which nothing else is known.
    public static func named(in script: String) -> [ParameterDefinition] {
        Template(script).parameterNames.map { ParameterDefinition(name: $0) }
    }
}
