import CloudAssistant
import Testing

@testable import Engine

/// Every code of the catalogue is reached through the service with a real cause, or is known to have none yet.
@Suite(.timeLimit(.minutes(3))) struct CodeTests {
    /// Small numbers, so that limits are reached with few instances, commands and runs.
    static func limits(_ configuration: inout EngineConfiguration) {
        configuration.limits.instancesPerCall = 3
        configuration.limits.commandsPerRegion = 3
        configuration.limits.invocationsPerDay = 5
        Provocation.terms(&configuration)
    }

    @Test(arguments: Provocation.all) func aCodeIsProvokedByItsCauseAndByNothingBesideIt(_ row: Provocation)
        async throws
    {
        try await EngineBench.with(Self.limits) { bench async throws in
            let refused = try #require(await refusal { try await row.provoke(bench) })
            #expect(refused.code.known == row.code)
        }
        try await EngineBench.with(Self.limits) { bench async throws in
            #expect(await code { try await row.neighbour(bench) } == nil)
        }
    }

    @Test func theTwoListsAreTheWholeCatalogue() {
        let reached = Provocation.all.map(\.code)
        #expect(Set(reached).count == reached.count)
        #expect(Set(reached).isDisjoint(with: Provocation.unreachable))
        let missing = Set(APIErrorCode.allCases).subtracting(reached).subtracting(Provocation.unreachable)
        #expect(missing.isEmpty, "neither reached nor known to be out of reach: \(missing)")
    }

    @Test(arguments: Provocation.all) func aRefusalCarriesTheIdOfItsCall(_ row: Provocation) async throws {
        let queries: Set<APIErrorCode> = Provocation.queries.union([
            .invalidCommandTypeNotFound, .invalidParamPageNumber, .invalidParamPageSize, .invalidParameterMaxResults,
            .invalidParameter, .serviceUnavailable,
        ])
        guard !queries.contains(row.code) else { return }
        try await EngineBench.with(Self.limits) { bench async throws in
            let refused = try #require(await refusal { try await row.provoke(bench) })
            #expect(refused.requestID == "R-1")
        }
    }
}
