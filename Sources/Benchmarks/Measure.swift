import Foundation
import Glibc

/// Clocks, medians and the state of other processes.
enum Measure {
    /// Seconds on a clock that nobody sets.
    static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The value below which a share of the values lies.
    static func percentile(_ values: [Double], _ share: Double) -> Double {
        guard !values.isEmpty else { return 0 }
        let sorted = values.sorted()
        return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }

    static func median(_ values: [Double]) -> Double { percentile(values, 0.5) }

    /// A number with a fixed count of decimals.
    static func text(_ value: Double, _ decimals: Int = 2) -> String {
        String(format: "%.\(decimals)f", value)
    }

    /// A figure of `/proc/PID/status` in MiB, such as `VmRSS` or `VmHWM`.
    static func memory(_ pid: pid_t, _ name: String) -> Double {
        guard let file = fopen("/proc/\(pid)/status", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, Int32(line.count), file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            guard text.hasPrefix(name + ":") else { continue }
            let digits = text.filter(\.isNumber)
            return (Double(digits) ?? 0) / 1024
        }
        return 0
    }

    /// The program beside this one.
    static var program: String {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = max(0, readlink("/proc/self/exe", &buffer, buffer.count - 1))
        let path = String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return (path.lastIndex(of: "/").map { String(path[...$0]) } ?? "") + "flagdeck"
    }

    /// A directory of its own for one measurement, removed afterwards: on the disk where the state is kept, since a
    /// temporary directory may be memory or full of what others have just removed.
    static func withDirectory<Value>(_ work: (String) async throws -> Value) async rethrows -> Value {
        let environment = ProcessInfo.processInfo.environment
        let data = environment["XDG_DATA_HOME"] ?? (environment["HOME"] ?? "") + "/.local/share"
        let path = "\(data)/flagdeck-bench-\(getpid())"
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        precondition(FileManager.default.fileExists(atPath: path), "\(path) cannot be made")
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try await work(path)
    }
}
