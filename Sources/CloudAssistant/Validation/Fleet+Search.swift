extension Fleet {
    /// An instance of a region by its id: quick when the instances stand in the order of their ids, which `Engine` sees
    /// to, and right in any order.
    public func instance(_ id: InstanceID, in region: RegionID) -> Instance? {
        var (low, high) = (0, instances.count)
        while low < high {
            let middle = (low + high) / 2
            if instances[middle].id < id { low = middle + 1 } else { high = middle }
        }
        if low < instances.count, instances[low].id == id, instances[low].regionID == region { return instances[low] }
        return instances.first { $0.id == id && $0.regionID == region }
    }
}
