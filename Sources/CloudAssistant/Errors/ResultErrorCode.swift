/// Why a command did not succeed on an instance, each by its word on the wire (`ErrorCode` of a result).
public enum ResultErrorCode: String, CaseIterable, Sendable {
    /// The instance does not exist or was released.
    case instanceNotExists = "InstanceNotExists"
    /// The instance was released while the command ran.
    case instanceReleased = "InstanceReleased"
    /// The instance was not running.
    case instanceNotRunning = "InstanceNotRunning"
    /// The instance was restarted while the command ran.
    case instanceRestarted = "InstanceRestarted"
    /// The managed instance was deregistered while the command ran.
    case instanceDeregistered = "InstanceDeregistered"
    /// The command type does not fit the operating system of the instance.
    case commandNotApplicable = "CommandNotApplicable"
    /// The Cloud Assistant agent is not running on the instance.
    case clientNotRunning = "ClientNotRunning"
    /// The Cloud Assistant agent on the instance does not answer.
    case clientNotResponse = "ClientNotResponse"
    /// There is no agent that could run commands on the instance.
    case clientNotOnline = "ClientNotOnline"
    /// The Cloud Assistant agent was being upgraded.
    case clientIsUpgrading = "ClientIsUpgrading"
    /// The Cloud Assistant agent is too old for what was asked.
    case clientNeedUpgrade = "ClientNeedUpgrade"
    /// The Cloud Assistant agent was restarted while the command ran.
    case clientRestarted = "ClientRestarted"
    /// The network keeps the Cloud Assistant agent from being reached.
    case clientNetworkBlocked = "ClientNetworkBlocked"
    /// A security group rule blocks the Cloud Assistant agent.
    case securityGroupRuleDenied = "SecurityGroupRuleDenied"
    /// Too many commands were running on the instance at once.
    case taskConcurrencyLimit = "TaskConcurrencyLimit"
    /// The command could not be delivered within 1 minute, and nothing was run.
    case deliveryTimeout = "DeliveryTimeout"
    /// The command ran longer than its timeout and was ended.
    case executionTimeout = "ExecutionTimeout"
    /// The command could not be started, or broke off for a reason of the system.
    case executionException = "ExecutionException"
    /// The command was interrupted from outside, for instance by a shutdown.
    case executionInterrupted = "ExecutionInterrupted"
    /// The script ended with an exit code other than 0.
    case exitCodeNonzero = "ExitCodeNonzero"
    /// The command could not be stopped.
    case terminationException = "TerminationException"
    /// The user to run as does not exist on the instance.
    case accountNotExists = "AccountNotExists"
    /// The Windows user name or its stored password is wrong.
    case userOrPasswordInvalid = "UserOrPasswordInvalid"
    /// The working directory does not exist on the instance.
    case directoryNotExists = "DirectoryNotExists"
    /// The user to run as has no home directory to run in.
    case defaultWorkingDirectoryNotAvailable = "DefaultWorkingDirectoryNotAvailable"
    /// The script cannot be used as it is.
    case invalidCommandText = "InvalidCommandText"
    /// The script could not be decoded from Base64.
    case commandContentDecodeError = "CommandContentDecodeError"
    /// A built-in ACS:: parameter in the script or launcher is not known, or the launcher cannot be read.
    case invalidSystemBuiltInParameter = "InvalidSystemBuiltInParameter"
    /// The stored parameters of the script could not be read.
    case queryParameterStoreFailed = "QueryParameterStoreFailed"
    /// The instance has no RAM role that may read stored parameters.
    case instanceRoleInvalid = "InstanceRoleInvalid"
    /// The cron expression is not valid.
    case badCronExpression = "BadCronExpression"
    /// The cron expression names no time in the future.
    case cronExpressionExpired = "CronExpressionExpired"
    /// The time of the at expression is past.
    case atExpressionExpired = "AtExpressionExpired"
    /// The at expression is not valid.
    case invalidAtExpression = "InvalidAtExpression"
    /// The rate expression is not valid.
    case invalidRateExpression = "InvalidRateExpression"
    /// The interval of the rate expression is too long.
    case rateFrequencyTooLarge = "RateFrequencyTooLarge"
    /// The GMT offset of the time zone is not valid.
    case invalidGMTOffsetForTimezone = "InvalidGMTOffsetForTimezone"
    /// The hour of the GMT offset is not valid.
    case invalidGMTOffsetHourForTimezone = "InvalidGMTOffsetHourForTimezone"
    /// The minute of the GMT offset is not valid.
    case invalidGMTOffsetMinuteForTimezone = "InvalidGMTOffsetMinuteForTimezone"
    /// The time zone is not known on the instance, or its data are damaged.
    case timezoneInformationCorrupt = "TimezoneInformationCorrupt"
    /// The container id is not valid.
    case invalidContainerId = "InvalidContainerId"
    /// The container name is not valid.
    case invalidContainerName = "InvalidContainerName"
    /// The container runtime of the instance is not supported.
    case unsupportedContainerRuntime = "UnsupportedContainerRuntime"
    /// The container does not exist on the instance.
    case containerNotFound = "ContainerNotFound"
    /// The container is not running.
    case containerStateAbnormal = "ContainerStateAbnormal"
    /// The container could not be connected to.
    case containerConnectFailed = "ContainerConnectFailed"
    /// Several containers on the instance have this name.
    case containerNameDuplicated = "ContainerNameDuplicated"
    /// ContainerName and ContainerId mean different containers.
    case containerNameAndIdNotMatch = "ContainerNameAndIdNotMatch"
    /// The container runtime on the instance failed.
    case containerRuntimeInternalError = "ContainerRuntimeInternalError"
    /// The container runtime on the instance did not answer in time.
    case containerRuntimeTimeout = "ContainerRuntimeTimeout"
    /// The group that the file is to belong to does not exist on the instance.
    case userGroupNotExists = "UserGroupNotExists"
    /// The file or its directory could not be made or written.
    case fileCreateFail = "FileCreateFail"
    /// There is a file of that name, and it was not to be replaced.
    case fileAlreadyExists = "FileAlreadyExists"
    /// The content is not what was accepted.
    case fileContentInvalid = "FileContentInvalid"
    /// The file system of the instance does not take the file name.
    case fileNameInvalid = "FileNameInvalid"
    /// A part of the directory is a file, or a link that is not followed.
    case filePathInvalid = "FilePathInvalid"
    /// The owner, the group or the mode of the file could not be set.
    case fileAuthorityInvalid = "FileAuthorityInvalid"
}

