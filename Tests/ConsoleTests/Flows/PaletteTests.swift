import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct PaletteTests {
    @Test func findsByLettersAndRuns() {
        Session().type(":mrkal").sees("mark-all").press(.enter).knows("all") { $0.marks.count == 5 }
    }

    @Test func remembersWhatWasChosen() {
        let session = Session().type(":mark-all\n:").knows("first") {
            guard case .menu(let menu) = $0.modal else { return false }
            return $0.entries(of: menu).first?.choice == .action(.markAll)
        }
        session.wants(.remember(session.state.memory))
        #expect(session.state.memory.choices == ["mark-all"])
    }

    @Test func goesToPanesAndRegions() {
        Session().type(":invocations\n").isOn(.invocations).type(":beijing\n").isOn(.targets)
            .knows("region") { $0.region == "cn-beijing" }
    }

    @Test func changesTheTheme() {
        Session { $0.themes = ["terminal", "nord"] }.type(":nord\n").wants(.setTheme("nord"))
            .knows("theme") { $0.theme == "nord" }
    }

    @Test func escapeClosesIt() {
        Session().type(":zzzz").sees("Nothing matches").press(.enter).press(.escape).seesNot("What to do")
    }

    @Test func helpListsTheKeysOfThePaneFirstAndRunsALine() {
        Session().type("?").sees("Keys 1/").type("invert the").press(.enter)
            .knows("inverted") { $0.marks.count == 5 && $0.modal == nil }
    }

    @Test func helpKnowsEveryKey() {
        for language in Language.allCases {
            for pane in Pane.allCases {
                let session = Session(Size(rows: 100, columns: 140), language: language).type("\(pane.rawValue)?")
                var screens = ""
                for _ in 0..<5 {
                    screens += session.screen
                    session.press(.pageDown)
                }
                for binding in Binding.all where binding.applies(in: pane) && !binding.keys.isEmpty {
                    #expect(screens.contains(binding.words.text[language]), "\(binding.action) \(pane)")
                }
            }
        }
    }

    @Test func messagesAreAllKept() {
        Session().type("dM").type("M").type(":messages\n")
            .sees("Nothing is marked.", "The mouse is on", "The mouse is off.").press(.escape).seesNot("Messages")
    }

    @Test func columnsAreChosenAndRemembered() {
        let session = Session().seesNot("ZONE").type("c").sees("Columns").type("zone\n").press(.escape)
            .knows("zone") { $0.columns.contains(.zone) }
        #expect(session.state.memory.columns.contains("zone"))
        Session { $0.memory = session.state.memory }.knows("again") { $0.columns == session.state.columns }
        session.type("cname ").press(.escape).knows("no name") { !$0.columns.contains(.name) }
    }

    @Test func oneColumnStays() {
        let session = Session().type("c")
        for _ in 0..<2 { session.press(.home).press(.up, times: 20) }
        for _ in TargetColumn.allCases where session.state.columns.count > 1 {
            for column in session.state.columns.dropFirst() {
                session.press(.control("u")).type(column.rawValue).press(.enter)
            }
        }
        let last = session.state.columns
        session.press(.control("u")).type(last.first?.rawValue ?? "").press(.enter)
        #expect(!session.state.columns.isEmpty)
    }
}
