import CloudAssistant
import Glibc

/// What stands in a claim: who took it, what was started, and behind that the result.
struct ClaimText: Equatable {
    /// What follows the output in a whole result, as the last of the claim.
    static let end = Array("\nend\n".utf8)

    /// The supervisor's process; 0 when the line that names it is damaged.
    let supervisor: pid_t
    /// The part of the staged script's directory that nobody can guess.
    let stagedWord: String
    /// The session of the script, once it was started.
    let session: ScriptSession?
    /// What came of it; nil while there is no whole result.
    let result: AttemptResult?

    init(_ bytes: [UInt8]) {
        var rest = bytes[...]
        let words = Self.line(&rest)?.split(separator: " ").map(String.init) ?? []
        supervisor = words.first.flatMap { pid_t($0) } ?? 0
        stagedWord = words.count == 2 ? words[1] : ""
        session = Self.session(&rest)
        result = Self.result(rest)
    }

    private static func session(_ rest: inout ArraySlice<UInt8>) -> ScriptSession? {
        var behind = rest
        guard let words = line(&behind)?.split(separator: " "), words.count == 3, words[0] == "session" else {
            return nil
        }
        rest = behind
        guard let leader = pid_t(words[1]), let started = UInt64(words[2]) else { return nil }
        return ScriptSession(leader: leader, started: started)
    }

    private static func result(_ bytes: ArraySlice<UInt8>) -> AttemptResult? {
        var rest = bytes
        guard line(&rest) == "flagdeck-result 1", let ending = line(&rest).flatMap(Self.ending),
            let started = number("started", &rest), let finished = number("finished", &rest),
            let total = number("total", &rest), let length = number("tail", &rest), line(&rest) == "",
            length <= Int64(AttemptResult.outputLimit), Int64(rest.count) >= length
        else { return nil }
        let output = Array(rest.prefix(Int(length)))
        guard rest.dropFirst(Int(length)).elementsEqual(end) else { return nil }
        return AttemptResult(
            ending: ending, started: started > 0 ? Timestamp(milliseconds: started) : nil,
            finished: Timestamp(milliseconds: finished), output: output, totalBytes: total)
    }

    private static func line(_ rest: inout ArraySlice<UInt8>) -> String? {
        guard let end = rest.firstIndex(of: 0x0a) else { return nil }
        defer { rest = rest[(end + 1)...] }
        return String(decoding: rest[..<end], as: UTF8.self)
    }

    private static func number(_ name: String, _ rest: inout ArraySlice<UInt8>) -> Int64? {
        guard let words = line(&rest)?.split(separator: " "), words.count == 2, words[0] == name else { return nil }
        return Int64(words[1]).flatMap { $0 >= 0 ? $0 : nil }
    }

    private static func ending(_ line: String) -> AttemptEnding? {
        let words = line.split(separator: " ", omittingEmptySubsequences: false)
        guard words.count >= 2, words[0] == "ending" else { return nil }
        switch (words[1], words.count) {
        case ("exited", 3): return Int(words[2]).map { .exited(code: $0) }
        case ("signalled", 3): return Int(words[2]).map { .signalled($0) }
        case ("timed-out", 2): return .timedOut
        case ("stopped", 2): return .stopped
        case ("start-failed", 5):
            guard let reason = StartFailure.Reason(rawValue: String(words[2])), let number = Int32(words[3]) else {
                return nil
            }
            return .startFailed(StartFailure(reason: reason, subject: hexadecimal(words[4]), errno: number))
        default: return nil
        }
    }

    private static func hexadecimal(_ digits: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = digits
        while rest.count >= 2 {
            bytes.append(UInt8(rest.prefix(2), radix: 16) ?? 0x3f)
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
