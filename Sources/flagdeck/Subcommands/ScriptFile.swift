import Glibc

/// Reads a script from a file or from standard input.
enum ScriptFile {
    /// More than any script may have: beyond it, reading stops and the service refuses the rest.
    private static let limit = 1 << 20

    static func contents(_ path: String) throws(StartError) -> String {
        let bytes = try bytes(path) { .unreadableScript(path: path, why: $0) }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .unreadableScript(path: path, why: "it is no UTF-8 text")
        }
        return text
    }

    /// The bytes of a file or of standard input, as far as any call takes them.
    static func bytes(_ path: String, orElse problem: (String) -> StartError) throws(StartError) -> [UInt8] {
        let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw problem(StartSentences.words(errno)) }
        defer { if file != STDIN_FILENO { close(file) } }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count < limit {
            let count = read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw problem(StartSentences.words(errno)) }
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        return bytes
    }
}
