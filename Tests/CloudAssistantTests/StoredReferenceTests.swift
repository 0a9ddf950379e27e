import Testing

@testable import CloudAssistant

/// ECS API, InvokeCommand, Parameters: `{{oos:…}}` and `{{oos-secret:…}}`.
@Suite struct StoredReferenceTests {
    static let places: [(script: String, references: [String])] = [
        ("", []), ("{{name}} {{ACS::RegionId}}", []), ("{{oos:a}}", ["oos:a"]), ("{{oos-secret:a}}", ["oos-secret:a"]),
        ("{{\t\noos \n:\r\n my.key-1_x }}", ["oos:my.key-1_x"]),
        ("{{oos:a}}{{oos-secret:a}}{{oos:b}}{{oos:a}}", ["oos:a", "oos-secret:a", "oos:b"]),
        ("{{OOS:a}}", ["oos:a"]), ("{{oos:A}}{{oos:a}}", ["oos:A", "oos:a"]), ("{oos:a}", []), ("{{oos}}", []),
        ("{{oos:a {{oos:b}}", ["oos:b"]),
    ]

    @Test(arguments: places) func referencesAreListedOnceInOrder(_ script: String, _ references: [String]) {
        #expect(Template(script).storedReferences.map(\.description) == references)
        #expect(Script.storedReferences(in: command(script)).map(\.description) == references)
        #expect(Script.storedReferences(in: command(script, enablesParameters: false)).isEmpty)
    }

    static let names: [(name: String, isAllowed: Bool)] = [
        ("a", true), ("A.b-c_9", true), (letters(255), true), (letters(256), false), ("", false), ("a b", false),
        ("a/b", false), ("é", false), ("a\n", false),
    ]

    @Test(arguments: names) func namesAreOfLettersDigitsAndThreeSigns(_ name: String, _ isAllowed: Bool) {
        #expect(StoredReference.isAllowed(name) == isAllowed)
    }

    @Test func valuesGoIntoTheirPlacesInOnePass() throws {
        let (script, stored) = Script.bytes(
            of: command("é{{oos:a}}{{x}}{{oos-secret:a}}"), ParameterValues(passed: ["x": "{{oos:a}}"]),
            in: surroundings)
        let order = AttemptOrder(
            key: AttemptKey(invokeID: "t", instanceID: "i"), script: script, launch: LaunchPlan(),
            workingDirectory: nil, username: nil, timeoutSeconds: 60, terminationMode: .process, stored: stored)
        let plain = StoredReference(name: "a", isSecret: false)
        let secret = StoredReference(name: "a", isSecret: true)
        let filled = try #require(order.filled(with: [plain: Array("{{oos-secret:a}}".utf8), secret: [0x21]]))
        #expect(String(decoding: filled.script, as: UTF8.self) == "é{{oos-secret:a}}{{oos:a}}!")
        #expect(filled.stored == nil)
        #expect(order.filled(with: [plain: [0x21]]) == nil)
    }
}
