import CloudAssistant

/// What an instance is there for: its name, labels, size and system follow from that.
struct PracticeTrade: Sendable {
    let application: String
    let role: String
    let environment: String
    let rack: Int

    static let applications = ["shop", "pay", "search", "mail", "ledger"]

    init(_ chance: inout Chance) {
        application = chance.pick("shop", ["pay", "search", "mail", "ledger"])
        role = chance.pick("web", ["web", "api", "api", "db", "cache", "queue", "batch"])
        environment = chance.pick("prod", ["prod", "prod", "staging", "test"])
        rack = Int(chance.next() % 24) + 1
    }

    var name: String { "\(application)-\(role)-\(environment)" }
    var isPublic: Bool { role == "web" }
    var cpus: Int { role == "db" ? 16 : role == "cache" ? 8 : 4 }

    var system: String {
        switch role {
        case "db": "Alibaba Cloud Linux 3"
        case "cache", "queue": "Ubuntu 22.04"
        default: "Debian GNU/Linux 12 (bookworm)"
        }
    }

    /// Its labels, by key; the system is one of them, because most commands are for one system only.
    func tags(on os: OSType) -> [Tag] {
        [
            Tag("app", application), Tag("env", environment), Tag("os", os.rawValue.lowercased()),
            Tag("practice", "true"),
            Tag("rack", "r\(rack < 10 ? "0" : "")\(rack)"), Tag("role", role),
        ]
    }

    static func group(_ application: String) -> ResourceGroupID { ResourceGroupID("rg-practice-\(application)") }
}
