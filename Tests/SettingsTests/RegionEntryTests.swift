import CloudAssistant
import Settings
import Testing

/// `[[region]]` of `instances.toml`.
@Suite struct RegionEntryTests {
    private let machine = Instance(id: "i-own", name: "vm", regionID: "local")

    private func file(_ text: String) throws -> InstancesFile {
        try InstancesFile(Array(text.utf8), path: "instances.toml")
    }

    @Test func `regions are local and those of the file in their order`() throws {
        let regions = try file(
            """
            [[region]]
            id = "lab"
            name = "Laboratory"
            parameter_store = false
            [[region]]
            id = "quiet"
            cloud_assistant = false
            """
        ).regions
        #expect(
            regions == [
                .local, Region(id: "lab", localName: "Laboratory", hasParameterStore: false),
                Region(id: "quiet", localName: "quiet", supportsCommands: false),
            ])
    }

    @Test func `local itself can be described`() throws {
        let text = "[[region]]\nid = \"lab\"\n[[region]]\nid = \"local\"\nparameter_store = false\n"
        let regions = try file(text).regions
        #expect(regions.map(\.id) == ["local", "lab"])
        #expect(regions.first?.hasParameterStore == false)
        #expect(regions.first?.localName == Region.local.localName)
    }

    @Test func `an instance is in its region, which may be described behind it`() throws {
        let text =
            "[[instance]]\nid = \"i-2\"\nregion = \"lab\"\n[[instance]]\nid = \"i-3\"\n[[region]]\nid = \"lab\"\n"
        let fleet = try file(text).fleet(around: machine)
        #expect(fleet.regions.map(\.id) == ["local", "lab"])
        #expect(fleet.instances.map(\.regionID) == ["local", "lab", "local"])
    }

    static let mistakes: [(text: String, line: Int, problem: SettingsError.Problem)] = [
        ("region = 1\n", 1, .badValue("region", .regions)),
        ("[region]\nid = \"a\"\n", 1, .badValue("region", .regions)),
        ("[[region]]\nname = \"a\"\n", 1, .missingKey("region[1].id")),
        ("[[region]]\nid = \"a b\"\n", 2, .badValue("region[1].id", .identifier)),
        ("[[region]]\nid = \"a\"\nzone = \"b\"\n", 3, .unknownKey("region[1].zone")),
        ("[[region]]\nid = \"a\"\nparameter_store = \"no\"\n", 3, .badValue("region[1].parameter_store", .boolean)),
        ("[[region]]\nid = \"a\"\ncloud_assistant = 0\n", 3, .badValue("region[1].cloud_assistant", .boolean)),
        ("[[region]]\nid = \"a\"\n[[region]]\nid = \"a\"\n", 4, .duplicate("a")),
        ("[[instance]]\nid = \"i\"\n\nregion = \"a\"\n", 4, .badValue("instance[1].region", .knownRegion)),
        ("[[instance]]\nid = \"i\"\nregion = true\n", 3, .badValue("instance[1].region", .identifier)),
    ]

    @Test(arguments: mistakes) func `a mistake is named with its line`(
        _ text: String, _ line: Int, _ problem: SettingsError.Problem
    ) throws {
        let error = try #require(throws: SettingsError.self) { try file(text) }
        #expect(error == SettingsError(path: "instances.toml", line: line, problem: problem))
    }
}
