/// The script of an invocation as it is to run on one instance.
public enum Script {
    /// What the built-in parameters stand for.
    public struct Surroundings: Hashable, Sendable {
        /// `ACS::RegionId`
        public var regionID: RegionID
        /// `ACS::AccountId`
        public var account: String
        /// `ACS::InstanceId`
        public var instanceID: InstanceID
        /// `ACS::InstanceName`
        public var instanceName: String
        /// `ACS::InvokeId`
        public var invokeID: InvokeID
        /// `ACS::CommandId`
        public var commandID: CommandID

        /// Surroundings from their parts.
        public init(
            regionID: RegionID, account: String, instanceID: InstanceID, instanceName: String, invokeID: InvokeID,
            commandID: CommandID
        ) {
            self.regionID = regionID
            self.account = account
            self.instanceID = instanceID
            self.instanceName = instanceName
            self.invokeID = invokeID
            self.commandID = commandID
        }

        /// The value of a built-in parameter, nil when there is none of that name.
        public func value(_ name: String) -> String? {
            switch name {
            case "RegionId": regionID.text
            case "AccountId": account
            case "InstanceId": instanceID.text
            case "InstanceName": instanceName
            case "InvokeId": invokeID.text
            case "CommandId": commandID.text
            default: nil
            }
        }
    }

    /// The names of built-in parameters that exist; `ScriptFileName` belongs to launchers.
    public static let builtInNames = ["RegionId", "AccountId", "InstanceId", "InstanceName", "InvokeId", "CommandId"]

    /// The first built-in parameter in the command that does not exist: its runs are `InvalidSystemBuiltInParameter`.
    public static func unknownBuiltIn(in command: Command) -> String? {
        guard command.enablesParameters else { return nil }
        for part in Template(command.content).parts {
            if case .builtIn(let name) = part, !builtInNames.contains(name) { return name }
        }
        return nil
    }

    /// The script with its custom parameters filled in; built-in ones are filled in when `surroundings` are given. Those
    /// of the store stay as they are written.
    ///
    /// One pass: what is put in is never looked at again, whatever it holds.
    public static func text(of command: Command, _ values: ParameterValues, in surroundings: Surroundings?) -> String {
        guard command.enablesParameters else { return command.content }
        return Template(command.content).filled { value($0, of: command, values, in: surroundings) }
    }

    /// The script as it is to be sent, but for the values of stored parameters, whose places are told; nil for a script
    /// that names none.
    ///
    /// Values are put in where the command's own text has a place, never where another value looks like one.
    public static func bytes(of command: Command, _ values: ParameterValues, in surroundings: Surroundings) -> (
        script: [UInt8], stored: StoredPlaces?
    ) {
        guard command.enablesParameters else { return (Array(command.content.utf8), nil) }
        let (script, places) = Template(command.content).opened { value($0, of: command, values, in: surroundings) }
        return (script, places.isEmpty ? nil : StoredPlaces(regionID: surroundings.regionID, places: places))
    }

    private static func value(
        _ part: Template.Part, of command: Command, _ values: ParameterValues, in surroundings: Surroundings?
    ) -> String? {
        switch part {
        case .parameter(let name): values.value(of: name, in: command)
        case .builtIn(let name): surroundings?.value(name)
        case .text, .stored, .malformed: nil
        }
    }

    /// The parameters of the store that runs of the command ask for, each once.
    public static func storedReferences(in command: Command) -> [StoredReference] {
        command.enablesParameters ? Template(command.content).storedReferences : []
    }

    /// Refuses a script that grows over the content limit (`CmdContent.ExceedLimit`). Parameters of the store count as
    /// they are written: their values are not known before the script is sent.
    public static func check(_ command: Command, _ values: ParameterValues, _ limits: Limits) throws(APIError) {
        let length = Base64.encodedLength(text(of: command, values, in: nil).utf8.count)
        guard length <= limits.contentBytes else {
            throw APIError(
                .cmdContentExceedLimit,
                [.parameter: "CommandContent", .limit: "\(limits.contentBytes)", .actual: "\(length)"])
        }
    }
}
