import Glibc
import TestSupport
import Testing

@testable import Runners

struct Problem: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

// MARK: - Files

func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
}

func contents(_ path: String) -> [UInt8]? { FileBytes.contents(path, limit: 8 << 20) }

func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o600) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard file >= 0 else { throw Problem("cannot open \(path): \(errno)") }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
        guard count > 0 else { throw Problem("cannot write \(path): \(errno)") }
        rest = rest.dropFirst(count)
    }
}

/// The paths of everything in a directory, at any depth.
func tree(_ path: String) -> [String] {
    (FileBytes.names(path) ?? []).flatMap { name -> [String] in
        let entry = "\(path)/\(name)"
        var status = stat()
        guard lstat(entry, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return [entry] }
        return [entry] + tree(entry)
    }
}

func removeTree(_ path: String) {
    for entry in tree(path).reversed() where unlink(entry) != 0 { rmdir(entry) }
    rmdir(path)
}

// MARK: - Processes

/// The state and the parent of a process.
func look(_ process: pid_t) -> (state: Character, parent: pid_t)? {
    guard let bytes = FileBytes.contents("/proc/\(process)/stat", limit: 4096),
        let bracket = bytes.lastIndex(of: 0x29)
    else { return nil }
    let words = String(decoding: bytes[(bracket + 1)...], as: UTF8.self).split(separator: " ")
    guard words.count > 1, let state = words[0].first, let parent = pid_t(words[1]) else { return nil }
    return (state, parent)
}

/// True for a process that has not ended, waited for or not.
func isAlive(_ process: pid_t) -> Bool { look(process).map { $0.state != "Z" && $0.state != "X" } ?? false }

// MARK: - Bytes

/// What `seq` writes, cut off after some bytes.
func numbers(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + 16)
    var number = 1
    while bytes.count < count {
        bytes += "\(number)\n".utf8
        number += 1
    }
    return Array(bytes.prefix(count))
}

/// The shell's words for the same.
func writing(_ count: Int) -> String { "seq 1 \(count) | head -c \(count)\n" }

/// Expects the same bytes without writing thousands of them down when they differ.
func expectSame(
    _ bytes: [UInt8]?, _ expected: [UInt8], sourceLocation: SourceLocation = #_sourceLocation
) {
    guard bytes != expected else { return }
    let place = bytes.map { zip($0, expected).prefix { $0 == $1 }.count }
    let difference = place.map { "they differ from byte \($0) on" } ?? "there are none"
    Issue.record(
        "\(bytes?.count ?? 0) bytes for \(expected.count): \(difference)", sourceLocation: sourceLocation)
}
