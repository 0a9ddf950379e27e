import CPlatform
import Glibc

/// The resident process that forks supervisors, and the socket to it.
struct Spawner {
    let process: pid_t
    let socket: Int32

    init(program: String) throws(RunnerError) {
        var end: Int32 = -1
        let process = program.withCString { path in
            "--spawner".withCString { role in
                var helper = platform_helper(program: path, role: role, input: -1, message: nil, length: 0)
                return platform_start_helper(&helper, &end)
            }
        }
        guard process > 0 else { throw .noSupervisor(path: program, errno: errno) }
        self.process = process
        socket = end
    }

    /// The program beside our own.
    static func programBesideUs() -> String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        guard count > 0 else { return "flagdeck-run" }
        let path = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        return folder + "flagdeck-run"
    }

    /// Hands over one message; the system's error number, 0 when it went.
    func send(_ message: [UInt8]) -> Int32 {
        while true {
            let count = Glibc.send(socket, message, message.count, Int32(MSG_NOSIGNAL))
            if count >= 0 { return 0 }
            if errno != EINTR { return errno }
        }
    }

    /// What the spawner and the supervisors say.
    enum Reply {
        case forked(order: UInt64, supervisor: pid_t)
        case claimed(order: UInt64, supervisor: pid_t)
        case refused(order: UInt64)
        case failed(order: UInt64, errno: Int32)
    }

    /// The next reply that is there; `isOver` when no more can come.
    func receive() -> (reply: Reply?, isOver: Bool) {
        var buffer = [UInt8](repeating: 0, count: 128)
        let count = recv(socket, &buffer, buffer.count, Int32(MSG_DONTWAIT))
        if count == 0 { return (nil, true) }
        if count < 0 { return (nil, errno != EAGAIN && errno != EINTR) }
        let words = String(decoding: buffer[..<count], as: UTF8.self).split(separator: " ")
        guard words.count == 3, let order = UInt64(words[1]), let number = Int32(words[2]) else {
            return (nil, false)
        }
        switch words[0] {
        case "forked": return (.forked(order: order, supervisor: number), false)
        case "claimed": return (.claimed(order: order, supervisor: number), false)
        case "refused": return (.refused(order: order), false)
        default: return (.failed(order: order, errno: number), false)
        }
    }

    /// Lets go of it: it ends by itself, and what it started goes on.
    func release() {
        close(socket)
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }
}
