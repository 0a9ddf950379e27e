import CloudAssistant
import Store

/// The fleet as configured, with the tags that operators gave on top.
actor Inventory {
    private let configured: Fleet
    private let store: Store
    private(set) var fleet: Fleet
    /// Number of the latest look that began and of the latest whose answer is in force.
    private var looks = (begun: 0, inForce: 0)

    init(_ fleet: Fleet, store: Store) {
        configured = fleet
        self.fleet = fleet
        self.store = store
    }

    /// Reads the operators' tags again.
    func load() async throws(APIError) {
        let store = store
        looks.begun += 1
        let look = looks.begun
        let tags = try await stored { () async throws(StoreError) in try await store.instanceTags() }
        // A look that began later saw more, and may have been quicker.
        guard look > looks.inForce else { return }
        looks.inForce = look
        var fleet = configured
        for index in fleet.instances.indices {
            for tag in tags[fleet.instances[index].id] ?? [] {
                fleet.instances[index].tags.removeAll { $0.key == tag.key }
                fleet.instances[index].tags.append(tag)
            }
            fleet.instances[index].tags.sort { $0.key < $1.key }
        }
        self.fleet = fleet
    }
}
