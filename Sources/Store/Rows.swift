import CloudAssistant
import GRDB

/// How the domain's values stand in columns. A row that cannot be read, because a newer or damaged database holds a
/// word we do not know, is answered with `StoreError.damaged` and never traps.
extension Row {
    func text(_ column: String) throws -> String {
        guard let value = String.fromDatabaseValue(self[column] as DatabaseValue) else { throw StoreError.damaged }
        return value
    }

    func optionalText(_ column: String) -> String? { String.fromDatabaseValue(self[column] as DatabaseValue) }

    func integer(_ column: String) throws -> Int {
        guard let value = Int.fromDatabaseValue(self[column] as DatabaseValue) else { throw StoreError.damaged }
        return value
    }

    func optionalInteger(_ column: String) -> Int? { Int.fromDatabaseValue(self[column] as DatabaseValue) }

    func moment(_ column: String) throws -> Timestamp { Timestamp(milliseconds: Int64(try integer(column))) }

    func optionalMoment(_ column: String) -> Timestamp? {
        optionalInteger(column).map { Timestamp(milliseconds: Int64($0)) }
    }

    func word<Word: RawRepresentable<String>>(_ column: String) throws -> Word {
        guard let word = Word(rawValue: try text(column)) else { throw StoreError.damaged }
        return word
    }

    func tags(_ column: String) throws -> [Tag] {
        guard case .object(let members)? = JSON(parsing: try text(column)) else { throw StoreError.damaged }
        return members.map { Tag($0.name, $0.value.text ?? "") }
    }

    func command() throws -> Command {
        let content = try text("content")
        let enablesParameters = try integer("enables_parameters") != 0
        return Command(
            id: CommandID(try text("id")), name: try text("name"), description: try text("description"),
            type: try word("type"), content: content, workingDirectory: optionalText("working_directory"),
            timeoutSeconds: try integer("timeout"), launcher: optionalText("launcher"),
            enablesParameters: enablesParameters,
            parameters: enablesParameters ? ParameterDefinition.named(in: content) : [],
            invokeTimes: try integer("invoke_times"), created: try moment("created"), tags: try tags("tags"),
            resourceGroupID: optionalText("resource_group").map { ResourceGroupID($0) })
    }

    func invocation() throws -> Invocation {
        guard case .object(let parameters)? = JSON(parsing: try text("parameters")) else { throw StoreError.damaged }
        guard case .object(let defaults)? = JSON(parsing: try text("command_defaults")) else {
            throw StoreError.damaged
        }
        let content = try text("command_content")
        let enablesParameters = try integer("enables_parameters") != 0
        let timeout = try integer("timeout")
        let command = Command(
            id: CommandID(try text("command_id")), name: try text("command_name"),
            description: try text("command_description"), type: try word("command_type"), content: content,
            timeoutSeconds: timeout, enablesParameters: enablesParameters,
            parameters: defaults.map { ParameterDefinition(name: $0.name, defaultValue: $0.value.text ?? "") },
            provider: optionalText("command_provider"), created: try moment("command_created"))
        var invocation = Invocation(
            id: InvokeID(try text("id")), regionID: RegionID(try text("region")), command: command,
            ownsCommand: try integer("owns_command") != 0, repeatMode: try word("repeat_mode"),
            frequency: optionalText("frequency"),
            parameters: Dictionary(parameters.map { ($0.name, $0.value.text ?? "") }) { first, _ in first },
            username: optionalText("username"), timeoutSeconds: timeout,
            workingDirectory: optionalText("working_directory"), launcher: optionalText("launcher"),
            terminationMode: try word("termination_mode"), tags: try tags("tags"),
            resourceGroupID: optionalText("resource_group").map { ResourceGroupID($0) },
            caller: Caller(
                account: try text("account"), name: try text("caller"), userID: optionalInteger("caller_user_id")),
            created: try moment("created"), state: .pending, results: [])
        (invocation.containerID, invocation.containerName) = container
        invocation.ossOutputDelivery = try text("oss_output_delivery")
        return invocation
    }

    /// None in a database that an older release keeps open.
    private var container: (id: String?, name: String?) {
        guard hasColumn("container_id") else { return (nil, nil) }
        return (optionalText("container_id"), optionalText("container_name"))
    }

    func result() throws -> InvocationResult {
        var result = InvocationResult(
            invokeID: InvokeID(try text("invoke_id")), instanceID: InstanceID(try text("instance_id")),
            occurrence: try integer("occurrence"), state: try word("state"), errorCode: optionalText("error_code"),
            errorInfo: try text("error_info"), exitCode: optionalInteger("exit_code"),
            output: [UInt8].fromOptional(self["output"] as DatabaseValue),
            droppedBytes: Int64(try integer("dropped")), repeats: try integer("repeats"),
            created: try moment("created"), started: optionalMoment("started"), finished: optionalMoment("finished"),
            stopped: optionalMoment("stopped"), updated: try moment("updated"), due: optionalMoment("due"),
            bootID: optionalText("boot_id"))
        result.delivery = try delivery()
        return result
    }
}

extension [UInt8] {
    fileprivate static func fromOptional(_ value: DatabaseValue) -> [UInt8] {
        guard case .blob(let data) = value.storage else { return [] }
        return [UInt8](data)
    }
}

extension [Tag] {
    /// As a JSON object, for one column.
    var column: String { JSON.object(map { JSON.Member($0.key, .string($0.value)) }).compactText }
}
