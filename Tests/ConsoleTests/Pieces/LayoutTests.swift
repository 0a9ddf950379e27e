import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct LayoutTests {
    @Test(arguments: Pane.allCases) func panesCoverTheBodyExactly(_ focus: Pane) {
        for rows in 32...100 {
            for columns in stride(from: 110, through: 300, by: 19) {
                let layout = Layout(size: Size(rows: rows, columns: columns), focus: focus)
                let rects = Pane.allCases.compactMap(layout.rect)
                #expect(layout.kind == .panes && rects.count == Pane.allCases.count)
                let area = rects.reduce(0) { $0 + $1.rows * $1.columns }
                #expect(area == layout.body.rows * layout.body.columns, "\(rows)x\(columns)")
                #expect(rects.allSatisfy { $0.rows >= 3 && $0.columns >= 40 }, "\(rows)x\(columns)")
                #expect(rects.allSatisfy { isInside($0, layout.body) }, "\(rows)x\(columns)")
                #expect(!hasOverlap(rects), "\(rows)x\(columns)")
            }
        }
    }

    private func isInside(_ rect: Rect, _ body: Rect) -> Bool {
        rect.row >= body.row && rect.column >= body.column && rect.row + rect.rows <= body.row + body.rows
            && rect.column + rect.columns <= body.column + body.columns
    }

    private func hasOverlap(_ rects: [Rect]) -> Bool {
        for (index, one) in rects.enumerated() {
            for other in rects[(index + 1)...]
            where one.row < other.row + other.rows && other.row < one.row + one.rows
                && one.column < other.column + other.columns && other.column < one.column + one.columns
            {
                return true
            }
        }
        return false
    }

    @Test(arguments: Pane.allCases) func nothingIsEverNegative(_ focus: Pane) {
        for rows in [-1, 0, 1, 2, 9, 10, 11, 15, 24, 31, 32, 1000] {
            for columns in [-1, 0, 1, 39, 40, 80, 109, 110, 1000] {
                for isZoomed in [false, true] {
                    let layout = Layout(size: Size(rows: rows, columns: columns), focus: focus, isZoomed: isZoomed)
                    #expect(layout.body.rows >= 0 && layout.explanationRows >= 0)
                    for pane in Pane.allCases { #expect(layout.rows(pane) >= 0 && layout.inside(pane) >= 0) }
                }
            }
        }
    }

    @Test func theGroupInFocusHasTheRoom() {
        let size = Size(rows: 40, columns: 140)
        func rows(_ pane: Pane, _ focus: Pane) -> Int { Layout(size: size, focus: focus).rect(pane)?.rows ?? 0 }
        #expect(rows(.preview, .targets) > rows(.output, .targets))
        #expect(rows(.output, .output) > rows(.preview, .output))
        // Within a group nothing moves.
        for pane in Pane.allCases {
            #expect(rows(pane, .targets) == rows(pane, .commands))
            #expect(rows(pane, .invocations) == rows(pane, .errors))
        }
    }

    @Test func zoomShowsOnePane() {
        let layout = Layout(size: Size(rows: 50, columns: 200), focus: .output, isZoomed: true)
        #expect(Pane.allCases.filter { layout.rect($0) != nil } == [.output])
        #expect(layout.rect(.output) == layout.body)
    }

    // MARK: - The bar of the panes

    @Test(arguments: [40, 59, 60, 79, 80, 109, 200], Language.allCases)
    func everyPaneCanBeClicked(_ columns: Int, _ language: Language) {
        for focus in Pane.allCases {
            var alice = Operator(Size(rows: 20, columns: columns), language: language)
            alice.type("\(focus.rawValue)")
            let bar = StepBar(alice.state)
            let found = (0..<columns).compactMap { bar.pane(at: Position(row: 1, column: $0)) }
            #expect(Set(found) == Set(Pane.allCases))
            #expect(found == found.sorted { $0.rawValue < $1.rawValue })
            #expect(bar.pane(at: Position(row: 0, column: 1)) == nil)
            let line = alice.screen.split(separator: "\n").dropFirst().first ?? ""
            for pane in Pane.allCases { #expect(line.contains("\(pane.rawValue)")) }
            #expect(SafeText(String(line)).width <= columns)
        }
    }

    @Test func theBarIsNotThereBesideAllPanes() {
        let alice = Operator(Size(rows: 40, columns: 140))
        #expect((0..<140).allSatisfy { StepBar(alice.state).pane(at: Position(row: 1, column: $0)) == nil })
    }

    // MARK: - Menus

    @Test(arguments: [Menu.Kind.palette, .help, .columns], [10, 16, 24, 32, 60])
    func menusFitAndKeepTheirCursorInSight(_ kind: Menu.Kind, _ rows: Int) {
        var alice = Operator(Size(rows: rows, columns: 80))
        alice.press(kind == .palette ? .character(":") : kind == .help ? .character("?") : .character("c"))
        for key in [Key.pageDown, .down, .down, .pageUp, .pageDown, .pageDown, .pageDown, .up, .pageUp, .pageUp] {
            alice.press(key)
            guard case .menu(let menu) = alice.state.modal else {
                Issue.record("closed by \(key)")
                return
            }
            let layout = MenuLayout(menu, alice.state)
            #expect(layout.rows >= 1 && layout.size.rows <= alice.state.layout.body.rows)
            #expect((menu.top..<(menu.top + layout.rows)).contains(menu.index))
        }
    }

    // MARK: - Forms

    @Test(arguments: 1...30) func theFieldUnderTheCursorIsInSight(_ rows: Int) {
        var form = Form(Samples.commands[0], in: Samples.hangzhou)
        var script = Form(nil, in: Samples.hangzhou, script: "echo {{a}} {{b}}\n")
        form.go(to: .launcher)
        script.go(to: .launcher)
        for base in [form, script] {
            for place in base.places {
                var form = base
                form.go(to: place)
                form.refusal = APIError(.invalidParameterTimeout)
                check(FormBlocks(form, error: 3, help: 2, rows: rows), place, rows)
            }
        }
    }

    private func check(_ layout: FormBlocks, _ place: Form.Place, _ rows: Int) {
        for (one, next) in zip(layout.blocks, layout.blocks.dropFirst()) { #expect(one.row + one.rows == next.row) }
        let here = layout.blocks.first { $0.block == .place(place) }
        #expect(here.map { $0.row >= 0 && $0.row + min($0.rows, rows) <= rows } == true, "\(place) in \(rows) rows")
        #expect(layout.isCut.above == ((layout.blocks.first?.row ?? 0) < 0))
    }
}
