import CloudAssistant
import Store

extension EmbeddedService {
    /// Refuses a call early when a quota is used up; the store looks again when it writes.
    func check(_ quota: Quota, _ region: RegionID, _ context: CallContext) async throws(APIError) {
        let account = context.caller.account
        let isReached = try await stored { () async throws(StoreError) in
            try await store.isReached(quota, account: account, region: region)
        }
        if isReached { throw APIError(quota, region) }
    }
}

extension APIError {
    init(_ quota: Quota, _ region: RegionID) {
        switch quota {
        case .commands(let most): self.init(.cmdCountExceedQuota, [.region: region.text, .limit: "\(most)"])
        case .invocations(let most, _): self.init(.invocationExceedQuota, [.region: region.text, .limit: "\(most)"])
        }
    }
}
