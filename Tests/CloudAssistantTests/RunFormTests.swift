import Testing

@testable import CloudAssistant

/// ECS API, InvokeCommand and RunCommand.
@Suite struct RunFormTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let code: APIErrorCode?
        let change: @Sendable (inout InvocationDraft) -> Void

        init(_ name: String, _ code: APIErrorCode?, _ change: @escaping @Sendable (inout InvocationDraft) -> Void) {
            self.name = name
            self.code = code
            self.change = change
        }

        var testDescription: String { name }
    }

    static func refused(_ draft: InvocationDraft, resourceTagLimit: Int = 10) -> APIErrorCode? {
        refusal { _ = try draft.checked(Limits(), resourceTagLimit: resourceTagLimit) }
    }

    static let hex = String(repeating: "0123456789abcdefABCDEF0123456789", count: 2)

    static let values: [Case] = [
        Case("nothing but an instance", nil) { _ in },
        Case("token of 64", nil) { $0.clientToken = letters(64) },
        Case("token of 65", .invalidClientTokenMalformed) { $0.clientToken = letters(65) },
        Case("token with letters outside ASCII", .invalidClientTokenMalformed) { $0.clientToken = "ключ" },
        Case("launcher of 1 KB", nil) { $0.launcher = letters(1024) },
        Case("launcher over 1 KB", .invalidLauncherLengthLimitExceeded) { $0.launcher = letters(1025) },
        Case("timeout 9", .invalidParameterTimeout) { $0.timeoutSeconds = 9 },
        Case("timeout 10", nil) { $0.timeoutSeconds = 10 },
        Case("timeout 86400", nil) { $0.timeoutSeconds = 86_400 },
        Case("timeout 86401", .invalidTimeoutExceedLimit) { $0.timeoutSeconds = 86_401 },
        Case("timeout 0", .invalidParameterTimeout) { $0.timeoutSeconds = 0 },
        Case("timeout least", .invalidParameterTimeout) { $0.timeoutSeconds = .min },
        Case("timeout most", .invalidTimeoutExceedLimit) { $0.timeoutSeconds = .max },
        Case("directory of 200", nil) { $0.workingDirectory = "/" + letters(199) },
        Case("directory of 201", .invalidParameterWorkingDir) { $0.workingDirectory = "/" + letters(200) },
        Case("directory of 200 letters of three bytes", nil) {
            $0.workingDirectory = "/" + String(repeating: "目", count: 199)
        },
        Case("directory with a zero byte", .invalidParameterWorkingDir) { $0.workingDirectory = "/a\0b" },
        Case("user of 255", nil) { $0.username = letters(255) },
        Case("user of 256", .usernameExceedLimit) { $0.username = letters(256) },
        Case("password name of 255", nil) { $0.windowsPasswordName = letters(255) },
        Case("password name of 256", .windowsPasswordNameExceedLimit) { $0.windowsPasswordName = letters(256) },
        Case("termination Process", nil) { $0.terminationMode = "Process" },
        Case("termination ProcessTree", nil) { $0.terminationMode = "ProcessTree" },
        Case("termination unknown", .invalidTerminationModeNotFound) { $0.terminationMode = "Gently" },
        Case("mode Once", nil) { $0.repeatMode = "Once" },
        Case("mode DryRun", nil) { $0.repeatMode = "DryRun" },
        Case("mode in lower case", .invalidRepeatModeNotFound) { $0.repeatMode = "once" },
        Case("mode unknown", .invalidRepeatModeNotFound) { $0.repeatMode = "Rate" },
        Case("mode Period without a frequency", .missingParamFrequency) { $0.repeatMode = "Period" },
        Case("mode Period with an empty frequency", .missingParamFrequency) {
            $0.repeatMode = "Period"
            $0.frequency = ""
        },
        Case("a dry run with a frequency", .invalidParamFrequency) {
            $0.repeatMode = "DryRun"
            $0.frequency = "rate(5m)"
        },
        Case("container id without digits", .invalidContainerIdMalformed) { $0.containerID = "docker://" },
        Case("container id of 63", .invalidContainerIdMalformed) { $0.containerID = String(hex.dropLast()) },
        Case("container id of 65", .invalidContainerIdMalformed) { $0.containerID = hex + "0" },
        Case("container id with a g", .invalidContainerIdMalformed) { $0.containerID = hex.dropLast() + "g" },
        Case("container id of an unknown runtime", .invalidContainerIdMalformed) {
            $0.containerID = "podman://" + hex
        },
        Case("container id of two runtimes", .invalidContainerIdMalformed) {
            $0.containerID = "docker://containerd://" + hex
        },
        Case("container name that begins with a dot", .invalidContainerNameMalformed) { $0.containerName = ".a" },
        Case("container name that begins with a hyphen", .invalidContainerNameMalformed) { $0.containerName = "-a" },
        Case("container name with a blank", .invalidContainerNameMalformed) { $0.containerName = "a b" },
        Case("container name with a slash", .invalidContainerNameMalformed) { $0.containerName = "/web" },
        Case("container name of 256", .invalidContainerNameMalformed) { $0.containerName = letters(256) },
        Case("output delivery elsewhere", .invalidParameterOssOutputDelivery) {
            $0.ossOutputDelivery = "https://bucket/prefix"
        },
        Case("output delivery without a bucket", .invalidParameterOssOutputDelivery) {
            $0.ossOutputDelivery = "oss:///prefix"
        },
        Case("output delivery to a prefix of 255", .invalidOssOutputDeliveryKeyPrefixMalformed) {
            $0.ossOutputDelivery = "oss://bucket/" + letters(255)
        },
        Case("output delivery to a prefix with a leading slash", .invalidOssOutputDeliveryKeyPrefixMalformed) {
            $0.ossOutputDelivery = "oss://bucket//a"
        },
        Case(
            "output delivery to a prefix with a leading slash under a mark", .invalidOssOutputDeliveryKeyPrefixMalformed
        ) {
            $0.ossOutputDelivery = "oss://bucket//\u{301}a"
        },
        Case("output delivery to a prefix with a leading backslash", .invalidOssOutputDeliveryKeyPrefixMalformed) {
            $0.ossOutputDelivery = "oss://bucket/\\a"
        },
    ]

    @Test(arguments: values) func eachValueIsHeldToItsRule(_ value: Case) {
        var draft = InvocationDraft(regionID: "local", instanceIDs: ["i-1"])
        value.change(&draft)
        #expect(Self.refused(draft) == value.code)
    }

    /// Well formed, and refused only because this service does not offer it.
    static let notOffered: [Case] = [
        Case("output delivery", nil) { $0.ossOutputDelivery = "oss://bucket/prefix" },
        Case("output delivery without a prefix", nil) { $0.ossOutputDelivery = "oss://bucket" },
        Case("output delivery to a prefix of 254", nil) { $0.ossOutputDelivery = "oss://bucket/" + letters(254) },
    ]

    static let containers: [Case] = [
        Case("container id", nil) { $0.containerID = hex },
        Case("docker id", nil) { $0.containerID = "docker://" + hex },
        Case("containerd id", nil) { $0.containerID = "containerd://" + hex },
        Case("cri-o id", nil) { $0.containerID = "cri-o://" + hex },
        Case("container name", nil) { $0.containerName = "web-1_a.b" },
        Case("container name of 255", nil) { $0.containerName = letters(255) },
    ]

    @Test(arguments: containers) func containersAreOffered(_ value: Case) {
        var draft = InvocationDraft(regionID: "local", instanceIDs: ["i-1"])
        value.change(&draft)
        #expect(Self.refused(draft) == nil)
    }

    @Test(arguments: notOffered) func whatIsNotOfferedIsForbidden(_ value: Case) {
        var draft = InvocationDraft(regionID: "local", instanceIDs: ["i-1"])
        value.change(&draft)
        #expect(Self.refused(draft) == .operationForbidden)
    }

    /// Broken values in the order in which they are to be told.
    static let order: [Case] = [
        Case("ClientToken", .invalidClientTokenMalformed) { $0.clientToken = letters(65) },
        Case("Tag", .invalidTagKeyMalformed) { $0.tags = [TagFilter(key: "")] },
        Case("InstanceId", .missingParamInstanceId) { $0.instanceIDs = [] },
        Case("ContainerId", .invalidContainerIdMalformed) { $0.containerID = "x" },
        Case("ContainerName", .invalidContainerNameMalformed) { $0.containerName = "-" },
        Case("Launcher", .invalidLauncherLengthLimitExceeded) { $0.launcher = letters(1025) },
        Case("Timeout", .invalidParameterTimeout) { $0.timeoutSeconds = 9 },
        Case("WorkingDir", .invalidParameterWorkingDir) { $0.workingDirectory = letters(201) },
        Case("Username", .usernameExceedLimit) { $0.username = letters(256) },
        Case("WindowsPasswordName", .windowsPasswordNameExceedLimit) { $0.windowsPasswordName = letters(256) },
        Case("TerminationMode", .invalidTerminationModeNotFound) { $0.terminationMode = "x" },
        Case("RepeatMode", .invalidRepeatModeNotFound) { $0.repeatMode = "x" },
        Case("OssOutputDelivery", .invalidParameterOssOutputDelivery) { $0.ossOutputDelivery = "x" },
    ]

    @Test(arguments: order.indices) func theFirstBrokenRuleIsTheOneThatIsTold(_ index: Int) {
        var draft = InvocationDraft(regionID: "local", instanceIDs: ["i-1"])
        for value in Self.order[index...] { value.change(&draft) }
        #expect(Self.refused(draft) == Self.order[index].code)
    }

    @Test func aFormRemembersWhatWasRead() throws {
        var draft = InvocationDraft(regionID: "local", instanceIDs: ["i-1"])
        draft.tags = [TagFilter(key: "team", value: "ops")]
        let plain = try draft.checked(Limits(), resourceTagLimit: 10)
        #expect(plain.repeatMode == .once)
        #expect(plain.terminationMode == .process)
        #expect(plain.tags == [Tag("team", "ops")])
        draft.repeatMode = "DryRun"
        draft.terminationMode = "ProcessTree"
        let form = try draft.checked(Limits(), resourceTagLimit: 10)
        #expect(form.repeatMode == .dryRun)
        #expect(form.terminationMode == .processTree)
    }
}
