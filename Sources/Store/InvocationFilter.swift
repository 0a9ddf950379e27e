public import CloudAssistant
import GRDB

/// Which invocations or results are asked for; all conditions must hold.
public struct InvocationFilter: Hashable, Sendable {
    /// The account whose invocations are seen.
    public var account: String
    /// The region.
    public var region: RegionID
    /// Only this invocation.
    public var invokeID: InvokeID?
    /// Only this instance.
    public var instanceID: InstanceID?
    /// Only runs of this command.
    public var commandID: CommandID?
    /// Only runs of commands of this name.
    public var commandName: String?
    /// Only runs of commands of this type.
    public var commandType: CommandType?
    /// Only invocations in this overall state.
    public var status: InvokeStatusWord?
    /// Only this mode.
    public var repeatMode: RepeatMode?
    /// True for what will still run by itself, false for everything else, nil for both.
    public var isTimed: Bool?
    /// Only invocations with all these tags; an empty value asks for the key only.
    public var tags: [Tag] = []
    /// So many of the newest invocations with the tags are found at most.
    public var tagLimit = 1_000
    /// Only this group.
    public var resourceGroupID: ResourceGroupID?
    /// Of results, only those in one of these states; nil for all.
    public var states: [InvocationState]?
    /// Of results, every run on an instance instead of the latest.
    public var includesHistory = false

    /// A filter; without further conditions everything of an account in a region.
    public init(
        account: String, region: RegionID, invokeID: InvokeID? = nil, instanceID: InstanceID? = nil,
        commandID: CommandID? = nil, commandName: String? = nil
    ) {
        self.account = account
        self.region = region
        self.invokeID = invokeID
        self.instanceID = instanceID
        self.commandID = commandID
        self.commandName = commandName
    }
}

extension InvocationFilter {
    /// What an invocation must be. Only what is asked for stands in the conditions, so that each can use its index.
    var invocations: Selection {
        var selection = Selection()
        selection.require("invocation.account = :account", ["account": account])
        selection.require("invocation.region = :region", ["region": region.text])
        if let invokeID { selection.require("invocation.id = :invoke", ["invoke": invokeID.text]) }
        if let commandID { selection.require("invocation.command_id = :command", ["command": commandID.text]) }
        if let commandName { selection.require("invocation.command_name = :name", ["name": commandName]) }
        if let commandType { selection.require("invocation.command_type = :type", ["type": commandType.rawValue]) }
        if let repeatMode { selection.require("invocation.repeat_mode = :mode", ["mode": repeatMode.rawValue]) }
        if let group = resourceGroupID {
            selection.require("invocation.resource_group = :group", ["group": group.text])
        }
        if let isTimed { selection.require(StateCondition.isTimed(isTimed)) }
        if let status { selection.require(StateCondition.holds(status)) }
        selection.require(tags, of: .invocation, limit: tagLimit)
        return selection
    }
}

/// Conditions of a query with their values.
struct Selection {
    private(set) var conditions: [String] = []
    private(set) var arguments: StatementArguments = [:]

    var sql: String { conditions.isEmpty ? "TRUE" : conditions.joined(separator: " AND ") }

    mutating func require(_ condition: String, _ arguments: StatementArguments = [:]) {
        conditions.append(condition)
        self.arguments = self.arguments &+ arguments
    }

    /// Only what carries all of some tags, of that the newest; uses the names `account` and `region`.
    mutating func require(_ tags: [Tag], of type: TaggableType, limit: Int) {
        guard !tags.isEmpty else { return }
        let kind = type.rawValue
        var conditions = ["tag0.kind = '\(kind)'", "tag0.account = :account", "tag0.region = :region"]
        var values: StatementArguments = ["tags": limit]
        for (number, tag) in tags.enumerated() {
            values = values &+ ["key\(number)": tag.key]
            if !tag.value.isEmpty { values = values &+ ["value\(number)": tag.value] }
            let value = tag.value.isEmpty ? "" : " AND tag\(number).value = :value\(number)"
            let condition = "tag\(number).key = :key\(number)" + value
            let other = """
                EXISTS (SELECT 1 FROM tag AS tag\(number) WHERE tag\(number).kind = tag0.kind
                    AND tag\(number).subject = tag0.subject AND \(condition))
                """
            conditions.append(number == 0 ? condition : other)
        }
        let condition = conditions.joined(separator: " AND ")
        require(
            """
            \(kind).sequence IN (SELECT tag0.sequence FROM tag AS tag0 WHERE \(condition)
                ORDER BY tag0.sequence DESC LIMIT :tags)
            """, values)
    }
}
