public import CloudAssistant

extension InvokeCommandResponse {
    /// The answer's body.
    public var json: JSON { ["RequestId": .string(requestID), "InvokeId": .string(invokeID.text)] }
}

extension RunCommandResponse {
    /// The answer's body.
    public var json: JSON {
        [
            "RequestId": .string(requestID), "CommandId": .string(commandID.text), "InvokeId": .string(invokeID.text),
        ]
    }
}

extension StopInvocationResponse {
    /// The answer's body.
    public var json: JSON { ["RequestId": .string(requestID)] }
}

extension DescribeInvocationsResponse {
    /// The answer's body, contents and outputs in `encoding`.
    public func json(_ encoding: ContentEncoding, includesOutput: Bool) -> JSON {
        let entries = page.entries.map { $0.json(encoding, includesOutput: includesOutput) }
        return .object(
            [JSON.Member("RequestId", .string(requestID))] + page.members + [
                JSON.Member("Invocations", ["Invocation": .array(entries)])
            ])
    }
}

extension Invocation {
    fileprivate func json(_ encoding: ContentEncoding, includesOutput: Bool) -> JSON {
        let instances = results.map {
            $0.instanceJSON(encoding, includesOutput: includesOutput, isTimed: repeatMode.isTimed)
        }
        return [
            "InvokeId": .string(id.text), "CommandId": .string(command.id.text),
            "CommandName": .string(command.name), "CommandDescription": .string(command.description),
            "CommandType": .string(command.type.rawValue),
            "CommandContent": encoding.member(Array(command.content.utf8)),
            "Parameters": .string(parametersJSON.compactText), "RepeatMode": .string(repeatMode.rawValue),
            "Frequency": .string(frequency ?? ""), "Timed": .bool(isTimed), "Timeout": .integer(timeoutSeconds),
            "WorkingDir": .string(workingDirectory ?? ""), "Username": .string(username ?? ""),
            "ContainerId": .string(containerID ?? ""), "ContainerName": .string(containerName ?? ""),
            "Launcher": .string(launcher ?? ""), "TerminationMode": .string(terminationMode.rawValue),
            "OssOutputDelivery": .string(ossOutputDelivery),
            "InvokeStatus": .string(InvocationState.overallRecordStatus(results.map(\.state))),
            "InvocationStatus": .string(state.rawValue), "CreationTime": .string(created.wireText),
            "Tags": tags.member, "InvokeInstances": ["InvokeInstance": .array(instances)],
        ]
    }

    private var parametersJSON: JSON {
        .object(parameters.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .string($0.value)) })
    }
}

extension InvocationResult {
    /// As an entry of DescribeInvocations, where the end is called `FinishTime`.
    fileprivate func instanceJSON(_ encoding: ContentEncoding, includesOutput: Bool, isTimed: Bool) -> JSON {
        [
            "InstanceId": .string(instanceID.text), "InvocationStatus": .string(state.rawValue),
            "InstanceInvokeStatus": .string(state.recordStatus), "ExitCode": .integer(exitCode ?? 0),
            "ErrorCode": .string(errorCode ?? ""), "ErrorInfo": .string(errorInfo), "Repeats": .integer(repeats),
            "Timed": .bool(isTimed && !state.isFinal), "Dropped": .integer(droppedBytes),
            "Output": includesOutput ? encoding.member(output) : "", "CreationTime": .string(created.wireText),
            "StartTime": started.member, "FinishTime": finished.member, "StopTime": stopped.member,
            "UpdateTime": .string(updated.wireText), "OssOutputStatus": .string(delivery?.status.rawValue ?? ""),
            "OssOutputUri": .string(delivery?.address ?? ""),
            "OssOutputErrorCode": .string(delivery?.errorCode ?? ""),
            "OssOutputErrorInfo": .string(delivery?.errorInfo ?? ""),
        ]
    }
}

extension DescribeInvocationResultsResponse {
    /// The answer's body, outputs in `encoding`; the paging members stand inside `Invocation`.
    public func json(_ encoding: ContentEncoding) -> JSON {
        let entries = page.entries.map { $0.json(encoding) }
        let invocation: [JSON.Member] =
            page.members + [
                JSON.Member("InvocationResults", ["InvocationResult": .array(entries)])
            ]
        return ["RequestId": .string(requestID), "Invocation": .object(invocation)]
    }
}

extension DescribeInvocationResultsResponse.Entry {
    /// As an entry of DescribeInvocationResults, where the end is called `FinishedTime`.
    fileprivate func json(_ encoding: ContentEncoding) -> JSON {
        [
            "InvokeId": .string(invocation.id.text), "CommandId": .string(invocation.command.id.text),
            "InstanceId": .string(result.instanceID.text), "InvokeRecordStatus": .string(result.state.recordStatus),
            "InvocationStatus": .string(result.state.rawValue), "ExitCode": .integer(result.exitCode ?? 0),
            "ErrorCode": .string(result.errorCode ?? ""), "ErrorInfo": .string(result.errorInfo),
            "Output": encoding.member(result.output), "Dropped": .integer(result.droppedBytes),
            "Repeats": .integer(result.repeats), "StartTime": result.started.member,
            "FinishedTime": result.finished.member, "StopTime": result.stopped.member,
            "Username": .string(invocation.username ?? ""),
            "ContainerId": .string(invocation.containerID ?? ""),
            "ContainerName": .string(invocation.containerName ?? ""),
            "Launcher": .string(invocation.launcher ?? ""),
            "TerminationMode": .string(invocation.terminationMode.rawValue),
            "OssOutputDelivery": .string(invocation.ossOutputDelivery),
            "OssOutputStatus": .string(result.delivery?.status.rawValue ?? ""),
            "OssOutputUri": .string(result.delivery?.address ?? ""),
            "OssOutputErrorCode": .string(result.delivery?.errorCode ?? ""),
            "OssOutputErrorInfo": .string(result.delivery?.errorInfo ?? ""),
            "Tags": invocation.tags.member,
        ]
    }
}

extension ModifyInvocationAttributeResponse {
    /// The answer's body.
    public var json: JSON { ["RequestId": .string(requestID), "CommandId": .string(commandID.text)] }
}
