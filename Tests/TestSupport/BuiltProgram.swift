import Glibc

/// The programs of the package as they were built beside the tests.
public enum BuiltProgram {
    /// The absolute path of a program. The tests themselves may be loaded by a program of the toolchain, so their own
    /// path is looked for among the arguments too.
    public static func path(_ name: String) throws -> String {
        let beginnings = CommandLine.arguments.compactMap { argument in
            argument.firstIndex(of: "/").map { String(argument[$0...]) }
        }
        for beginning in beginnings + [ownPath] {
            var folder = beginning[...]
            while let slash = folder.lastIndex(of: "/") {
                folder = folder[..<slash]
                if isProgram("\(folder)/\(name)") { return "\(folder)/\(name)" }
            }
        }
        throw Late(description: "\(name) is not built beside the tests")
    }

    private static func isProgram(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }

    private static var ownPath: String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
        return String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
