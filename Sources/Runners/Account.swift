import Glibc

/// A user or a group of this machine, looked for by name. Not to know is not the same as to know that there is none.
enum Account: Equatable {
    /// Its number.
    case found(UInt32)
    /// There is none of that name.
    case missing
    /// The system could not say; its error number.
    case unknown(errno: Int32)

    static func user(_ name: String) -> Account {
        var entry = passwd()
        var result: UnsafeMutablePointer<passwd>?
        let number = withBuffer { getpwnam_r(name, &entry, $0, $1, &result) }
        return account(number, result.map { _ in entry.pw_uid })
    }

    static func group(_ name: String) -> Account {
        var entry = Glibc.group()
        var result: UnsafeMutablePointer<Glibc.group>?
        let number = withBuffer { getgrnam_r(name, &entry, $0, $1, &result) }
        return account(number, result.map { _ in entry.gr_gid })
    }

    /// Groups with many members need room.
    private static func withBuffer(_ look: (UnsafeMutablePointer<CChar>, Int) -> Int32) -> Int32 {
        var size = 16_384
        while true {
            var buffer = [CChar](repeating: 0, count: size)
            let number = buffer.withUnsafeMutableBufferPointer { buffer in
                buffer.baseAddress.map { look($0, buffer.count) } ?? ENOMEM
            }
            guard number == ERANGE, size < 1 << 24 else { return number }
            size *= 4
        }
    }

    /// Some libraries say that there is none by an error number.
    private static func account(_ number: Int32, _ id: UInt32?) -> Account {
        if let id { return .found(id) }
        return [0, ENOENT, ESRCH, EBADF, EPERM].contains(number) ? .missing : .unknown(errno: number)
    }
}
