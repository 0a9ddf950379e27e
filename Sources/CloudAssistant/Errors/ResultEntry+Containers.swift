/// The result codes about containers.
extension ResultErrorCode.Entry {
    static let invalidContainerId = Self(
        "The container ID is invalid.",
        cause: LocalizedText(
            english: "The container id is not valid.",
            chinese: "容器 ID 不合法。"),
        fix: LocalizedText(
            english: "Give 64 hexadecimal digits, as the container runtime shows them.",
            chinese: "请填写容器运行时显示的 64 位十六进制 ID。"))

    static let invalidContainerName = Self(
        "The container name is invalid.",
        cause: LocalizedText(
            english: "The container name is not valid.",
            chinese: "容器名称不合法。"),
        fix: LocalizedText(
            english: "Give the name as the container runtime shows it.",
            chinese: "请填写容器运行时显示的名称。"))

    static let unsupportedContainerRuntime = Self(
        "The container runtime is not supported.",
        cause: LocalizedText(
            english: "The container runtime of the instance is not supported.",
            chinese: "不支持实例上的容器运行时。"),
        fix: LocalizedText(
            english: "Use Docker, containerd or CRI-O.",
            chinese: "请使用 Docker、containerd 或 CRI-O。"))

    static let containerNotFound = Self(
        "The specified container is not found.",
        cause: LocalizedText(
            english: "The container does not exist on the instance.",
            chinese: "实例上没有指定的容器。"),
        fix: LocalizedText(
            english: "Check ContainerId or ContainerName on the instance; containers change their id when they "
                + "are made anew.",
            chinese: "请在实例上检查 ContainerId 或 ContainerName；容器重建后 ID 会改变。"))

    static let containerStateAbnormal = Self(
        "The state of the specified container is abnormal.",
        cause: LocalizedText(
            english: "The container is not running.",
            chinese: "容器未处于运行状态。"),
        fix: LocalizedText(
            english: "Start the container, then run the command again.",
            chinese: "请启动容器，然后重新执行。"))

    static let containerConnectFailed = Self(
        "The connection to the specified container failed.",
        cause: LocalizedText(
            english: "The container could not be connected to.",
            chinese: "无法连接容器。"),
        fix: LocalizedText(
            english: "Check the container runtime on the instance, then run the command again.",
            chinese: "请检查实例上的容器运行时，然后重新执行。"))

    static let containerNameDuplicated = Self(
        "The specified container name is duplicated.",
        cause: LocalizedText(
            english: "Several containers on the instance have this name.",
            chinese: "实例上有多个同名容器。"),
        fix: LocalizedText(
            english: "Give ContainerId instead of ContainerName.",
            chinese: "请改用 ContainerId 指定容器。"))

    static let containerNameAndIdNotMatch = Self(
        "The specified container name and ID do not match.",
        cause: LocalizedText(
            english: "ContainerName and ContainerId mean different containers.",
            chinese: "ContainerName 与 ContainerId 指向不同的容器。"),
        fix: LocalizedText(
            english: "Give only one of them.",
            chinese: "请只填写其中之一。"))

    static let containerRuntimeInternalError = Self(
        "The container runtime got an internal error.",
        cause: LocalizedText(
            english: "The container runtime on the instance failed.",
            chinese: "实例上的容器运行时内部出错。"),
        fix: LocalizedText(
            english: "Look at the log of the container runtime, then run the command again.",
            chinese: "请查看容器运行时的日志，然后重新执行。"))

    static let containerRuntimeTimeout = Self(
        "The container runtime has been timeout.",
        cause: LocalizedText(
            english: "The container runtime on the instance did not answer in time.",
            chinese: "实例上的容器运行时响应超时。"),
        fix: LocalizedText(
            english: "Check the load of the instance and restart the container runtime if it hangs, then run the "
                + "command again.",
            chinese: "请检查实例负载；若容器运行时无响应，请重启后重新执行。"))
}
