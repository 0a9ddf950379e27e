/// The command API, one method per action (ECS 2014-05-26, Cloud Assistant).
///
/// The embedded engine is one home of it; a client of a remote service is another. Each call carries its context; each
/// refusal is an `APIError` with a code of the catalogue and facts.
public protocol InvocationService: Sendable {
    /// The regions that the caller may choose from.
    func describeRegions(_ request: DescribeRegionsRequest, _ context: CallContext) async throws(APIError)
        -> DescribeRegionsResponse
    /// Instances by filter, ordered by id.
    func describeInstances(_ request: DescribeInstancesRequest, _ context: CallContext) async throws(APIError)
        -> DescribeInstancesResponse
    /// Whether commands can be delivered to instances now.
    func describeCloudAssistantStatus(_ request: DescribeCloudAssistantStatusRequest, _ context: CallContext)
        async throws(APIError) -> DescribeCloudAssistantStatusResponse
    /// Makes a command and keeps it.
    func createCommand(_ request: CreateCommandRequest, _ context: CallContext) async throws(APIError)
        -> CreateCommandResponse
    /// Changes a kept command for the invocations to come; those there are keep it as it was.
    func modifyCommand(_ request: ModifyCommandRequest, _ context: CallContext) async throws(APIError)
        -> ModifyCommandResponse
    /// Deletes a kept command that has no run under way; its invocations stay.
    func deleteCommand(_ request: DeleteCommandRequest, _ context: CallContext) async throws(APIError)
        -> DeleteCommandResponse
    /// Commands by filter, newest first.
    func describeCommands(_ request: DescribeCommandsRequest, _ context: CallContext) async throws(APIError)
        -> DescribeCommandsResponse
    /// Runs a command; returns when the intent is durable. The same client token never runs anything twice.
    func invokeCommand(_ request: InvokeCommandRequest, _ context: CallContext) async throws(APIError)
        -> InvokeCommandResponse
    /// Makes a command and runs it in one call, as durable as `invokeCommand`.
    func runCommand(_ request: RunCommandRequest, _ context: CallContext) async throws(APIError) -> RunCommandResponse
    /// Invocations by filter, newest first.
    func describeInvocations(_ request: DescribeInvocationsRequest, _ context: CallContext) async throws(APIError)
        -> DescribeInvocationsResponse
    /// Results by filter, newest invocation first, within it in the order of its call.
    func describeInvocationResults(_ request: DescribeInvocationResultsRequest, _ context: CallContext)
        async throws(APIError) -> DescribeInvocationResultsResponse
    /// Cancels what has not started and stops what runs; has no effect on what has ended.
    func stopInvocation(_ request: StopInvocationRequest, _ context: CallContext) async throws(APIError)
        -> StopInvocationResponse
    /// Changes a timed invocation that has not ended, for the runs to come.
    func modifyInvocationAttribute(_ request: ModifyInvocationAttributeRequest, _ context: CallContext)
        async throws(APIError) -> ModifyInvocationAttributeResponse
    /// Puts a file on instances; returns when the intent is durable. The same client token never sends anything twice.
    func sendFile(_ request: SendFileRequest, _ context: CallContext) async throws(APIError) -> SendFileResponse
    /// Deliveries of files by filter, newest first.
    func describeSendFileResults(_ request: DescribeSendFileResultsRequest, _ context: CallContext)
        async throws(APIError) -> DescribeSendFileResultsResponse
    /// Gives tags to commands or invocations.
    func tagResources(_ request: TagResourcesRequest, _ context: CallContext) async throws(APIError)
        -> TagResourcesResponse
    /// Takes tags away from commands or invocations.
    func untagResources(_ request: UntagResourcesRequest, _ context: CallContext) async throws(APIError)
        -> UntagResourcesResponse
    /// The tags of commands or invocations, by id and key.
    func listTagResources(_ request: ListTagResourcesRequest, _ context: CallContext) async throws(APIError)
        -> ListTagResourcesResponse
    /// What changes from now on. Ends when the service shuts down; a slow reader gets `Change.missed`.
    func changes() -> AsyncStream<Change>
}
