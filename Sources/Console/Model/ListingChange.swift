extension Listing {
    /// What is different between two readings of a list.
    enum Change {
        case nothing
        /// Some entries, by their places; every id stands where it stood.
        case some([Int])
        case all

        init(from old: [Entry], to new: [Entry]) {
            guard old.count == new.count else {
                self = .all
                return
            }
            var changed: [Int] = []
            for place in new.indices where old[place] != new[place] {
                guard old[place].listID == new[place].listID, changed.count < 1024 else {
                    self = .all
                    return
                }
                changed.append(place)
            }
            self = changed.isEmpty ? .nothing : .some(changed)
        }
    }
}
