import CloudAssistant
import Crypto
import Store

/// What every call that changes something goes through.
extension EmbeddedService {
    /// Runs a call that changes something: the caller must be allowed to, this must be the engine, and a refusal gets
    /// its own audit line.
    func deciding<Answer: Sendable>(
        _ action: String, region: RegionID?, targets: [InstanceID] = [], _ context: CallContext,
        _ work: (Dispatcher) async throws(APIError) -> Answer
    ) async throws(APIError) -> Answer {
        guard let dispatcher else {
            let holder = engineProcess.flatMap { $0 > 0 ? "\($0)" : nil }
            throw APIError(.serviceUnavailable, holder.map { [.holder: $0] } ?? [:])
        }
        do {
            try authorise(context)
            return try await work(dispatcher)
        } catch {
            var refusal = error
            refusal.requestID = context.requestID
            var line = AuditLine(
                time: configuration.now(), context: context, action: action, region: region?.text ?? "",
                targets: targets)
            line.outcome = refusal.code.text
            // The refusal stands whether or not its line can be written; the store's own troubles are in `error`.
            try? await store.append(line)
            throw refusal
        }
    }

    /// The owner of the state may do everything and nobody else anything.
    func authorise(_ context: CallContext) throws(APIError) {
        guard let user = context.caller.userID, user != configuration.owner, user != 0 else { return }
        throw APIError(.forbiddenRAM, [.name: context.caller.name])
    }

    /// The client token of a call with a digest of its parameters, nil when it has none.
    func claim(_ token: String?, _ action: String, _ request: some Sendable) -> TokenClaim? {
        guard let token, !token.isEmpty else { return nil }
        let digest = SHA256.hash(data: Array(String(reflecting: request).utf8))
        return TokenClaim(token: token, action: action, fingerprint: Array(digest))
    }

    /// Runs a call under its client token: a twin that is still at work is refused, an earlier one with the same
    /// parameters is answered by `repeated`, with other parameters refused.
    func once<Answer: Sendable>(
        _ claim: TokenClaim?, _ region: RegionID, _ context: CallContext,
        repeated: (CommandID, InvokeID) -> Answer, _ work: () async throws(APIError) -> Answer
    ) async throws(APIError) -> Answer {
        guard let claim else { return try await work() }
        let account = context.caller.account
        let name = "\(account)\n\(region)\n\(claim.action)\n\(claim.token)"
        guard tokensInFlight.enter(name) else {
            throw APIError(.idempotentProcessing, [.parameter: "ClientToken"])
        }
        defer { tokensInFlight.leave(name) }
        let now = configuration.now()
        let verdict = try await stored { () async throws(StoreError) in
            try await store.verdict(claim, account: account, region: region, at: now)
        }
        switch verdict {
        case .new: return try await work()
        case .repeated(let command, let invocation):
            await noteRepetition(of: claim, region, context, subject: Self.subject(command, invocation))
            return repeated(command, invocation)
        case .changed: throw Self.changed
        }
    }

    /// Writes the line of a call that was answered with an earlier one's ids.
    func noteRepetition(of claim: TokenClaim, _ region: RegionID, _ context: CallContext, subject: String) async {
        let line = AuditLine(
            time: configuration.now(), context: context, action: claim.action, region: region.text, subject: subject)
        // The answer was durable before; a store that is full now is no reason to withhold it.
        try? await store.append(line)
    }

    static func subject(_ command: CommandID, _ invocation: InvokeID) -> String {
        invocation.text.isEmpty ? command.text : invocation.text
    }

    static var changed: APIError { APIError(.idempotentParameterMismatch, [.parameter: "ClientToken"]) }
}
