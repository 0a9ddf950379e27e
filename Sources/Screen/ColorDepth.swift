/// How many colours a terminal can tell apart.
public enum ColorDepth: Hashable, Sendable, CaseIterable, Comparable {
    /// None: only attributes such as bold.
    case mono
    /// The eight of the first colour terminals.
    case colors8
    /// The eight and a bright one of each.
    case colors16
    /// The sixteen, a cube of 216 and 24 greys.
    case colors256
    /// Any red, green and blue.
    case direct

    /// The depth of a terminal by the number of colours that its description names.
    public init(colors: Int) {
        self =
            switch colors {
            case ..<8: .mono
            case ..<16: .colors8
            case ..<256: .colors16
            case 256: .colors256
            default: .direct
            }
    }
}
