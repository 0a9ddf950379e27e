import CloudAssistant
import Testing

@testable import Runners

@Suite("What is kept of ended attempts") struct EndedAttemptsTests {
    private func entry(_ name: String, _ bytes: Int64, age: Int64) -> EndedAttempts.Entry {
        EndedAttempts.Entry(name: name, bytes: bytes, modified: Timestamp(milliseconds: 1_000_000 - age))
    }

    private func removed(_ entries: [EndedAttempts.Entry], _ limits: EndedAttempts.Limits) -> [String] {
        EndedAttempts.surplus(entries, limits, at: Timestamp(milliseconds: 1_000_000)).map(\.name)
    }

    @Test("what is too old goes, claims and outputs alike")
    func age() {
        let entries = [entry("new", 1, age: 100), entry("old", 1, age: 101), entry("old.output", 1, age: 102)]
        let limits = EndedAttempts.Limits(milliseconds: 100, bytes: 1000)
        #expect(removed(entries, limits) == ["old.output", "old"])
    }

    @Test("of too many claims the oldest go, however few bytes they take")
    func count() {
        let entries = [entry("c", 0, age: 1), entry("a", 0, age: 3), entry("b", 0, age: 2)]
        #expect(removed(entries, EndedAttempts.Limits(count: 2, bytes: 1000)) == ["a"])
    }

    @Test("of too many bytes the oldest outputs go first, and claims only when that is not enough")
    func bytes() {
        let entries = [
            entry("a", 10, age: 9), entry("a.output", 500, age: 9), entry("b", 10, age: 5),
            entry("b.output", 500, age: 5),
        ]
        #expect(removed(entries, EndedAttempts.Limits(bytes: 1020)) == [])
        #expect(removed(entries, EndedAttempts.Limits(bytes: 1019)) == ["a.output"])
        #expect(removed(entries, EndedAttempts.Limits(bytes: 519)) == ["a.output", "b.output"])
        #expect(removed(entries, EndedAttempts.Limits(bytes: 19)) == ["a.output", "b.output", "a"])
        #expect(removed(entries, EndedAttempts.Limits(bytes: 0)) == ["a.output", "b.output", "a", "b"])
    }

    @Test("the usual limits keep a week and ten thousand attempts")
    func usual() {
        let limits = EndedAttempts.Limits(bytes: LocalRunner.standardSpoolTotal)
        #expect(limits.milliseconds == 7 * 24 * 3600 * 1000)
        #expect(limits.count == 10_000)
    }
}
