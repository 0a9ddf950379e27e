import CloudAssistant
import Testing

@testable import Console

/// What each sign of a filter means.
@Suite struct FilterTests {
    typealias Tag = CloudAssistant.Tag

    static let targets = [
        target("i-1a", "web-01", ip: "10.0.0.1", zone: "h-g", tags: [Tag("role", "web"), Tag("env", "prod")]),
        target("i-2b", "web-02", ip: "10.0.0.12", zone: "h-k", tags: [Tag("role", "web"), Tag("env", "test")]),
        target("i-3c", "db 主库", ip: "10.0.1.3", zone: "h-g", tags: [Tag("role", "db"), Tag("env", "prod"), Tag("Ä")]),
        target("i-4d", "Old|Box", status: .stopped, ip: "fe80::4", tags: [Tag("k8s:role", "a=b")]),
        target("i-5e", "цех-Ж", os: .windows, ip: "10.0.0.5", tags: [Tag("webrole", "x")]),
    ]

    static func target(
        _ id: InstanceID, _ name: String, status: InstanceStatus = .running, os: OSType = .linux, ip: String,
        zone: String = "", tags: [Tag]
    ) -> Target {
        Target(
            instance: Instance(
                id: id, name: name, hostName: "host-\(id)", regionID: "r", zoneID: zone, status: status, osType: os,
                privateAddresses: [ip], tags: tags), isOnline: status == .running && os == .linux)
    }

    /// The numbers of those that pass.
    static func passing(_ filter: String) -> [Int] {
        var listing = Listing<Target>()
        listing.replace(targets)
        listing.setFilter(filter)
        return listing.shown.compactMap { Int($0.instance.id.text.dropFirst(2).prefix(1)) }
    }

    static let all = [1, 2, 3, 4, 5]

