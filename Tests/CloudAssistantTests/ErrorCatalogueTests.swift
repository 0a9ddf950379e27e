import Testing

@testable import CloudAssistant

@Suite struct ErrorCatalogueTests {
    /// The table of the InvokeCommand reference, in its order.
    static let reference: [(status: Int, code: String, message: String)] = [
        (400, "RegionId.ApiNotSupported", "The api is not supported in this region."),
        (400, "InvalidParameter.WorkingDir", "The specified parameter WorkingDir is not valid."),
        (400, "MissingParam.InstanceId", "The parameter instanceId is missing or empty."),
        (400, "InvalidContainerId.Malformed", "The specified parameter ContainerId is not valid."),
        (400, "InvalidContainerName.Malformed", "The specified parameter ContainerName is not valid."),
        (400, "InvalidClientToken.Malformed", "The specified parameter clientToken is not valid."),
        (400, "InvalidInstance.NotMatch", "The specified instance type does not match the command."),
        (400, "MissingParam.Frequency", "The frequency must be specified when you create a timed task."),
        (400, "InvalidParam.Frequency", "The specified frequency is invalid."),
        (400, "Parameter.MissingValue", "The parameter value of this command is required."),
        (
            400, "Parameter.Disabled",
            "Parameters cannot be passed in when the command customization function is "
                + "disabled."
        ),
        (400, "InvalidParameter.Parameters", "The specified parameter Parameters is not valid."),
        (400, "NumberExceed.ResourceTags", "The maximum number of ResourceTags is exceeded."),
        (400, "MissingParameter.ResourceTagKey", "You must specify ResourceTag.N.Key."),
        (400, "InvalidResourceTagKey.Malformed", "The specified ResourceTag key is not valid."),
        (400, "InvalidResourceTagValue.Malformed", "The specified ResourceTag value is not valid."),
        (400, "Duplicate.ResourceTagKey", "The ResourceTag contains duplicate keys."),
        (400, "InvalidResourceTag.InstanceNotFound", "InstanceIds are not found by the specified ResourceTag."),
        (
            400, "InvalidResourceTag.ConflictWithInstanceIds",
            "The specified param ResourceTag conflicts with "
                + "InstanceId."
        ),
        (
            400, "InvalidOssOutputDelivery.BucketInOtherRegion",
            "The OSS bucket specified in the parameter "
                + "OssOutputDelivery is in another region."
        ),
        (400, "InvalidParameter.OssOutputDelivery", "The specified parameter OssOutputDelivery is not valid."),
        (
            400, "InvalidOssOutputDelivery.KeyPrefixMalformed",
            "The prefix of the OSS key specified in the "
                + "parameter OssOutputDelivery is not valid."
        ),
        (500, "InternalError.Dispatch", "An error occurred when you dispatched the request."),
        (403, "InvalidOssOutputDelivery.BucketAccessDenied", "The error message returned by the OSS API is: %s"),
        (403, "InstanceIds.ExceedLimit", "The number of instance IDs exceeds the upper limit."),
        (403, "Invocation.ExceedQuota", "The invocation quota in the current region has been reached for today."),
        (403, "ParameterCount.ExceedLimit", "The maximum number of parameters is exceeded."),
        (403, "ParameterKey.ExceedLimit", "The maximum length of a parameter name is exceeded."),
        (403, "CmdContent.ExceedLimit", "The maximum length of a command is exceeded."),
        (403, "ParameterKey.Duplicate", "Parameter names cannot be duplicated."),
        (
            403, "Parameter.NotMatched",
            "The passed-in parameters do not match the parameters defined when you "
                + "created the command."
        ),
        (403, "ParameterType.NotSupported", "The type of parameter value is not supported."),
        (403, "Username.ExceedLimit", "The length of the username exceeds the upper limit."),
        (403, "WindowsPasswordName.ExceedLimit", "The length of the WindowsPasswordName exceeds the upper limit."),
        (403, "WindowsPasswordName.Missed", "WindowsPasswordName must be specified when you create a Windows task."),
        (403, "ParameterStore.NotSupported", "Parameter Store is not supported in this region."),
        (403, "TemporaryAccessKey.Error", "The temporary accessKey is invalid."),
        (403, "ParameterStore.InvalidParameters", "The parameter is invalid in Parameter Store."),
        (403, "ParameterStore.NoPermission", "You have no access to Parameter Store."),
        (403, "Operation.Forbidden", "The operation is not permitted."),
        (
            403, "IdempotentParameterMismatch",
            "The specified parameter has changed while using an already used "
                + "clientToken."
        ),
        (403, "IdempotentProcessing", "The previous idempotent request(s) is still processing."),
        (
            403, "InvalidLauncher.LengthLimitExceeded",
            "The length of the parameter Launcher exceeds the limit of 1 "
                + "KB characters."
        ),
        (403, "InvalidParameterCharset.Parameters", "The parameter Parameters contains illegal charset."),
        (
            403, "CreateServiceLinkedRole.NoPermission",
            "You do not have permission to create ServiceLinkedRole for "
                + "output delivery."
        ),
        (403, "InvalidTimeout.ExceedLimit", "The specified parameter Timeout exceeds the upper limit."),
        (404, "InvalidRepeatMode.NotFound", "The specified repeat mode does not exist."),
        (404, "InvalidRegionId.NotFound", "The RegionId provided does not exist in our records."),
        (404, "InvalidInstance.NotFound", "The specified instance does not exist."),
        (404, "InvalidCmdId.NotFound", "The specified command ID does not exist."),
        (404, "InvalidResourceGroup.NotFound", "The ResourceGroup provided does not exist in our records."),
        (404, "InvalidTerminationMode.NotFound", "The specified parameter TerminationMode does not exist."),
        (
            404, "InvalidOssOutputDelivery.BucketNotFound",
            "The OSS bucket specified in the parameter "
                + "OssOutputDelivery does not exist."
        ),
    ]

