/// The rules for the values of a command, the same when one is made and when one is changed.
enum CommandRules {
    static func name(_ name: String?) throws(APIError) {
        try text("Name", name, 128, .cmdNameExceedLimit, .invalidParameterCharacterCommandName)
    }

    static func description(_ description: String?) throws(APIError) {
        try text("Description", description, 512, .cmdDescExceedLimit, .invalidParameterCharacterCommandDescription)
    }

    private static func text(
        _ parameter: String, _ text: String?, _ limit: Int, _ tooLong: APIErrorCode, _ illegal: APIErrorCode
    ) throws(APIError) {
        guard let text else { return }
        let length = text.unicodeScalars.count
        if length > limit {
            throw APIError(tooLong, [.parameter: parameter, .limit: "\(limit)", .actual: "\(length)"])
        }
        if text.unicodeScalars.contains(where: FieldRules.isControl) {
            throw APIError(illegal, [.parameter: parameter, .value: text])
        }
    }

    /// The script that a `CommandContent` holds.
    static func script(_ content: String, _ encoding: ContentEncoding, _ limits: Limits) throws(APIError) -> String {
        let facts: [Fact: String] = [.parameter: "CommandContent"]
        let script: String
        switch encoding {
        case .plainText: script = content
        case .base64:
            guard let bytes = Base64.decode(content), let text = String(validating: bytes, as: UTF8.self) else {
                throw APIError(.cmdContentDecodeError, facts)
            }
            script = text
        }
        let length = Base64.encodedLength(script.utf8.count)
        guard length <= limits.contentBytes else {
            throw APIError(
                .cmdContentExceedLimit,
                facts.merging([.limit: "\(limits.contentBytes)", .actual: "\(length)"]) { first, _ in first })
        }
        return script
    }

    /// The names of custom parameters in a script: well formed, not too many, none too long.
    static func parameterNames(_ template: Template, _ limits: Limits) throws(APIError) {
        for part in template.parts {
            guard case .malformed(let name) = part else { continue }
            throw name.isEmpty
                ? APIError(.cmdParamEmptyKey, [.parameter: "CommandContent"])
                : APIError(.cmdParamInvalidParamName, [.parameter: "CommandContent", .name: name])
        }
        let names = template.parameterNames
        guard names.count <= limits.parametersPerCommand else {
            throw APIError(
                .cmdParamCountExceedLimit,
                [
                    .parameter: "CommandContent", .limit: "\(limits.parametersPerCommand)",
                    .actual: "\(names.count)",
                ])
        }
        for name in names where name.utf8.count > ParameterName.lengthLimit {
            throw APIError(
                .cmdParamNameExceedLimit,
                [.parameter: "CommandContent", .name: name, .limit: "\(ParameterName.lengthLimit)"])
        }
    }
}
