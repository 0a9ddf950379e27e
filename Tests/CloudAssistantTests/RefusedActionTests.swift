import CloudAssistant
import Testing

@Suite struct RefusedActionTests {
    @Test(arguments: [
        ("StartTerminalSession", 403, "Operation.Forbidden"), ("InstallCloudAssistant", 403, "Operation.Forbidden"),
        ("CreateActivation", 400, "RegionId.ApiNotSupported"),
        ("DeregisterManagedInstance", 400, "RegionId.ApiNotSupported"),
    ]) func anActionThatMakesNoSenseHereHasACodeOfTheAPI(_ name: String, _ status: Int, _ code: String) throws {
        let refusal = try #require(RefusedAction(rawValue: name)).refusal(in: "local")
        #expect(refusal.httpStatus == status && refusal.code.text == code)
        #expect(refusal.facts[.region] == "local" && refusal.facts[.detail] == name)
    }

    @Test(arguments: ["RunCommand", "DescribeCloudAssistantSettings", "startTerminalSession", ""])
    func anyOtherNameIsNoneOfThem(_ name: String) { #expect(RefusedAction(rawValue: name) == nil) }
}
