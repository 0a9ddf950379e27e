import CloudAssistant
import Glibc

/// Taking secrets out of what is kept of an attempt, byte for byte in the files themselves.
extension AttemptFiles {
    /// The words before the count of what is left out of an output that is longer than what is kept of one
    /// (`flagdeck-run/output.c`).
    private static let cut = Array("\n[flagdeck: ".utf8)
    private static let cutEnd = UInt8(ascii: "]")
    private static let chunk = 1 << 20

    /// Takes them out of the claim and the output. What cannot be changed is removed or emptied: of an attempt that has
    /// ended nothing is needed but the claim itself.
    func hide(_ concealment: Concealment) {
        hideInClaim(concealment)
        guard FileBytes.size(outputPath) ?? 0 > Int64(AttemptResult.outputLimit) else { return }
        if !Self.hideInOutput(outputPath, concealment) { unlink(outputPath) }
    }

    /// The result stands at the end of the claim, the output at the end of the result.
    private func hideInClaim(_ concealment: Concealment) {
        let file = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return }
        defer { close(file) }
        guard let bytes = FileBytes.whole(file, limit: 1 << 17), let result = ClaimText(bytes).result else { return }
        var output = result.output
        concealment.conceal(&output, isBeginning: result.droppedBytes == 0, isEnd: true)
        guard output != result.output else { return }
        let start = bytes.count - ClaimText.end.count - output.count
        guard start >= 0, pwrite(file, output, output.count, off_t(start)) == output.count else {
            ftruncate(file, off_t(max(0, start)))
            return
        }
    }

    private static func hideInOutput(_ path: String, _ concealment: Concealment) -> Bool {
        let file = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return false }
        defer { close(file) }
        guard !concealment.isTotal, let size = FileBytes.size(of: file) else { return false }
        var scan = ConcealmentScan(concealment)
        var cuts = ConcealmentScan(Concealment([cut]))
        var position: Int64 = 0
        var ranges: [Range<Int64>] = []
        while position < size {
            let bytes = FileBytes.read(file, from: position, count: Int(min(Int64(chunk), size - position)))
            guard !bytes.isEmpty else { return false }
            ranges += scan.ranges(in: bytes)
            for found in cuts.ranges(in: bytes) { ranges += pieces(around: found, of: file, concealment) }
            position += Int64(bytes.count)
        }
        return ranges.allSatisfy { mask($0, of: file) }
    }

    /// Where a value begins before a mark of something left out and where one ends behind it.
    private static func pieces(around mark: Range<Int64>, of file: Int32, _ concealment: Concealment) -> [Range<Int64>]
    {
        let longest = concealment.longest
        let start = max(0, mark.lowerBound - Int64(longest))
        let before = FileBytes.read(file, from: start, count: Int(mark.lowerBound - start))
        var scan = ConcealmentScan(concealment)
        _ = scan.ranges(in: before)
        var found = scan.openPiece.map { [mark.lowerBound - Int64($0)..<mark.lowerBound] } ?? []
        let rest = FileBytes.read(file, from: mark.upperBound, count: 96 + longest)
        if let end = rest.firstIndex(of: cutEnd), rest.count > end + 2 {
            let length = concealment.leftPiece(of: rest[(end + 2)...])
            let place = mark.upperBound + Int64(end) + 2
            if length > 0 { found.append(place..<place + Int64(length)) }
        }
        return found
    }

    private static func mask(_ range: Range<Int64>, of file: Int32) -> Bool {
        let stars = [UInt8](repeating: UInt8(ascii: "*"), count: Int(range.upperBound - range.lowerBound))
        return pwrite(file, stars, stars.count, off_t(range.lowerBound)) == stars.count
    }
}
