import CloudAssistant

/// A fleet in the order of the lists, so that a page of a list costs what the page holds.
struct ListedFleet: Sendable {
    /// Its instances stand by id.
    private(set) var fleet: Fleet
    /// Where the instances of each region are among all.
    private let places: [RegionID: [Int]]

    init(_ fleet: Fleet) {
        var fleet = fleet
        fleet.instances.sort { $0.id < $1.id }
        for (place, instance) in fleet.instances.enumerated() where instance.tags.count > 1 {
            let sorted = instance.tags.sorted { $0.key < $1.key }
            if sorted != instance.tags { fleet.instances[place].tags = sorted }
        }
        places = fleet.instances.indices.reduce(into: [:]) { places, place in
            places[fleet.instances[place].regionID, default: []].append(place)
        }
        self.fleet = fleet
    }

    /// Where the instances of a region are that have one of some ids and pass a condition, by id. Without either, no
    /// instance is looked at.
    func places(
        in region: RegionID, ids: Set<InstanceID>? = nil, where passes: ((Instance) -> Bool)? = nil
    ) -> [Int] {
        let some = ids.map { ids in
            ids.compactMap { place(of: $0) }.filter { fleet.instances[$0].regionID == region }.sorted()
        }
        let found = some ?? places[region] ?? []
        return passes.map { passes in found.filter { passes(fleet.instances[$0]) } } ?? found
    }

    /// The instances at some places.
    func instances(at places: some Sequence<Int>) -> [Instance] { places.map { fleet.instances[$0] } }

    /// An instance of a region by its id.
    func instance(_ id: InstanceID, in region: RegionID) -> Instance? {
        place(of: id).map { fleet.instances[$0] }.flatMap { $0.regionID == region ? $0 : nil }
    }

    private func place(of id: InstanceID) -> Int? {
        var (low, high) = (0, fleet.instances.count)
        while low < high {
            let middle = (low + high) / 2
            if fleet.instances[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < fleet.instances.count && fleet.instances[low].id == id ? low : nil
    }

    /// Lays tags over those of some instances; all others stay as they are, without being copied.
    mutating func lay(_ tags: [InstanceID: [Tag]]) {
        for (id, added) in tags {
            guard let place = place(of: id) else { continue }
            var all = fleet.instances[place].tags
            for tag in added {
                all.removeAll { $0.key == tag.key }
                all.append(tag)
            }
            fleet.instances[place].tags = all.sorted { $0.key < $1.key }
        }
    }
}
