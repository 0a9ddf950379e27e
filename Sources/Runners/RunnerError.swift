/// Why a runner could not do what was asked.
public enum RunnerError: Error, Sendable, Hashable {
    /// The supervisor's program cannot be started.
    case noSupervisor(path: String, errno: Int32)
    /// A file or directory of the attempts cannot be made or written.
    case noDirectory(path: String, errno: Int32)
    /// The supervisor could not claim the attempt; the system's error number.
    case notClaimed(errno: Int32)
    /// The runner cannot have a thread of its own.
    case noThread(errno: Int32)
    /// The runner was closed meanwhile: the attempt may have started or not, and whoever comes next can launch it.
    case closed

    /// The facts in a form that fits in brackets after a sentence of the API.
    public var detail: String {
        switch self {
        case .noSupervisor(let path, let number): "no-supervisor, \(path), errno \(number)"
        case .noDirectory(let path, let number): "no-directory, \(path), errno \(number)"
        case .notClaimed(let number): "not-claimed, errno \(number)"
        case .noThread(let number): "no-thread, errno \(number)"
        case .closed: "closed"
        }
    }
}
