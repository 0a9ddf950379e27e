/// The codes with which a call is refused, each by its word on the wire.
public enum APIErrorCode: String, CaseIterable, Sendable, Hashable {
    /// The region is known, but commands cannot be run in it.
    case regionIdApiNotSupported = "RegionId.ApiNotSupported"
    /// The working directory is not valid.
    case invalidParameterWorkingDir = "InvalidParameter.WorkingDir"
    /// No instance is named, or one of the instance ids is empty.
    case missingParamInstanceId = "MissingParam.InstanceId"
    /// The container id is not valid.
    case invalidContainerIdMalformed = "InvalidContainerId.Malformed"
    /// The container name is not valid.
    case invalidContainerNameMalformed = "InvalidContainerName.Malformed"
    /// The client token is not valid.
    case invalidClientTokenMalformed = "InvalidClientToken.Malformed"
    /// The command type does not fit the operating system of the instance.
    case invalidInstanceNotMatch = "InvalidInstance.NotMatch"
    /// RepeatMode is Period, but Frequency is missing.
    case missingParamFrequency = "MissingParam.Frequency"
    /// The frequency is not valid, or does not go with RepeatMode DryRun.
    case invalidParamFrequency = "InvalidParam.Frequency"
    /// A required parameter has no value.
    case parameterMissingValue = "Parameter.MissingValue"
    /// Parameters are given, but the command was created without them.
    case parameterDisabled = "Parameter.Disabled"
    /// Parameters is not valid.
    case invalidParameterParameters = "InvalidParameter.Parameters"
    /// Too many resource tags are given.
    case numberExceedResourceTags = "NumberExceed.ResourceTags"
    /// A resource tag has no key.
    case missingParameterResourceTagKey = "MissingParameter.ResourceTagKey"
    /// The resource tag key is not allowed.
    case invalidResourceTagKeyMalformed = "InvalidResourceTagKey.Malformed"
    /// The resource tag value is not allowed.
    case invalidResourceTagValueMalformed = "InvalidResourceTagValue.Malformed"
    /// The resource tag key is given more than once.
    case duplicateResourceTagKey = "Duplicate.ResourceTagKey"
    /// No instance in this region carries all of the resource tags.
    case invalidResourceTagInstanceNotFound = "InvalidResourceTag.InstanceNotFound"
    /// Both InstanceId and ResourceTag are given.
    case invalidResourceTagConflictWithInstanceIds = "InvalidResourceTag.ConflictWithInstanceIds"
    /// The OSS bucket is not in the region of the call.
    case invalidOssOutputDeliveryBucketInOtherRegion = "InvalidOssOutputDelivery.BucketInOtherRegion"
    /// The place for the output is not a valid OSS address.
    case invalidParameterOssOutputDelivery = "InvalidParameter.OssOutputDelivery"
    /// The prefix after the bucket name is not valid.
    case invalidOssOutputDeliveryKeyPrefixMalformed = "InvalidOssOutputDelivery.KeyPrefixMalformed"
    /// The service could not carry out the call.
    case internalErrorDispatch = "InternalError.Dispatch"
    /// OSS refused access to the bucket.
    case invalidOssOutputDeliveryBucketAccessDenied = "InvalidOssOutputDelivery.BucketAccessDenied"
    /// The call covers too many instances.
    case instanceIdsExceedLimit = "InstanceIds.ExceedLimit"
    /// No more commands can be run today.
    case invocationExceedQuota = "Invocation.ExceedQuota"
    /// Too many parameters are given.
    case parameterCountExceedLimit = "ParameterCount.ExceedLimit"
    /// The parameter name is too long.
    case parameterKeyExceedLimit = "ParameterKey.ExceedLimit"
    /// The script is too long.
    case cmdContentExceedLimit = "CmdContent.ExceedLimit"
    /// A parameter is given more than once.
    case parameterKeyDuplicate = "ParameterKey.Duplicate"
    /// The command does not define the given parameter.
    case parameterNotMatched = "Parameter.NotMatched"
    /// The value of a parameter is not a text.
    case parameterTypeNotSupported = "ParameterType.NotSupported"
    /// The user name is too long.
    case usernameExceedLimit = "Username.ExceedLimit"
    /// The name of the stored Windows password is too long.
    case windowsPasswordNameExceedLimit = "WindowsPasswordName.ExceedLimit"
    /// Username is set for a Windows instance, but WindowsPasswordName is missing.
    case windowsPasswordNameMissed = "WindowsPasswordName.Missed"
    /// The script asks for a stored parameter, and there is no parameter store here.
    case parameterStoreNotSupported = "ParameterStore.NotSupported"
    /// The temporary access key for the parameter store is not valid.
    case temporaryAccessKeyError = "TemporaryAccessKey.Error"
    /// A parameter that the script asks for is not in the parameter store.
    case parameterStoreInvalidParameters = "ParameterStore.InvalidParameters"
    /// You may not read the parameter store.
    case parameterStoreNoPermission = "ParameterStore.NoPermission"
    /// The operation is not permitted.
    case operationForbidden = "Operation.Forbidden"
    /// This client token was used before, for a call with other parameters.
    case idempotentParameterMismatch = "IdempotentParameterMismatch"
    /// The first call with this client token has not been answered yet.
    case idempotentProcessing = "IdempotentProcessing"
    /// The launcher is too long.
    case invalidLauncherLengthLimitExceeded = "InvalidLauncher.LengthLimitExceeded"
    /// A parameter holds characters that are not allowed.
    case invalidParameterCharsetParameters = "InvalidParameterCharset.Parameters"
    /// You may not create the service-linked role that delivers the output.
    case createServiceLinkedRoleNoPermission = "CreateServiceLinkedRole.NoPermission"
    /// The timeout is too long.
    case invalidTimeoutExceedLimit = "InvalidTimeout.ExceedLimit"
    /// The repeat mode does not exist.
    case invalidRepeatModeNotFound = "InvalidRepeatMode.NotFound"
    /// The region is not known.
    case invalidRegionIdNotFound = "InvalidRegionId.NotFound"
    /// The instance does not exist.
    case invalidInstanceNotFound = "InvalidInstance.NotFound"
    /// The command does not exist in this region.
    case invalidCmdIdNotFound = "InvalidCmdId.NotFound"
    /// The resource group does not exist.
    case invalidResourceGroupNotFound = "InvalidResourceGroup.NotFound"
    /// The termination mode does not exist.
    case invalidTerminationModeNotFound = "InvalidTerminationMode.NotFound"
    /// The OSS bucket does not exist.
    case invalidOssOutputDeliveryBucketNotFound = "InvalidOssOutputDelivery.BucketNotFound"
    /// The instance is not part of this invocation.
    case invalidInstanceIdNotFound = "InvalidInstanceId.NotFound"
    /// The invocation does not exist in this region.
    case invalidInvokeIdNotFound = "InvalidInvokeId.NotFound"
    /// The new frequency does not fit the task.
    case invalidParameterFrequency = "InvalidParameter.Frequency"
    /// A parameter is given more than once.
    case invalidParametersKeyDuplicate = "InvalidParameters.KeyDuplicate"
    /// The command names no such parameter.
    case invalidParametersKeyNotMatch = "InvalidParameters.KeyNotMatch"
    /// Parameters is no JSON object, or holds a name or value that is not allowed.
    case invalidParametersKeyMalformed = "InvalidParameters.KeyMalformed"
    /// A parameter has no name.
    case invalidParametersKeyEmpty = "InvalidParameters.KeyEmpty"
    /// Too many parameters are given.
    case invalidParametersCountLimitExceeded = "InvalidParameters.CountLimitExceeded"
    /// A parameter name is too long.
    case invalidParametersKeyLengthLimitExceeded = "InvalidParameters.KeyLengthLimitExceeded"
    /// The value of a parameter is no text.
    case invalidParametersValueTypeUnsupported = "InvalidParameters.ValueTypeUnsupported"
    /// CommandContent is not the Base64 of a UTF-8 text.
    case invalidCommandContentDecodeError = "InvalidCommandContent.DecodeError"
    /// The new script is too long.
    case invalidCommandContentLengthLimitExceeded = "InvalidCommandContent.LengthLimitExceeded"
    /// The command does not run on the system of an instance.
    case invalidInstanceIdOSTypeUnsupported = "InvalidInstanceId.OSTypeUnsupported"
    /// With the new ones there are too many instances.
    case invalidInstanceIdCountLimitExceeded = "InvalidInstanceId.CountLimitExceeded"
    /// An invocation that runs once cannot be changed.
    case invalidOperationRepeatModeUnsupported = "InvalidOperation.RepeatModeUnsupported"
    /// The invocation is over.
    case invalidOperationInvokeAlreadyFinished = "InvalidOperation.InvokeAlreadyFinished"
    /// The script of a provider's command cannot be changed.
    case invalidOperationModifyPublicCommandUnsupported = "InvalidOperation.ModifyPublicCommandUnsupported"
    /// No more commands can be kept.
    case commandLimitExceeded = "CommandLimitExceeded"
    /// The command type does not exist.
    case invalidCmdTypeNotFound = "InvalidCmdType.NotFound"
    /// There is no command type to filter by.
    case invalidCommandTypeNotFound = "InvalidCommandType.NotFound"
    /// CommandContent is not the Base64 of a UTF-8 text.
    case cmdContentDecodeError = "CmdContent.DecodeError"
    /// The command name is too long.
    case cmdNameExceedLimit = "CmdName.ExceedLimit"
    /// The description is too long.
    case cmdDescExceedLimit = "CmdDesc.ExceedLimit"
    /// The command name holds characters that are not allowed.
    case invalidParameterCharacterCommandName = "InvalidParameterCharacter.CommandName"
    /// The description holds characters that are not allowed.
    case invalidParameterCharacterCommandDescription = "InvalidParameterCharacter.CommandDescription"
    /// The command belongs to a provider and cannot be changed or deleted.
    case cmdNameReadonly = "CmdName.Readonly"
    /// No more commands can be kept.
    case cmdCountExceedQuota = "CmdCount.ExceedQuota"
    /// The script names too many parameters.
    case cmdParamCountExceedLimit = "CmdParamCount.ExceedLimit"
    /// The parameter name in the script is too long.
    case cmdParamNameExceedLimit = "CmdParamName.ExceedLimit"
    /// The script holds a pair of double braces without a parameter name.
    case cmdParamEmptyKey = "CmdParam.EmptyKey"
    /// The parameter name in the script is not allowed.
    case cmdParamInvalidParamName = "CmdParam.InvalidParamName"
    /// The timeout is too short.
    case invalidParameterTimeout = "InvalidParameter.Timeout"
    /// Too many tags are given.
    case numberExceedTags = "NumberExceed.Tags"
    /// A tag has no key.
    case missingParameterTagKey = "MissingParameter.TagKey"
    /// The tag key is not allowed.
    case invalidTagKeyMalformed = "InvalidTagKey.Malformed"
    /// The tag value is not allowed.
    case invalidTagValueMalformed = "InvalidTagValue.Malformed"
    /// The tag key is given more than once.
    case duplicateTagKey = "Duplicate.TagKey"
    /// The page number is not valid.
    case invalidParamPageNumber = "InvalidParam.PageNumber"
    /// The page size is not valid.
    case invalidParamPageSize = "InvalidParam.PageSize"
    /// The number of results is not valid.
    case invalidParameterMaxResults = "InvalidParameter.MaxResults"
    /// The token for the next page is not one that this service gave.
    case invalidParameterNextToken = "InvalidParameter.NextToken"
    /// The file name is too long.
    case fileNameExceedLimit = "FileName.ExceedLimit"
    /// The directory for the file is not valid.
    case fileTargetDirInvalid = "FileTargetDir.Invalid"
    /// The content type does not exist.
    case fileContentTypeInvalid = "FileContentType.Invalid"
    /// Content is not Base64.
    case fileContentDecodeError = "FileContent.DecodeError"
    /// The file is too long.
    case fileSizeExceedLimit = "FileSize.ExceedLimit"
    /// The owner of the file is not a valid user name.
    case invalidParameterFileOwner = "InvalidParameter.FileOwner"
    /// The group of the file is not a valid group name.
    case invalidParameterFileGroup = "InvalidParameter.FileGroup"
    /// The file mode is not valid.
    case fileModeInvalid = "FileMode.Invalid"
    /// The description of the file is too long.
    case fileDescExceedLimit = "FileDesc.ExceedLimit"
    /// You are not allowed to do this.
    case forbiddenRAM = "Forbidden.RAM"
    /// A required parameter is missing.
    case missingParameter = "MissingParameter"
    /// The value of the parameter is not valid.
    case invalidParameter = "InvalidParameter"
    /// Another flagdeck is the engine of this state directory, and only it can start or stop runs.
    case serviceUnavailable = "ServiceUnavailable"
    /// No region is open to the caller.
    case unauthorizedEmptyRegion = "Unauthorized.EmptyRegion"
    /// The language of region names does not exist.
    case invalidAcceptLanguageNotFound = "InvalidAcceptLanguage.NotFound"
    /// The type of resource does not exist.
    case invalidResourceTypeNotFound = "InvalidResourceType.NotFound"
    /// The way of paying for an instance does not exist.
    case invalidInstanceChargeTypeNotFound = "InvalidInstanceChargeType.NotFound"
    /// The type of network does not exist.
    case invalidNetworkTypeNotFound = "InvalidNetworkType.NotFound"
    /// The way of paying for traffic does not exist.
    case invalidInternetChargeTypeValueNotSupported = "InvalidInternetChargeType.ValueNotSupported"
    /// The reason of a lock does not exist.
    case invalidLockReasonNotFound = "InvalidLockReason.NotFound"
    /// The key of a filter does not exist.
    case invalidFilterKeyNotFound = "InvalidFilterKey.NotFound"
    /// The status of an instance does not exist.
    case invalidStatusNotFound = "InvalidStatus.NotFound"
    /// A tag to find instances by has a value and no key.
    case invalidTagMismatch = "InvalidTag.Mismatch"
    /// Too many tags to find instances by are given.
    case invalidTagCount = "InvalidTagCount"
    /// The call was only checked, and nothing is wrong with it.
    case dryRunOperation = "DryRunOperation"
    /// The name to find commands by is too long.
    case invalidNameLengthLimitExceeded = "InvalidName.LengthLimitExceeded"
    /// The description to find commands by is too long.
    case invalidDescriptionLengthLimitExceeded = "InvalidDescription.LengthLimitExceeded"
    /// The resource group is being made or deleted.
    case invalidStatusResourceGroup = "InvalidStatus.ResourceGroup"
    /// Too many resources are named.
    case numberExceedResourceIds = "NumberExceed.ResourceIds"
    /// A resource does not exist.
    case invalidResourceIdNotFound = "InvalidResourceId.NotFound"
    /// A resource takes no tags.
    case invalidResourceIdNotSupported = "InvalidResourceId.NotSupported"
    /// A tag to find resources by has a value and no key.
    case invalidParameterTagValue = "InvalidParameter.TagValue"
    /// A resource would have too many tags.
    case operationDeniedQuotaExceed = "OperationDenied.QuotaExceed"
}

