/// Everything that a runner needs to put a file on an instance.
public struct FileOrder: Sendable, Equatable {
    /// What is known of earlier tries of the same delivery.
    public enum Trial: Sendable, Equatable {
        /// There was none.
        case first
        /// One may have broken off: a file that is there already as ordered counts as written.
        case again
        /// One broke off too long ago: nothing is written, only looked at.
        case look
    }

    /// The delivery.
    public let invokeID: InvokeID
    /// The instance.
    public let instanceID: InstanceID
    /// What is to be put where.
    public let file: FileForm
    /// What is known of earlier tries.
    public let trial: Trial

    /// An order from its parts.
    public init(invokeID: InvokeID, instanceID: InstanceID, file: FileForm, trial: Trial = .first) {
        self.invokeID = invokeID
        self.instanceID = instanceID
        self.file = file
        self.trial = trial
    }
}

/// How a delivery to one instance ended.
public enum FileEnding: Sendable, Hashable {
    /// The file is there, whole and durable, with its owner and mode.
    case written
    /// It is not there, and nothing else of it is either.
    case failed(FileFailure)
}

/// Why a file could not be put in its place.
public struct FileFailure: Error, Sendable, Hashable {
    /// The kinds of failure, which the API tells apart.
    public enum Reason: String, Sendable, CaseIterable {
        /// The owner does not exist.
        case noSuchUser = "no-such-user"
        /// The group does not exist.
        case noSuchGroup = "no-such-group"
        /// A part of the directory is no directory, or a link that is not followed.
        case notADirectory = "not-a-directory"
        /// The directory may not be entered or cannot be made.
        case noDirectory = "no-directory"
        /// The name cannot be that of a file there.
        case unusableName = "unusable-name"
        /// There is a file of that name.
        case exists = "exists"
        /// What has that name is neither a file nor a link, and so is not replaced.
        case notAFile = "not-a-file"
        /// The file could not be made or written.
        case notWritten = "not-written"
        /// The owner, the group or the mode could not be set.
        case notOwned = "not-owned"
        /// The bytes are not those that were accepted.
        case damaged = "damaged"
        /// It took longer than its timeout.
        case timedOut = "timed-out"
        /// The service ended before its answer, and the file is not there as ordered.
        case interrupted = "interrupted"
        /// The runner has no way to put files on the instance.
        case notOffered = "not-offered"
    }

    /// What went wrong.
    public let reason: Reason
    /// What it concerns: the user, the group, the part of the path; empty when nothing is to be named.
    public let subject: String
    /// The system's error number, 0 when there is none.
    public let errno: Int32

    /// A failure from its parts.
    public init(reason: Reason, subject: String = "", errno: Int32 = 0) {
        self.reason = reason
        self.subject = subject
        self.errno = errno
    }

    /// The code under which the API reports the failure.
    public var code: ResultErrorCode {
        switch reason {
        case .noSuchUser: .accountNotExists
        case .noSuchGroup: .userGroupNotExists
        case .notADirectory: .filePathInvalid
        case .noDirectory, .notAFile, .notWritten: .fileCreateFail
        case .unusableName: .fileNameInvalid
        case .exists: .fileAlreadyExists
        case .notOwned: .fileAuthorityInvalid
        case .damaged: .fileContentInvalid
        case .timedOut: .deliveryTimeout
        case .interrupted: .executionInterrupted
        case .notOffered: .clientNeedUpgrade
        }
    }

    /// The state that the failure gives the delivery: a file that was begun and took too long is no file that was
    /// never sent.
    var state: InvocationState { reason == .timedOut ? .timeout : code.state }

    /// The facts in a form that fits in brackets after the API's own sentence.
    public var detail: String {
        var facts = [reason.rawValue]
        if !subject.isEmpty { facts.append(subject) }
        if errno != 0 { facts.append("errno \(errno)") }
        return facts.joined(separator: ", ")
    }
}
