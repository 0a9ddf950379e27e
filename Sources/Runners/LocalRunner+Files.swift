public import CloudAssistant

extension LocalRunner {
    /// Puts a file in its place on this machine; see `Runner`.
    public func deliver(_ order: FileOrder) async -> FileEnding { await FileWriter.deliver(order) }
}
