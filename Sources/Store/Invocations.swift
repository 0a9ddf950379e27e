public import CloudAssistant
import GRDB

/// Which results are to be changed, as far as they have not ended.
public enum OpenResults: Hashable, Sendable {
    /// These, in this order; those that do not exist are passed over.
    case keys([AttemptKey])
    /// Those of an invocation, on some instances or on all (nil).
    case invocation(InvokeID, on: Set<InstanceID>?)
}

/// What a result that has not ended looks like.
private let isOpen = "finished IS NULL AND state IN ('Pending', 'Scheduled', 'Running', 'Stopping')"

extension Store {
    /// Makes an acknowledged call durable in one transaction: the invocation, one result for each instance, the
    /// command when the call made one to keep, the client token and the audit line. Nothing may run before this returns.
    ///
    /// A token that was used before decides instead, and so do a quota that is used up and a command that was deleted
    /// meanwhile; then nothing is written.
    public func add(
        _ invocation: Invocation, keeping command: Command?, claim: TokenClaim?, quotas: [Quota] = [],
        audit: AuditLine
    ) async throws(StoreError) -> Decision {
        let account = audit.context.caller.account
        let region = invocation.regionID
        return try await commit { db in
            if let decided = try db.decided(claim, quotas, account: account, region: region, at: audit.time) {
                return decided
            }
            let isKept = command == nil && !invocation.ownsCommand && invocation.command.provider == nil
            if isKept, try !db.hasCommand(invocation.command.id, account: account, region: region) {
                return .commandGone
            }
            if let claim {
                try db.remember(
                    claim, account: account, region: region, command: invocation.command.id,
                    invocation: invocation.id, at: audit.time)
            }
            if let command { try db.insert(command, account: account, region: region) }
            try db.insert(invocation, context: audit.context)
            try db.append(audit)
            return .accepted
        }
    }

    /// Changes open results in one transaction, each into what `next` makes of the record as it stands, adds what
    /// `followers` lets come after it on its instance, and returns all that changed or came. nil leaves a record as it is.
    ///
    /// A record that is final is not offered, and as every change starts from what is durable, none undoes another.
    public func change(
        _ results: OpenResults, audit: AuditLine? = nil,
        _ next: @escaping @Sendable (InvocationResult) -> InvocationResult?,
        followers: @escaping @Sendable (InvocationResult) -> [InvocationResult] = { _ in [] }
    ) async throws(StoreError) -> [InvocationResult] {
        try await commit { db in
            let changed = try db.change(results, next)
            var added: [InvocationResult] = []
            for result in changed {
                let following = followers(result)
                try db.append(following, after: result)
                added += following
            }
            if let audit { try db.append(audit) }
            return changed + added
        }
    }

    /// The results of these attempts as they stand, in this order; those that do not exist are passed over.
    public func results(of keys: [AttemptKey]) async throws(StoreError) -> [InvocationResult] {
        try await read { db in try db.results(of: keys) }
    }

