import Testing

@testable import CloudAssistant

/// The code that a call is refused with, or nil when it is not refused.
func refusal(_ body: () throws -> Void) -> APIErrorCode? {
    do {
        try body()
        return nil
    } catch let error as APIError {
        if error.code.known == nil { Issue.record("\(error.code) is not in the catalogue") }
        return error.code.known
    } catch {
        Issue.record("\(error) is no API error")
        return nil
    }
}

/// A text of so many letters.
func letters(_ count: Int) -> String { String(repeating: "x", count: count) }

/// A command with a script; the parameters are those that the script names.
func command(
    _ content: String, enablesParameters: Bool = true, parameters: [ParameterDefinition]? = nil,
    type: CommandType = .shell
) -> Command {
    Command(
        id: "c-1", name: "test", type: type, content: content, enablesParameters: enablesParameters,
        parameters: parameters ?? Template(content).parameterNames.map { ParameterDefinition(name: $0) },
        created: Timestamp(milliseconds: 0))
}

/// What a script runs in.
let surroundings = Script.Surroundings(
    regionID: "cn-hangzhou", account: "1234", instanceID: "i-1", instanceName: "web one", invokeID: "t-1",
    commandID: "c-1")
