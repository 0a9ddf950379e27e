/// A file whose every value is well formed, and where it is to go.
public struct FileForm: Hashable, Sendable {
    /// `ContentType`: how the content stands in requests and answers.
    public enum ContentType: String, Sendable, CaseIterable {
        /// As it is; always UTF-8.
        case plainText = "PlainText"
        /// In Base64.
        case base64 = "Base64"
    }

    /// `Name`: one part of a path.
    public let name: String
    /// `TargetDir`: absolute, without `.` and `..`.
    public let targetDirectory: String
    /// The file's bytes.
    public let content: [UInt8]
    /// How the content was given, and so how it is told.
    public let contentType: ContentType
    /// `FileOwner`, nil for the user of the service.
    public let owner: String?
    /// `FileGroup`, nil for the group that the system gives a new file.
    public let group: String?
    /// `FileMode` as written: three or four octal digits.
    public let mode: String
    /// `Overwrite`: a file or link of that name may be replaced.
    public let overwrites: Bool
    /// `Description`.
    public let description: String
    /// Seconds after its beginning at which a delivery is given up.
    public let timeoutSeconds: Int
    /// Labels of the delivery.
    public let tags: [Tag]

    /// A form from its parts.
    public init(
        name: String, targetDirectory: String, content: [UInt8], contentType: ContentType = .plainText,
        owner: String? = nil, group: String? = nil, mode: String = "0644", overwrites: Bool = false,
        description: String = "", timeoutSeconds: Int = 60, tags: [Tag] = []
    ) {
        self.name = name
        self.targetDirectory = targetDirectory
        self.content = content
        self.contentType = contentType
        self.owner = owner
        self.group = group
        self.mode = mode
        self.overwrites = overwrites
        self.description = description
        self.timeoutSeconds = timeoutSeconds
        self.tags = tags
    }

    /// The permission bits that `mode` means.
    public var permissions: UInt32 { UInt32(mode, radix: 8) ?? 0o644 }
}

extension SendFileRequest {
    /// The file and its instances, or the first rule that the call breaks, in this order: ClientToken, Tag, InstanceId,
    /// Name, TargetDir, ContentType, Content, FileOwner, FileGroup, FileMode, Description, Timeout.
    public func checked(_ limits: Limits) throws(APIError) -> (file: FileForm, instances: [InstanceID]) {
        try FieldRules.clientToken(clientToken)
        let tags = try TagRules.tags(limits).checked(tags)
        let instances = try FileRules.instances(instanceIDs, limits)
        let name = try FileRules.name(name)
        let directory = try FileRules.directory(targetDirectory)
        let type = try FileRules.contentType(contentType)
        let content = try FileRules.content(content, type, limits)
        let owner = try FileRules.account(owner, "FileOwner", .invalidParameterFileOwner)
        let group = try FileRules.account(group, "FileGroup", .invalidParameterFileGroup)
        let mode = try FileRules.mode(mode)
        try FileRules.description(description)
        let timeout = try FileRules.timeout(timeoutSeconds, limits)
        let file = FileForm(
            name: name, targetDirectory: directory, content: content, contentType: type, owner: owner, group: group,
            mode: mode, overwrites: overwrites, description: description ?? "", timeoutSeconds: timeout, tags: tags)
        return (file, instances)
    }
}
