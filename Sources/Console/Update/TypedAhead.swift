import Screen

/// What is typed ahead of the lists that it is meant for: it is kept, in its order, until they are here.
public struct TypedAhead: Equatable, Sendable {
    private var events: [Event] = []

    /// Nothing typed.
    public init() {}

    /// True when an event was put aside, because the lists are not here; the ways out are always open.
    public mutating func keeps(_ event: Event, _ state: State) -> Bool {
        guard state.isStarting, !isWayOut(event) else { return false }
        events.append(event)
        return true
    }

    /// Behind other keys a `q` may be a letter of a text.
    private func isWayOut(_ event: Event) -> Bool {
        event == .key(.control("c")) || events.isEmpty && event == .key(.character("q"))
    }

    /// The oldest of what was put aside, once the lists are here. What it does may make the next one wait again.
    public mutating func next(_ state: State) -> Event? {
        state.isStarting || events.isEmpty ? nil : events.removeFirst()
    }
}
