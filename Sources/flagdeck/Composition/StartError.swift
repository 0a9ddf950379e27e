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
    /// A state of real instances was to be practised in.
    case realState(path: String)
    /// A state of a made-up fleet was to be worked with.
    case practiceState(path: String)
    /// The made-up fleet of a state was made with other numbers.
    case otherPractice(instances: Int, seed: UInt64)
    /// There is no place for a temporary state.
    case noTemporaryDirectory(path: String, errno: Int32)
    /// Standard input or the terminal cannot be read, by the system's error number.
    case noInput(errno: Int32)
    /// A secret is to be shown to something that is no terminal.
    case noTerminalForSecret
    /// Standard output takes no more, by the system's error number.
    case noOutput(errno: Int32)
}
