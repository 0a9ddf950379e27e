public import CloudAssistant

/// What a console starts with.
public struct Setup: Equatable, Sendable {
    /// The language of every word that is ours.
    public var language = Language.english
    /// Who is at the console.
    public var identity: String
    /// True when every instance is made up, which the top bar says.
    public var isPractice = false
    /// What the operator calls the environment, such as `prod`; nil for none.
    public var environment: String?
    /// True when a run is confirmed by the name of the environment, or of the region where that has none.
    public var isProtected = false
    /// True when nothing can be sent or stopped from here.
    public var isReadOnly = false
    /// True when the mouse is reported from the start.
    public var usesMouse = false
    /// The keys.
    public var keys = KeyMap.standard
    /// The themes that can be chosen, by name, the present one first.
    public var themes: [String] = []
    /// The numbers that the service's rules count with.
    public var limits = Limits()
    /// The time zones that frequencies go by.
    public var zones = ZoneBook()
    /// What was kept when the console was left last.
    public var memory = Memory()

    /// A setup with nothing but somebody at the console.
    public init(identity: String) { self.identity = identity }
}
