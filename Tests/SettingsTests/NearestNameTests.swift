import Settings
import Testing

@Suite struct NearestNameTests {
    @Test(arguments: [
        ("langauge", "language"), ("readonly", "read-only"), ("Key", "keys"), ("them", "theme"), ("xyz", nil),
        ("", nil),
        ("environments", "environment"), ("k", nil), (String(repeating: "x", count: 10_000), nil),
    ])
    func `the name that was probably meant is found, and none that is far off`(_ word: String, _ name: String?) {
        let names = ["language", "read-only", "keys", "theme", "environment"]
        #expect(NearestName.of(word, among: names) == name)
    }
}
