import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct ListTests {
    @Test func keepsMarksAndCursorWhenTheListIsReadAgain() {
        var alice = Operator()
        alice.type("j ")
        #expect(alice.state.marks == ["i-bp1web02"])
        #expect(alice.state.targets.current?.instance.id == "i-bp1db01")
        let new = Target(
            instance: Instance(id: "i-bp1aaa", name: "aaa", regionID: Samples.hangzhou), isOnline: true)
        alice.take(.reply(.targets(Samples.hangzhou, [new] + Samples.targets.reversed())))
        #expect(alice.state.marks == ["i-bp1web02"])
        #expect(alice.state.targets.current?.instance.id == "i-bp1db01")
        alice.take(.reply(.targets(Samples.hangzhou, [new])))
        #expect(alice.state.marks.isEmpty)
        #expect(alice.state.targets.current?.instance.id == "i-bp1aaa")
    }

    @Test func marksAndUnmarksOnlyFromTheirPane() {
        var alice = Operator()
        alice.type("a")
        #expect(alice.state.marks.count == 5)
        alice.type("4u3u5a")
        #expect(alice.state.marks.count == 5)
        alice.type("2u")
        #expect(alice.state.marks.isEmpty)
        alice.type("3a6a4a")
        #expect(alice.state.marks.isEmpty)
    }

    @Test func marksWhatTheFilterShows() {
        var alice = Operator()
        alice.type("/role=web\na")
        #expect(alice.state.marks == ["i-bp1web01", "i-bp1web02"])
        #expect(alice.screen.contains("2/5 [role=web], 2 marked"))
        alice.press(.escape)
        #expect(alice.state.targets.shown.count == 5)
        #expect(alice.state.marks.count == 2)
    }

    static let filterCases: [(String, [InstanceID])] = [
        ("web", ["i-bp1web01", "i-bp1web02"]), ("web 02", ["i-bp1web02"]), ("WEB", []), ("数据", ["i-bp1db01"]),
        ("stopped", ["i-bp1old01"]), ("Stopped", ["i-bp1old01"]), ("no such", []),
        ("  ", Samples.targets.map(\.instance.id)),
    ]

    @Test(arguments: filterCases) func filters(_ text: String, _ ids: [InstanceID]) {
        var alice = Operator()
        alice.type("/" + text)
        #expect(alice.state.targets.shown.map(\.instance.id) == ids)
        #expect(alice.screen.contains("Filter: "))
        if ids.isEmpty { #expect(alice.screen.contains("Nothing matches the filter.")) }
        alice.press(.escape)
        #expect(alice.state.targets.shown.count == 5)
    }

    @Test func typesIntoTheFilterWithoutPressingKeys() {
        var alice = Operator()
        alice.type("/qx? a1")
        alice.take(.paste("\nb"))
        #expect(alice.state.filter?.text == "qx? a1b")
        alice.press(.control("c"))
        #expect(alice.state.filter == nil)
        #expect(alice.state.targets.filter.isEmpty)
        #expect(alice.effects.contains(.quit) == false)
    }

    @Test func opensARegion() {
        var alice = Operator()
        alice.type("2 1j\n")
        #expect(alice.state.region == "cn-beijing")
        #expect(alice.state.focus == .targets)
        #expect(alice.state.marks.isEmpty)
        #expect(alice.screen.contains("No instances in this region."))
        // What comes late for the region before does not count.
        alice.take(.reply(.targets(Samples.hangzhou, Samples.targets)))
        #expect(alice.state.targets.entries.isEmpty)
        alice.type("x")
        #expect(alice.screen.contains("No instance to run on"))
    }

    @Test func showsTheFirstInstancesWhileTheOthersAreRead() {
        var alice = Operator()
        alice.isSilent = true
        alice.type("1j\n")
        let web = SearchableEntries(Array(Samples.targets.prefix(2)))
        alice.take(.reply(.readyTargets("cn-beijing", web, isWhole: false)))
        #expect(alice.screen.contains("web-02"))
        #expect(alice.state.isStarting)
        alice.take(.reply(.targets("cn-beijing", Samples.targets)))
        #expect(!alice.state.isStarting)
        // What was read whole is not cut short by the beginning of the next reading.
        alice.take(.reply(.readyTargets("cn-beijing", web, isWhole: false)))
        alice.take(.reply(.readyTargets(Samples.hangzhou, SearchableEntries([]), isWhole: true)))
        #expect(alice.state.targets.entries == Samples.targets)
    }

    @Test func opensWhatAnErrorIsAbout() {
        var alice = Operator()
        alice.type("  ")
        alice.run("false")
        alice.service.advance("i-bp1web01", state: .success, exitCode: 0)
        alice.service.advance("i-bp1web02", state: .failed, exitCode: 1, errorCode: "ExitCodeNonzero")
        alice.wait(seconds: 1)
        alice.type("6\n")
        #expect(alice.state.focus == .output)
        #expect(alice.state.output.current?.instanceID == "i-bp1web02")
        alice.press(.escape)
        #expect(alice.state.focus == .invocations)
    }

    @Test func followsOutputUntilItIsScrolled() {
        var alice = Operator()
        alice.run("seq 100")
        let lines = (1...100).map { "line \($0)\n" }.joined()
        alice.service.advance("i-bp1web01", output: lines)
        alice.wait(seconds: 1)
        #expect(alice.screen.contains("line 100"))
        alice.type("k")
        alice.service.advance("i-bp1web01", output: "line 101\n")
        alice.wait(seconds: 1)
        #expect(!alice.screen.contains("line 101"))
        alice.type("G")
        #expect(alice.screen.contains("line 101"))
        alice.type("g")
        #expect(alice.screen.contains("line 1\n") || alice.screen.contains("line 1 "))
    }

    @Test(arguments: [(0, 3), (1, 3), (60, 20), (200, 20)]) func movesByPagesToBothEnds(_ count: Int, _ height: Int) {
        var listing = Listing<Region>()
        listing.replace((0..<count).map { Region(id: RegionID("r\($0)"), localName: "") })
        for step in [height, .max, -.max, -height, 1, .max, 1, -.max, .min] {
            listing.move(by: step)
            listing.reveal(height: height)
            #expect(count == 0 ? listing.index == 0 : (0..<count).contains(listing.index))
            #expect(listing.index >= listing.top && listing.index < listing.top + height)
        }
    }
}
