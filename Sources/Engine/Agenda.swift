import CloudAssistant
import Store

/// The runs that wait for their time, the earliest first.
///
/// A run that is put off or dropped leaves its old entry behind, which is passed over when its time comes.
struct Agenda {
    private struct Entry {
        let due: Timestamp
        let key: AttemptKey
    }

    /// A binary heap: no entry is later than those below it.
    private var heap: [Entry] = []
    private var dueOf: [AttemptKey: Timestamp] = [:]

    var isEmpty: Bool { dueOf.isEmpty }
    var count: Int { dueOf.count }

    /// When the next run is due.
    var next: Timestamp? {
        mutating get {
            while let first = heap.first, dueOf[first.key] != first.due { removeFirst() }
            return heap.first?.due
        }
    }

    /// Notes when a run is due, also when it was noted for another time.
    mutating func note(_ key: AttemptKey, due: Timestamp) {
        guard dueOf[key] != due else { return }
        dueOf[key] = due
        heap.append(Entry(due: due, key: key))
        rise(heap.count - 1)
    }

    mutating func drop(_ key: AttemptKey) { dueOf[key] = nil }

    /// Takes out what is due by a moment, at most `limit` runs, the earliest first.
    mutating func take(by now: Timestamp, limit: Int) -> [AttemptKey] {
        var keys: [AttemptKey] = []
        while keys.count < limit, let due = next, due <= now, let entry = heap.first {
            keys.append(entry.key)
            dueOf[entry.key] = nil
            removeFirst()
        }
        return keys
    }

    private mutating func removeFirst() {
        guard let last = heap.popLast(), !heap.isEmpty else { return }
        heap[0] = last
        sink(0)
    }

    private mutating func rise(_ place: Int) {
        var place = place
        while place > 0, heap[place].due < heap[(place - 1) / 2].due {
            heap.swapAt(place, (place - 1) / 2)
            place = (place - 1) / 2
        }
    }

    private mutating func sink(_ place: Int) {
        var place = place
        while true {
            var earliest = place
            for child in [2 * place + 1, 2 * place + 2]
            where child < heap.count && heap[child].due < heap[earliest].due { earliest = child }
            guard earliest != place else { return }
            heap.swapAt(place, earliest)
            place = earliest
        }
    }
}
