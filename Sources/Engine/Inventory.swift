import CloudAssistant
import Store

/// The fleet as configured, with the tags that operators gave on top.
actor Inventory {
    private let configured: ListedFleet
    private let store: Store
    private(set) var listed: ListedFleet
    /// Number of the latest look that began and of the latest whose answer is in force.
    private var looks = (begun: 0, inForce: 0)

    init(_ fleet: Fleet, store: Store) {
        configured = ListedFleet(fleet)
        listed = configured
        self.store = store
    }

    var fleet: Fleet { listed.fleet }

    /// Reads the operators' tags again.
    func load() async throws(APIError) {
        let store = store
        looks.begun += 1
        let look = looks.begun
        let tags = try await stored { () async throws(StoreError) in try await store.instanceTags() }
        // A look that began later saw more, and may have been quicker.
        guard look > looks.inForce else { return }
        looks.inForce = look
        var listed = configured
        listed.lay(tags)
        self.listed = listed
    }
}
