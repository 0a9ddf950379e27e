/// Which container of an instance a script is to run in, by id, by name or by both.
public struct ContainerAddress: Sendable, Hashable {
    /// `docker`, `containerd` or `cri-o`, as the id says; nil for whatever the instance has.
    public let runtime: String?
    /// 64 hexadecimal digits.
    public let id: String?
    /// The name; one container has it.
    public let name: String?

    /// An address from `ContainerId` and `ContainerName` as given; nil when neither is.
    public init?(id: String?, name: String?) {
        guard !(id ?? "").isEmpty || !(name ?? "").isEmpty else { return nil }
        let runtime = ["docker", "containerd", "cri-o"].first { (id ?? "").begins(with: $0 + "://") }
        self.runtime = runtime
        self.id = id.flatMap { id in
            id.isEmpty ? nil : String(id.utf8.dropFirst(runtime.map { $0.utf8.count + 3 } ?? 0)) ?? id
        }
        self.name = name.flatMap { $0.isEmpty ? nil : $0 }
    }
}
