public import CloudAssistant

/// What calls that name stored parameters are held to.
extension EmbeddedService {
    /// What is known of the parameters of a region that the caller may use, by name; nothing of their values.
    public func storedParameters(in region: RegionID, _ context: CallContext) async throws(APIError)
        -> [StoredParameter]
    {
        let region = try await inventory.fleet.region(region)
        guard region.hasParameterStore, let parameterStore else { return [] }
        return try Self.asked { () throws(ParameterStoreError) in try parameterStore.parameters(in: region.id) }
            .filter { mayUse($0, context.caller) }
    }

    /// Refuses references that cannot be used now, in this order: the region has no store, the store cannot be asked,
    /// there is no parameter of that name and kind, the caller may not use it.
    func check(_ references: [StoredReference], as parameter: String, in region: Region, _ context: CallContext)
        throws(APIError)
    {
        guard let first = references.first else { return }
        guard region.hasParameterStore, let parameterStore else {
            throw APIError(
                .parameterStoreNotSupported, [.parameter: parameter, .name: "\(first)", .region: region.id.text])
        }
        let known = try Self.asked { () throws(ParameterStoreError) in try parameterStore.parameters(in: region.id) }
        for reference in references {
            guard let found = known.first(where: { $0.reference == reference }) else {
                throw APIError(
                    .parameterStoreInvalidParameters, [.parameter: parameter, .name: "\(reference)"])
            }
            guard mayUse(found, context.caller) else {
                throw APIError(
                    .parameterStoreNoPermission,
                    [.parameter: parameter, .name: "\(reference)", .detail: "\(reference)"])
            }
        }
    }

    /// The owner of the state may use every parameter, anybody else those that allow it by name. A caller without a user
    /// number is nobody in particular here.
    private func mayUse(_ parameter: StoredParameter, _ caller: Caller) -> Bool {
        caller.userID == configuration.owner || parameter.allowed.contains(caller.name)
    }

    /// The one place where the parameter store's errors become the API's.
    private static func asked<Value>(_ work: () throws(ParameterStoreError) -> Value) throws(APIError) -> Value {
        do { return try work() } catch {
            switch error {
            case .expired: throw APIError(.temporaryAccessKeyError, [.detail: error.detail])
            case .unknown(let reference):
                throw APIError(.parameterStoreInvalidParameters, [.name: "\(reference)"])
            case .unusable, .unsafe, .damaged, .noKey:
                throw APIError(.internalErrorDispatch, [.detail: error.detail])
            }
        }
    }
}
