import Glibc
import Settings
import Themes

/// The files that people write for Flagdeck, as they lie on this machine.
enum SettingsFiles {
    /// `config.toml`; without one, what holds without one. A file that cannot be used is a warning in it.
    static func configuration() -> Configuration {
        guard let path = directories?.configurationFile else { return Configuration() }
        do {
            guard let bytes = try contents(path, limit: Configuration.sizeLimit) else { return Configuration() }
            return Configuration(bytes, path: path)
        } catch {
            return Configuration(unreadable: error)
        }
    }

    /// All themes, with the user's own. None of their files is read before it is asked for.
    static func themes() -> ThemeCatalogue {
        guard let folder = directories?.themesDirectory else { return ThemeCatalogue() }
        let ending = ".toml"
        let names = Self.names(folder).filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }
        let pairs = names.filter(isThemeName).map { ($0, "\(folder)/\($0)\(ending)") }
        return ThemeCatalogue(own: Dictionary(pairs) { first, _ in first }) { path throws(SettingsError) in
            try bytes(path, limit: ThemeCatalogue.sizeLimit)
        }
    }

    /// Bytes of a file that has to be there.
    static func bytes(_ path: String, limit: Int) throws(SettingsError) -> [UInt8] {
        guard let bytes = try contents(path, limit: limit) else {
            throw SettingsError(path: path, problem: .unreadable(ENOENT))
        }
        return bytes
    }

    /// The bytes of a file, of one that is longer than `limit` the first ones and more than that; nil when there is none.
    static func contents(_ path: String, limit: Int) throws(SettingsError) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw SettingsError(path: path, problem: .unreadable(errno))
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= limit {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 { throw SettingsError(path: path, problem: .unreadable(errno)) }
            if count == 0 { break }
            bytes += buffer[..<count]
        }
        return bytes
    }

    private static var directories: Directories? { Directories(environment: Machine.environment) }

    /// A name that can be typed and printed: hidden files and editors' copies are none.
    private static func isThemeName(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix(".") && name.utf8.count <= 64
            && name.utf8.allSatisfy { byte in
                let letters: [ClosedRange<UInt8>] = [0x30...0x39, 0x41...0x5A, 0x61...0x7A]
                return letters.contains { $0.contains(byte) } || [0x2D, 0x2E, 0x5F].contains(byte)
            }
    }

    private static func names(_ path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            names.append(name)
        }
        return names
    }
}
