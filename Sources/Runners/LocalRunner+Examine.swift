public import CloudAssistant
import Glibc

extension LocalRunner {
    /// What would keep an order from starting: an unknown user, one that we may not become, a missing directory.
    public func examine(_ order: AttemptOrder) -> StartFailure? {
        var home: String?
        if let name = order.username {
            guard let user = LocalHost.user(name) else {
                return StartFailure(reason: .noSuchUser, subject: name, errno: 0)
            }
            if user.id != geteuid(), geteuid() != 0 {
                return StartFailure(reason: .mayNotSwitchUser, subject: name, errno: EPERM)
            }
            home = user.home
        } else {
            home = LocalHost.user(id: geteuid())?.home
        }
        let reason: StartFailure.Reason = order.workingDirectory == nil ? .noHomeDirectory : .noSuchDirectory
        guard let directory = order.workingDirectory ?? home else { return nil }
        var status = stat()
        guard stat(directory, &status) == 0 else {
            return StartFailure(reason: reason, subject: directory, errno: errno)
        }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            return StartFailure(reason: reason, subject: directory, errno: ENOTDIR)
        }
        return nil
    }
}
