import CloudAssistant
import Settings
import Testing

@Suite struct FleetOfFileTests {
    private let machine = Instance(
        id: "i-own", name: "vm", hostName: "vm", regionID: "local", zoneID: "local", osName: "Debian GNU/Linux 12",
        privateAddresses: ["192.0.2.1"], cpus: 2, memoryMiB: 4096, timeZone: "Europe/Paris")

    private func fleet(_ text: String) throws -> Fleet {
        try InstancesFile(Array(text.utf8), path: "instances.toml").fleet(around: machine)
    }

    @Test func `without an entry there is this machine alone`() throws {
        #expect(try fleet("") == Fleet(regions: [.local], instances: [machine]))
    }

    @Test func `the entry with the machine's own id adds to it and stays first`() throws {
        let fleet = try fleet(
            """
            [[instance]]
            id = "i-2"
            [[instance]]
            id = "i-own"
            name = "bastion"
            tags = { env = "dev" }
            resource_group = "rg-1"
            """)
        var own = machine
        own.name = "bastion"
        own.tags = [Tag("env", "dev")]
        own.resourceGroupID = "rg-1"
        #expect(fleet.instances.map(\.id) == ["i-own", "i-2"])
        #expect(fleet.instances.first == own)
        #expect(fleet.resourceGroups == ["rg-1"])
    }

    @Test func `another entry shares what this machine is, under its id or its name`() throws {
        let fleet = try fleet("[[instance]]\nid = \"i-2\"\n[[instance]]\nid = \"i-3\"\nname = \"three\"")
        var second = machine
        second.id = "i-2"
        second.name = "i-2"
        var third = machine
        third.id = "i-3"
        third.name = "three"
        #expect(fleet.instances == [machine, second, third])
    }

    @Test func `a Windows host is listed as one`() throws {
        let host = try fleet("[[instance]]\nid = \"i-w\"\nos = \"windows\"\nstatus = \"Stopped\"").instances.last
        #expect(host?.osType == .windows)
        #expect(host?.osName == "Windows")
        #expect(host?.status == .stopped)
    }
}
