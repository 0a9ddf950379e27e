import Testing

@testable import Console

@Suite struct TypedLineTests {
    @Test func goesThroughLinesThatEndInTwoSigns() {
        var field = TextField("one\r\ntwo\r\nthree")
        #expect(field.layout.lines == ["one", "two", "three"])
        #expect(field.layout.row == 2)
        let moved = field.moveLine(by: -1)
        #expect(moved && field.layout.row == 1)
        field.deleteLine()
        #expect(field.text == "one\r\n\r\nthree")
    }
}
