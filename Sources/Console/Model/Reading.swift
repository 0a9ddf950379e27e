/// Keeps one question to the service on its way at a time; what changes meanwhile is asked for afterwards.
struct Reading: Equatable, Sendable {
    private(set) var isUnderWay = false
    private var isStale = false

    /// True when the question is to be sent now.
    mutating func ask() -> Bool {
        if isUnderWay {
            isStale = true
            return false
        }
        isUnderWay = true
        return true
    }

    /// Takes note of the answer; true when the question is to be sent again.
    mutating func answered() -> Bool {
        isUnderWay = isStale
        isStale = false
        return isUnderWay
    }
}
