import CPlatform
import CloudAssistant
import Glibc
import Synchronization

/// What the watching thread does: it follows supervisors to their ends and tries again what could not be told.
extension LocalRunner {
    /// What the watching thread waits for, beside the bell; nil when it is to end.
    func descriptors() -> (spawner: Int32, supervisors: [Int32], timeout: Int32)? {
        let isTried = tryAgain()
        let isDone = retirement.work() && isTried
        return state.withLock { state in
            guard !state.isOver else {
                state.spawner?.release()
                state.spawner = nil
                for descriptor in state.followed.keys { Glibc.close(descriptor) }
                state.followed = [:]
                for number in Array(state.waiting.keys) {
                    answer(number, .failure(.closed), &state)
                }
                ends.finish()
                return nil
            }
            return (state.spawner?.socket ?? -1, Array(state.followed.keys), isDone ? -1 : Retirement.retryMilliseconds)
        }
    }

    var bellDescriptor: Int32 { bell }
    var spawnerProcess: pid_t? { state.withLock { $0.spawner?.process } }
    var hasErrands: Bool { state.withLock { !$0.errands.isEmpty } }

    /// Hears what supervisors say; a spawner that died is replaced, and what it left unanswered is sent again: who had
    /// it already holds the claim.
    func listen() {
        while true {
            guard let spawner = state.withLock({ $0.spawner }) else { return }
            let (reply, isOver) = spawner.receive()
            if isOver {
                state.withLock { state in
                    spawner.release()
                    state.spawner = nil
                    for number in state.waiting.keys.sorted() { send(number, &state) }
                }
                return
            }
            guard let reply else { return }
            take(reply)
        }
    }

    private func take(_ reply: Spawner.Reply) {
        switch reply {
        case .forked(let number, let supervisor):
            guard let key = state.withLock({ $0.waiting[number]?.order.key }) else { return }
            follow(Followed(key: key, supervisor: supervisor, launch: number))
        case .claimed(let number, let supervisor):
            guard let key = state.withLock({ $0.waiting[number]?.order.key }) else { return }
            state.withLock { state in
                answer(number, .success(.claimed), &state)
                // It was opened before the lock could tell whose number this is.
                let early = state.followed.first { $0.value.launch == number }
                if let early { state.followed.removeValue(forKey: early.key) }
                if let early { Glibc.close(early.key) }
            }
            follow(Followed(key: key, supervisor: supervisor, launch: nil))
        case .refused(let number): state.withLock { answer(number, .success(.alreadyClaimed), &$0) }
        case .failed(let number, let code):
            state.withLock { answer(number, .failure(.notClaimed(errno: code)), &$0) }
        }
    }

    /// Follows a supervisor to its end. For one that has claimed, the lock is looked at after the descriptor is open, so
    /// that a later process with the same number cannot be taken for it.
    private func follow(_ followed: Followed) {
        if let number = followed.launch, !isWaiting(number) { return }
        let descriptor = followed.supervisor > 0 ? platform_pidfd_open(followed.supervisor) : -1
        guard descriptor >= 0 else {
            // The other two mean that the number is one of a thread by now.
            let isGone = followed.supervisor <= 0 || [ESRCH, EINVAL, ENOENT].contains(errno)
            if !isGone { return put(off: .follow(followed)) }
            return died(followed)
        }
        if followed.launch == nil {
            switch files(followed.key).claim() {
            case .taken(let text, isAlive: true) where text.supervisor == followed.supervisor: break
            case .unreadable:
                Glibc.close(descriptor)
                return put(off: .follow(followed))
            default:
                Glibc.close(descriptor)
                return died(followed)
            }
        }
        state.withLock { $0.followed[descriptor] = followed }
        ring()
    }

    /// Takes note of the supervisors that have ended, after everything that they said.
    func ended(_ descriptors: [Int32]) {
        guard !descriptors.isEmpty else { return }
        // Out of the list first: what is heard next can close descriptors and open others under their numbers.
        let dead = state.withLock { state in
            descriptors.compactMap { descriptor in
                state.followed.removeValue(forKey: descriptor).map { (descriptor, $0) }
            }
        }
        listen()
        for (descriptor, followed) in dead {
            Glibc.close(descriptor)
            endOrphans(of: followed)
            died(followed)
        }
    }

    /// Ends what a supervisor that was seen to die has left running. Whose number it was is certain only for one that was
    /// seen alive with its claim.
    private func endOrphans(of followed: Followed) {
        guard followed.launch == nil, case .taken(let text, _) = files(followed.key).claim(),
            text.supervisor == followed.supervisor, text.result == nil
        else { return }
        text.session?.end()
    }

    /// A supervisor is dead: it left its claim, or somebody else's, or did nothing at all. The lock does not count here:
    /// a child that was just forked may hold it a moment longer.
    private func died(_ followed: Followed) {
        let number = followed.launch
        // One that has answered is followed as such, if it is worth it.
        if let number, !isWaiting(number) { return }
        switch files(followed.key).claim() {
        case .unreadable: put(off: .follow(followed))
        case .taken(let text, _) where text.supervisor == followed.supervisor:
            if let number { state.withLock { answer(number, .success(.claimed), &$0) } }
            ends.yield((followed.key, files(followed.key).end(text)))
        case .taken, .forbidden:
            if let number { state.withLock { answer(number, .success(.alreadyClaimed), &$0) } }
        case .none: if let number { state.withLock { send(number, &$0) } }
        }
    }

    private func isWaiting(_ number: UInt64) -> Bool { state.withLock { $0.waiting[number] != nil } }

    private func put(off errand: Errand) { state.withLock { $0.errands.append(errand) } }

    func attend(_ errand: Errand) {
        switch errand {
        case .follow(let followed): follow(followed)
        case .adopt(let key):
            switch files(key).claim() {
            case .taken(let text, let isAlive):
                let followed = Followed(key: key, supervisor: text.supervisor, launch: nil)
                if isAlive { follow(followed) } else { died(followed) }
            case .unreadable: put(off: errand)
            case .none, .forbidden: break
            }
        case .stop(let key): if !hasStopped(key) { put(off: errand) }
        }
    }

    /// Tries what had to be put off; false when something has to be tried once more.
    private func tryAgain() -> Bool {
        let errands = state.withLock { state in
            defer { state.errands = [] }
            return state.errands
        }
        for errand in errands { attend(errand) }
        return !hasErrands
    }

    /// Asks the supervisor, if there is one; false when that could not be done now.
    private func hasStopped(_ key: AttemptKey) -> Bool {
        let claim = files(key).claim()
        guard case .taken(let text, isAlive: true) = claim, text.supervisor > 0 else { return claim != .unreadable }
        let descriptor = platform_pidfd_open(text.supervisor)
        guard descriptor >= 0 else { return errno == ESRCH }
        defer { Glibc.close(descriptor) }
        switch files(key).claim() {
        case .taken(let again, isAlive: true) where again.supervisor == text.supervisor:
            return platform_pidfd_signal(descriptor, SIGTERM) == 0 || errno == ESRCH
        case .unreadable: return false
        default: return true
        }
    }
}
