import Screen
import Testing

@testable import Console

@Suite struct KeyMapTests {
    @Test(arguments: Pane.allCases) func everyKeyMeansOneThingInAPane(_ pane: Pane) {
        var meanings: [Key: [Action]] = [:]
        for binding in Binding.all where binding.applies(in: pane) {
            for key in binding.keys { meanings[key, default: []].append(binding.action) }
        }
        #expect(meanings.filter { $0.value.count > 1 } == [:])
        for (key, actions) in meanings { #expect(KeyMap.standard.action(key, in: pane) == actions.first) }
    }

    @Test func everyActionHasItsLine() {
        #expect(Set(Binding.all.map(\.action)) == Set(Action.allCases))
        #expect(Binding.all.count == Action.allCases.count)
    }

    @Test func takesAKeyFromThoseInTheSamePanes() {
        let keys = KeyMap([.sort: [.character("x")]])
        #expect(keys.action(.character("x"), in: .targets) == .sort)
        #expect(keys.action(.character("o"), in: .targets) == nil)
        // The pager is in another pane.
        #expect(keys.action(.character("o"), in: .output) == .pager)
        #expect(keys.key(for: .prepare) == nil)
    }

    @Test func leavesAKeyToThoseInOtherPanes() {
        let keys = KeyMap([.pager: [.character("t")]])
        #expect(keys.action(.character("t"), in: .output) == .pager)
        #expect(keys.action(.character("t"), in: .targets) == .tags)
    }

    @Test func whatCountsEverywhereGivesItsKeyUpEverywhere() {
        let keys = KeyMap([.sort: [.character("z")]])
        #expect(keys.action(.character("z"), in: .targets) == .sort)
        #expect(keys.action(.character("z"), in: .output) == nil)
    }

    @Test func twoActionsMayChangeTheirKeys() {
        let keys = KeyMap([.quit: [.character("x")], .prepare: [.character("q"), .control("p")]])
        #expect(keys.action(.character("x"), in: .targets) == .quit)
        #expect(keys.action(.character("q"), in: .targets) == .prepare)
        #expect(keys.action(.control("p"), in: .targets) == .prepare)
        #expect(keys.key(for: .prepare) == .character("q"))
    }

    @Test func anActionMayHaveNoKey() {
        let keys = KeyMap([.stop: []])
        #expect(keys.key(for: .stop) == nil)
        #expect(keys.action(.character("s"), in: .output) == nil)
    }

    @Test func theFirstOfTwoWithOneKeyHasIt() {
        let keys = KeyMap([.mark: [.character("m")], .sort: [.character("m")]])
        #expect(keys.action(.character("m"), in: .targets) == .mark)
        #expect(KeyMap([:]) == .standard)
    }
}
