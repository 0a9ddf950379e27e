public import CloudAssistant
import Synchronization

extension PracticeRunner {
    /// Takes note of a file: one that is there already is not replaced unless the order says so.
    public func deliver(_ order: FileOrder) async -> FileEnding {
        let place = "\(order.instanceID.text)\n\(order.file.targetDirectory)/\(order.file.name)"
        let isThere = files.withLock { files in
            let there = files[place]
            if order.trial != .look, there == nil || order.file.overwrites { files[place] = order.file }
            return there
        }
        guard let there = isThere else {
            return order.trial == .look ? .failed(FileFailure(reason: .interrupted)) : .written
        }
        let isOurs = order.trial != .first && there == order.file
        return isOurs || order.file.overwrites ? .written : .failed(FileFailure(reason: .exists))
    }
}
