/// Commands that come with Flagdeck: read-only, addressed by name, like the public commands of the cloud.
public enum StarterLibrary {
    /// What the commands name as their provider.
    public static let provider = "Flagdeck.Starter"

    /// The commands in the order in which they are listed.
    public static let commands: [Command] = [
        make(
            "disk-usage", "Free space of file systems and the largest directories below a path", "disk",
            [ParameterDefinition(name: "path", description: "Where to look", defaultValue: "/")],
            """
            df -hT -x tmpfs -x devtmpfs -x overlay 2>/dev/null || df -h
            echo
            du -xh --max-depth=1 -- '{{path}}' 2>/dev/null | sort -rh | head -n 12
            """),
        make(
            "memory", "Memory, swap and the ten largest processes", "memory", [],
            """
            free -h 2>/dev/null || head -n 5 /proc/meminfo
            echo
            ps -eo pid,user,rss,etime,args --sort=-rss 2>/dev/null | head -n 11 | cut -c1-120
            """),
        make(
            "top-processes", "Load and the busiest processes", "processes",
            [ParameterDefinition(name: "count", description: "How many processes", defaultValue: "10")],
            """
            uptime
            echo
            ps -eo pid,user,pcpu,pmem,etime,args --sort=-pcpu | head -n "$(( {{count}} + 1 ))" | cut -c1-120
            """),
        make(
            "service-status", "State and last log lines of a systemd service", "services",
            [ParameterDefinition(name: "service", description: "Unit, for example nginx", isRequired: true)],
            """
            systemctl --no-pager --full status -- '{{service}}'
            """),
        make(
            "listening-ports", "TCP and UDP ports that processes listen on", "network", [],
            """
            ss -lntup 2>/dev/null || netstat -lntup
            """),
        make(
            "log-tail", "The last lines of a log file", "logs",
            [
                ParameterDefinition(name: "file", description: "Absolute path of the file", isRequired: true),
                ParameterDefinition(name: "lines", description: "How many lines", defaultValue: "50"),
            ],
            """
            tail -n '{{lines}}' -- '{{file}}'
            """),
    ]

    private static func make(
        _ name: String, _ description: String, _ category: String, _ parameters: [ParameterDefinition],
        _ content: String
    ) -> Command {
        Command(
            id: CommandID(name), name: name, description: description, type: .shell, content: content + "\n",
            enablesParameters: !parameters.isEmpty, parameters: parameters, provider: provider, category: category,
            version: 1, created: Timestamp(milliseconds: 1_767_225_600_000))
    }
}
