import CloudAssistant
import Screen
import Testing

@testable import Console

/// Whatever a name, an output or a value holds: nothing of it reaches the terminal but letters, and a shell reads what is
/// copied as one word. The rules of frames are checked with every frame that is drawn.
@Suite struct HostileTests {
    static let count = 220

    /// A world in which every text is the same hostile one.
    private func world(_ number: Int) -> Operator {
        let text = HostileText.numbered(number)
        let sizes = [(24, 80), (16, 60), (10, 40), (12, 41), (32, 110), (16, 79), (11, 61)]
        let (rows, columns) = sizes[number % sizes.count]
        var alice = Operator(
            Size(rows: rows, columns: columns), language: number % 2 == 0 ? .english : .chinese, opens: false
        ) { setup in
            setup.identity = text
            setup.environment = text
            setup.isProtected = number % 3 == 0
            setup.themes = [text, "mono"]
        }
        let region = RegionID(text)
        alice.service.regions = [Region(id: region, localName: text), Region(id: "other", localName: text)]
        alice.service.targets = [region: (0..<3).map { target($0, text, region) }]
        alice.service.commands = [region: [command(text)]]
        alice.take(.opened(engineProcess: nil))
        return alice
    }

    private func target(_ number: Int, _ text: String, _ region: RegionID) -> Target {
        Target(
            instance: Instance(
                id: InstanceID(number == 0 ? text : "i-\(number)\(text)"), name: text, hostName: text, regionID: region,
                zoneID: text, osName: text, privateAddresses: [text, text], publicAddresses: [text],
                tags: [Tag(text, text), Tag("k", text)], resourceGroupID: ResourceGroupID(text), timeZone: text,
                isPractice: number == 2), isOnline: number != 1)
    }

    private func command(_ text: String) -> Command {
        Command(
            id: CommandID("c-\(text)"), name: text, description: text, type: .shell,
            content: "echo {{name}}\n" + text + "\n", workingDirectory: text, launcher: text, enablesParameters: true,
            parameters: [
                ParameterDefinition(
                    name: "name", description: text, isRequired: true, defaultValue: text, possibleValues: []),
                ParameterDefinition(name: text, description: text, defaultValue: text, possibleValues: [text, "b"]),
            ], provider: nil, category: text, created: Samples.start)
    }

    /// Looks at what is on the screen, now in this way and now in that; the rules are checked each time.
    private func look(_ alice: Operator) {
        _ = alice.effects.count % 2 == 0 ? alice.frame() : alice.frame(.mono, .ascii)
    }

    private func lookAtEveryPane(_ alice: inout Operator) {
        for pane in Pane.allCases {
            alice.press(.escape, .escape, .escape, .escape)
            alice.press(.character("\(pane.rawValue)"))
            look(alice)
        }
    }

    @Test(arguments: 0..<count) func chooses(_ number: Int) {
        let text = HostileText.numbered(number)
        var alice = world(number)
        alice.type("aococo")
        lookAtEveryPane(&alice)
        alice.press(.escape, .escape, .escape, .character("2"))
        for key in ["/", "t", "p", "?", ":", "c"] {
            alice.press(.character(key))
            alice.take(.paste(text))
            look(alice)
            alice.press(.down, .enter)
            alice.press(.escape, .escape, .escape, .escape, .character("2"))
        }
        alice.press(.enter)
        look(alice)
        alice.press(.down, .down, .escape)
        alice.take(.paste(text))
        look(alice)
        alice.take(.notice(text))
        alice.take(.copied(Copied(place: .tmux, path: text)))
        look(alice)
        alice.type(":messages")
        alice.press(.enter)
        look(alice)
    }

