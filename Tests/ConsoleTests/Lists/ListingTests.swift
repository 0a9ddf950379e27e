import CloudAssistant
import TestSupport
import Testing

@testable import Console

/// Lists as they are filtered, ordered and read again.
@Suite struct ListingTests {
    private static let roles = ["web", "db", "cache", "Web", "Ops", "主"]

    private static func fleet(_ count: Int, _ generator: inout Seeded) -> [Target] {
        (0..<count).map { number in
            let role = roles.randomElement(using: &generator) ?? ""
            let instance = Instance(
                id: InstanceID("i-\(number)"), name: "\(role)-\(Int.random(in: 0..<count, using: &generator))",
                regionID: "r", status: Bool.random(using: &generator) ? .running : .stopped,
                privateAddresses: ["10.0.\(number / 256).\(number % 256)"], tags: [FilterTests.Tag("role", role)])
            return Target(instance: instance, isOnline: Bool.random(using: &generator))
        }
    }

    private static func letters(_ generator: inout Seeded) -> String {
        let signs = [
            "w", "e", "b", "W", "d", "1", "0", "-", " ", "|", "!", "*", "?", "~", "role=", "name:", "\"", "主", "o",
        ]
        return signs.randomElement(using: &generator) ?? ""
    }

    private static func seed(_ number: Int) -> UInt64 {
        var chance = SystemRandomNumberGenerator()
        return number < 8 ? UInt64(number) : chance.next()
    }

    @Test(arguments: 0..<12) func findsTheSameStepByStepAsAtOnce(_ number: Int) {
        let seed = Self.seed(number)
        var generator = Seeded(seed)
        var typed = Listing<Target>()
        typed.replace(Self.fleet(60, &generator))
        if Bool.random(using: &generator) { typed.setSort(Sort("name", isDescending: Bool.random(using: &generator))) }
        var filter = ""
        for _ in 0..<60 {
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: filter = String(filter.dropLast())
            case 1: filter = Self.letters(&generator) + filter
            case 2: typed.replace(Self.fleet(60, &generator))
            default: filter += Self.letters(&generator)
            }
            typed.setFilter(filter)
            var fresh = Listing<Target>()
            fresh.replace(typed.entries)
            fresh.setFilter(filter)
            fresh.setSort(typed.sort)
            #expect(Array(typed.shown) == Array(fresh.shown), "seed \(seed), filter \(filter)")
        }
    }

    @Test(arguments: 0..<12) func keepsTheCursorOnItsEntry(_ number: Int) {
        let seed = Self.seed(number)
        var generator = Seeded(seed)
        var listing = Listing<Target>()
        listing.replace(Self.fleet(40, &generator))
        for _ in 0..<60 {
            listing.move(by: .random(in: -20...20, using: &generator))
            let id = listing.current?.listID
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: listing.setFilter(Self.letters(&generator))
            case 1: listing.setSort(Sort(["name", "ip", "status"].randomElement(using: &generator) ?? ""))
            case 2: listing.setSort(nil)
            default:
                listing.replace(
                    Self.fleet(40, &generator).shuffled(using: &generator).filter { _ in
                        Int.random(in: 0..<10, using: &generator) > 0
                    })
            }
            listing.reveal(height: 7)
            let isThere = id.map { id in listing.shown.contains { $0.listID == id } } ?? false
            if isThere { #expect(listing.current?.listID == id, "seed \(seed)") }
            #expect(listing.shown.isEmpty || listing.current != nil, "seed \(seed)")
            #expect(listing.index >= listing.top && listing.index < listing.top + 7, "seed \(seed)")
        }
    }

    @Test(arguments: [false, true]) func leavesAlikeEntriesInTheirOrder(_ isDescending: Bool) {
        var generator = Seeded(7)
        var listing = Listing<Target>()
        listing.replace(Self.fleet(200, &generator))
        listing.setSort(Sort("status", isDescending: isDescending))
        let running = listing.shown.map(\.instance.status)
        #expect(running.first == (isDescending ? .stopped : .running))
        for status in [InstanceStatus.running, .stopped] {
            let ids = listing.shown.filter { $0.instance.status == status }.map(\.instance.id)
            #expect(ids == listing.entries.filter { $0.instance.status == status }.map(\.instance.id))
        }
    }

    @Test(arguments: [
        (["web-10", "web-9", "web-09", "Web-2", "a"], ["a", "Web-2", "web-9", "web-09", "web-10"]),
        (["10.0.0.10", "10.0.0.9", "9.1.1.1"], ["9.1.1.1", "10.0.0.9", "10.0.0.10"]),
        (["b", "", "a1", "a"], ["", "a", "a1", "b"]),
        (["x-99999999999999999999999", "x-1"], ["x-1", "x-99999999999999999999999"]),
    ]) func putsNumbersInTheOrderOfTheirValues(_ names: [String], _ sorted: [String]) {
        var listing = Listing<Region>()
        listing.replace(names.enumerated().map { Region(id: RegionID("r\($0)"), localName: $1) })
        listing.setSort(Sort("name"))
        #expect(listing.shown.map(\.localName) == sorted)
        listing.setSort(Sort("no such column"))
        #expect(listing.shown.map(\.localName) == names)
    }

    @Test func findsWhatChangedInAFewEntries() {
        var generator = Seeded(1)
        var fleet = Self.fleet(50, &generator)
        var listing = Listing<Target>()
        listing.replace(fleet)
        listing.setFilter("fresh")
        listing.setSort(Sort("name"))
        for round in 0..<300 {
            let place = Int.random(in: 0..<50, using: &generator)
            fleet[place] = Target(
                instance: Instance(id: fleet[place].instance.id, name: "fresh-\(round)", regionID: "r"), isOnline: true)
            listing.replace(fleet)
            let fresh = fleet.filter { $0.instance.name.hasPrefix("fresh") }
            #expect(Set(listing.shown.map(\.instance.name)) == Set(fresh.map(\.instance.name)))
            #expect(listing.shown.count == fresh.count)
        }
    }

    @Test func knowsEntriesByTheirIDsShownOrNot() {
        var listing = Listing<Target>()
        listing.replace(FilterTests.targets)
        listing.setFilter("web-01")
        #expect(listing.entry("i-3c")?.instance.name == "db 主库")
        #expect(listing.entry("i-9z") == nil)
        #expect(listing.isShown("i-1a"))
        #expect(!listing.isShown("i-3c"))
        #expect(!listing.isShown("i-9z"))
        let (hidden, shown) = (listing.select("i-3c"), listing.select("i-1a"))
        #expect(!hidden && shown)
    }

    @Test func holdsAHundredThousandEntries() {
        let count = 100_000
        var listing = Listing<Region>()
        listing.replace((0..<count).map { Region(id: RegionID("r-\($0)"), localName: "") })
        listing.move(by: .max)
        #expect(listing.current?.id == "r-99999")
        listing.setFilter("r-9999*")
        #expect(listing.shown.count == 11)
        #expect(listing.current?.id == "r-99999")
        listing.setFilter("")
        #expect(listing.shown.count == count)
        #expect(listing.index == count - 1)
    }
}
