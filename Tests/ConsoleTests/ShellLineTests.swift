import CloudAssistant
import Screen
import TestSupport
import Testing

@testable import Console

@Suite struct ShellLineTests {
    /// Splits a line into words by the POSIX rules for blanks and single quotes and backslashes; nil for what would be
    /// anything but plain words.
    static func split(_ line: String) -> [String]? {
        var words: [String] = []
        var word: String?
        var rest = line.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "'":
                guard let end = rest.firstIndex(of: "'") else { return nil }
                word = (word ?? "") + String(rest[..<end])
                rest = rest[rest.index(after: end)...]
            case "\\":
                guard let next = rest.popFirst() else { return nil }
                word = (word ?? "") + String(next)
            case " ":
                if let word { words.append(word) }
                word = nil
            case "\"", "$", "`", ";", "&", "|", "<", ">", "(", ")", "*", "?", "[", "#", "~", "\n", "\t", "!", "{", "}":
                return nil
            default: word = (word ?? "") + String(scalar)
            }
        }
        if let word { words.append(word) }
        return words
    }

    @Test(arguments: [
        "", "plain", "two words", "it's", "''", "'", "$HOME `id` \"x\"", "a\nb\n", "\\", "-rf", "~", "*", "#no", "!!",
        "数据库", "a;b&c|d", "{{name}}", "=x", "\u{1B}[31m", "e\u{301}'",
    ]) func aShellReadsEachWordBack(_ word: String) {
        #expect(Self.split(ShellWord.quoted(word))?.map { Array($0.unicodeScalars) } == [Array(word.unicodeScalars)])
    }

    @Test func aShellReadsRandomWordsBack() {
        var seeds = SystemRandomNumberGenerator()
        for round in 0..<200 {
            let seed = round < 100 ? UInt64(round) : seeds.next()
            var generator = Seeded(seed)
            let letters = Array(" '\\\"$`;&|<>()*?[]#~\n\t!{}=-a0./你")
            let words = (0..<5).map { _ in
                String(
                    (0..<Int.random(in: 0...8, using: &generator)).map { _ in
                        letters.randomElement(using: &generator) ?? "a"
                    })
            }
            let line = words.map(ShellWord.quoted).joined(separator: " ")
            #expect(Self.split(line) == words, "seed \(seed)")
        }
    }

    @Test func saysTheSameAsTheForm() {
        var form = Form(nil, in: Samples.hangzhou)
        form.set(.content, to: "echo 'it''s' {{who}}\n")
        form.set(.parameter("who"), to: "a b")
        form.set(.username, to: "-x")
        form.set(.workingDirectory, to: "/srv/my app")
        form.set(.terminationMode, to: "ProcessTree")
        let two = Aim(kind: .marks, targets: Array(Samples.targets.prefix(2)))
        #expect(
            Self.split(ShellLine.text(form, to: two)) == [
                "flagdeck", "run", "--region-id", "cn-hangzhou", "--command-content", "echo 'it''s' {{who}}\n",
                "--enable-parameter", "--instance-id", "i-bp1web01", "--instance-id", "i-bp1web02", "--parameter",
                "who=a b", "--timeout", "60", "--username=-x", "--working-dir", "/srv/my app", "--termination-mode",
                "ProcessTree",
            ])
        let invoke = Form(Samples.commands[1], in: Samples.hangzhou)
        let tags = Aim(kind: .tags([TagFilter(key: "role", value: "web")]), targets: [])
        #expect(
            Self.split(ShellLine.text(invoke, to: tags)) == [
                "flagdeck", "invoke", "--region-id", "cn-hangzhou", "--command-id", "c-uptime", "--resource-tag",
                "role=web", "--timeout", "60",
            ])
    }
}
