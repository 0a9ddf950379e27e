import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct RegionTests {
    @Test func saysHowManyInstancesRegionsHave() {
        Session().sees("5 instances", "0 instances").service { $0.targets[Samples.hangzhou]?.removeFirst() }
            .take(.change(.instances(Samples.hangzhou))).sees("4 instances")
    }

    @Test func opensARegion() {
        Session().type(" 1j\n").isOn(.targets).hasMarked().sees("No instances in this region.").expectIdle()
            .take(.reply(.targets(Samples.hangzhou, Samples.targets))).seesNot("web-01")
    }

    @Test func theLastRegionIsChosenAgain() {
        let session = Session().type("1j\n")
        session.wants(.remember(session.state.memory))
        Session { $0.memory = session.state.memory }.knows("again") { $0.region == "cn-beijing" }.type("1")
            .knows("cursor") { $0.regions.current?.id == "cn-beijing" }
    }

    @Test func aRegionThatIsGoneIsNotChosenAgain() {
        var memory = Memory()
        memory.region = "cn-nowhere"
        Session { [memory] in $0.memory = memory }.knows("first") { $0.region == Samples.hangzhou }
    }

    @Test func aFormStaysInItsRegion() {
        Session().prepare("true").press(.escape).type("1j\n").knows("no form") { $0.form == nil }
            .type("!").knows("script") { $0.form?.text(.content) == "true" && $0.form?.region == "cn-beijing" }
    }

    @Test func theMemoryGoesThroughAFile() {
        let session = Session().type("c").type("zone\n").press(.escape).type(":mark-all\n").type("3\nnginx").preview()
            .type("5\n").type("1j\n")
        #expect(Memory(session.state.memory.json) == session.state.memory)
        #expect(session.state.memory.region == "cn-beijing")
    }

    @Test(arguments: ["{}", "[]", "{\"region\":5,\"recents\":[1],\"columns\":[\"x\",7],\"choices\":null}"])
    func aDamagedMemoryIsNoHarm(_ text: String) throws {
        let memory = Memory(try #require(JSON(parsing: text)))
        Session { $0.memory = memory }.sees("web-01").knows("columns") { $0.columns == TargetColumn.standard }
    }
}
