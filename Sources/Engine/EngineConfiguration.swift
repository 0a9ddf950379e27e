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
    /// How often timed runs look at the clock, which somebody may have set.
    public var clockCheck = Duration.seconds(20)
    /// How often it is looked whether an instance has restarted while a run waits for that.
    public var rebootCheck = Duration.seconds(10)
    /// Seconds after the end of its time-out after which an attempt of which nothing is heard counts as timed out.
    public var silenceSeconds = 60
    /// The pause after a failure of the store or the runner, before the same is tried again.
    public var retryDelay = Duration.seconds(1)
    /// How long what has ended is kept.
    public var retention = Retention()
    /// How often it is looked whether something is to be removed.
    public var sweepInterval = Duration.seconds(60)
    /// The pause between two small transactions that remove something.
    public var sweepPause = Duration.milliseconds(20)
    /// Where outputs can be delivered, and how.
    public var delivery = DeliveryConfiguration()
    /// Unix user that owns the state and so may do everything; everybody else is refused.
    public var owner: Int
    /// The present moment, as it is recorded; it may jump when somebody sets the clock.
    public var now: @Sendable () -> Timestamp

    /// The rules of a time zone by its name; nil when nothing is known of it.
    public var zones: @Sendable (TimeZoneName) -> ZoneRules? = { _ in nil }
    /// The rules of this machine's zone, which count for instances whose zone is not known.
    public var machineZone: @Sendable () -> ZoneRules = { .utc }

    /// Waits for so long, or until the task is cancelled.
    public var pause: @Sendable (Duration) async -> Void = { try? await Task.sleep(for: $0) }

    /// A clock that nobody sets and that stands while the machine sleeps, for how long something takes.
    public var elapsed: @Sendable () -> SuspendingClock.Instant = { SuspendingClock.now }

    /// A configuration for an owner, with the usual numbers.
    public init(owner: Int, now: @escaping @Sendable () -> Timestamp) {
        self.owner = owner
        self.now = now
    }
}
