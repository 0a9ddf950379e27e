/// What keeps a subcommand from doing its work before the service is asked, or from telling the answer.
enum StartError: Error {
    /// Neither `HOME` nor the XDG directories say where the state is to be.
    case noHome
    /// `--state-dir` with nothing in it, as a shell variable that is not set gives it.
    case emptyStateDirectory
    /// The file of `--command-file` cannot be read, or is no text.
    case unreadableScript(path: String, why: String)
    /// The file that is to be sent cannot be read.
    case unreadableFile(path: String, why: String)
    /// Standard output takes no more, by the system's error number.
    case noOutput(errno: Int32)
}
