import CloudAssistant
import Testing

@testable import Engine

@Suite struct ListedFleetTests {
    private typealias Tag = CloudAssistant.Tag

    private let listed = ListedFleet(
        Fleet(
            regions: [.local],
            instances: ["i-b", "i-d", "i-a", "i-c"].map {
                Instance(
                    id: $0, name: $0.text, regionID: $0 == "i-c" ? "other" : "local", tags: [Tag("z"), Tag("b", "1")])
            }))

    private func ids(_ places: [Int]) -> [InstanceID] { listed.instances(at: places).map(\.id) }

    @Test func listsARegionByID() {
        #expect(ids(listed.places(in: "local")) == ["i-a", "i-b", "i-d"])
        #expect(ids(listed.places(in: "other")) == ["i-c"])
        #expect(ids(listed.places(in: "none")) == [])
        #expect(ids(listed.places(in: "local", ids: ["i-d", "i-a", "i-c", "i-x"])) == ["i-a", "i-d"])
        #expect(ids(listed.places(in: "local", ids: [])) == [])
        #expect(ids(listed.places(in: "local", where: { $0.id != "i-b" })) == ["i-a", "i-d"])
    }

    @Test(arguments: ["i-a", "i-b", "i-d"] as [InstanceID]) func findsAnInstanceInItsRegionOnly(_ id: InstanceID) {
        #expect(listed.instance(id, in: "local")?.id == id)
        #expect(listed.instance(id, in: "other") == nil)
    }

    @Test(arguments: ["", "i-", "i-bb", "j"] as [InstanceID]) func findsNothingElse(_ id: InstanceID) {
        #expect(listed.instance(id, in: "local") == nil)
    }

    @Test func laysTagsOverThoseOfTheInventory() {
        var changed = listed
        changed.lay(["i-b": [Tag("b", "2"), Tag("a")], "i-x": [Tag("a")]])
        #expect(changed.instance("i-b", in: "local")?.tags == [Tag("a"), Tag("b", "2"), Tag("z")])
        #expect(changed.instance("i-a", in: "local")?.tags == [Tag("b", "1"), Tag("z")])
    }
}