    @Test(arguments: 0..<count) func composesAndSends(_ number: Int) {
        let text = HostileText.numbered(number)
        var alice = world(number)
        alice.type("a!")
        alice.take(.paste("echo {{who}} # \(text)"))
        look(alice)
        alice.press(.escape, .down)
        alice.take(.paste(text))
        alice.press(.escape, .down, .enter)
        for _ in 0..<8 {
            alice.press(.down)
            alice.take(.paste(text))
            look(alice)
            alice.press(.escape)
        }
        for place in Form.advanced where place != .terminationMode && place != .tags {
            alice.state.form?.set(place, to: "")
        }
        alice.goToPreview()
        look(alice)
        alice.take(.reply(.refused(.form, error(text))))
        look(alice)
        alice.press(.escape, .escape, .escape, .character("3"), .enter, .escape)
        alice.take(.paste(text))
        look(alice)
        alice.press(.escape)
        alice.goToPreview()
        look(alice)
        alice.press(.escape, .escape, .escape)
        alice.take(.edited(.newCommand, .text("#: name: \(text)\n#: type: \(text)\n" + text)))
        look(alice)
        alice.take(.edited(.script, .failed(text, keptAt: text)))
        look(alice)
    }

    private func error(_ text: String) -> APIError {
        APIError(
            code: .init(text), facts: [.parameter: text, .name: text, .value: text, .instance: text], requestID: text)
    }

    private func invocation(_ number: Int, _ region: RegionID) -> Invocation {
        let text = HostileText.numbered(number)
        let id = InvokeID(text)
        let states: [InvocationState] = [.failed, .running, .success]
        let names = [text, "i-1\(text)", "i-2\(text)"]
        let results = zip(names, states).map { name, state in
            InvocationResult(
                invokeID: id, instanceID: InstanceID(name), state: state, errorCode: state == .failed ? text : nil,
                errorInfo: text, exitCode: -1, output: HostileText.bytes(number), droppedBytes: 7,
                created: Samples.start, started: Samples.start, finished: Samples.start, updated: Samples.start)
        }
        return Invocation(
            id: id, regionID: region, command: command(text), ownsCommand: true, repeatMode: .once,
            parameters: ["name": text], username: text, timeoutSeconds: 60, workingDirectory: text, launcher: text,
            terminationMode: .process, tags: [Tag(text, text)], resourceGroupID: nil, caller: Caller(name: text),
            created: Samples.start, state: .running, results: results)
    }

    @Test(arguments: 0..<count) func watches(_ number: Int) {
        let text = HostileText.numbered(number)
        var alice = world(number)
        let invocation = invocation(number, RegionID(text))
        alice.take(.reply(.invocations(RegionID(text), [invocation])))
        alice.take(.reply(.results(invocation.id, invocation.results)))
        alice.take(.reply(.refused(.list(.commands), error(text))))
        lookAtEveryPane(&alice)
        alice.press(.escape, .escape, .escape, .character("7"), .enter, .character("/"))
        alice.take(.paste(text))
        look(alice)
        alice.press(.enter, .character("w"))
        look(alice)
        alice.press(.character("w"), .right, .right, .right, .character("n"), .character("g"))
        look(alice)
        alice.press(.character("]"), .character("G"))
        look(alice)
        alice.press(.character("s"))
        look(alice)
        alice.press(.escape, .character("r"))
        look(alice)
    }

    // MARK: - What is copied

    /// Every text that the console hands to the clipboard as a command line is words that a shell reads back.
    @Test(arguments: 0..<count) func copiesLinesThatAShellReadsBack(_ number: Int) throws {
        let text = HostileText.numbered(number)
        var alice = world(number)
        let invocation = invocation(number, RegionID(text))
        alice.take(.reply(.invocations(RegionID(text), [invocation])))
        alice.take(.reply(.results(invocation.id, invocation.results)))
        alice.press(.character("a"), .character("!"))
        alice.take(.paste("echo {{who}} # \(text)"))
        alice.press(.escape, .down)
        alice.take(.paste(text))
        alice.press(.escape)
        for pane in Pane.allCases { alice.press(.character("\(pane.rawValue)"), .character("Y")) }
        let lines = alice.effects.compactMap { effect in
            if case .copy(let line) = effect { line } else { nil }
        }
        #expect(lines.count >= 5)
        for line in lines {
            let words = try #require(ShellReading.words(line), "not plain words: \(line.debugDescription)")
            #expect(words.first == "flagdeck")
            for word in words.dropFirst() where word.utf8.elementsEqual(text.utf8) { return }
        }
        let isNamed = lines.contains { ShellReading.words($0)?.contains { $0.contains(text) } == true }
        #expect(isNamed)
    }
}
