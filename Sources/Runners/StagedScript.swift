import Glibc

/// What a supervisor that was killed leaves of its script.
enum StagedScript {
    /// The places where supervisors put scripts (`flagdeck-run/staging.c`).
    private static let bases = ["/dev/shm", "/var/tmp"]

    /// Removes the script of the supervisor that wrote a claim's first line.
    static func remove(claimedBy claim: [UInt8]) {
        let words = String(decoding: claim.prefix { $0 != 0x0a }, as: UTF8.self).split(separator: " ")
        guard words.count == 2, words[1].utf8.count == 32, words[1].utf8.allSatisfy(isHexadecimal) else { return }
        for base in bases { remove("\(base)/flagdeck-\(words[1])") }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }

    /// Removes a directory and the files in it. Its owner may be another user, who can put anything in its place: no
    /// link is followed.
    private static func remove(_ path: String) {
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
