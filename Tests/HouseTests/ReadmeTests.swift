import CloudAssistant
import Console
import Screen
import Testing

@Suite("What the README says") struct ReadmeTests {
    @Test("its table of keys is the console's")
    func keys() throws {
        let rows = Binding.all.filter { !$0.keys.isEmpty }.map { binding in
            let keys = binding.keys.map { "`\($0.name)`" }.joined(separator: " ")
            let panes = Pane.allCases.filter { binding.panes.contains($0) }.map { "\($0)" }.joined(separator: ", ")
            return "| \(keys) | \(panes) | \(binding.words.text[.english]) |"
        }
        let lines = try Checkout.lines("README.md")
        let start = try #require(lines.firstIndex(of: "| key | where | what it does |"))
        #expect(Array(lines[(start + 2)...].prefix { $0.hasPrefix("|") }) == rows)
    }

    @Test("its two commands stand there once, each on one line")
    func commands() throws {
        let lines = try Checkout.lines("README.md")
        #expect(lines.count { $0.hasSuffix("&& swift run -c release flagdeck") } == 1)
        #expect(lines.count { $0.hasSuffix("&& swift test") } == 1)
    }

    @Test("its pictures are as wide as they are drawn")
    func picture() throws {
        let lines = try Checkout.lines("README.md").filter {
            $0.hasPrefix("│") || $0.hasPrefix("┌") || $0.hasPrefix("└")
        }
        #expect(Set(lines.map { SafeText($0).width }).count == 1)
    }
}
