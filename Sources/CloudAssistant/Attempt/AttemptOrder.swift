/// Everything that a runner needs to run one attempt: the script after substitution and how to start and end it.
public struct AttemptOrder: Sendable, Equatable {
    /// The attempt's name, claimed before the script starts.
    public let key: AttemptKey
    /// The script's bytes, exactly as they are to stand in the file once there is nothing `stored`.
    public let script: [UInt8]
    /// Where values of the parameter store are still to be put in; nil when the script is whole.
    public let stored: StoredPlaces?
    /// The program that is to be started with the script.
    public let launch: LaunchPlan
    /// An absolute directory, or nil for the run-as user's home.
    public let workingDirectory: String?
    /// The user to run as, or nil for the service's own.
    public let username: String?
    /// Seconds after the start at which the script is ended.
    public let timeoutSeconds: Int
    /// What a stop and a timeout end.
    public let terminationMode: TerminationMode
    /// The container to run in, or nil for the instance itself.
    public let container: ContainerAddress?

    /// An order from its parts.
    public init(
        key: AttemptKey, script: [UInt8], launch: LaunchPlan, workingDirectory: String?, username: String?,
        timeoutSeconds: Int, terminationMode: TerminationMode, container: ContainerAddress? = nil,
        stored: StoredPlaces? = nil
    ) {
        self.key = key
        self.script = script
        self.stored = stored
        self.launch = launch
        self.workingDirectory = workingDirectory
        self.username = username
        self.timeoutSeconds = timeoutSeconds
        self.terminationMode = terminationMode
        self.container = container
    }

    /// The order with the values of the store in their places, in one pass; nil when one is missing.
    public func filled(with values: [StoredReference: [UInt8]]) -> AttemptOrder? {
        guard let stored else { return self }
        var whole: [UInt8] = []
        var rest = script[...]
        for place in stored.places {
            guard let value = values[place.reference],
                rest.indices.contains(place.offset) || place.offset == script.count
            else { return nil }
            whole += rest[..<place.offset] + value
            rest = rest[place.offset...]
        }
        return AttemptOrder(
            key: key, script: whole + rest, launch: launch, workingDirectory: workingDirectory, username: username,
            timeoutSeconds: timeoutSeconds, terminationMode: terminationMode, container: container)
    }
}

/// How a staged script is started.
public struct LaunchPlan: Sendable, Hashable {
    /// One word of the command line.
    public enum Word: Sendable, Hashable {
        /// The word as written.
        case text(String)
        /// The staged script's path between two fixed texts (both mostly empty).
        case scriptPath(prefix: String, suffix: String)
    }

    /// The command line; empty means that the script file itself is executed, so that its `#!` line counts.
    public let arguments: [Word]
    /// Ending of the script's file name, with its dot (`.sh`, `.py`), or empty.
    public let fileExtension: String

    /// A plan from its parts.
    public init(arguments: [Word] = [], fileExtension: String = ".sh") {
        self.arguments = arguments
        self.fileExtension = fileExtension
    }
}

/// What ends when a run is stopped or times out (`TerminationMode`).
public enum TerminationMode: String, Sendable, CaseIterable {
    /// The script's process only.
    case process = "Process"
    /// The script's process and all its descendants, daemons that left its session included.
    case processTree = "ProcessTree"
}
