import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct SizeTests {
    /// Consoles in every dialog and pane, with lists that have something in them.
    static func places(_ language: Language = .english) -> [(name: String, operator: Operator)] {
        var run = Operator(language: language)
        run.type("  ")
        run.run("sleep 1")
        run.service.advance(
            "i-bp1web01", output: "one\n宽字符 two\n", state: .failed, exitCode: 1, errorCode: "ExitCodeNonzero")
        run.wait(seconds: 1)
        var places: [(String, Operator)] = Pane.allCases.map { pane in
            var copy = run
            copy.type("\(pane.rawValue)")
            return ("\(pane)", copy)
        }
        func add(_ name: String, _ go: (inout Operator) -> Void) {
            var copy = run
            go(&copy)
            places.append((name, copy))
        }
        add("form") { $0.type("2a!") }
        add("library form") { $0.type("3x") }
        add("refused form") {
            $0.type("3x")
            $0.goToPreview()
        }
        add("preview") {
            $0.prepare("echo 你好\n\nsleep 100 # " + String(repeating: "long ", count: 60))
            $0.goToPreview()
        }
        add("stop") { $0.type("6s") }
        add("palette") { $0.type(":mark") }
        add("columns") { $0.type("2c") }
        add("messages") { $0.type("2:messages\n") }
        add("detail") { $0.type("2\n") }
        add("zoom") { $0.type("7z") }
        add("tags") { $0.type("2trole=web") }
        add("unsaved") { $0.take(.edited(.newCommand, .text("true\n"))) }
        add("help") { $0.type("?") }
        add("filter") { $0.type("2/数据") }
        return places
    }

    static func check(_ alice: Operator, _ size: Size, _ name: String, _ glyphs: Glyphs = .unicode) {
        let frame = alice.frame(.terminal, glyphs)
        #expect(frame.size == size, "\(name)")
        for row in 0..<size.rows {
            #expect(frame.row(row).reduce(0) { $0 + $1.width } == size.columns, "\(name) \(size) row \(row)")
        }
        if let cursor = frame.cursor {
            let isInside = (0..<size.rows).contains(cursor.row) && (0..<size.columns).contains(cursor.column)
            #expect(isInside, "\(name) \(size)")
        }
    }

    @Test(arguments: places().map(\.name)) func fitsEverySize(_ name: String) throws {
        let place = try #require(Self.places().first { $0.name == name })
        let all = [1, 2, 3, 5, 9, 10, 11, 16, 24].flatMap { rows in
            [1, 2, 3, 20, 39, 40, 60, 80].map { Size(rows: rows, columns: $0) }
        }
        let wide = [
            Size(rows: 31, columns: 110), Size(rows: 32, columns: 110), Size(rows: 40, columns: 140),
            Size(rows: 1, columns: 400), Size(rows: 200, columns: 1), Size(rows: 200, columns: 400),
        ]
        var alice = place.operator
        for size in all + wide {
            alice.take(.resize(size))
            Self.check(alice, size, name)
        }
        // Nothing was lost on the way.
        alice.take(.resize(Size(rows: 24, columns: 80)))
        #expect(alice.screen == place.operator.screen)
    }

    @Test func keysWorkWhereNothingFits() {
        var alice = Operator(Size(rows: 5, columns: 20))
        #expect(alice.screen.contains("small"))
        alice.type("jk ]x?/")
        alice.press(.pageDown, .end, .enter, .escape, .escape, .escape)
        #expect(alice.service.sent.isEmpty)
    }

    @Test func showsAllPanesWhereTheyFit() {
        let alice = Operator(Size(rows: 40, columns: 140))
        for pane in Pane.allCases { #expect(alice.screen.contains("\(pane.rawValue) \(pane.word.text[.english])")) }
    }

    @Test(arguments: [40, 50, 60, 70, 80], Language.allCases)
    func namesThePaneInFocusAtEveryWidth(_ columns: Int, _ language: Language) {
        for pane in Pane.allCases {
            var alice = Operator(Size(rows: 16, columns: columns), language: language)
            alice.type("\(pane.rawValue)")
            let bar = alice.screen.split(separator: "\n").dropFirst().first ?? ""
            let names = [pane.word, pane.shortWord].map { $0.text[language] }
            #expect(names.contains(where: bar.contains), "\(columns)")
            for other in Pane.allCases { #expect(bar.contains("\(other.rawValue)")) }
        }
    }
}
