import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct TagTests {
    @Test func tagsChooseTheTargetsAndAreSent() {
        let session = Session().type("trole=web").sees("2 match").press(.enter).sees("by tags role=web (2 now)")
            .prepare("true").preview().sees("every instance with role=web when it is sent").type("2\n").hasSent(1)
        #expect(session.sent.first?.draft.resourceTags == [TagFilter(key: "role", value: "web")])
        #expect(session.sent.first?.draft.instanceIDs == [])
    }

    @Test(arguments: [" ", "a", "i", "v", "u"]) func marksAreRefusedWhileTagsChoose(_ key: String) {
        Session().type(" trole=db\n").type(key).reads("Tags choose the targets.").hasMarked("i-bp1web01")
            .knows("by tags") { $0.aim.isByTags }
    }

    @Test func aPastedListIsRefusedWhileTagsChoose() {
        Session().type("trole=db\n").paste("web-01").reads("Tags choose the targets.").hasMarked()
    }

    @Test func anEmptyLineGoesBackToTheMarksThatWere() {
        Session().type(" trole=db\nt").press(.control("u"), .enter).reads("Marks choose the targets again: 1.")
            .hasMarked("i-bp1web01").knows("by marks") { $0.aim.kind == .marks }
    }

    @Test func tagsFollowTheInstances() {
        Session().type("trole=web\n").service { $0.targets[Samples.hangzhou]?.removeFirst() }
            .take(.change(.instances(Samples.hangzhou))).sees("by tags role=web (1 now)")
    }

    @Test func tagsThatBreakARuleAreNotTaken() {
        Session().type("t=web").press(.enter).sees("Targets by tags: =web", "MissingParameter")
            .press(.escape).knows("no tags") { $0.tagFilters.isEmpty }
    }

    @Test func aKeyAloneStandsForAnyValue() { Session().type("trole").sees("3 match") }

    @Test func tagsThatNoInstanceHasAreNoTargets() {
        Session().type("trole=nothing\n").prepare("true").preview().isOn(.targets).reads("No instance to run on")
            .knows("no preview") { $0.preview == nil }
    }
}
