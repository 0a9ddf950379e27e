public import CloudAssistant
import Glibc

/// Long outputs that must stay until they are delivered: second names for the runner's files, which it may clear away
/// under their own ones.
public struct HeldOutputs: Sendable {
    private let directory: String

    /// In a directory on the file system of the runner's files; it is made when it is needed.
    public init(_ directory: String) { self.directory = directory }

    /// Where the file of an attempt is kept, if it is.
    public func path(of key: AttemptKey) -> String { "\(directory)/\(Self.name(key))" }

    private static func name(_ key: AttemptKey) -> String { "\(key.invokeID).\(key.instanceID).\(key.occurrence)" }

    /// Keeps a file. Where that is not possible, delivering it has to be quicker than clearing it away.
    public func keep(_ file: String, of key: AttemptKey) {
        mkdir(directory, 0o700)
        link(file, path(of: key))
    }

    /// Lets go of what is delivered.
    public func letGo(_ key: AttemptKey) { unlink(path(of: key)) }

    /// Lets go of all but these: an engine may have died between the record of a delivery and this.
    public func clear(except keys: Set<AttemptKey>) {
        let kept = Set(keys.map(Self.name))
        guard let folder = opendir(directory) else { return }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !kept.contains(name), name != ".", name != ".." { unlink("\(directory)/\(name)") }
        }
    }
}
