public import CloudAssistant
import Glibc
import Synchronization

/// The time zones that this machine knows, read from the files of its time zone database (package tzdata) when they are
/// asked for. A file that changes is read again.
public final class ZoneCatalogue: Sendable {
    /// The rules of a machine's own clocks.
    public struct Own: Hashable, Sendable {
        /// The zone's name, such as `Europe/London`; nil when the machine has rules but no name for them.
        public let name: String?
        /// Its rules; those of UTC when the machine says nothing that can be read.
        public let rules: ZoneRules
    }

    private let directory: String
    private let ownZone: String?
    private let localTime: String
    private let known = Mutex<[String: (state: ZoneBytes.State, rules: ZoneRules)]>([:])

    /// The catalogue of `/usr/share/zoneinfo`, or of the directory that `TZDIR` names in an environment; `TZ` is the
    /// machine's own zone, else what `localTime` holds or links to.
    public init(environment: [String: String], localTime: String = "/etc/localtime") {
        let named = environment["TZDIR"] ?? ""
        directory = named.hasPrefix("/") ? named : "/usr/share/zoneinfo"
        ownZone = environment["TZ"]
        self.localTime = localTime
    }

    /// The rules of a zone; nil when its name is not in the database or its file is damaged.
    public func rules(_ zone: TimeZoneName) -> ZoneRules? {
        zone.rules { name in
            // Copies of the database with and without leap seconds are no zones of their own.
            guard case .named(let text) = name, !text.hasPrefix("posix/"), !text.hasPrefix("right/") else { return nil }
            return file(text)
        }
    }

    /// The zone that this machine's clocks show, as it is at the moment.
    public func own() -> Own {
        guard let text = ownZone else { return linked() ?? Own(name: "UTC", rules: .utc) }
        let name = String(text.hasPrefix(":") ? text.dropFirst() : text[...])
        if name.isEmpty { return Own(name: "UTC", rules: .utc) }
        if name.hasPrefix("/") {
            let rules = ZoneBytes.contents(name).flatMap(ZoneFile.rules)
            return Own(name: Self.name(inPath: name), rules: rules ?? .utc)
        }
        if let rules = file(name) { return Own(name: name, rules: rules) }
        return Own(name: nil, rules: ZoneRules(posix: name) ?? .utc)
    }

    // MARK: - Files

    /// What `/etc/localtime` is; its name is that of the file it links to.
    private func linked() -> Own? {
        guard let rules = ZoneBytes.contents(localTime).flatMap(ZoneFile.rules) else { return nil }
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = max(0, readlink(localTime, &buffer, buffer.count))
        let target = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return Own(name: Self.name(inPath: target), rules: rules)
    }

    /// The part of a path after the database's directory.
    private static func name(inPath path: String) -> String? {
        let parts = path.split(separator: "/")
        guard let index = parts.lastIndex(of: "zoneinfo"), index + 1 < parts.count else { return nil }
        let name = parts[(index + 1)...].joined(separator: "/")
        return isSafe(name) ? name : nil
    }

    /// The rules of a file of the database by its name.
    private func file(_ name: String) -> ZoneRules? {
        guard Self.isSafe(name), let file = ZoneBytes("\(directory)/\(name)") else { return nil }
        if let found = known.withLock({ $0[name] }), found.state == file.state { return found.rules }
        guard let rules = ZoneFile.rules(file.bytes()) else { return nil }
        known.withLock { $0[name] = (file.state, rules) }
        return rules
    }

    /// Letters, digits, `_`, `+` and `-` with single slashes between them: no name leaves the directory.
    private static func isSafe(_ name: String) -> Bool {
        let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return name.utf8.count <= 100
            && parts.allSatisfy { part in !part.isEmpty && part.allSatisfy(isPlain) }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "+", "-": true
        default: false
        }
    }
}
