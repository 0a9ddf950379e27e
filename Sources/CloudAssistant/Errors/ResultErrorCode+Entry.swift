extension ResultErrorCode {
    /// What the catalogue says about a result's code; its texts hold no facts.
    public struct Entry: Sendable {
        /// The API's English sentence (`ErrorInfo`).
        public let info: String
        /// What is wrong, in one sentence.
        public let cause: LocalizedText
        /// What to do about it.
        public let fix: LocalizedText

        init(_ info: String, cause: LocalizedText, fix: LocalizedText) {
            self.info = info
            self.cause = cause
            self.fix = fix
        }
    }

    /// What the catalogue says about the code.
    public var entry: Entry {
        switch self {
        case .instanceNotExists: .instanceNotExists
        case .instanceReleased: .instanceReleased
        case .instanceNotRunning: .instanceNotRunning
        case .instanceRestarted: .instanceRestarted
        case .instanceDeregistered: .instanceDeregistered
        case .commandNotApplicable: .commandNotApplicable
        case .clientNotRunning: .clientNotRunning
        case .clientNotResponse: .clientNotResponse
        case .clientNotOnline: .clientNotOnline
        case .clientIsUpgrading: .clientIsUpgrading
        case .clientNeedUpgrade: .clientNeedUpgrade
        case .clientRestarted: .clientRestarted
        case .clientNetworkBlocked: .clientNetworkBlocked
        case .securityGroupRuleDenied: .securityGroupRuleDenied
        case .taskConcurrencyLimit: .taskConcurrencyLimit
        case .deliveryTimeout: .deliveryTimeout
        case .executionTimeout: .executionTimeout
        case .executionException: .executionException
        case .executionInterrupted: .executionInterrupted
        case .exitCodeNonzero: .exitCodeNonzero
        case .terminationException: .terminationException
        case .accountNotExists: .accountNotExists
        case .userOrPasswordInvalid: .userOrPasswordInvalid
        case .directoryNotExists: .directoryNotExists
        case .defaultWorkingDirectoryNotAvailable: .defaultWorkingDirectoryNotAvailable
        case .invalidCommandText: .invalidCommandText
        case .commandContentDecodeError: .commandContentDecodeError
        case .invalidSystemBuiltInParameter: .invalidSystemBuiltInParameter
        case .queryParameterStoreFailed: .queryParameterStoreFailed
        case .instanceRoleInvalid: .instanceRoleInvalid
        case .badCronExpression: .badCronExpression
        case .cronExpressionExpired: .cronExpressionExpired
        case .atExpressionExpired: .atExpressionExpired
        case .invalidAtExpression: .invalidAtExpression
        case .invalidRateExpression: .invalidRateExpression
        case .rateFrequencyTooLarge: .rateFrequencyTooLarge
        case .invalidGMTOffsetForTimezone: .invalidGMTOffsetForTimezone
        case .invalidGMTOffsetHourForTimezone: .invalidGMTOffsetHourForTimezone
        case .invalidGMTOffsetMinuteForTimezone: .invalidGMTOffsetMinuteForTimezone
        case .timezoneInformationCorrupt: .timezoneInformationCorrupt
        case .invalidContainerId: .invalidContainerId
        case .invalidContainerName: .invalidContainerName
        case .unsupportedContainerRuntime: .unsupportedContainerRuntime
        case .containerNotFound: .containerNotFound
        case .containerStateAbnormal: .containerStateAbnormal
        case .containerConnectFailed: .containerConnectFailed
        case .containerNameDuplicated: .containerNameDuplicated
        case .containerNameAndIdNotMatch: .containerNameAndIdNotMatch
        case .containerRuntimeInternalError: .containerRuntimeInternalError
        case .containerRuntimeTimeout: .containerRuntimeTimeout
        case .userGroupNotExists: .userGroupNotExists
        case .fileCreateFail: .fileCreateFail
        case .fileAlreadyExists: .fileAlreadyExists
        case .fileContentInvalid: .fileContentInvalid
        case .fileNameInvalid: .fileNameInvalid
        case .filePathInvalid: .filePathInvalid
        case .fileAuthorityInvalid: .fileAuthorityInvalid
        }
    }
}
