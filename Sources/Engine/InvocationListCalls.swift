public import CloudAssistant
import Store

extension EmbeddedService {
    /// DescribeInvocations, newest first. Checks in this order: region, the page, CommandType, InvokeStatus, RepeatMode,
    /// IncludeOutput, Tag.
    public func describeInvocations(_ request: DescribeInvocationsRequest, _ context: CallContext)
        async throws(APIError) -> DescribeInvocationsResponse
    {
        let region = try await inventory.fleet.region(request.regionID)
        var list = request
        list.paging = Paging()
        let pages = await pages("DescribeInvocations", list, context)
        let window = try pages.window(request.paging)
        let conditions = try request.checked(configuration.limits)
        var filter = InvocationFilter(
            account: context.caller.account, region: region.id, invokeID: request.invokeID?.given,
            instanceID: request.instanceID?.given, commandID: request.commandID?.given,
            commandName: conditions.commandName)
        filter.commandType = conditions.commandType
        filter.status = conditions.status
        filter.repeatMode = conditions.repeatMode
        filter.isTimed = request.isTimed
        filter.tags = conditions.tags
        filter.tagLimit = configuration.limits.resourcesPerTagFilter
        filter.resourceGroupID = request.resourceGroupID?.given
        let wanted = filter
        let found = try await stored { () async throws(StoreError) in
            try await store.invocations(wanted, withOutput: request.includesOutput, slice: pages.slice(window))
        }
        return DescribeInvocationsResponse(
            requestID: context.requestID,
            page: window.page(found.entries, total: found.total, next: pages.token(found.next)))
    }

    /// DescribeInvocationResults, newest invocation first. The output of what runs is what it has written so far. The
    /// history of an invocation that runs once is its one run. Checks in this order: region, the page, InvokeId when
    /// IncludeHistory asks for one, InvokeRecordStatus, Tag.
    public func describeInvocationResults(_ request: DescribeInvocationResultsRequest, _ context: CallContext)
        async throws(APIError) -> DescribeInvocationResultsResponse
    {
        let region = try await inventory.fleet.region(request.regionID)
        var list = request
        list.paging = Paging()
        let pages = await pages("DescribeInvocationResults", list, context)
        let window = try pages.window(request.paging)
        var filter = InvocationFilter(
            account: context.caller.account, region: region.id, invokeID: request.invokeID?.given,
            instanceID: request.instanceID?.given, commandID: request.commandID?.given)
        guard !request.includesHistory || filter.invokeID != nil else {
            throw APIError(.missingParameter, [.parameter: "InvokeId"])
        }
        filter.includesHistory = request.includesHistory
        filter.states = try InvocationState.records(request.invokeRecordStatus)
        filter.tags = try configuration.limits.checked(request.tags)
        filter.tagLimit = configuration.limits.resourcesPerTagFilter
        filter.resourceGroupID = request.resourceGroupID?.given
        let wanted = filter
        let found = try await stored { () async throws(StoreError) in
            try await store.results(wanted, slice: pages.slice(window))
        }
        let entries = found.entries.map { result, invocation in
            DescribeInvocationResultsResponse.Entry(result: withLiveOutput(result), invocation: invocation)
        }
        return DescribeInvocationResultsResponse(
            requestID: context.requestID,
            page: window.page(entries, total: found.total, next: pages.token(found.next)))
    }

    private func withLiveOutput(_ result: InvocationResult) -> InvocationResult {
        guard result.state == .running || result.state == .stopping else { return result }
        let live = output(of: result, limit: AttemptResult.outputLimit)
        var result = result
        result.output = live.bytes
        result.droppedBytes = max(0, live.total - Int64(live.bytes.count))
        return result
    }
}

extension Identifier {
    /// Itself, or nil for the empty text, which clients send for what is not given.
    var given: Self? { text.isEmpty ? nil : self }
}
