import Glibc

/// The built program.
enum Program {
    /// It is built beside the tests; those may be loaded by a program of the toolchain.
    static let path: String = {
        let beginnings = CommandLine.arguments.compactMap { argument in
            argument.firstIndex(of: "/").map { String(argument[$0...]) }
        }
        for beginning in beginnings + [ownPath] {
            var folder = beginning[...]
            while let slash = folder.lastIndex(of: "/") {
                folder = folder[..<slash]
                let candidate = "\(folder)/flagdeck"
                var status = stat()
                if stat(candidate, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(candidate, X_OK) == 0 {
                    return candidate
                }
            }
        }
        return "flagdeck, which is not built beside the tests"
    }()

    private static var ownPath: String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        return String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    static var isRoot: Bool { geteuid() == 0 }
}
