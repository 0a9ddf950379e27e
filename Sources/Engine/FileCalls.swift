public import CloudAssistant
import Crypto
import Store

extension EmbeddedService {
    /// SendFile. Checks in this order: region, the values of the call, client token, group, instances, their groups.
    public func sendFile(_ request: SendFileRequest, _ context: CallContext) async throws(APIError)
        -> SendFileResponse
    {
        try await deciding("SendFile", region: request.regionID, targets: request.instanceIDs, context) {
            _ throws(APIError) in
            let fleet = await inventory.fleet
            let region = try fleet.region(request.regionID)
            let (file, instances) = try request.checked(configuration.limits)
            let claim = claim(request.clientToken, "SendFile", request)
            return try await once(claim, region.id, context) { _, delivery in
                SendFileResponse(requestID: context.requestID, invokeID: delivery)
            } _: { () async throws(APIError) in
                let targets = try fleet.targets(instances, in: region, group: request.resourceGroupID)
                let delivery = delivery(of: file, to: targets, in: region, request.resourceGroupID, context)
                let id = try await accept(delivery, claim, context)
                return SendFileResponse(requestID: context.requestID, invokeID: id)
            }
        }
    }

    /// The delivery with one record for each target; one that nothing can be sent to is final at once.
    private func delivery(
        of file: FileForm, to targets: [Instance], in region: Region, _ group: ResourceGroupID?, _ context: CallContext
    ) -> FileDelivery {
        let now = configuration.now()
        let id = InvokeID(GeneratedID.make("f-", at: now))
        let results = targets.map { target in
            let record = FileDeliveryResult(invokeID: id, instanceID: target.id, created: now, updated: now)
            return Courier.obstacle(to: target).flatMap { record.rejected($0, at: now) } ?? record
        }
        return FileDelivery(
            id: id, regionID: region.id, file: file, resourceGroupID: group, caller: context.caller, created: now,
            results: results)
    }

    /// Makes durable, hands to the courier.
    private func accept(_ delivery: FileDelivery, _ claim: TokenClaim?, _ context: CallContext) async throws(APIError)
        -> InvokeID
    {
        let line = AuditLine(
            time: delivery.created, context: context, action: "SendFile", region: delivery.regionID.text,
            targets: delivery.results.map(\.instanceID), subject: delivery.id.text)
        let kept = KeptFile(delivery, digest: Self.digest(delivery.file.content))
        let verdict = try await stored { () async throws(StoreError) in
            try await store.add(kept, claim: claim, audit: line)
        }
        switch verdict {
        case .repeated(_, let first):
            if let claim { await noteRepetition(of: claim, delivery.regionID, context, subject: first.text) }
            return first
        case .changed: throw Self.changed
        case .accepted, .overQuota, .commandGone: break
        }
        await courier?.submit(delivery)
        return delivery.id
    }

    static func digest(_ content: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: content)) }

    /// DescribeSendFileResults, newest first.
    public func describeSendFileResults(_ request: DescribeSendFileResultsRequest, _ context: CallContext)
        async throws(APIError) -> DescribeSendFileResultsResponse
    {
        let region = try await inventory.fleet.region(request.regionID)
        var list = request
        list.paging = Paging()
        let pages = await pages("DescribeSendFileResults", list, context)
        let window = try pages.window(request.paging)
        let state = try Self.overallState(request.invocationStatus)
        let filter = FileFilter(
            account: context.caller.account, region: region.id, invokeID: request.invokeID,
            instanceID: request.instanceID, name: request.name)
        let found = try await stored { () async throws(StoreError) in
            try await store.files(
                filter,
                where: { delivery in
                    (state == nil || delivery.state == state)
                        && (request.resourceGroupID == nil || delivery.resourceGroupID == request.resourceGroupID)
                        && delivery.file.carries(request.tags)
                }, slice: pages.slice(window))
        }
        return DescribeSendFileResultsResponse(
            requestID: context.requestID,
            page: window.page(found.entries, total: found.total, next: pages.token(found.next)))
    }

    private static func overallState(_ word: String?) throws(APIError) -> InvocationState? {
        guard let word, !word.isEmpty else { return nil }
        let states: [InvocationState] = [.pending, .running, .success, .failed, .partialFailed]
        guard let state = states.first(where: { $0.rawValue == word }) else {
            throw APIError(.invalidParameter, [.parameter: "InvocationStatus", .value: word])
        }
        return state
    }

    /// Returns when every accepted file is in its place or has ended otherwise: from then on this process is not needed
    /// for any.
    public func waitUntilFilesAreSent() async { await courier?.waitUntilFilesAreSent() }
}

extension FileForm {
    fileprivate func carries(_ wanted: [Tag]) -> Bool {
        wanted.allSatisfy { tag in tags.contains { $0.key == tag.key && (tag.value.isEmpty || $0.value == tag.value) } }
    }
}
