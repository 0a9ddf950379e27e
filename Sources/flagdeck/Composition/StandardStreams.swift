import Glibc

/// The three descriptors that every process is to have.
enum StandardStreams {
    /// Opens those that are closed, so that no file of ours takes their place and is written to as if it were one; and
    /// makes writing to a pipe that nobody reads an error, where it would end the process in the middle of its work.
    static func prepare() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            // The lowest free number is this one, as those below are open.
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_RDONLY : O_WRONLY)
        }
        // A handler, where ignoring would be passed on to what we start.
        signal(SIGPIPE) { _ in }
    }
}