    static let allFacts = Dictionary(uniqueKeysWithValues: Fact.allCases.map { ($0, "<\($0.rawValue)>") })

    /// The names in a text's braces, nil when a brace or bracket has no partner, is nested or stands alone.
    static func names(in text: String) -> [String]? {
        var names: [String] = []
        var name: String?
        var isInPart = false
        for character in text {
            switch (character, name) {
            case ("{", nil) where isInPart: name = ""
            case ("}", let whole?):
                names.append(whole)
                name = nil
            case ("[", nil) where !isInPart: isInPart = true
            case ("]", nil) where isInPart: isInPart = false
            case ("{", _), ("}", _), ("[", _), ("]", _): return nil
            case (_, let begun?): name = begun + String(character)
            default: break
            }
        }
        return name == nil && !isInPart ? names : nil
    }

    static func isPlain(_ text: String) -> Bool {
        !text.isEmpty && !text.contains { "{}[]".contains($0) } && !text.contains("  ") && !text.hasPrefix(" ")
            && [".", "。"].contains(text.last)
    }

    @Test func holdsTheReference() {
        #expect(Self.reference.count == 53)
        #expect(APIErrorCode.invokeCommand.map(\.rawValue) == Self.reference.map(\.code))
        for (code, row) in zip(APIErrorCode.invokeCommand, Self.reference) {
            #expect(code.entry.httpStatus == row.status, "\(code)")
            #expect(code.entry.message == row.message, "\(code)")
        }
    }