extension ResultErrorCode {
    /// The final state that the code gives an attempt.
    public var state: InvocationState {
        switch self {
        case .exitCodeNonzero, .fileCreateFail, .fileAlreadyExists, .fileAuthorityInvalid:
            .failed
        case .executionTimeout:
            .timeout
        case .instanceReleased, .instanceRestarted, .instanceDeregistered, .clientRestarted, .executionException,
            .executionInterrupted, .terminationException, .containerConnectFailed, .containerRuntimeInternalError,
            .containerRuntimeTimeout:
            .error
        case .instanceNotExists, .instanceNotRunning, .clientNotRunning, .clientNotResponse, .clientNotOnline,
            .clientIsUpgrading, .clientNeedUpgrade, .clientNetworkBlocked, .securityGroupRuleDenied,
            .taskConcurrencyLimit, .deliveryTimeout:
            .aborted
        case .commandNotApplicable, .accountNotExists, .userOrPasswordInvalid, .directoryNotExists,
            .defaultWorkingDirectoryNotAvailable, .invalidCommandText, .commandContentDecodeError,
            .invalidSystemBuiltInParameter, .queryParameterStoreFailed, .instanceRoleInvalid, .badCronExpression,
            .cronExpressionExpired, .atExpressionExpired, .invalidAtExpression, .invalidRateExpression,
            .rateFrequencyTooLarge, .invalidGMTOffsetForTimezone, .invalidGMTOffsetHourForTimezone,
            .invalidGMTOffsetMinuteForTimezone, .timezoneInformationCorrupt, .invalidContainerId, .invalidContainerName,
            .unsupportedContainerRuntime, .containerNotFound, .containerStateAbnormal, .containerNameDuplicated,
            .containerNameAndIdNotMatch, .userGroupNotExists, .fileContentInvalid, .fileNameInvalid, .filePathInvalid:
            .invalid
        }
    }
}
