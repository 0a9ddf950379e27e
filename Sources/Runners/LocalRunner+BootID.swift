public import CloudAssistant
import Glibc

extension LocalRunner {
    /// The kernel's id of this start of the machine, which all instances here share.
    public func bootID(of instance: InstanceID) -> String? { LocalHost.bootID }
}

extension LocalHost {
    /// 36 characters, new at every start (random(4)).
    static var bootID: String? {
        let descriptor = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 64)
        let count = read(descriptor, &buffer, buffer.count)
        let text = String(decoding: buffer.prefix(max(0, count)).prefix { $0 != 0x0A }, as: UTF8.self)
        return text.isEmpty ? nil : text
    }
}
