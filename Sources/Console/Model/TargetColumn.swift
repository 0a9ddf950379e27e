/// Something that can be known of an instance at a glance.
public enum TargetColumn: String, CaseIterable, Sendable {
    case name = "name"
    case status = "status"
    case address = "address"
    case tags = "tags"
    case instance = "id"
    case system = "os"
    case zone = "zone"
    case group = "group"
    case host = "host"
    case size = "size"

    /// Those that are shown unless something else was chosen, the most important ones first.
    public static let standard: [TargetColumn] = [.name, .status, .tags, .address, .instance]

    /// The column of the list that it is sorted by.
    var sortName: String? {
        switch self {
        case .name: "name"
        case .status: "status"
        case .address: "ip"
        case .tags: "tag"
        case .instance: "id"
        case .system: "os"
        case .zone: "zone"
        case .group: "group"
        case .host: "host"
        case .size: nil
        }
    }
}
