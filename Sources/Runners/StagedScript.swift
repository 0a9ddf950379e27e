import Glibc

/// What a supervisor that was killed leaves of its script.
enum StagedScript {
    /// The places where supervisors put scripts (`flagdeck-run/staging.c`).
    private static let bases = ["/dev/shm", "/var/tmp"]

    /// Removes the script whose directory's name holds a word.
    static func remove(_ word: String) {
        guard word.utf8.count == 32, word.utf8.allSatisfy(isHexadecimal) else { return }
        for base in bases { remove(directory: "\(base)/flagdeck-\(word)") }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }

    /// Removes a directory and the files in it. Its owner may be another user, who can put anything in its place: no
    /// link is followed.
    private static func remove(directory path: String) {
        if rmdir(path) == 0 || errno == ENOENT { return }
        let directory = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard directory >= 0 else { return }
        guard let entries = fdopendir(directory) else {
            close(directory)
            return
        }
        defer { closedir(entries) }
        for name in FileBytes.names(entries) { unlinkat(directory, name, 0) }
        rmdir(path)
    }
}
