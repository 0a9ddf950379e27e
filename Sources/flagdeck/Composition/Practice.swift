import CloudAssistant
import Engine
import Glibc
import PracticeFleet
import Store

/// What somebody asks for who wants to practise: numbers that are nil follow from the state directory, or are the usual.
struct Practice: Sendable, Hashable {
    var instances: Int?
    var seed: UInt64?

    /// The fleet of a state: what it was made with the first time holds from then on.
    func fleet(of store: Store, isEngine: Bool, path: String) async throws -> PracticeFleet {
        let wished = PracticeFleet(
            count: instances ?? PracticeFleet.standardCount, seed: seed ?? PracticeFleet.standardSeed)
        let mark = isEngine ? try await store.markAsPractice(Self.mark(wished)) : try await store.practiceMark()
        guard let mark else { throw StartError.realState(path: path) }
        let words = mark.split(separator: " ")
        guard words.count == 2, let count = Int(words[0]), let seed = UInt64(words[1]) else { throw StoreError.damaged }
        let kept = PracticeFleet(count: count, seed: seed)
        if (instances != nil && wished.count != kept.count) || (self.seed != nil && wished.seed != kept.seed) {
            throw StartError.otherPractice(instances: kept.count, seed: kept.seed)
        }
        return kept
    }

    private static func mark(_ fleet: PracticeFleet) -> String { "\(fleet.count) \(fleet.seed)" }

    /// A directory of its own for a state that nobody wants to keep.
    static func temporaryDirectory() throws(StartError) -> String {
        let parent = Machine.environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
        var template = Array((parent + "/flagdeck-practice-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw .noTemporaryDirectory(path: parent, errno: errno) }
        return String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Removes such a directory, which has files only. Of what cannot be removed something stays.
    static func remove(_ path: String) {
        guard let folder = opendir(path) else { return }
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { unlink(path + "/" + name) }
        }
        closedir(folder)
        rmdir(path)
    }
}
