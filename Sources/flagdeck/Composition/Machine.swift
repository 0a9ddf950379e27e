import CloudAssistant
import Glibc

/// What the process knows of itself and the machine's clock.
enum Machine {
    /// The present moment of the machine's clock.
    static func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    static var environment: [String: String] {
        var pairs: [String: String] = [:]
        var next = environ
        while let entry = next.pointee {
            let parts = String(cString: entry).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { pairs[String(parts[0])] = String(parts[1]) }
            next += 1
        }
        return pairs
    }

    /// The user that runs this process, by name where it has one.
    static var caller: Caller {
        let user = geteuid()
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16_384)
        let failed = getpwuid_r(user, &entry, &buffer, buffer.count, &found)
        let name = failed == 0 && found != nil ? entry.pw_name.map { String(cString: $0) } : nil
        return Caller(name: name ?? "uid-\(user)", userID: Int(user))
    }

    /// An upper-case UUID, version 4.
    static func requestID() -> String {
        var generator = SystemRandomNumberGenerator()
        let high = generator.next() & 0xffff_ffff_ffff_0fff | 0x4000
        let low = generator.next() & 0x3fff_ffff_ffff_ffff | 0x8000_0000_0000_0000
        let digits = hex(high) + hex(low)
        var parts: [Substring] = []
        var rest = Substring(digits)
        for length in [8, 4, 4, 4, 12] {
            parts.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return parts.joined(separator: "-")
    }

    /// A token for one intended run, so that sending it again cannot run it twice.
    static func clientToken() -> String { requestID().lowercased() }

    private static func hex(_ value: UInt64) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    static var language: Language {
        let environment = environment
        let word = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return word?.hasPrefix("zh") == true ? .chinese : .english
    }
}
