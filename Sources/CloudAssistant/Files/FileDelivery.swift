/// One acknowledged call to put a file on instances.
public struct FileDelivery: Hashable, Sendable {
    /// `f-…`
    public var id: InvokeID
    /// The region that the call was made in.
    public var regionID: RegionID
    /// What is to be put where, as the call said it.
    public var file: FileForm
    /// The group it is in, or nil for the default group.
    public var resourceGroupID: ResourceGroupID?
    /// Who called.
    public var caller: Caller
    /// When it was accepted.
    public var created: Timestamp
    /// What is known of it on each instance, in the order of the call.
    public var results: [FileDeliveryResult]

    /// A delivery from its parts.
    public init(
        id: InvokeID, regionID: RegionID, file: FileForm, resourceGroupID: ResourceGroupID?, caller: Caller,
        created: Timestamp, results: [FileDeliveryResult]
    ) {
        self.id = id
        self.regionID = regionID
        self.file = file
        self.resourceGroupID = resourceGroupID
        self.caller = caller
        self.created = created
        self.results = results
    }

    /// Derived from the instances (ECS API, DescribeSendFileResults).
    public var state: InvocationState { InvocationState.overall(results.map(\.state)) }
}

/// What is known of a delivery on one instance.
public struct FileDeliveryResult: Hashable, Sendable {
    /// The delivery.
    public var invokeID: InvokeID
    /// The instance.
    public var instanceID: InstanceID
    /// Pending, running, or how it ended: success, failed, invalid, aborted, error, timeout.
    public var state: InvocationState
    /// Why it ended as it did; nil while all is well. Codes of a newer service survive as text.
    public var errorCode: String?
    /// The sentence that goes with `errorCode`; empty without one.
    public var errorInfo: String
    /// When it was accepted.
    public var created: Timestamp
    /// When the file was begun.
    public var started: Timestamp?
    /// When it ended.
    public var finished: Timestamp?
    /// When this record last changed.
    public var updated: Timestamp

    /// A result from its parts; a new one is pending.
    public init(
        invokeID: InvokeID, instanceID: InstanceID, state: InvocationState = .pending, errorCode: String? = nil,
        errorInfo: String = "", created: Timestamp, started: Timestamp? = nil, finished: Timestamp? = nil,
        updated: Timestamp
    ) {
        self.invokeID = invokeID
        self.instanceID = instanceID
        self.state = state
        self.errorCode = errorCode
        self.errorInfo = errorInfo
        self.created = created
        self.started = started
        self.finished = finished
        self.updated = updated
    }
}

extension FileDeliveryResult {
    /// This record once the file is begun; nil when that changes nothing.
    public func begun(at now: Timestamp) -> FileDeliveryResult? {
        guard state == .pending else { return nil }
        var next = self
        next.state = .running
        next.started = now
        next.updated = now
        return next
    }

    /// This record after its end; nil when it has ended already.
    public func ended(_ ending: FileEnding, at now: Timestamp) -> FileDeliveryResult? {
        switch ending {
        case .written: ended(.success, nil, at: now)
        case .failed(let failure): ended(failure.state, failure.code, detail: failure.detail, at: now)
        }
    }

    /// This record when nothing was sent for a reason; nil when it has ended already.
    public func rejected(_ code: ResultErrorCode, detail: String = "", at now: Timestamp) -> FileDeliveryResult? {
        ended(code.state, code, detail: detail, at: now)
    }

    private func ended(
        _ state: InvocationState, _ code: ResultErrorCode?, detail: String = "", at now: Timestamp
    ) -> FileDeliveryResult? {
        guard !self.state.isFinal else { return nil }
        var next = self
        next.state = state
        next.errorCode = code?.rawValue
        next.errorInfo = code.map { detail.isEmpty ? $0.entry.info : "\($0.entry.info) (\(detail))" } ?? ""
        next.finished = now
        next.updated = now
        return next
    }
}
