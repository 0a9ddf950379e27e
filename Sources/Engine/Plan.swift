import CloudAssistant

/// Turns a durable invocation into what runners are told, the same way at the first time and after a restart.
enum Plan {
    /// The order for one attempt, or why it is not sent.
    static func order(for record: InvocationResult, of invocation: Invocation?, in fleet: Fleet) -> Result<
        AttemptOrder, Rejection
    > {
        guard let invocation else { return .failure(Rejection(code: .executionException)) }
        guard
            let instance = fleet.instances.first(where: {
                $0.id == record.instanceID && $0.regionID == invocation.regionID
            })
        else { return .failure(Rejection(code: .instanceNotExists)) }
        return order(for: record.key, of: invocation, on: instance)
    }

    /// The order for one attempt on a known instance, or why it is not sent: the instance's status, its system, the
    /// built-in parameters and the launcher are looked at, in this order.
    static func order(for key: AttemptKey, of invocation: Invocation, on instance: Instance) -> Result<
        AttemptOrder, Rejection
    > {
        guard instance.status == .running else { return .failure(Rejection(code: .instanceNotRunning)) }
        guard instance.osType != .windows else { return .failure(Rejection(code: .clientNotOnline)) }
        if let name = Script.unknownBuiltIn(in: invocation.command) {
            return .failure(Rejection(code: .invalidSystemBuiltInParameter, detail: "ACS::\(name)"))
        }
        let surroundings = Script.Surroundings(
            regionID: invocation.regionID, account: invocation.caller.account, instanceID: instance.id,
            instanceName: instance.name, invokeID: invocation.id, commandID: invocation.command.id)
        let values = ParameterValues(passed: invocation.parameters)
        let script = Script.text(of: invocation.command, values, in: surroundings)
        if let container = ContainerAddress(id: invocation.containerID, name: invocation.containerName) {
            return self.order(for: key, of: invocation, in: container, Array(script.utf8))
        }
        return launchPlan(invocation).map { plan in
            AttemptOrder(
                key: key, script: Array(script.utf8), launch: plan, workingDirectory: invocation.workingDirectory,
                username: invocation.username, timeoutSeconds: invocation.timeoutSeconds,
                terminationMode: invocation.terminationMode)
        }
    }

    /// In a container a shell reads the script; user, directory and launcher have no effect there (ECS API, containers).
    private static func order(
        for key: AttemptKey, of invocation: Invocation, in container: ContainerAddress, _ script: [UInt8]
    ) -> Result<AttemptOrder, Rejection> {
        guard invocation.command.type == .shell else { return .failure(Rejection(code: .commandNotApplicable)) }
        return .success(
            AttemptOrder(
                key: key, script: script, launch: LaunchPlan(), workingDirectory: "/", username: nil,
                timeoutSeconds: invocation.timeoutSeconds, terminationMode: invocation.terminationMode,
                container: container))
    }

    private static func launchPlan(_ invocation: Invocation) -> Result<LaunchPlan, Rejection> {
        let standard = LaunchPlan.standard(for: invocation.command.type)
        guard let text = invocation.launcher else { return .success(standard) }
        do {
            return .success(try Launcher(text, fallbackExtension: standard.fileExtension).plan)
        } catch {
            return .failure(Rejection(code: .invalidSystemBuiltInParameter, detail: text))
        }
    }
}
