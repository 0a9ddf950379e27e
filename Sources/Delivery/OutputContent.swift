import Crypto
import Glibc

/// The bytes of one output, which do not change any more: in memory, or in a file that is read piece by piece.
public final class OutputContent: Sendable {
    /// Bytes that are read at a time.
    static let pieceSize = 1 << 16

    private let bytes: [UInt8]
    private let descriptor: Int32
    /// How many bytes there are.
    public let size: Int64

    /// An output that is in memory.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        descriptor = -1
        size = Int64(bytes.count)
    }

    /// An output in a file; nil when it is not there or no file. The file may be moved or removed meanwhile.
    public init?(path: String) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            return nil
        }
        bytes = []
        self.descriptor = descriptor
        size = Int64(status.st_size)
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// The piece that begins at a place; empty at the end.
    func piece(at place: Int64) throws(DeliveryFailure) -> [UInt8] {
        guard place < size else { return [] }
        let length = Int(min(Int64(Self.pieceSize), size - place))
        guard descriptor >= 0 else { return Array(bytes[Int(place)..<Int(place) + length]) }
        var piece = [UInt8](repeating: 0, count: length)
        while true {
            let count = pread(descriptor, &piece, length, off_t(place))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                throw DeliveryFailure(
                    .lasting, code: "OutputUnreadable", detail: "the output was cut off: errno \(errno)")
            }
            return Array(piece[..<count])
        }
    }

    /// SHA-256 of all bytes, in lower-case hexadecimal digits. Lets others work between two pieces.
    func digest() async throws(DeliveryFailure) -> String {
        var hash = SHA256()
        var place: Int64 = 0
        while place < size {
            let piece = try piece(at: place)
            hash.update(data: piece)
            place += Int64(piece.count)
            await Task.yield()
        }
        return Array(hash.finalize()).hexadecimal
    }
}

extension [UInt8] {
    /// Two lower-case digits for each byte.
    var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
