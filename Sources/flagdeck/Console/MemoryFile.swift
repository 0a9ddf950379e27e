import CloudAssistant
import Console

/// What the console knows again the next time, in a file that only the user can read.
struct MemoryFile {
    private static let limit = 1 << 18

    let path: String

    /// What was kept; nothing where the file is missing or is none of ours.
    func read() -> Memory {
        do throws(PrivateFile.Problem) {
            let bytes = try PrivateFile.contents(path, limit: Self.limit)
            return JSON(parsing: String(decoding: bytes, as: UTF8.self)).map { Memory($0) } ?? Memory()
        } catch {
            return Memory()
        }
    }

    /// Keeps it. One that cannot be written is done without: nothing of a run depends on it.
    func write(_ memory: Memory) {
        do throws(PrivateFile.Problem) { try PrivateFile.write(Array(memory.json.prettyText.utf8), to: path) } catch {}
    }
}