extension APIErrorCode {
    /// The codes in the reference of InvokeCommand, in its order.
    public static let invokeCommand: [APIErrorCode] = [
        .regionIdApiNotSupported,
        .invalidParameterWorkingDir,
        .missingParamInstanceId,
        .invalidContainerIdMalformed,
        .invalidContainerNameMalformed,
        .invalidClientTokenMalformed,
        .invalidInstanceNotMatch,
        .missingParamFrequency,
        .invalidParamFrequency,
        .parameterMissingValue,
        .parameterDisabled,
        .invalidParameterParameters,
        .numberExceedResourceTags,
        .missingParameterResourceTagKey,
        .invalidResourceTagKeyMalformed,
        .invalidResourceTagValueMalformed,
        .duplicateResourceTagKey,
        .invalidResourceTagInstanceNotFound,
        .invalidResourceTagConflictWithInstanceIds,
        .invalidOssOutputDeliveryBucketInOtherRegion,
        .invalidParameterOssOutputDelivery,
        .invalidOssOutputDeliveryKeyPrefixMalformed,
        .internalErrorDispatch,
        .invalidOssOutputDeliveryBucketAccessDenied,
        .instanceIdsExceedLimit,
        .invocationExceedQuota,
        .parameterCountExceedLimit,
        .parameterKeyExceedLimit,
        .cmdContentExceedLimit,
        .parameterKeyDuplicate,
        .parameterNotMatched,
        .parameterTypeNotSupported,
        .usernameExceedLimit,
        .windowsPasswordNameExceedLimit,
        .windowsPasswordNameMissed,
        .parameterStoreNotSupported,
        .temporaryAccessKeyError,
        .parameterStoreInvalidParameters,
        .parameterStoreNoPermission,
        .operationForbidden,
        .idempotentParameterMismatch,
        .idempotentProcessing,
        .invalidLauncherLengthLimitExceeded,
        .invalidParameterCharsetParameters,
        .createServiceLinkedRoleNoPermission,
        .invalidTimeoutExceedLimit,
        .invalidRepeatModeNotFound,
        .invalidRegionIdNotFound,
        .invalidInstanceNotFound,
        .invalidCmdIdNotFound,
        .invalidResourceGroupNotFound,
        .invalidTerminationModeNotFound,
        .invalidOssOutputDeliveryBucketNotFound,
    ]
}
