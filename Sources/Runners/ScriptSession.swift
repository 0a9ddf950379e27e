import Glibc

/// The processes that a script started and that stayed in its session.
struct ScriptSession: Equatable {
    /// The script's own process, which leads the session.
    let leader: pid_t
    /// When it began, in clock ticks since the machine started; 0 when that is not known.
    let started: UInt64

    private struct Member {
        let process: pid_t
        let session: pid_t
        let started: UInt64
        let isZombie: Bool
    }

    /// Ends what is left of a session whose supervisor has just died: nobody would keep it to its timeout.
    ///
    /// Only for who has seen it die. Later, after a restart of the machine above all, the number may be somebody else's. A
    /// leader that began at another time shows that, and then nothing is touched; without a leader nothing would show it.
    func end() {
        guard leader > 1, started > 0 else { return }
        for _ in 0..<10 {
            let members = Self.all().filter { $0.session == leader }
            if let head = members.first(where: { $0.process == leader }), head.started != started { return }
            let living = members.filter { !$0.isZombie }
            guard !living.isEmpty else { return }
            for member in living { kill(member.process, SIGKILL) }
            usleep(1000)
        }
    }

    private static func all() -> [Member] { (FileBytes.names("/proc") ?? []).compactMap(member) }

    private static func member(_ name: String) -> Member? {
        guard let process = pid_t(name), let bytes = FileBytes.contents("/proc/\(name)/stat", limit: 2048),
            // The name in brackets may hold anything, brackets included.
            let bracket = bytes.lastIndex(of: UInt8(ascii: ")"))
        else { return nil }
        let words = String(decoding: bytes[(bracket + 1)...], as: UTF8.self).split(separator: " ")
        // From the third field on: state, parent, group, session, and as the 22nd the start.
        guard words.count > 19, let session = pid_t(words[3]), let started = UInt64(words[19]) else { return nil }
        return Member(process: process, session: session, started: started, isZombie: words[0] == "Z")
    }
}
