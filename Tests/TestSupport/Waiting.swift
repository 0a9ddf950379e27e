/// Something that a test waited for in vain.
public struct Late: Error, CustomStringConvertible {
    /// What was waited for, and how long.
    public let description: String
}

/// The time between two looks: the only place where a test sleeps.
public func nextLook() async throws { try await Task.sleep(for: .milliseconds(5)) }

/// Looks again and again until there is something.
@discardableResult
public func first<Value>(
    _ what: String, within seconds: Int = 100, _ look: () async throws -> Value?
) async throws -> Value {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
        if let value = try await look() { return value }
        guard ContinuousClock.now < deadline else { throw Late(description: "not within \(seconds) s: \(what)") }
        try await nextLook()
    }
}

/// Looks again and again until a condition holds.
public func eventually(
    _ what: String, within seconds: Int = 100, _ condition: () async throws -> Bool
) async throws {
    try await first(what, within: seconds) { try await condition() ? () : nil }
}
