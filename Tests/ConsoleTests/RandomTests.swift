import CloudAssistant
import Screen
import TestSupport
import Testing

@testable import Console

/// Whatever keys are pressed and whatever the service answers in whatever order, some things hold.
@Suite struct RandomTests {
    private static let keys: [Key] =
        Binding.all.flatMap(\.keys) + [.backspace, .delete, .alt("a"), .control("u")]
        + ["1", "2", "e", "{", "}", "你", "'", "\u{1B}"].map { .character($0) }

    private static let commands = Samples.commands + [Samples.deploy, Samples.starter]

    private static let edited: [Edited] = [
        .text(""), .text("#: name: new\n#: timeout: 60\ntrue {{a}}\n"), .text("#: name:\nfalse\n"),
        .failed("no editor", keptAt: nil),
    ]

    private func position(_ generator: inout Seeded) -> Position {
        Position(row: .random(in: 0..<60, using: &generator), column: .random(in: 0..<160, using: &generator))
    }

    private func event(_ alice: Operator, _ generator: inout Seeded) -> Event {
        switch Int.random(in: 0..<40, using: &generator) {
        case 0: return .paste(["one\ntwo", "{{a}} {{b}}", "1", "\u{202E}\u{0}"].randomElement(using: &generator) ?? "")
        case 1:
            return .resize(
                Size(rows: .random(in: 1...60, using: &generator), columns: .random(in: 1...160, using: &generator)))
        case 2: return .tick
        case 3:
            return .change(
                [.missed, .invocation("t-hz01"), .instances(Samples.hangzhou)].randomElement(using: &generator)
                    ?? .missed)
        case 4:
            return .reply(.targets(Samples.hangzhou, Samples.targets.filter { _ in Bool.random(using: &generator) }))
        case 5: return .reply(.refused(question(&generator), APIError(.internalErrorDispatch)))
        case 6: return .reply(.invocations(Samples.hangzhou, alice.service.invocations))
        case 7: return .reply(.results("t-hz01", alice.service.invocations.last?.results ?? []))
        case 8: return .reply(.token("late"))
        case 14: return .click(position(&generator))
        case 15: return .wheel(.random(in: -3...3, using: &generator), position(&generator))
        case 16: return .edited(task(&generator), Self.edited.randomElement(using: &generator) ?? .text(""))
        case 17: return .reply(.commands(Samples.hangzhou, Self.commands.shuffled(using: &generator)))
        case 9...13: return .key(.enter)
        default: return .key(Self.keys.randomElement(using: &generator) ?? .enter)
        }
    }

    private func task(_ generator: inout Seeded) -> EditTask {
        [.script, .newCommand, .command("c-restart")].randomElement(using: &generator) ?? .script
    }

    private func question(_ generator: inout Seeded) -> Question {
        [
            .form, .command, .stop("t-hz01"), .results("t-hz01"),
            .list(Pane.allCases.randomElement(using: &generator) ?? .errors),
        ]
        .randomElement(using: &generator) ?? .form
    }

    @Test(arguments: 0..<24) func keepsItsPromises(_ number: Int) {
        var chance = SystemRandomNumberGenerator()
        let seed = number < 18 ? UInt64(number) : chance.next()
        var generator = Seeded(seed)
        let size = number % 3 == 0 ? Size(rows: 40, columns: 140) : Size(rows: 24, columns: 80)
        var alice = Operator(size, language: number % 2 == 0 ? .english : .chinese) {
            $0.environment = number % 5 == 0 ? "prod" : nil
            $0.isProtected = number % 5 == 0
        }
        alice.service.commands[Samples.hangzhou] = Self.commands
        for _ in 0..<100 {
            if Int.random(in: 0..<20, using: &generator) == 0 { confirm(&alice, &generator) }
            let before = alice
            if Int.random(in: 0..<5, using: &generator) == 0 { alice.isSilent.toggle() }
            let event = event(alice, &generator)
            alice.take(event)
            check(before, event, alice, seed)
        }
    }

    /// Goes to where random keys seldom come: one Enter before sending, or right behind it.
    private func confirm(_ alice: inout Operator, _ generator: inout Seeded) {
        alice.isSilent = false
        alice.press(.escape, .escape, .escape, .escape)
        alice.prepare("true")
        alice.goToPreview()
        if let expected = alice.preview?.expected {
            alice.press(.control("u"))
            alice.type(expected)
        }
        alice.isSilent = Bool.random(using: &generator)
        if Bool.random(using: &generator) { alice.press(.enter) }
    }

    private func check(_ before: Operator, _ event: Event, _ after: Operator, _ seed: UInt64) {
        let new = after.effects.dropFirst(before.effects.count)
        for effect in new {
            // Only Enter on a preview with the right answer sends, and only once.
            if case .send = effect {
                #expect(event == .key(.enter), "seed \(seed)")
                #expect(before.preview?.answer.text == before.preview?.expected, "seed \(seed)")
                #expect(before.preview?.isSending == false, "seed \(seed)")
                #expect(before.preview?.form.token != nil, "seed \(seed)")
                #expect(before.state.focus == .preview, "seed \(seed)")
            }
            if case .stop = effect {
                #expect(event == .key(.enter), "seed \(seed)")
                guard case .stop(let question) = before.state.modal else {
                    Issue.record("stopped without a question, seed \(seed)")
                    return
                }
                #expect(question.isOnStop, "seed \(seed)")
            }
        }
        let known = Set(after.state.targets.entries.map(\.instance.id))
        #expect(after.state.marks.ids.isSubset(of: known), "seed \(seed)")
        // Tags and marks never both.
        if after.state.aim.isByTags { #expect(after.state.aim.kind != .marks, "seed \(seed)") }
        SizeTests.check(after, after.state.size, "seed \(seed)")
        let isSafe = after.screen.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control }
        #expect(isSafe, "seed \(seed)")
    }
}
