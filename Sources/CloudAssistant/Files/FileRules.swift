/// The rules for the values of SendFile. Each throws the code that the API has for a value that breaks it.
enum FileRules {
    static func instances(_ ids: [InstanceID], _ limits: Limits) throws(APIError) -> [InstanceID] {
        guard !ids.isEmpty, !ids.contains(where: \.text.isEmpty) else {
            throw APIError(.missingParamInstanceId, [.parameter: "InstanceId"])
        }
        var seen: Set<InstanceID> = []
        let each = ids.filter { seen.insert($0).inserted }
        guard each.count <= limits.instancesPerFile else {
            throw APIError(
                .instanceIdsExceedLimit,
                [.parameter: "InstanceId", .limit: "\(limits.instancesPerFile)", .actual: "\(each.count)"])
        }
        return each
    }

    /// One part of a path: neither a directory nor a way to another one. The API has no code of its own for others.
    static func name(_ name: String?) throws(APIError) -> String {
        guard let name, !name.isEmpty else { throw APIError(.missingParameter, [.parameter: "Name"]) }
        let length = name.unicodeScalars.count
        guard length <= 255 else {
            throw APIError(.fileNameExceedLimit, [.parameter: "Name", .limit: "255", .actual: "\(length)"])
        }
        let isPart = name != "." && name != ".." && !name.utf8.contains(0x2f)
        guard isPart, !name.unicodeScalars.contains(where: FieldRules.isControl) else {
            throw APIError(.invalidParameter, [.parameter: "Name", .value: name])
        }
        return name
    }

    static func directory(_ path: String?) throws(APIError) -> String {
        guard let path, !path.isEmpty else { throw APIError(.missingParameter, [.parameter: "TargetDir"]) }
        let parts = path.utf8.split(separator: 0x2f)
        let leads = parts.contains { $0.elementsEqual("..".utf8) || $0.elementsEqual(".".utf8) }
        guard path.utf8.first == 0x2f, !leads, path.unicodeScalars.count <= 255,
            !path.unicodeScalars.contains(where: FieldRules.isControl)
        else {
            throw APIError(.fileTargetDirInvalid, [.parameter: "TargetDir", .value: path, .limit: "255"])
        }
        return path
    }

    static func contentType(_ word: String?) throws(APIError) -> FileForm.ContentType {
        guard let word, !word.isEmpty else { return .plainText }
        let known = FileForm.ContentType.allCases.first { $0.rawValue.asciiLowerCased == word.asciiLowerCased }
        guard let known else { throw APIError(.fileContentTypeInvalid, [.parameter: "ContentType", .value: word]) }
        return known
    }

    static func content(_ text: String?, _ type: FileForm.ContentType, _ limits: Limits) throws(APIError) -> [UInt8] {
        guard let text, !text.isEmpty else { throw APIError(.missingParameter, [.parameter: "Content"]) }
        guard let bytes = type == .base64 ? Base64.decode(text) : Array(text.utf8), !bytes.isEmpty else {
            throw APIError(.fileContentDecodeError, [.parameter: "Content"])
        }
        let length = Base64.encodedLength(bytes.count)
        guard length <= limits.fileBytes else {
            throw APIError(
                .fileSizeExceedLimit,
                [.parameter: "Content", .limit: "\(limits.fileBytes)", .actual: "\(length)"])
        }
        return bytes
    }

    /// A user or a group; nil for an empty one.
    static func account(_ name: String?, _ parameter: String, _ code: APIErrorCode) throws(APIError) -> String? {
        guard let name, !name.isEmpty else { return nil }
        let isStrange = name.unicodeScalars.contains { FieldRules.isControl($0) || ":/ ".unicodeScalars.contains($0) }
        guard !isStrange, name.unicodeScalars.count <= 64 else {
            throw APIError(code, [.parameter: parameter, .value: name, .limit: "64"])
        }
        return name
    }

    static func mode(_ digits: String?) throws(APIError) -> String {
        guard let digits, !digits.isEmpty else { return "0644" }
        guard (3...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x37).contains($0) }) else {
            throw APIError(.fileModeInvalid, [.parameter: "FileMode", .value: digits])
        }
        return digits
    }

    static func description(_ text: String?) throws(APIError) {
        let length = text?.unicodeScalars.count ?? 0
        guard length > 512 else { return }
        throw APIError(.fileDescExceedLimit, [.parameter: "Description", .limit: "512", .actual: "\(length)"])
    }

    /// A value below the least one is raised to it, unlike that of a command (ECS API, SendFile).
    static func timeout(_ seconds: Int?, _ limits: Limits) throws(APIError) -> Int {
        guard let seconds else { return limits.defaultTimeout }
        guard seconds <= limits.longestTimeout else {
            throw APIError(
                .invalidTimeoutExceedLimit,
                [.parameter: "Timeout", .value: "\(seconds)", .limit: "\(limits.longestTimeout)"])
        }
        return max(seconds, limits.shortestTimeout)
    }
}
