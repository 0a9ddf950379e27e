import CloudAssistant
import Delivery

extension EmbeddedService {
    /// Looks whether outputs may and can be delivered to a place. In this order: whether the caller may, the bucket's
    /// region, and what the bucket's store answers.
    func checkDelivery(_ destination: OutputDestination?, _ region: Region, _ context: CallContext)
        async throws(APIError)
    {
        guard let destination, let buckets = deliveries?.buckets else { return }
        let facts: [Fact: String] = [.parameter: "OssOutputDelivery", .value: destination.text]
        guard buckets.allow(context.caller.name) else {
            throw APIError(.createServiceLinkedRoleNoPermission, facts.merging([.detail: context.caller.name]) { $1 })
        }
        guard buckets.region(of: destination.bucket) == region.id else {
            throw APIError(
                .invalidOssOutputDeliveryBucketInOtherRegion, facts.merging([.region: region.id.text]) { $1 })
        }
        do throws(DeliveryFailure) {
            try await buckets.store(destination.bucket).check()
        } catch {
            throw APIError(error, facts)
        }
    }
}

extension APIError {
    /// What a store's answer means for the call that names its bucket. A store that does not answer is no mistake of the
    /// caller's.
    fileprivate init(_ failure: DeliveryFailure, _ facts: [Fact: String]) {
        let code: APIErrorCode =
            switch failure.kind {
            case .noBucket: .invalidOssOutputDeliveryBucketNotFound
            case .otherRegion: .invalidOssOutputDeliveryBucketInOtherRegion
            case .refused, .lasting: .invalidOssOutputDeliveryBucketAccessDenied
            case .transient: .internalErrorDispatch
            }
        self.init(code, facts.merging([.detail: failure.detail]) { $1 })
    }
}
