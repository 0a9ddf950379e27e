import CloudAssistant
import Testing

@testable import Console

@Suite struct TagWordTests {
    @Test(arguments: [
        ("", []), ("  ,, ", []), ("env=prod", [TagFilter(key: "env", value: "prod")]),
        ("env", [TagFilter(key: "env", value: nil)]), ("env=", [TagFilter(key: "env", value: "")]),
        ("=x", [TagFilter(key: nil, value: "x")]), ("a=b=c", [TagFilter(key: "a", value: "b=c")]),
        (
            "a=1,b=2\tc",
            [TagFilter(key: "a", value: "1"), TagFilter(key: "b", value: "2"), TagFilter(key: "c", value: nil)]
        ),
        ("角色=数据库", [TagFilter(key: "角色", value: "数据库")]), ("k=\u{301}", [TagFilter(key: "k", value: "\u{301}")]),
    ]) func readsTagsAsTheyAreTyped(_ text: String, _ filters: [TagFilter]) {
        #expect(TagWords.filters(text) == filters)
        #expect(TagWords.filters(TagWords.text(filters)) == filters)
    }

    @Test func writesTagsOfInstances() {
        #expect(TagWords.text([Tag("env", "prod"), Tag("old")]) == "env=prod old")
        let filters = [TagFilter(key: "a", value: nil), TagFilter(key: nil, value: "x")]
        #expect(TagWords.tags(filters) == [Tag("a", "")])
    }
}
