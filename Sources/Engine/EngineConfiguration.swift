public import CloudAssistant

/// What an engine is made with.
public struct EngineConfiguration: Sendable {
    /// The numbers that callers are held to.
    public var limits = Limits()
    /// Attempts that run at the same time.
    public var concurrency = 16
    /// Seconds within which an accepted attempt must start when no engine ran in between, and within which a launch must
    /// be answered; later it is aborted as `DeliveryTimeout` rather than run at an hour when nobody expects it any more.
    public var deliverySeconds = 60
    /// How long a script may run before it is announced as running: most have ended by then and are recorded once.
    public var announceDelay = Duration.milliseconds(50)
    /// How often launches that are not answered are looked after.
    public var launchCheck = Duration.seconds(1)
    /// So many attempts of earlier engines are forbidden before the first call is served; when there are more, all are
    /// forbidden beside it.
    public var forbidsBeforeOpening = 32
    /// The pause after a failure of the store or the runner, before the same is tried again.
    public var retryDelay = Duration.seconds(1)
    /// Where outputs can be delivered, and how.
    public var delivery = DeliveryConfiguration()
    /// Unix user that owns the state and so may do everything; everybody else is refused.
    public var owner: Int
    /// The present moment, as it is recorded; it may jump when somebody sets the clock.
    public var now: @Sendable () -> Timestamp

    /// A clock that nobody sets and that stands while the machine sleeps, for how long something takes.
    public var elapsed: @Sendable () -> SuspendingClock.Instant = { SuspendingClock.now }

    /// A configuration for an owner, with the usual numbers.
    public init(owner: Int, now: @escaping @Sendable () -> Timestamp) {
        self.owner = owner
        self.now = now
    }
}
