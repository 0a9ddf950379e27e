import CloudAssistant
import SealedParameters

@testable import Engine

extension Provocation {
    /// Codes about stored parameters.
    static let stored: [Provocation] = [
        Provocation(
            .parameterStoreNotSupported, { try await $0.uses("{{oos:plain}}", in: "other") },
            beside: { bench in
                try await bench.set("plain", "v")
                try await bench.uses("{{oos:plain}}", in: "local")
            }),
        Provocation(
            .parameterStoreInvalidParameters, { try await $0.uses("{{oos-secret:key}}") },
            beside: { bench in
                try await bench.set("key", "v")
                try await bench.uses("{{oos-secret:key}}")
            }),
        Provocation(
            .parameterStoreNoPermission, { try await $0.usesAsRoot(allowed: ["bob"]) },
            beside: { try await $0.usesAsRoot(allowed: ["bob", "ann"]) }),
        Provocation(
            .temporaryAccessKeyError, { try await $0.usesWithKey(expiringIn: 0) },
            beside: { try await $0.usesWithKey(expiringIn: 1) }),
    ]
}

extension EngineBench {
    /// A run of a script with parameters.
    func uses(_ script: String, in region: RegionID = "local", _ context: CallContext = context()) async throws {
        let request = Self.request(script, on: [region == "local" ? "i-a" : "i-other"]) { request in
            request.run.regionID = region
            request.command.enablesParameters = true
        }
        _ = try await service.runCommand(request, context)
    }

    /// Root may call the service, but is not the owner of the state.
    fileprivate func usesAsRoot(allowed: [String]) async throws {
        try await set("key", "value", allowed: allowed)
        try await uses("{{oos-secret:key}}", Self.context(0))
    }

    fileprivate func usesWithKey(expiringIn seconds: Int) async throws {
        try await set("key", "value")
        try await parameters.setExpiry(Self.start.adding(seconds: seconds)) {}
        try await uses("{{oos-secret:key}}")
    }
}
