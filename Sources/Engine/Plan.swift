import CloudAssistant

/// Turns a durable invocation into what runners are told, the same way at the first time and after a restart.
enum Plan {
    /// The order for one attempt, or why it is not sent.
    static func order(for record: InvocationResult, of invocation: Invocation?, in fleet: Fleet) -> Result<
        AttemptOrder, Rejection
    > {
        guard let invocation else { return .failure(Rejection(code: .executionException)) }
        guard let instance = fleet.instance(record.instanceID, in: invocation.regionID) else {
            return .failure(Rejection(code: .instanceNotExists))
        }
        return order(for: record.key, of: invocation, on: instance)
    }

    /// The order for one attempt on a known instance, or why it is not sent: the instance's status, its system and
    /// agent, the built-in parameters and the launcher are looked at, in this order.
    static func order(for key: AttemptKey, of invocation: Invocation, on instance: Instance) -> Result<
        AttemptOrder, Rejection
    > {
        if let rejection = unreachable(instance) ?? outdated(instance, for: invocation.agentFeatures) {
            return .failure(rejection)
        }
        if let name = Script.unknownBuiltIn(in: invocation.command) {
            return .failure(Rejection(code: .invalidSystemBuiltInParameter, detail: "ACS::\(name)"))
        }
        let surroundings = Script.Surroundings(
            regionID: invocation.regionID, account: invocation.caller.account, instanceID: instance.id,
            instanceName: instance.name, invokeID: invocation.id, commandID: invocation.command.id)
        let values = ParameterValues(passed: invocation.parameters)
        let (script, stored) = Script.bytes(of: invocation.command, values, in: surroundings)
        if let container = ContainerAddress(id: invocation.containerID, name: invocation.containerName) {
            return self.order(for: key, of: invocation, in: container, script, stored)
        }
        return launchPlan(invocation).map { plan in
            AttemptOrder(
                key: key, script: script, launch: plan, workingDirectory: invocation.workingDirectory,
                username: invocation.username, timeoutSeconds: invocation.timeoutSeconds,
                terminationMode: invocation.terminationMode, stored: stored)
        }
    }

    /// When an invocation runs on an instance.
    static func timetable(
        of invocation: Invocation, on id: InstanceID, in fleet: Fleet, _ configuration: EngineConfiguration
    ) -> Timetable {
        // Only a frequency goes by the instance's clocks.
        let instance = invocation.repeatMode == .period ? fleet.instance(id, in: invocation.regionID) : nil
        return timetable(of: invocation, on: instance, configuration)
    }

    /// When an invocation runs on an instance; on one that is not known any more, by this machine's clocks.
    static func timetable(of invocation: Invocation, on instance: Instance?, _ configuration: EngineConfiguration)
        -> Timetable
    {
        switch invocation.repeatMode {
        case .once, .dryRun: return .once
        case .nextRebootOnly: return .nextReboot
        case .everyReboot: return .everyReboot
        case .period:
            guard let text = invocation.frequency, let frequency = try? Frequency(text) else { return .once }
            let own = zone(of: instance, configuration)
            guard let zone = frequency.rules(instance: own, named: configuration.zones) else { return .once }
            let created = invocation.created
            return .times { frequency.nextRun(after: $0, created: created, zone: zone) }
        }
    }

    /// The rules of an instance's own clocks.
    private static func zone(of instance: Instance?, _ configuration: EngineConfiguration) -> ZoneRules {
        let name = instance.flatMap { try? TimeZoneName($0.timeZone) }
        return name.flatMap(configuration.zones) ?? configuration.machineZone()
    }

    /// In a container a shell reads the script; user, directory and launcher have no effect there (ECS API, containers).
    private static func order(
        for key: AttemptKey, of invocation: Invocation, in container: ContainerAddress, _ script: [UInt8],
        _ stored: StoredPlaces?
    ) -> Result<AttemptOrder, Rejection> {
        guard invocation.command.type == .shell else { return .failure(Rejection(code: .commandNotApplicable)) }
        return .success(
            AttemptOrder(
                key: key, script: script, launch: LaunchPlan(), workingDirectory: "/", username: nil,
                timeoutSeconds: invocation.timeoutSeconds, terminationMode: invocation.terminationMode,
                container: container, stored: stored))
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
