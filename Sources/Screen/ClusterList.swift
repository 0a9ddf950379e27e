/// The clusters of a frame that are longer than one scalar, each of them once.
///
/// They are told apart by their scalars, never as strings: those are equal when they mean the same letter.
struct ClusterList: Equatable, Sendable {
    private var all: [[Unicode.Scalar]] = []
    private var places: [[Unicode.Scalar]: Int] = [:]

    /// The scalars at a place.
    subscript(place: Int) -> [Unicode.Scalar] { all[place] }

    /// Whether there is none.
    var isEmpty: Bool { all.isEmpty }

    /// The place of a cluster, which is added when it is new.
    mutating func place(of scalars: [Unicode.Scalar]) -> Int {
        if let known = places[scalars] { return known }
        let place = all.count
        all.append(scalars)
        places[scalars] = place
        return place
    }

    /// Two lists in the same order give every cluster the same place.
    static func == (left: ClusterList, right: ClusterList) -> Bool { left.all == right.all }
}