    @Test func holdsTheReferencesChineseDescriptions() {
        let described = APIErrorCode.invokeCommand.filter { $0.entry.officialDescription != nil }
        #expect(described.count == 35)
        #expect(APIErrorCode.idempotentProcessing.entry.officialDescription == "先前的幂等请求仍在处理中,请稍后重试。")
        #expect(
            APIErrorCode.parameterStoreInvalidParameters.entry.officialDescription
                == "未找到命令内容中的{{oos:?}}所指定的参数。")
        #expect(APIErrorCode.invalidTimeoutExceedLimit.entry.officialDescription == nil)
    }

    @Test(arguments: APIErrorCode.allCases) func hasTexts(_ code: APIErrorCode) throws {
        let entry = code.entry
        #expect((400...599).contains(entry.httpStatus))
        #expect(!entry.message.isEmpty)
        for language in Language.allCases {
            for text in [entry.cause[language], entry.fix[language]] {
                let names = try #require(Self.names(in: text), "\(code): \(text)")
                #expect(names.allSatisfy { Fact(rawValue: $0) != nil }, "\(code): \(names)")
            }
            for facts in [[:], Self.allFacts] {
                let (cause, fix) = ErrorSentences.explanation(APIError(code, facts), in: language)
                #expect(Self.isPlain(cause), "\(code): \(cause)")
                #expect(Self.isPlain(fix), "\(code): \(fix)")
            }
        }
        #expect(Self.names(in: entry.cause.english).map(Set.init) == Self.names(in: entry.cause.chinese).map(Set.init))
        #expect(entry.cause.chinese.contains { $0 >= "\u{4E00}" })
        #expect(entry.fix.chinese.contains { $0 >= "\u{4E00}" })
    }

    @Test func retriesOnlyWhatPasses() {
        #expect(
            Set(APIErrorCode.allCases.filter(\.entry.isRetryable))
                == [.idempotentProcessing, .internalErrorDispatch, .serviceUnavailable])
    }

    @Test(arguments: [
        (APIErrorCode.missingParameter, "MissingParameter", 400), (.serviceUnavailable, "ServiceUnavailable", 503),
        (.forbiddenRAM, "Forbidden.RAM", 403), (.invalidParameter, "InvalidParameter", 400),
        (.internalErrorDispatch, "InternalError.Dispatch", 500),
        (.cmdContentDecodeError, "CmdContent.DecodeError", 400),
        (.cmdCountExceedQuota, "CmdCount.ExceedQuota", 403),
        (.invalidInvokeIdNotFound, "InvalidInvokeId.NotFound", 404),
        (.invalidParameterCharacterCommandName, "InvalidParameterCharacter.CommandName", 403),
    ]) func hasCodesOfOtherActions(_ code: APIErrorCode, _ text: String, _ status: Int) {
        #expect(code.rawValue == text)
        #expect(APIError(code).httpStatus == status)
    }

    @Test func cutsFacts() {
        let error = APIError(.invalidParameter, [.value: String(repeating: "命", count: 500), .parameter: "Type"])
        #expect(error.facts == [.value: String(repeating: "命", count: 200), .parameter: "Type"])
    }

    @Test func keepsUnknownCodes() {
        let error = APIError(code: .init("Throttling.User"), facts: [.detail: "Slow down."], requestID: "R-1")
        #expect(error.code.known == nil)
        #expect("\(error.code)" == "Throttling.User")
        #expect(error.httpStatus == 400)
        #expect(error.requestID == "R-1")
        #expect(ErrorSentences.message(error) == "Slow down.")
        #expect(ErrorSentences.message(APIError(code: .init("Throttling.User"), facts: [:])) == "Throttling.User")
        for language in Language.allCases {
            for facts in [[:], Self.allFacts] {
                let (cause, fix) = ErrorSentences.explanation(APIError(code: error.code, facts: facts), in: language)
                #expect(Self.isPlain(cause) && Self.isPlain(fix), "\(cause) \(fix)")
            }
        }
    }

    @Test func knowsCodesFromTheirText() {
        #expect(APIError.Code("InvalidCmdId.NotFound") == APIError.Code(.invalidCmdIdNotFound))
        #expect(APIError.Code("InvalidCmdId.NotFound").known == .invalidCmdIdNotFound)
        #expect(APIError.Code("invalidcmdid.notfound").known == nil)
    }

    @Test func fillsFactsIn() {
        func filled(_ text: String) -> String {
            ErrorSentences.filled(text, [.value: "{limit}", .limit: "[x]", .name: "", .actual: "]{"])
        }
        #expect(filled("A[ {value}] b[ {limit}] c[ {actual}].") == "A {limit} b [x] c ]{.")
        #expect(filled("A[ {name}][ {value} of {path}][ plain].") == "A plain.")
        #expect(filled("{value}{path}.") == "{limit}.")
        #expect(filled("A {unknown}[ {unknown}]{value") == "A {limit}")
    }

    @Test func takesTheFirstPartWhoseFactsAreKnown() {
        func filled(_ text: String) -> String {
            ErrorSentences.filled(text, [.value: "a|b", .limit: "]|["])
        }
        #expect(filled("[A {path}.|B {value}.|C.]") == "B a|b.")
        #expect(filled("[A {path}.|B {name}.|C.] D|E") == "C. D|E")
        #expect(filled("[A {path}.|B {name}.]|[{limit}|x]") == "|]|[")
    }

    @Test func sayWhatKeepsACommandFromBeingDeleted() {
        let error = APIError(.operationForbidden, [.parameter: "CommandId", .command: "c-1", .actual: "2"])
        let (cause, fix) = ErrorSentences.explanation(error, in: .english)
        #expect(
            cause == "CommandId: the operation is not permitted; runs of the command c-1 that have not ended: 2.")
        #expect(fix == "Stop the runs of c-1 or wait for their end, then call again.")
        let other = ErrorSentences.explanation(APIError(.operationForbidden, [.parameter: "Frequency"]), in: .english)
        #expect(other.fix.hasPrefix("Leave out what is not offered here"))
    }

    @Test(arguments: [
        ("no-such-directory, /x, errno 2", "The working directory does not exist on the instance."),
        ("may-not-enter-directory, /x, errno 13", "The user to run as may not enter the working directory."),
        ("no-such-directory, /x, errno 13", "The user to run as may not enter the working directory."),
    ]) func explainsAResult(_ detail: String, _ cause: String) {
        let now = Timestamp(milliseconds: 0)
        var result = InvocationResult(invokeID: "t-1", instanceID: "i-1", created: now, updated: now)
        #expect(result.explanation(in: .english) == nil)
        result.errorCode = "DirectoryNotExists"
        result.errorInfo = "The specified directory does not exist. (\(detail))"
        #expect(result.explanation(in: .english)?.cause == cause)
        result.errorCode = "Unheard.Of"
        #expect(result.explanation(in: .english) == nil)
    }

    @Test func neverReadsValuesAgain() {
        let facts: [Fact: String] = [.parameter: "[x]", .value: "{value}", .detail: "a] [b {region}"]
        let (cause, _) = ErrorSentences.explanation(APIError(.invalidParameter, facts), in: .english)
        #expect(cause == "The value {value} of the parameter [x] is not valid: a] [b {region}.")
    }

    @Test func fillsMessagesIn() {
        let denied = APIError(.invalidOssOutputDeliveryBucketAccessDenied, [.detail: "AccessDenied %s"])
        #expect(ErrorSentences.message(denied) == "The error message returned by the OSS API is: AccessDenied %s")
        #expect(
            ErrorSentences.message(APIError(.missingParameter, [.parameter: "RegionId"]))
                == "The input parameter \"RegionId\" that is mandatory for processing this request is not supplied.")
        for code in APIErrorCode.allCases where !code.entry.message.contains("%s") {
            #expect(ErrorSentences.message(APIError(code, Self.allFacts)) == code.entry.message)
        }
    }

    @Test func namesTheOtherEngine() {
        let unnamed = ErrorSentences.explanation(APIError(.serviceUnavailable), in: .english)
        #expect(unnamed.fix == "Use that console, or end it, or give another --state-dir.")
        let named = ErrorSentences.explanation(APIError(.serviceUnavailable, [.holder: "4711"]), in: .english)
        #expect(named.fix == "Use that console, or end it (process 4711), or give another --state-dir.")
    }

    @Test(arguments: ResultErrorCode.allCases) func hasResultTexts(_ code: ResultErrorCode) {
        let entry = code.entry
        #expect(Self.isPlain(entry.info))
        for language in Language.allCases {
            #expect(Self.isPlain(entry.cause[language]), "\(code)")
            #expect(Self.isPlain(entry.fix[language]), "\(code)")
        }
        #expect(code.state.isFinal && code.state.isFailure && code.state != .partialFailed)
        #expect(code.rawValue.lowercased() == "\(code)".lowercased())
    }

    @Test(arguments: [
        (ResultErrorCode.exitCodeNonzero, InvocationState.failed), (.executionTimeout, .timeout),
        (.executionException, .error), (.executionInterrupted, .error), (.instanceReleased, .error),
        (.instanceNotExists, .aborted), (.instanceNotRunning, .aborted), (.deliveryTimeout, .aborted),
        (.clientNeedUpgrade, .aborted), (.taskConcurrencyLimit, .aborted), (.accountNotExists, .invalid),
        (.directoryNotExists, .invalid), (.commandNotApplicable, .invalid), (.badCronExpression, .invalid),
        (.userGroupNotExists, .invalid), (.fileCreateFail, .failed), (.fileAlreadyExists, .failed),
        (.fileAuthorityInvalid, .failed), (.filePathInvalid, .invalid),
    ]) func givesStates(_ code: ResultErrorCode, _ state: InvocationState) {
        #expect(code.state == state)
    }

    @Test func holdsAllResultCodes() {
        #expect(ResultErrorCode.allCases.count == 57)
    }
}
