import Testing

@testable import Console

@Suite struct FuzzyMatchTests {
    @Test(arguments: [
        ("", "anything", true), ("rt", "retry", true), ("RETRY", "retry what failed", true), ("tr r", "xtrr", true),
        ("z", "retry", false), ("yr", "retry", false), ("数库", "数据库", true), ("e\u{301}", "e", false),
        (" ", "x", true), ("retryy", "retry", false),
    ]) func findsLettersInOrder(_ query: String, _ text: String, _ isFound: Bool) {
        #expect((FuzzyMatch.rank(query, in: text) != nil) == isFound)
    }

    @Test(arguments: [
        ("re", "read again", "prepare"), ("pane", "pane next", "next pane"), ("st", "stop", "s t"),
        ("st", "a stop", "s-t"),
        ("sto", "s-t-o", "s---t---o"),
    ]) func prefersWhatIsCloser(_ query: String, _ better: String, _ worse: String) throws {
        let first = try #require(FuzzyMatch.rank(query, in: better))
        let second = try #require(FuzzyMatch.rank(query, in: worse))
        #expect(first < second)
    }

    @Test func wantsEveryWord() {
        #expect(FuzzyMatch.words("failed retry", in: "retry what failed") == 11)
        #expect(FuzzyMatch.words("failed now", in: "retry what failed") == nil)
        #expect(FuzzyMatch.words("", in: "x") == 0)
    }
}
