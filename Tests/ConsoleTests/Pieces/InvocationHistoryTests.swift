import CloudAssistant
import Testing

@testable import Console

@Suite struct InvocationHistoryTests {
    private func invocations(_ numbers: ClosedRange<Int>, isOpen: Bool = false) -> [Invocation] {
        numbers.reversed().map { number in
            Invocation(
                id: InvokeID("t-\(number)"), regionID: Samples.hangzhou,
                command: Command(
                    id: "c-1", name: "", type: .shell, content: "true", enablesParameters: false,
                    created: Samples.start),
                ownsCommand: true, repeatMode: .once, parameters: [:], username: nil, timeoutSeconds: 60,
                workingDirectory: nil, launcher: nil, terminationMode: .process, tags: [], resourceGroupID: nil,
                caller: Caller(name: "alice"), created: Samples.start.adding(seconds: number),
                state: isOpen ? .running : .success, results: [])
        }
    }

    private func merged(_ known: [Invocation], _ read: [Invocation]) -> (ids: [String], open: [String]) {
        var listing = Listing<Invocation>()
        listing.replace(known)
        let open = InvocationHistory.merge(read, into: &listing)
        return (listing.entries.map(\.id.text), open.map(\.text))
    }

    private func names(_ numbers: ClosedRange<Int>) -> [String] { numbers.reversed().map { "t-\($0)" } }

    @Test func keepsTheOlderOnesBehindAFullPage() {
        let (ids, open) = merged(invocations(1...60, isOpen: true), invocations(21...70))
        #expect(ids == names(1...70))
        #expect(open == names(1...20))
    }

    @Test(arguments: [10, 60, 999, 1000]) func keepsWhatWasAcceptedWhileAReadingWasOnItsWay(_ count: Int) {
        let (ids, open) = merged(invocations(1...(count + 1)), invocations(1...count))
        #expect(ids == Array(names(1...(count + 1)).prefix(InvocationHistory.limit)))
        #expect(open.isEmpty)
    }

    @Test func takesAPageThatIsNotFullForAllThatThereAre() {
        #expect(merged(invocations(1...60), invocations(50...60)).ids == names(50...60))
        #expect(merged(invocations(1...60), []).ids.isEmpty)
    }

    @Test func keepsNoMoreThanItsLimit() {
        let (ids, _) = merged(invocations(1...1000), invocations(951...1010))
        #expect(ids == names(11...1010))
    }
}
