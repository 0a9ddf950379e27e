/// Where a user's files are, by the XDG base directory rules.
public struct Directories: Sendable, Hashable {
    /// What must not be lost: `$XDG_DATA_HOME/flagdeck`.
    public let state: String
    /// What people write: `$XDG_CONFIG_HOME/flagdeck`.
    public let configuration: String

    /// The directories for an environment; relative paths in it do not count, as the rules say. nil without a home.
    public init?(environment: [String: String]) {
        let home = environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        func place(_ name: String, _ fallback: String) -> String? {
            if let path = environment[name], path.hasPrefix("/") { return path + "/flagdeck" }
            return home.map { "\($0)/\(fallback)/flagdeck" }
        }
        guard let state = place("XDG_DATA_HOME", ".local/share"),
            let configuration = place("XDG_CONFIG_HOME", ".config")
        else { return nil }
        self.state = state
        self.configuration = configuration
    }

    /// The file that says how the console is to be.
    public var configurationFile: String { configuration + "/config.toml" }

    /// The directory of the user's own themes.
    public var themesDirectory: String { configuration + "/themes" }

    /// The file that names buckets for outputs.
    public var deliveryFile: String { configuration + "/delivery.toml" }

    /// The file that names further instances.
    public var instancesFile: String { configuration + "/instances.toml" }
}
