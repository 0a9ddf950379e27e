import CloudAssistant

/// Writes an order in the form that the supervisor reads: fields of a tag, a length and bytes.
struct OrderMessage {
    private(set) var bytes: [UInt8] = []

    init(_ order: AttemptOrder, number: UInt64, directory: String, spoolLimit: Int64) {
        append("i", "\(number)")
        append("d", directory)
        append("n", AttemptFiles.name(order.key))
        append("s", order.script)
        append("e", order.launch.fileExtension)
        if let directory = order.workingDirectory { append("w", directory) }
        if let user = order.username { append("u", user) }
        if let id = order.container?.id { append("c", id) }
        if let name = order.container?.name { append("C", name) }
        if let runtime = order.container?.runtime { append("r", runtime) }
        append("t", "\(Int64(order.timeoutSeconds) * 1000)")
        append("o", "\(spoolLimit)")
        append("m", order.terminationMode.rawValue)
        for word in order.launch.arguments {
            switch word {
            case .text(let text): append("a", text)
            case .scriptPath(let prefix, let suffix):
                append("p", prefix)
                append("q", suffix)
            }
        }
    }

    private mutating func append(_ tag: Unicode.Scalar, _ text: String) { append(tag, Array(text.utf8)) }

    private mutating func append(_ tag: Unicode.Scalar, _ field: [UInt8]) {
        bytes.append(UInt8(truncatingIfNeeded: tag.value))
        for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: field.count >> shift)) }
        bytes += field
        bytes.append(0)
    }
}
