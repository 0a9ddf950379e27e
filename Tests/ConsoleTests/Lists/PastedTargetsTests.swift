import CloudAssistant
import Testing

@testable import Console

/// What people paste: alerts, tables, lists from a chat.
@Suite struct PastedTargetsTests {
    private static let instances = [
        instance("i-bp1web01", "web-01", "ip-10-0-0-1", "10.0.0.1", "47.1.1.1"),
        instance("i-bp1web02", "web-02", "web-02.example.com", "10.0.0.2"),
        instance("i-bp1db01", "数据库 主库", "db01", "10.0.0.3"), instance("i-bp1six", "six", "", "fe80::6"),
        instance("i-bp1twin1", "twin", "", "10.0.0.8"), instance("i-bp1twin2", "Twin", "", "10.0.0.9"),
        instance("i-bp1self", "self", "self", "10.0.0.10"), instance("i-bp1odd", "i-bp1self", "", "10.0.0.11"),
    ]

    private static func instance(_ id: InstanceID, _ name: String, _ host: String, _ addresses: String...) -> Instance {
        Instance(
            id: id, name: name, hostName: host, regionID: "r", privateAddresses: Array(addresses.prefix(1)),
            publicAddresses: Array(addresses.dropFirst()))
    }

    private func paste(_ text: String) -> PastedTargets { PastedTargets(text, among: Self.instances) }

    @Test(arguments: [
        ("i-bp1web01", ["web01"]), ("web-02 web-01", ["web02", "web01"]),
        ("web-01,web-02;i-bp1six", ["web01", "web02", "six"]),
        ("\tweb-01\r\nweb-02\r\n", ["web01", "web02"]), ("'web-01' \"web-02\"", ["web01", "web02"]),
        ("[web-01, (web-02), <db01>]", ["web01", "web02", "db01"]), ("WEB-01 I-BP1DB01", ["web01", "db01"]),
        ("47.1.1.1", ["web01"]), ("10.0.0.2", ["web02"]), ("fe80::6", ["six"]), ("[fe80::6]", ["six"]),
        ("web-02.example.com", ["web02"]), ("10.0.0.1:9100", ["web01"]), ("root@10.0.0.2", ["web02"]),
        ("http://10.0.0.1:9100/10.0.0.1", ["web01"]), ("数据库 主库", ["db01"]),
        ("web-01，数据库 主库、web-02。", ["web01", "db01", "web02"]), ("- web-01\n- web-02\n", ["web01", "web02"]),
        ("* 数据库 主库", ["db01"]), ("acs:ecs:cn-hangzhou:1234:instance/i-bp1web01", ["web01"]),
        ("i-bp1self", ["self"]), ("", []), (" ,;\n\"\" ", []),
        ("web-01\u{200b} \u{feff}web-02", ["web01", "web02"]),
    ]) func findsEveryWayOfNaming(_ text: String, _ names: [String]) {
        let pasted = paste(text)
        #expect(pasted.found == names.map { InstanceID("i-bp1" + $0) })
        #expect(pasted.unknown.isEmpty && pasted.ambiguous.isEmpty)
    }

    @Test func readsAnAlert() {
        let pasted = paste(
            """
            [FIRING:2] HighCPU (prod)
            Labels: instance="10.0.0.1:9100" instanceId="i-bp1web01" job="node"
            Labels: instance="10.0.0.3:9100" instanceId="i-bp1db01" job="node"
            """)
        #expect(pasted.found == ["i-bp1web01", "i-bp1db01"])
        #expect(pasted.repeated == 2)
        #expect(pasted.unknown == ["FIRING:2", "HighCPU", "prod", "Labels", "instance", "instanceId", "job", "node"])
    }

    @Test func readsATableWithNamesThatHaveBlanks() {
        let pasted = paste("InstanceId,Name,IP\ni-bp1web01,web-01,10.0.0.1\nunknown-7,数据库 主库,10.9.9.9\n")
        #expect(pasted.found == ["i-bp1web01", "i-bp1db01"])
        #expect(pasted.unknown == ["InstanceId", "Name", "IP", "unknown-7", "10.9.9.9"])
    }

    @Test func readsAnAnswerOfTheAPI() {
        let pasted = paste(
            """
            {"Instances": [{"InstanceId": "i-bp1web02", "HostName": "web-02.example.com"}, {"InstanceId": "i-gone"}]}
            """)
        #expect(pasted.found == ["i-bp1web02"])
        #expect(pasted.unknown == ["Instances", "InstanceId", "HostName", "i-gone"])
    }

    @Test func leavesOpenWhomANameOfSeveralMeans() {
        let pasted = paste("twin, 10.0.0.8, twin")
        #expect(pasted.ambiguous.map(\.word) == ["twin"])
        #expect(pasted.ambiguous.first?.instances == ["i-bp1twin1", "i-bp1twin2"])
        #expect(pasted.found == ["i-bp1twin1"])
    }

    @Test func reportsEachUnknownWordOnce() {
        #expect(paste("web-99 web-99 web-98.").unknown == ["web-99", "web-98"])
    }
}
