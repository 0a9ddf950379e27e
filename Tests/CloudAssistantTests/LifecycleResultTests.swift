import Testing

@testable import CloudAssistant

/// ECS API, DescribeInvocationResults: what a result says of how the attempt ended.
@Suite struct LifecycleResultTests {
    static func end(_ ending: AttemptEnding, started: Timestamp? = LifecycleTests.launchTime) throws
        -> InvocationResult
    {
        let event = LifecycleTests.ended(ending, started: started)
        let next = Lifecycle.apply(event, to: LifecycleTests.record(.running), at: LifecycleTests.now)
        return try #require(next).result
    }

    @Test func successHasExitCodeZeroAndNoError() throws {
        let result = try Self.end(.exited(code: 0))
        #expect(result.exitCode == 0)
        #expect((result.errorCode ?? "").isEmpty)
        #expect(result.errorInfo.isEmpty)
        #expect(result.started == LifecycleTests.launchTime)
        #expect(result.finished == LifecycleTests.endTime)
        #expect(result.repeats == 1)
        #expect(result.output == Array("tail".utf8))
        #expect(result.droppedBytes == 6)
    }

    static let endings: [(ending: AttemptEnding, state: InvocationState, code: String, exitCode: Int?)] = [
        (.exited(code: 1), .failed, "ExitCodeNonzero", 1),
        (.exited(code: 3), .failed, "ExitCodeNonzero", 3),
        (.exited(code: 255), .failed, "ExitCodeNonzero", 255),
        (.signalled(9), .failed, "ExitCodeNonzero", 137),
        (.signalled(15), .failed, "ExitCodeNonzero", 143),
        (.interrupted, .error, "ExecutionInterrupted", nil),
    ]

    @Test(arguments: endings) func otherEndingsHaveTheirCode(
        _ ending: AttemptEnding, _ state: InvocationState, _ code: String, _ exitCode: Int?
    ) throws {
        let result = try Self.end(ending)
        #expect(result.state == state)
        #expect(result.errorCode == code)
        #expect(result.exitCode == exitCode)
        #expect(!result.errorInfo.isEmpty)
    }

    @Test func aTimeoutKeepsTheOutputAndHasItsCode() throws {
        let result = try Self.end(.timedOut)
        #expect(result.state == .timeout)
        #expect(result.errorCode == "ExecutionTimeout")
        #expect(result.errorInfo == "The command execution has been timeout.")
        #expect(result.output == Array("tail".utf8))
    }

    static let failures: [(reason: StartFailure.Reason, code: String, state: InvocationState)] = [
        (.noSuchUser, "AccountNotExists", .invalid),
        (.noSuchDirectory, "DirectoryNotExists", .invalid),
        (.noHomeDirectory, "DefaultWorkingDirectoryNotAvailable", .invalid),
        (.mayNotSwitchUser, "ExecutionException", .error),
        (.noSuchLauncher, "ExecutionException", .error),
        (.stagingFailed, "ExecutionException", .error),
        (.startFailed, "ExecutionException", .error),
        (.noRuntime, "UnsupportedContainerRuntime", .invalid),
        (.containerNotFound, "ContainerNotFound", .invalid),
        (.containerNotRunning, "ContainerStateAbnormal", .invalid),
        (.containerDuplicated, "ContainerNameDuplicated", .invalid),
        (.containerMismatch, "ContainerNameAndIdNotMatch", .invalid),
        (.runtimeUnreachable, "ContainerConnectFailed", .error),
        (.runtimeFailed, "ContainerRuntimeInternalError", .error),
        (.runtimeTimeout, "ContainerRuntimeTimeout", .error),
    ]

    @Test(arguments: failures) func startFailuresHaveTheRightCodeAndState(
        _ reason: StartFailure.Reason, _ code: String, _ state: InvocationState
    ) throws {
        let failure = StartFailure(reason: reason, subject: "bob", errno: 2)
        let result = try Self.end(.startFailed(failure), started: nil)
        #expect(result.errorCode == code)
        #expect(result.state == state)
        #expect(result.errorInfo.contains("bob"))
        #expect(result.exitCode == nil)
    }

    @Test func everyStartFailureHasARowAbove() {
        #expect(Set(Self.failures.map(\.reason)) == Set(StartFailure.Reason.allCases))
    }

    @Test func aScriptThatNeverStartedHasNoStartTimeAndNoRepeats() throws {
        let failure = StartFailure(reason: .noSuchUser, subject: "bob", errno: 0)
        let result = try Self.end(.startFailed(failure), started: nil)
        #expect(result.started == nil)
        #expect(result.repeats == 0)
    }

    static let rejections: [(code: ResultErrorCode, state: InvocationState)] = [
        (.instanceNotExists, .aborted), (.instanceReleased, .error), (.instanceNotRunning, .aborted),
        (.commandNotApplicable, .invalid), (.clientNotRunning, .aborted), (.clientNeedUpgrade, .aborted),
        (.deliveryTimeout, .aborted), (.taskConcurrencyLimit, .aborted), (.securityGroupRuleDenied, .aborted),
        (.invalidSystemBuiltInParameter, .invalid), (.invalidCommandText, .invalid),
        (.userOrPasswordInvalid, .invalid), (.badCronExpression, .invalid), (.instanceRestarted, .error),
        (.terminationException, .error), (.executionException, .error),
    ]

    @Test(arguments: rejections) func aRejectionHasTheStateOfItsCode(
        _ code: ResultErrorCode, _ state: InvocationState
    ) throws {
        let next = Lifecycle.apply(
            .rejected(code, info: "why"), to: LifecycleTests.record(.pending), at: LifecycleTests.endTime)
        let result = try #require(next).result
        #expect(result.state == state)
        #expect(result.errorCode == code.rawValue)
        #expect(result.errorInfo == "why")
        #expect(result.finished == LifecycleTests.endTime)
        #expect(result.repeats == 0)
        #expect(result.started == nil)
    }
}
