import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct TypedAheadTests {
    private let starting = State(
        Setup(identity: "alice"), size: Size(rows: 24, columns: 80), now: Samples.start)

    private func expectKept(_ event: Event, _ ahead: inout TypedAhead) {
        let isKept = ahead.keeps(event, starting)
        #expect(isKept, "\(event)")
    }

    private func expectTaken(_ event: Event, _ ahead: inout TypedAhead, _ state: State) {
        let isKept = ahead.keeps(event, state)
        #expect(!isKept, "\(event)")
    }

    private func expectNext(_ event: Event?, _ ahead: inout TypedAhead, _ state: State) {
        let next = ahead.next(state)
        #expect(next == event)
    }

    @Test func keepsWhatIsTypedUntilTheListsAreHere() {
        var ahead = TypedAhead()
        let events: [Event] = [.key(.character("/")), .paste("web"), .click(Position(row: 1, column: 1)), .key(.enter)]
        for event in events {
            expectKept(event, &ahead)
            expectNext(nil, &ahead, starting)
        }
        let ready = Session().state
        var given: [Event] = []
        while let event = ahead.next(ready) { given.append(event) }
        #expect(given == events)
        expectTaken(.key(.enter), &ahead, ready)
    }

    @Test func doesNotKeepTheWaysOut() {
        var ahead = TypedAhead()
        expectTaken(.key(.character("q")), &ahead, starting)
        expectTaken(.key(.control("c")), &ahead, starting)
    }

    @Test func takesALetterOfATextForNoWayOut() {
        var ahead = TypedAhead()
        for letter in ["/", "q"] { expectKept(.key(.character(letter)), &ahead) }
        expectTaken(.key(.control("c")), &ahead, starting)
    }

    @Test func waitsAgainWhenAnotherRegionIsChosen() {
        var ahead = TypedAhead()
        for key in [Key.enter, .character("a")] { expectKept(.key(key), &ahead) }
        expectNext(.key(.enter), &ahead, Session().state)
        expectNext(nil, &ahead, starting)
        expectNext(.key(.character("a")), &ahead, Session().state)
    }
}
