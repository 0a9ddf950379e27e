import Testing

@testable import CloudAssistant

@Suite("Versions of agents and what they can") struct AgentTests {
    @Test(
        "versions compare by their numbers",
        arguments: [
            ("2.2.3.282", "2.2.3.309"), ("2.2.3.99", "2.2.3.282"), ("2.2.3", "2.2.3.1"), ("1.9", "1.10"),
            ("2.1.9.9", "2.2"),
        ])
    func order(_ older: String, _ newer: String) throws {
        let (a, b) = (try #require(AgentVersion(older)), try #require(AgentVersion(newer)))
        #expect(a < b)
        #expect(!(b < a))
    }

    @Test("zeros at the end do not count")
    func zeros() { #expect(AgentVersion("2.2.0.0") == AgentVersion("2.2")) }

    @Test(
        "what is no version is none",
        arguments: [
            "", ".", "2.", "a", "2.x", "-1", "+1", "1 2", "99999999999999999999", String(repeating: "1.", count: 40),
        ])
    func none(_ text: String) { #expect(AgentVersion(text) == nil) }

    @Test(
        "each feature has its oldest version on each system",
        arguments: [
            (.frequencyForms, "2.2.3.282", "2.1.3.282"), (.builtInIDs, "2.2.3.309", "2.1.3.309"),
            (.builtInInstanceName, "2.2.3.344", "2.1.3.344"), (.containers, "2.2.3.344", nil),
            (.changedInvocations, "2.2.3.541", "2.1.3.541"), (.sessionManager, "2.2.3.189", "2.1.3.189"),
            (.terminalSessions, "2.2.3.256", "2.1.3.256"), (.files, "1.0.2.570", "1.0.0.150"),
            (.resourceUsage, "2.2.4.1065", "2.1.4.1065"),
        ] as [(AgentFeature, String, String?)])
    func minimums(_ feature: AgentFeature, _ linux: String, _ windows: String?) {
        #expect(feature.minimum(on: .linux)?.description == linux)
        #expect(feature.minimum(on: .windows)?.description == windows)
    }

    @Test("an agent has a feature from the oldest version on that has it")
    func edges() {
        #expect(Agent(version: "2.2.3.308").lacks([.builtInIDs], on: .linux) == .builtInIDs)
        #expect(Agent(version: "2.2.3.309").lacks([.builtInIDs], on: .linux) == nil)
        #expect(Agent(version: "2.2.3.309").lacks([.builtInIDs, .containers], on: .linux) == .containers)
        #expect(Agent(version: "2.1.3.309").lacks([.builtInIDs], on: .windows) == nil)
        #expect(Agent(version: "9.9.9.9").lacks([.containers], on: .windows) == .containers)
        #expect(Agent(version: "unknown").lacks([.files], on: .linux) == .files)
        #expect(Agent(version: "unknown").lacks([], on: .linux) == nil)
    }

    @Test("our own agent can all there is", arguments: AgentFeature.allCases)
    func own(_ feature: AgentFeature) { #expect(Agent().lacks([feature], on: .linux) == nil) }

    @Test(
        "the built-in parameters of a command say what its agents need",
        arguments: [
            ("echo {{ACS::InstanceId}} {{ACS::InvokeId}}", true, [.builtInIDs]),
            ("{{ACS::InstanceName}} {{ACS::CommandId}}", true, [.builtInIDs, .builtInInstanceName]),
            ("{{ACS::RegionId}} {{ACS::AccountId}} {{name}}", true, []), ("{{ACS::InstanceId}}", false, []),
        ] as [(String, Bool, [AgentFeature])])
    func needs(_ content: String, _ enabled: Bool, _ features: [AgentFeature]) {
        let command = Command(
            id: "c-1", name: "", type: .shell, content: content, enablesParameters: enabled,
            created: Timestamp(milliseconds: 0))
        #expect(command.agentFeatures == features)
    }

    @Test(
        "a frequency needs new agents when it is more than cron with six fields",
        arguments: [
            (nil, false), ("", false), ("0 0 12 * * ?", false), ("0 0 12 * * ? 2030", true),
            ("0 0 12 * * ? Asia/Shanghai", true), ("rate(5m)", true), ("at(2030-06-06T12:00:00)", true),
        ] as [(String?, Bool)])
    func frequencies(_ text: String?, _ needs: Bool) { #expect(AgentFeature.needsForms(text) == needs) }
}
