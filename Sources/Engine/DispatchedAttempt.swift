import CloudAssistant

/// What the dispatcher knows of an attempt whose end is not durable yet.
struct DispatchedAttempt {
    /// How far it came.
    enum Stage {
        /// Waits for a free place. Goes to launching, to running when an earlier engine launched it, to ended.
        case queued
        /// The runner has been asked. Goes to running or ended.
        case launching
        /// Its script runs. Goes to ended.
        case running
        /// Its end is known and waits to be recorded.
        case ended

        var isLaunched: Bool { self == .running || self == .ended }
    }

    var stage: Stage
    /// When it is to run again.
    var timetable = Timetable.once
    /// Its time-out, once it has been sent or taken up.
    var timeoutSeconds: Int?
    /// A timed run whose moment has come and whose record is being read: nothing is sent yet.
    var isRegistered = false
    /// A stop was asked for, and that is durable.
    var isToStop = false
    /// When it was known to run, or was told to end because its time-out had passed long ago.
    var heardOf: SuspendingClock.Instant?
    /// It was told to end because its time-out had passed long ago.
    var isOverdue = false
    /// When the runner was asked to launch it, until it answers. The claim must stay so long, or the launch could come
    /// after everything was cleared up and start the script.
    var askedToLaunch: SuspendingClock.Instant?
    /// What it ends with as soon as it is forbidden, while that is at work.
    var toForbid: Lifecycle.Event?
    /// The last try to forbid it failed, or it cannot be told where it stands.
    var isUndecided = false
    /// Its end is durable.
    var isRecorded = false

    var hasOpenLaunch: Bool { askedToLaunch != nil }
    /// May be handed to the runner.
    var isWanted: Bool { !isToStop && toForbid == nil }
    /// Nothing is to be waited for until it runs. What cannot be decided is left to the next engine.
    var isLaunched: Bool { stage.isLaunched || isToStop || isUndecided }
}

/// Something that happened to an attempt.
struct News: Sendable {
    let key: AttemptKey
    let event: Lifecycle.Event
    let time: Timestamp
}

/// Why an attempt is not sent.
struct Rejection: Error {
    let code: ResultErrorCode
    var detail = ""

    /// The API's own sentence with the facts in brackets.
    var info: String { detail.isEmpty ? code.entry.info : "\(code.entry.info) (\(detail))" }
}

extension Lifecycle.Event {
    /// True for the events after which nothing more happens to an attempt.
    var isEnd: Bool {
        switch self {
        case .launched, .stopRequested: false
        case .forbidden, .rejected, .ended, .overdue: true
        }
    }

    static func rejected(_ rejection: Rejection) -> Self { .rejected(rejection.code, info: rejection.info) }
}
