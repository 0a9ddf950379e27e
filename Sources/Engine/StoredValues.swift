import CloudAssistant
import Logging
import Synchronization

/// What attempts get from the parameter store when they are sent, and what is kept out of what they wrote.
///
/// Values are here only: an order that waits has none, and a record gets its output without them.
final class StoredValues: Sendable {
    /// The longest script with its values, in bytes: what fits into one message to a supervisor with room to spare.
    static let scriptLimit = 128 << 10

    private let store: (any ParameterStore)?
    private let log: Logger
    /// What outputs of attempts that have not been let go may hold.
    private let concealments = Mutex<[AttemptKey: Concealment]>([:])

    init(_ store: (any ParameterStore)?, _ log: Logger) {
        self.store = store
        self.log = log
    }

    /// The order with the values of its stored parameters as they are now, or why it cannot be sent.
    func filled(_ order: AttemptOrder) -> Result<AttemptOrder, Rejection> {
        guard let stored = order.stored else { return .success(order) }
        let references = stored.references
        do throws(ParameterStoreError) {
            guard let store else { return .failure(Self.failed("")) }
            let values = try store.values(of: references, in: stored.regionID)
            guard let filled = order.filled(with: values) else { return .failure(Self.failed("")) }
            guard filled.script.count <= Self.scriptLimit else {
                return .failure(Self.failed("the script with its values is longer than \(Self.scriptLimit) bytes"))
            }
            conceal(Concealment(values.filter(\.key.isSecret).map(\.value)), for: order.key)
            return .success(filled)
        } catch {
            log.error("parameters not read", metadata: ["attempt": "\(order.key)", "error": "\(error)"])
            return .failure(Self.failed(error.detail))
        }
    }

    private static func failed(_ detail: String) -> Rejection {
        Rejection(code: .queryParameterStoreFailed, detail: detail)
    }

    /// Prepares for what an attempt of an earlier engine wrote: its values as they may have been then.
    func expect(_ key: AttemptKey, _ references: [StoredReference], in region: RegionID) {
        let names = Set(references.filter(\.isSecret).map(\.name))
        guard let store, !names.isEmpty else { return }
        do throws(ParameterStoreError) {
            conceal(Concealment(try store.secrets(named: names, in: region)), for: key)
        } catch {
            log.error("secrets not read", metadata: ["attempt": "\(key)", "error": "\(error)"])
            // Better no output than one with secrets in it.
            conceal(.total, for: key)
        }
    }

    private func conceal(_ concealment: Concealment, for key: AttemptKey) {
        guard !concealment.isEmpty else { return }
        concealments.withLock { $0[key] = $0[key]?.union(concealment) ?? concealment }
    }

    /// What is to be kept out of an attempt's output; nil for nothing.
    func concealment(of key: AttemptKey) -> Concealment? { concealments.withLock { $0[key] } }

    /// Forgets an attempt that nothing is kept of any more but what has no secrets in it.
    func forget(_ key: AttemptKey) { concealments.withLock { _ = $0.removeValue(forKey: key) } }

    /// The result of an attempt with secrets taken out of its output.
    func concealed(_ result: AttemptResult, of key: AttemptKey) -> AttemptResult {
        guard let concealment = concealment(of: key) else { return result }
        var output = result.output
        concealment.conceal(&output, isBeginning: result.droppedBytes == 0, isEnd: true)
        return AttemptResult(
            ending: result.ending, started: result.started, finished: result.finished, output: output,
            totalBytes: result.totalBytes)
    }
}

extension ParameterStoreError {
    /// What is known, in words; never a value.
    var detail: String {
        switch self {
        case .unknown(let reference): "\(reference)"
        case .expired(let time): "the credentials of the store expired at \(time.wireText)"
        case .unusable(let path, let number): "\(path): errno \(number)"
        case .unsafe(let path): "\(path) is not a plain file of mode 0600 of our own"
        case .damaged(let path): "\(path) is damaged"
        case .noKey(let path): "\(path) is missing"
        }
    }
}
