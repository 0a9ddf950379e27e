public import CloudAssistant
import Store

extension EmbeddedService {
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
