public import CloudAssistant
import Store

extension EmbeddedService {
    /// DescribeInvocations, newest first.
    public func describeInvocations(_ request: DescribeInvocationsRequest, _ context: CallContext)
        async throws(APIError) -> DescribeInvocationsResponse
    {
        let region = try await inventory.fleet.region(request.regionID)
        let window = try request.paging.window()
        let filter = InvocationFilter(
            account: context.caller.account, region: region.id, invokeID: request.invokeID,
            instanceID: request.instanceID, commandID: request.commandID,
            commandName: request.instanceID == nil ? request.commandName : nil)
        let isWanted = try StatusWords.overall(request.invokeStatus)
        let tags = request.tags
        var wanted: (@Sendable (Invocation) -> Bool)?
        if isWanted != nil || !tags.isEmpty {
            wanted = { invocation in
                isWanted?(invocation) != false && tags.allSatisfy { invocation.tags.contains($0) }
            }
        }
        let condition = wanted
        let found = try await stored { () async throws(StoreError) in
            try await store.invocations(
                filter, withOutput: request.includesOutput, where: condition,
                slice: Slice(newest: window.anchor, offset: window.offset, limit: window.limit))
        }
        return DescribeInvocationsResponse(
            requestID: context.requestID,
            page: window.page(found.entries, total: found.total, anchor: found.newest))
    }

    /// DescribeInvocationResults, newest invocation first. The output of what runs is what it has written so far. The
    /// history of an invocation that runs once is its one run.
    public func describeInvocationResults(_ request: DescribeInvocationResultsRequest, _ context: CallContext)
        async throws(APIError) -> DescribeInvocationResultsResponse
    {
        let region = try await inventory.fleet.region(request.regionID)
        let window = try request.paging.window()
        let filter = InvocationFilter(
            account: context.caller.account, region: region.id, invokeID: request.invokeID,
            instanceID: request.instanceID, commandID: request.commandID)
        let states = try StatusWords.record(request.invokeRecordStatus)
        guard !request.includesHistory || request.invokeID?.text.isEmpty == false else {
            throw APIError(.missingParameter, [.parameter: "InvokeId"])
        }
        let found = try await stored { () async throws(StoreError) in
            try await store.results(
                filter, states: states, history: request.includesHistory,
                slice: Slice(newest: window.anchor, offset: window.offset, limit: window.limit))
        }
        let entries = found.entries.map { result, invocation in
            DescribeInvocationResultsResponse.Entry(result: withLiveOutput(result), invocation: invocation)
        }
        return DescribeInvocationResultsResponse(
            requestID: context.requestID, page: window.page(entries, total: found.total, anchor: found.newest))
    }

    private func withLiveOutput(_ result: InvocationResult) -> InvocationResult {
        guard result.state == .running || result.state == .stopping else { return result }
        let live = output(of: result, limit: AttemptResult.outputLimit)
        var result = result
        result.output = live.bytes
        result.droppedBytes = max(0, live.total - Int64(live.bytes.count))
        return result
    }

    /// StopInvocation: the wish is durable on return; what has ended already stays as it ended.
    public func stopInvocation(_ request: StopInvocationRequest, _ context: CallContext) async throws(APIError)
        -> StopInvocationResponse
    {
        try await deciding("StopInvocation", region: request.regionID, targets: request.instanceIDs, context) {
            dispatcher throws(APIError) in
            let region = try await inventory.fleet.region(request.regionID)
            guard let id = request.invokeID, !id.text.isEmpty else {
                throw APIError(.missingParameter, [.parameter: "InvokeId"])
            }
            let limit = configuration.limits.instancesPerStop
            guard request.instanceIDs.count <= limit else {
                throw APIError(
                    .instanceIdsExceedLimit,
                    [.parameter: "InstanceId", .limit: "\(limit)", .actual: "\(request.instanceIDs.count)"])
            }
            let invocation = try await stored { () async throws(StoreError) in try await store.invocation(id) }
            guard let invocation, invocation.regionID == region.id,
                invocation.caller.account == context.caller.account
            else { throw APIError(.invalidInvokeIdNotFound, [.parameter: "InvokeId", .value: id.text]) }
            for instance in request.instanceIDs
            where !invocation.results.contains(where: { $0.instanceID == instance }) {
                throw APIError(
                    .invalidInstanceIdNotFound, [.parameter: "InstanceId", .instance: instance.text])
            }
            let line = AuditLine(
                time: configuration.now(), context: context, action: "StopInvocation", region: region.id.text,
                targets: request.instanceIDs, subject: id.text)
            let instances = request.instanceIDs.isEmpty ? nil : Set(request.instanceIDs)
            try await stored { () async throws(StoreError) in
                try await dispatcher.stop(id, on: instances, audit: line)
            }
            return StopInvocationResponse(requestID: context.requestID)
        }
    }
}