    /// The results that have not ended and may have been sent by a moment, oldest first: all but those whose time is
    /// later.
    public func openResults(at now: Timestamp = Timestamp(milliseconds: .max)) async throws(StoreError)
        -> [InvocationResult]
    {
        try await read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT * FROM result WHERE \(isOpen)
                        AND (state <> 'Scheduled' OR due <= ? OR stopped IS NOT NULL) ORDER BY sequence
                    """, arguments: [now.milliseconds]
            ).map { try $0.result() }
        }
    }

    /// One invocation with the latest result of each instance, whoever made it.
    public func invocation(_ id: InvokeID) async throws(StoreError) -> Invocation? {
        try await read { db in
            let row = try Row.fetchOne(db, sql: "SELECT * FROM invocation WHERE id = ?", arguments: [id.text])
            guard var invocation = try row?.invocation() else { return nil }
            try db.fillResults(of: &invocation, withOutput: true)
            return invocation
        }
    }
}

extension Database {
    func insert(_ invocation: Invocation, context: CallContext) throws {
        let command = invocation.command
        let defaults = JSON.object(
            command.parameters.filter { !$0.defaultValue.isEmpty }.map { .init($0.name, .string($0.defaultValue)) })
        let parameters = JSON.object(
            invocation.parameters.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .string($0.value)) })
        try cachedStatement(
            sql: """
                INSERT INTO invocation (id, account, region, command_id, command_name, command_description,
                    command_type, command_content, command_created, enables_parameters, command_provider, owns_command,
                    repeat_mode, parameters, username, timeout, working_directory, launcher, termination_mode, tags,
                    resource_group, caller, caller_user_id, source, reason, created, command_defaults, frequency)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            invocation.id.text, invocation.caller.account, invocation.regionID.text, command.id.text, command.name,
            command.description, command.type.rawValue, command.content, command.created.milliseconds,
            command.enablesParameters ? 1 : 0, command.provider, invocation.ownsCommand ? 1 : 0,
            invocation.repeatMode.rawValue, parameters.compactText, invocation.username, invocation.timeoutSeconds,
            invocation.workingDirectory, invocation.launcher, invocation.terminationMode.rawValue,
            invocation.tags.column, invocation.resourceGroupID?.text, invocation.caller.name,
            invocation.caller.userID, context.source.rawValue, context.reason, invocation.created.milliseconds,
            defaults.compactText, invocation.frequency,
        ])
        if invocation.containerID != nil || invocation.containerName != nil {
            try execute(
                sql: "UPDATE invocation SET container_id = ?, container_name = ? WHERE id = ?",
                arguments: [invocation.containerID, invocation.containerName, invocation.id.text])
        }
        try insertDelivery(of: invocation)
        try tally(invocation)
        try cachedStatement(sql: "UPDATE command SET invoke_times = invoke_times + 1 WHERE id = ?")
            .execute(arguments: [command.id.text])
        for (position, result) in invocation.results.enumerated() { try insert(result, position: position) }
    }

    /// Adds a new record of an instance, which is its current one from then on.
    func insert(_ result: InvocationResult, position: Int) throws {
        try cachedStatement(
            sql: """
                INSERT INTO result (invoke_id, instance_id, occurrence, position, state, error_code, error_info, repeats,
                    created, finished, updated, due, boot_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            result.invokeID.text, result.instanceID.text, result.occurrence, position, result.state.rawValue,
            result.errorCode, result.errorInfo, result.repeats, result.created.milliseconds,
            result.finished?.milliseconds, result.updated.milliseconds, result.due?.milliseconds, result.bootID,
        ])
    }

    /// Adds the records that follow one on its instance.
    fileprivate func append(_ followers: [InvocationResult], after result: InvocationResult) throws {
        guard !followers.isEmpty else { return }
        let key: StatementArguments = [result.invokeID.text, result.instanceID.text]
        let position = try Int.fetchOne(
            cachedStatement(sql: "SELECT position FROM result WHERE invoke_id = ? AND instance_id = ? LIMIT 1"),
            arguments: key)
        for follower in followers {
            try cachedStatement(
                sql: """
                    UPDATE result SET is_current = 0
                    WHERE invoke_id = ? AND instance_id = ? AND is_current = 1
                    """
            ).execute(arguments: key)
            try insert(follower, position: position ?? 0)
        }
    }

    func change(_ results: OpenResults, _ next: (InvocationResult) -> InvocationResult?) throws -> [InvocationResult] {
        let changed = try open(results).compactMap(next)
        for result in changed { try update(result) }
        return changed
    }

    fileprivate func open(_ results: OpenResults) throws -> [InvocationResult] {
        switch results {
        case .keys(let keys):
            return try self.results(of: keys, where: isOpen)
        case .invocation(let id, let instances):
            return try Row.fetchAll(
                self, sql: "SELECT * FROM result WHERE invoke_id = ? AND \(isOpen) ORDER BY position, occurrence",
                arguments: [id.text]
            ).map { try $0.result() }.filter { instances?.contains($0.instanceID) != false }
        }
    }

    func results(of keys: [AttemptKey], where selection: String = "TRUE") throws -> [InvocationResult] {
        let statement = try cachedStatement(
            sql: "SELECT * FROM result WHERE invoke_id = ? AND instance_id = ? AND occurrence = ? AND \(selection)")
        return try keys.compactMap { key in
            try Row.fetchOne(
                statement, arguments: [key.invokeID.text, key.instanceID.text, key.occurrence])?.result()
        }
    }

    fileprivate func update(_ result: InvocationResult) throws {
        try cachedStatement(
            sql: """
                UPDATE result SET state = ?, error_code = ?, error_info = ?, exit_code = ?, output = ?, dropped = ?,
                    repeats = ?, started = ?, finished = ?, stopped = ?, updated = ?, due = ?, boot_id = ?
                WHERE invoke_id = ? AND instance_id = ? AND occurrence = ?
                """
        ).execute(arguments: [
            result.state.rawValue, result.errorCode, result.errorInfo, result.exitCode, result.output.blob,
            result.droppedBytes, result.repeats, result.started?.milliseconds, result.finished?.milliseconds,
            result.stopped?.milliseconds, result.updated.milliseconds, result.due?.milliseconds, result.bootID,
            result.invokeID.text, result.instanceID.text, result.occurrence,
        ])
    }

    /// How many runs of a command have not ended.
    func openResults(ofCommand id: CommandID) throws -> Int {
        let sql = """
            SELECT count(*) FROM result JOIN invocation ON invocation.id = result.invoke_id
            WHERE \(isOpen) AND invocation.command_id = ?
            """
        return try Int.fetchOne(self, sql: sql, arguments: [id.text]) ?? 0
    }

    /// Fills in the latest result of each instance, in the order of the call.
    func fillResults(of invocation: inout Invocation, withOutput: Bool) throws {
        let rows = try Row.fetchAll(
            cachedStatement(sql: "SELECT * FROM result WHERE invoke_id = ? AND is_current = 1 ORDER BY position"),
            arguments: [invocation.id.text])
        invocation.results = try rows.map { try shown($0.result()) }
        if !withOutput { for index in invocation.results.indices { invocation.results[index].output = [] } }
        invocation.state = InvocationState.overall(invocation.results.map(\.state))
    }

    /// A current result as it is shown: one that waits for its time tells of the run before.
    func shown(_ result: InvocationResult) throws -> InvocationResult {
        guard result.occurrence > 1, result.started == nil else { return result }
        let last = AttemptKey(
            invokeID: result.invokeID, instanceID: result.instanceID, occurrence: result.occurrence - 1)
        return result.showing(try results(of: [last]).first)
    }
}
