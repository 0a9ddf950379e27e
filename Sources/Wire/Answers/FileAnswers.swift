public import CloudAssistant

extension SendFileResponse {
    /// The answer's body.
    public var json: JSON { ["RequestId": .string(requestID), "InvokeId": .string(invokeID.text)] }
}

extension DescribeSendFileResultsResponse {
    /// The answer's body, each content as it was given.
    public var json: JSON {
        .object(
            [JSON.Member("RequestId", .string(requestID))] + page.members + [
                JSON.Member("Invocations", ["Invocation": .array(page.entries.map(\.json))])
            ])
    }
}

extension FileDelivery {
    /// `Overwrite` is a text here, unlike in the request.
    fileprivate var json: JSON {
        let content = file.contentType == .base64 ? ContentEncoding.base64 : .plainText
        return [
            "InvokeId": .string(id.text), "Name": .string(file.name), "TargetDir": .string(file.targetDirectory),
            "Content": content.member(file.content), "ContentType": .string(file.contentType.rawValue),
            "FileOwner": .string(file.owner ?? ""), "FileGroup": .string(file.group ?? ""),
            "FileMode": .string(file.mode), "Overwrite": .string(file.overwrites ? "true" : "false"),
            "Description": .string(file.description), "Timeout": .integer(file.timeoutSeconds),
            "VmCount": .integer(results.count), "InvocationStatus": .string(state.rawValue),
            "CreationTime": .string(created.wireText), "Tags": file.tags.member,
            "ResourceGroupId": .string(resourceGroupID?.text ?? ""),
            "InvokeInstances": ["InvokeInstance": .array(results.map(\.json))],
        ]
    }
}

extension FileDeliveryResult {
    fileprivate var json: JSON {
        [
            "InstanceId": .string(instanceID.text), "InvocationStatus": .string(state.rawValue),
            "ErrorCode": .string(errorCode ?? ""), "ErrorInfo": .string(errorInfo),
            "CreationTime": .string(created.wireText), "StartTime": started.member, "FinishTime": finished.member,
            "UpdateTime": .string(updated.wireText),
        ]
    }
}
