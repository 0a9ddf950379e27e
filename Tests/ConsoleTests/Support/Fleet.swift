import CloudAssistant
import Console

/// What the scripted service knows.
enum Samples {
    /// 2026-03-08 04:07:09 UTC.
    static let start = Timestamp(milliseconds: 1_772_942_829_000)
    static let hangzhou = RegionID("cn-hangzhou")
    static let regions = [
        Region(id: hangzhou, localName: "China (Hangzhou)"), Region(id: "cn-beijing", localName: "华北 2（北京）"),
    ]

    static let targets = [
        target("i-bp1web01", "web-01", tags: [Tag("env", "prod"), Tag("role", "web")]),
        target("i-bp1web02", "web-02", tags: [Tag("env", "prod"), Tag("role", "web")]),
        target("i-bp1db01", "数据库主库-01", tags: [Tag("env", "prod"), Tag("role", "db")]),
        target("i-bp1old01", "batch-old", status: .stopped, isOnline: false),
        target("i-bp1win01", "win-01", os: .windows, isOnline: false),
    ]

    static let commands = [
        Command(
            id: "c-restart", name: "restart-service", description: "Restart a service and show its state",
            type: .shell, content: "systemctl restart '{{service}}'\nsystemctl status '{{service}}'\n",
            timeoutSeconds: 120, enablesParameters: true,
            parameters: [
                ParameterDefinition(name: "service", description: "Unit, for example nginx", isRequired: true)
            ], created: start),
        Command(id: "c-uptime", name: "uptime", type: .shell, content: "#!/bin/sh\nuptime\n", created: start),
    ]

    private static func target(
        _ id: InstanceID, _ name: String, tags: [Tag] = [], status: InstanceStatus = .running, os: OSType = .linux,
        isOnline: Bool = true
    ) -> Target {
        Target(
            instance: Instance(
                id: id, name: name, regionID: hangzhou, status: status, osType: os,
                privateAddresses: ["10.0.0.\(id.text.utf8.count + name.utf8.count)"], tags: tags),
            isOnline: isOnline)
    }
}
