import CloudAssistant
import Testing

@testable import PracticeFleet

@Suite("The simulated instances") struct FleetTests {
    @Test("the same seed makes the same fleet, another one another")
    func seeds() {
        let fleet = PracticeFleet(count: 300, seed: 7).fleet
        #expect(fleet == PracticeFleet(count: 300, seed: 7).fleet)
        #expect(fleet != PracticeFleet(count: 300, seed: 8).fleet)
    }

    @Test("a larger fleet begins with the smaller one")
    func growth() {
        #expect(Array(PracticeFleet(count: 90).fleet.instances.prefix(40)) == PracticeFleet(count: 40).fleet.instances)
    }

    @Test("ids, names and addresses are each one of a kind")
    func uniqueness() {
        let instances = PracticeFleet(count: 5000).fleet.instances
        #expect(Set(instances.map(\.id)).count == 5000)
        #expect(Set(instances.map(\.name)).count == 5000)
        #expect(Set(instances.flatMap(\.privateAddresses)).count == 5000)
    }

    @Test("nothing can be taken for real")
    func labels() {
        let fleet = PracticeFleet(count: 100).fleet
        #expect(fleet.regions.allSatisfy { $0.localName.hasPrefix("PRACTICE ") })
        for instance in fleet.instances {
            #expect(instance.isPractice && instance.id.text.hasPrefix("i-practice"))
            #expect(instance.carries([Tag("practice", "true")]))
        }
    }

    @Test("forty instances have one of everything that can be wrong", arguments: [1, 2, 39, 40, .max] as [UInt64])
    func conditions(_ seed: UInt64) {
        let instances = PracticeFleet(count: 40, seed: seed).fleet.instances
        #expect(instances.count { $0.osType == .windows } == 3)
        #expect(instances.count { $0.status == .stopped } == 1)
        #expect(instances.count { !$0.agent.isRunning } == 1)
        #expect(instances.count { $0.agent.lacks([.changedInvocations], on: $0.osType) != nil } == 3)
    }

    @Test("every region has instances, every instance a region of the fleet")
    func regions() {
        let fleet = PracticeFleet(count: 400).fleet
        #expect(Set(fleet.instances.map(\.regionID)) == Set(fleet.regions.map(\.id)))
        #expect(fleet.regions.first?.id == PracticeFleet.firstRegion)
    }

    @Test("there is at least one instance and at most a million", arguments: [(-3, 1), (0, 1), (.max, 1_000_000)])
    func sizes(_ asked: Int, _ made: Int) {
        #expect(PracticeFleet(count: asked).count == made)
    }
}
