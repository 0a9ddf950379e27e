import CloudAssistant
import Testing

@testable import Console

@Suite struct ConservationTests {
    @Test(arguments: InvocationState.allCases) func countsEveryStateOnce(_ state: InvocationState) {
        let one = Conservation([state])
        #expect(one.total == 1)
        #expect(Conservation.Term.allCases.reduce(0) { $0 + one[$1] } == 1)
        // What has not ended is under way or waits, and nothing else is.
        let term = Conservation.term(state)
        #expect((term == .running || term == .waiting) == !state.isFinal)
        if Conservation.isRetried(state) { #expect(state.isFinal && state != .success) }
    }

    @Test func addsUp() {
        let states = (0..<5).flatMap { count in InvocationState.allCases.dropFirst(count) }
        let sum = Conservation(states)
        #expect(sum.total == states.count)
        #expect(Conservation.Term.allCases.reduce(0) { $0 + sum[$1] } == states.count)
        #expect(Conservation([]).total == 0)
    }
}