    @Test(arguments: [
        ("", all), ("  ", all), ("web", [1, 2, 5]), ("eb-0", [1, 2]), ("web 02", [2]), ("02 web", [2]),
        ("nothing", []), ("主", [3]), ("主库", [3]), ("库主", []), ("10.0.0.1", [1, 2]), ("fe80::4", [4]),
    ]) func findsText(_ filter: String, _ numbers: [Int]) { #expect(Self.passing(filter) == numbers) }

    @Test(arguments: [
        ("old", [4]), ("Old", [4]), ("OLD", []), ("box", [4]), ("WEB", []), ("ä", [3]), ("Ä", [3]), ("ж", [5]),
        ("Ж", [5]), ("ЦЕХ", []), ("цех", [5]), ("Old old", [4]), ("OLD | web-01", [1]),
        ("Old*", [4]), ("old*", [4]), ("OLD*", []), ("~ox", [4]), ("~OB", [4]), ("~OX", []),
    ]) func takesCapitalsAtTheirWord(_ filter: String, _ numbers: [Int]) { #expect(Self.passing(filter) == numbers) }

    @Test(arguments: [
        ("web-*", [1, 2]), ("*-01", [1]), ("web-0?", [1, 2]), ("web-?", []), ("w*0*1", [1]), ("*", all), ("eb*", []),
        ("*主?", [3]), ("*主??", []), ("????主?", []), ("???主?", [3]), ("10.0.0.?", [1, 5]), ("role=*", [1, 2, 3]),
        ("\"web-*\"", []), ("name:*\"|\"*", [4]),
    ]) func findsShapesOfWholeValues(_ filter: String, _ numbers: [Int]) { #expect(Self.passing(filter) == numbers) }

    @Test(arguments: [
        ("!web", [3, 4]), ("!web !db", [4]), ("web !02", [1, 5]), ("!!web", [1, 2, 5]), ("!role=web", [3, 4, 5]),
        ("!name:web-01", [2, 3, 4, 5]), ("!~wb1", [2, 3, 4, 5]), ("!web-*", [3, 4, 5]), ("\"!web\"", []),
    ]) func turnsWordsAround(_ filter: String, _ numbers: [Int]) { #expect(Self.passing(filter) == numbers) }

    @Test(arguments: [
        ("name:web", [1, 2]), ("NAME:web", [1, 2]), ("tag:web", [1, 2, 5]), ("id:4", [4]), ("ip:10.0.0", [1, 2, 5]),
        ("address:10.0.0.1", [1, 2]), ("ip:fe80::4", [4]), ("status:stopped", [4]), ("status:Running", [1, 2, 3, 5]),
        ("agent:online", [1, 2, 3]), ("online:offline", [4, 5]), ("os:windows", [5]), ("zone:h-g", [1, 3]),
        ("host:i-3c", [3]), ("name:~wb2", [2]), ("tag:role=d", [3]), ("group:x", []), ("name:\"db 主\"", [3]),
        ("zone:h-?", [1, 2, 3]), ("\"name:web\"", []),
    ]) func looksAtOneColumn(_ filter: String, _ numbers: [Int]) { #expect(Self.passing(filter) == numbers) }

    @Test(arguments: [
        ("role=web", [1, 2]), ("role=we", []), ("role=we*", [1, 2]), ("role=", [1, 2, 3]), ("ole=web", []),
        ("webrole=x", [5]), ("Role=web", []), ("env=prod role=web", [1]), ("k8s:role=a=b", [4]), ("ä=", [3]),
        ("\"role=w\"", [1, 2]), ("role=\"we*\"", []), ("env=prod | env=test", [1, 2, 3]), ("role=?b", [3]),
    ]) func looksAtTags(_ filter: String, _ numbers: [Int]) { #expect(Self.passing(filter) == numbers) }

    @Test(arguments: [
        ("~wb1", [1]), ("~1bw", []), ("~主", [3]), ("~d库", [3]), ("~ц-ж", [5]), ("~i1a", [1]), ("~i1a web", [1]),
        ("\"~wb1\"", []),
    ]) func findsLettersInTheirOrder(_ filter: String, _ numbers: [Int]) { #expect(Self.passing(filter) == numbers) }

    @Test(arguments: [
        ("web prod | db", [1, 3]), ("web-01|db", [1, 3]), ("db | web test", [2, 3]), ("| web-01", [1]),
        ("web-01 |", [1]), ("|", all), (" | | ", all), ("\"Old|Box\"", [4]), ("\"|\"", [4]),
        ("!web | web-01", [1, 3, 4]),
    ]) func takesEitherOfAlternatives(_ filter: String, _ numbers: [Int]) { #expect(Self.passing(filter) == numbers) }

    @Test(arguments: ["!", "~", "!~", "name:", "!name:", "name:~", "\"", "\"\"", "!\"", "name:\""])
    func doesNotCountWhatIsNotCompleteYet(_ filter: String) {
        #expect(Self.passing(filter) == Self.all)
        #expect(Self.passing("web-01 " + filter) == [1])
    }

    @Test(arguments: [
        ("foo:web", ["foo"]), ("name:web foo:1 bar:2 foo:3", ["foo", "bar"]), ("!foo:web", ["foo"]), ("12:30", []),
        ("fe80::1", []), ("abc::1", []), ("http://x", []), ("\"foo:web\"", []), (":web", []), ("区:x", ["区"]),
        ("foo:role=web", []),
    ]) func namesWhatIsNoColumn(_ text: String, _ names: [String]) {
        #expect(Filter(text, columns: Target.columns).unknownColumns == names)
    }

    @Test func takesTheSignOfATagForALetterWhereThereAreNoTags() {
        var listing = Listing<Region>()
        listing.replace([Region(id: "a=b", localName: "x"), Region(id: "b", localName: "y")])
        listing.setFilter("a=b")
        #expect(listing.shown.map(\.id) == ["a=b"])
    }

    @Test func looksIntoScriptsOnlyWhenAsked() {
        var listing = Listing<Command>()
        listing.replace(Samples.commands)
        listing.setFilter("systemctl")
        #expect(listing.shown.isEmpty)
        listing.setFilter("content:systemctl")
        #expect(listing.shown.map(\.id) == ["c-restart"])
    }

    @Test func findsNothingAcrossTwoValues() {
        var listing = Listing<Target>()
        listing.replace(Self.targets)
        for filter in ["\"web-01 host\"", "web-01host", "webenv"] {
            listing.setFilter(filter)
            #expect(listing.shown.isEmpty, "\(filter)")
        }
    }

    @Test func takesControlCharactersForBlanks() {
        var listing = Listing<Region>()
        listing.replace([Region(id: "a\u{1f}b\nc", localName: "x"), Region(id: "z", localName: "y")])
        for filter in ["\"a b c\"", "a*c"] {
            listing.setFilter(filter)
            #expect(listing.shown.count == 1, "\(filter)")
        }
    }
}
