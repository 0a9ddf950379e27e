/// The result codes about the instance and the agent on it.
extension ResultErrorCode.Entry {
    static let instanceNotExists = Self(
        "The specified instance does not exist.",
        cause: LocalizedText(
            english: "The instance does not exist or was released.",
            chinese: "实例不存在或已被释放。"),
        fix: LocalizedText(
            english: "Leave the instance out, or check its id against DescribeInstances.",
            chinese: "请去掉该实例，或对照 DescribeInstances 检查实例 ID。"))

    static let instanceReleased = Self(
        "The specified instance was released during task execution.",
        cause: LocalizedText(
            english: "The instance was released while the command ran.",
            chinese: "命令执行期间实例被释放。"),
        fix: LocalizedText(
            english: "Run the command on another instance; this output is all there is.",
            chinese: "请在其他实例上执行；此处的输出不会再增加。"))

    static let instanceNotRunning = Self(
        "The specified instance was not running during task execution.",
        cause: LocalizedText(
            english: "The instance was not running.",
            chinese: "实例未处于运行中状态。"),
        fix: LocalizedText(
            english: "Start the instance, wait until it is Running, then run the command again.",
            chinese: "请启动实例，待其进入运行中（Running）状态后重新执行。"))

    static let instanceRestarted = Self(
        "The specified instance was restarted during task execution.",
        cause: LocalizedText(
            english: "The instance was restarted while the command ran.",
            chinese: "命令执行期间实例被重启。"),
        fix: LocalizedText(
            english: "Check how far the command got, then run it again if need be.",
            chinese: "请检查命令执行到了哪一步，必要时重新执行。"))

    static let instanceDeregistered = Self(
        "The specified instance was deregistered during task execution.",
        cause: LocalizedText(
            english: "The managed instance was deregistered while the command ran.",
            chinese: "命令执行期间托管实例被注销。"),
        fix: LocalizedText(
            english: "Register the instance again, then run the command again.",
            chinese: "请重新注册该实例，然后重新执行命令。"))

    static let commandNotApplicable = Self(
        "The OS type of the instance does not support the specified command type.",
        cause: LocalizedText(
            english: "The command type does not fit the operating system of the instance.",
            chinese: "命令类型与实例的操作系统不匹配。"),
        fix: LocalizedText(
            english: "Use RunShellScript on Linux and RunBatScript or RunPowerShellScript on Windows.",
            chinese: "Linux 请使用 RunShellScript，Windows 请使用 RunBatScript 或 RunPowerShellScript。"))

    static let clientNotRunning = Self(
        "The aliyun service is not running on the instance.",
        cause: LocalizedText(
            english: "The Cloud Assistant agent is not running on the instance.",
            chinese: "实例上的云助手 Agent 未运行。"),
        fix: LocalizedText(
            english: "Start the agent on the instance, then run the command again.",
            chinese: "请在实例上启动云助手 Agent，然后重新执行。"))

    static let clientNotResponse = Self(
        "The aliyun service in the instance does not response.",
        cause: LocalizedText(
            english: "The Cloud Assistant agent on the instance does not answer.",
            chinese: "实例上的云助手 Agent 没有响应。"),
        fix: LocalizedText(
            english: "Check the load and the network of the instance, restart the agent, then run the command "
                + "again.",
            chinese: "请检查实例的负载和网络，重启云助手 Agent 后重新执行。"))

    static let clientNotOnline = Self(
        "The aliyun service on the instance is not online.",
        cause: LocalizedText(
            english: "There is no agent that could run commands on the instance.",
            chinese: "实例上没有可执行命令的云助手 Agent。"),
        fix: LocalizedText(
            english: "Check with DescribeCloudAssistantStatus; install or start the agent, or choose another "
                + "instance.",
            chinese: "请用 DescribeCloudAssistantStatus 检查；安装或启动 Agent，或选择其他实例。"))

    static let clientIsUpgrading = Self(
        "The aliyun service in the instance is upgrading during task execution.",
        cause: LocalizedText(
            english: "The Cloud Assistant agent was being upgraded.",
            chinese: "云助手 Agent 正在升级。"),
        fix: LocalizedText(
            english: "Wait a minute, then run the command again.",
            chinese: "请等待一分钟后重新执行。"))

    static let clientNeedUpgrade = Self(
        "The aliyun service in the instance need to be upgraded to support the feature.",
        cause: LocalizedText(
            english: "The Cloud Assistant agent is too old for what was asked.",
            chinese: "云助手 Agent 版本过低，不支持所用的功能。"),
        fix: LocalizedText(
            english: "Upgrade the agent on the instance, then run the command again.",
            chinese: "请升级实例上的云助手 Agent，然后重新执行。"))

    static let clientRestarted = Self(
        "The aliyun service was restarted during task execution.",
        cause: LocalizedText(
            english: "The Cloud Assistant agent was restarted while the command ran.",
            chinese: "命令执行期间云助手 Agent 被重启。"),
        fix: LocalizedText(
            english: "Check how far the command got, then run it again if need be.",
            chinese: "请检查命令执行到了哪一步，必要时重新执行。"))

    static let clientNetworkBlocked = Self(
        "The network between the instance and the aliyun service is blocked.",
        cause: LocalizedText(
            english: "The network keeps the Cloud Assistant agent from being reached.",
            chinese: "网络不通，无法连接云助手 Agent。"),
        fix: LocalizedText(
            english: "Check the routes, DNS and firewall of the instance, then run the command again.",
            chinese: "请检查实例的路由、DNS 和防火墙，然后重新执行。"))

    static let securityGroupRuleDenied = Self(
        "The security group rules denied access to the aliyun service.",
        cause: LocalizedText(
            english: "A security group rule blocks the Cloud Assistant agent.",
            chinese: "安全组规则阻止了云助手 Agent 的访问。"),
        fix: LocalizedText(
            english: "Allow outbound access of the instance to the Cloud Assistant service, then run the command "
                + "again.",
            chinese: "请在安全组中放行实例到云助手服务的出方向访问，然后重新执行。"))

    static let taskConcurrencyLimit = Self(
        "The number of concurrent tasks on the instance exceeds the upper limit.",
        cause: LocalizedText(
            english: "Too many commands were running on the instance at once.",
            chinese: "实例上同时执行的命令过多。"),
        fix: LocalizedText(
            english: "Wait until some of them end, or stop them, then run the command again.",
            chinese: "请等待部分命令结束或将其停止，然后重新执行。"))

    static let deliveryTimeout = Self(
        "The command delivery has been timeout.",
        cause: LocalizedText(
            english: "The command could not be delivered within 1 minute, and nothing was run.",
            chinese: "命令未能在 1 分钟内送达，未执行任何操作。"),
        fix: LocalizedText(
            english: "Check that the instance is Running and its agent online, then run the command again.",
            chinese: "请确认实例处于运行中且云助手 Agent 在线，然后重新执行。"))
}
