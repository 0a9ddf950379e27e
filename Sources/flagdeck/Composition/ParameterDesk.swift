import CloudAssistant
import SealedParameters
import Store

/// The parameter store of a state directory, and the audit of what is done with it here.
///
/// It works beside a running engine: parameters are not the engine's, and lines of the audit may be added by anybody.
struct ParameterDesk: Sendable {
    let store: SealedParameterStore
    let region: RegionID
    private let record: Store
    private let reason: String

    init(_ place: Workplace, region: RegionID, reason: String) async throws {
        guard let known = try place.regions().first(where: { $0.id == region }) else {
            throw APIError(.invalidRegionIdNotFound, [.parameter: "RegionId", .region: region.text])
        }
        guard known.hasParameterStore else {
            throw APIError(.parameterStoreNotSupported, [.parameter: "RegionId", .region: region.text])
        }
        record = try await place.openRecord()
        store = place.parameterStore
        self.region = region
        self.reason = reason
    }

    /// Writes a line of the audit.
    func note(_ action: String, _ subject: String) async throws {
        let context = CallContext(
            caller: Machine.caller, source: .shell, reason: reason, requestID: Machine.requestID())
        try await record.append(
            AuditLine(time: Machine.now(), context: context, action: action, region: region.text, subject: subject))
    }
}
