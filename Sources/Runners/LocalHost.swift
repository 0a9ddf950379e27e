public import CloudAssistant
import Glibc

/// What this machine says of itself.
public enum LocalHost {
    /// This machine as an instance of region `local` under a given id.
    public static func instance(id: InstanceID) -> Instance {
        let release = osRelease()
        let host = hostName()
        return Instance(
            id: id, name: host, hostName: host, regionID: Region.local.id, zoneID: "local",
            osName: release["PRETTY_NAME"] ?? release["NAME"] ?? "Linux", privateAddresses: addresses(),
            cpus: sysconf(Int32(_SC_NPROCESSORS_ONLN)), memoryMiB: memoryMiB(), timeZone: timeZone())
    }

    /// A user by name.
    static func user(_ name: String) -> (id: uid_t, home: String)? {
        found { entry, buffer, size, result in getpwnam_r(name, entry, buffer, size, result) }
    }

    /// A user by number.
    static func user(id: uid_t) -> (id: uid_t, home: String)? {
        found { entry, buffer, size, result in getpwuid_r(id, entry, buffer, size, result) }
    }

    private typealias Entry = UnsafeMutablePointer<passwd>

    private static func found(
        _ look: (Entry, UnsafeMutablePointer<CChar>, Int, UnsafeMutablePointer<Entry?>) -> Int32
    ) -> (id: uid_t, home: String)? {
        var entry = passwd()
        var result: Entry?
        var buffer = [CChar](repeating: 0, count: 16_384)
        let size = buffer.count
        return buffer.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress, look(&entry, base, size, &result) == 0, result != nil else {
                return nil
            }
            return (entry.pw_uid, entry.pw_dir.map { String(cString: $0) } ?? "")
        }
    }

    static func hostName() -> String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard gethostname(&buffer, buffer.count - 1) == 0 else { return "localhost" }
        return text(buffer)
    }

    /// Addresses of interfaces that are up, IPv4 first, loopback and link-local ones left out.
    static func addresses() -> [String] {
        var list: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&list) == 0 else { return [] }
        defer { freeifaddrs(list) }
        var found: [(family: Int32, address: String)] = []
        var next = list
        while let entry = next?.pointee {
            next = entry.ifa_next
            let flags = Int32(truncatingIfNeeded: entry.ifa_flags)
            guard let address = entry.ifa_addr, flags & Int32(IFF_UP) != 0,
                flags & Int32(IFF_LOOPBACK) == 0
            else { continue }
            let family = Int32(address.pointee.sa_family)
            guard family == AF_INET || family == AF_INET6 else { continue }
            let size = family == AF_INET ? MemoryLayout<sockaddr_in>.size : MemoryLayout<sockaddr_in6>.size
            var buffer = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            guard
                getnameinfo(
                    address, socklen_t(size), &buffer, socklen_t(buffer.count), nil, 0, NI_NUMERICHOST) == 0
            else { continue }
            let written = text(buffer)
            if !written.hasPrefix("fe80") { found.append((family, written)) }
        }
        return found.filter { $0.family == AF_INET }.map(\.address)
            + found.filter { $0.family == AF_INET6 }.map(\.address)
    }

    private static func memoryMiB() -> Int {
        let pages = sysconf(Int32(_SC_PHYS_PAGES))
        let size = sysconf(Int32(_SC_PAGESIZE))
        return pages > 0 && size > 0 ? pages / 1024 * size / 1024 : 0
    }

    /// The IANA name that `/etc/localtime` leads to.
    private static func timeZone() -> String {
        var buffer = [CChar](repeating: 0, count: 4096)
        guard realpath("/etc/localtime", &buffer) != nil else { return "UTC" }
        let path = text(buffer)
        guard let marker = path.range(of: "/zoneinfo/") else { return "UTC" }
        return String(path[marker.upperBound...])
    }

    static func osRelease() -> [String: String] {
        let lines = contents("/etc/os-release", limit: 1 << 16).split(separator: "\n")
        return lines.reduce(into: [:]) { pairs, line in
            let parts = line.split(separator: "=", maxSplits: 1)
            guard parts.count == 2 else { return }
            pairs[String(parts[0])] = parts[1].filter { $0 != "\"" && $0 != "'" }
        }
    }

    private static func contents(_ path: String, limit: Int) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: limit)
        let count = read(descriptor, &buffer, limit)
        return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : ""
    }

    private static func text(_ buffer: [CChar]) -> String {
        String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

extension String {
    fileprivate func range(of needle: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(needle) { return start..<index(start, offsetBy: needle.count) }
            start = index(after: start)
        }
        return nil
    }
}
