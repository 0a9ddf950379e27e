import CloudAssistant
import Testing

@testable import Console

@Suite struct MarksTests {
    private let shown: [InstanceID] = ["a", "b", "c", "d", "e"]

    private func expect(_ isRange: Bool, _ marks: inout Marks, to cursor: InstanceID, in shown: [InstanceID]) {
        let answer = marks.markRange(to: cursor, in: shown)
        #expect(answer == isRange)
    }

    @Test func marksAndUnmarksOne() {
        var marks = Marks()
        marks.toggle("a")
        marks.toggle("b")
        marks.toggle("a")
        #expect(marks.ids == ["b"])
        #expect(marks.contains("b") && !marks.contains("a"))
        #expect(marks.count == 1 && !marks.isEmpty)
    }

    @Test(arguments: [("b", "d"), ("d", "b")]) func marksARangeEitherWay(_ start: InstanceID, _ end: InstanceID) {
        var marks = Marks()
        marks.toggle(start)
        expect(true, &marks, to: end, in: shown)
        #expect(marks.ids == ["b", "c", "d"])
    }

    @Test func goesOnWithTheRangeWhereItEnded() {
        var marks = Marks()
        marks.beginRange(at: "a")
        #expect(marks.isEmpty)
        marks.markRange(to: "b", in: shown)
        marks.markRange(to: "d", in: shown)
        #expect(marks.ids == ["a", "b", "c", "d"])
    }

    @Test func takesARangeInTheOrderThatIsShown() {
        var marks = Marks()
        marks.toggle("e")
        marks.markRange(to: "a", in: ["e", "a", "d", "c", "b"])
        #expect(marks.ids == ["e", "a"])
    }

    @Test func marksOnlyTheCursorWhereTheRangeBeganNowhereInSight() {
        var marks = Marks()
        expect(false, &marks, to: "c", in: shown)
        #expect(marks.ids == ["c"])
        expect(false, &marks, to: "e", in: ["d", "e"])
        #expect(marks.ids == ["c", "e"])
        expect(true, &marks, to: "d", in: ["d", "e"])
        #expect(marks.ids == ["c", "d", "e"])
    }

    @Test func invertsOnlyWhatIsShown() {
        var marks = Marks()
        marks.mark(["a", "z"] as [InstanceID])
        marks.invert(shown)
        #expect(marks.ids == ["b", "c", "d", "e", "z"])
        marks.invert(shown)
        #expect(marks.ids == ["a", "z"])
    }

    @Test func countsWhatTheFilterHides() {
        var listing = Listing<Target>()
        listing.replace(FilterTests.targets)
        var marks = Marks()
        marks.markAll(listing.shown.map(\.instance.id))
        #expect(marks.hidden { listing.isShown($0.text) } == 0)
        listing.setFilter("web-0?")
        #expect(marks.hidden { listing.isShown($0.text) } == 3)
        marks.removeAll()
        #expect(marks.isEmpty && marks.anchor == nil)
    }

    @Test func dropsWhatDoesNotPass() {
        var marks = Marks()
        marks.markAll(shown)
        marks.keep { $0 != "b" }
        #expect(marks.ids == ["a", "c", "d", "e"])
    }
}
