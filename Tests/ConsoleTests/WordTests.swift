import CloudAssistant
import Screen
import Testing

@testable import Console

@Suite struct WordTests {
    @Test(arguments: Word.allCases) func isThereInBothLanguages(_ word: Word) {
        let (english, chinese) = (word.text[.english], word.text[.chinese])
        #expect(!english.isEmpty && !chinese.isEmpty)
        #expect(english.count { $0 == "%" } == chinese.count { $0 == "%" })
        // `--ascii` promises signs that every terminal has.
        #expect(english.allSatisfy { $0.isASCII })
        let isChinese = chinese.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
        #expect(isChinese)
        for text in [english, chinese] { #expect(!SafeText(text).plain.contains("\u{FFFD}")) }
    }

    @Test func fillsInFactsInOrder() {
        let filled = Word.minutes.filled(.english, [SafeText("3"), SafeText("%"), SafeText("7")])
        #expect(filled.plain == "3 min % s")
        #expect(Word.minutes.filled(.english).plain == " min  s")
    }

    @Test(arguments: Language.allCases) func labelsFitBeforeTheirFields(_ language: Language) {
        let labels: [Word] = [
            .onTargets, .content, .timeout, .username, .workingDirectory, .terminationMode, .notReady, .purpose, .who,
            .region, .runAs, .shell,
        ]
        for word in labels { #expect(SafeText(word.text[language]).width <= 13, "\(word)") }
    }

    @Test(arguments: Language.allCases) func headingsFitOverTheirColumns(_ language: Language) {
        let headings: [(Word, Int)] = [
            (.name, 12), (.status, 9), (.address, 15), (.tags, 12), (.instance, 20), (.command, 10), (.created, 11),
            (.ended, 5), (.by, 6), (.invocation, 12), (.time, 11), (.code, 20), (.about, 14),
        ]
        for (word, width) in headings { #expect(SafeText(word.text[language]).width <= width, "\(word)") }
        for word in [Word.online, .offline] { #expect(SafeText(word.text[language]).width <= 9) }
    }

    @Test(arguments: Language.allCases) func linesFitAtEightyColumns(_ language: Language) {
        let id = SafeText("t-01m86w6sec8393hv8yb69mg07c")
        let process = SafeText("4194304")
        let lines: [(Word, SafeText)] = [
            (.previewKeys, id), (.sendingKeys, id), (.stopKeys, id), (.menuKeys, id), (.columnKeys, id),
            (.textKeys, id), (.unsavedKeys, id), (.contentKeys, id), (.fieldKeys, id), (.recentKeys, id),
            (.accepted, id), (.stopAccepted, id), (.nothingToStop, id), (.nothingFailed, id), (.noTargets, id),
            (.readOnlyRefusal, id), (.waitForToken, id), (.quitAgain, id), (.tagsChoose, id), (.noneReady, id),
            (.sharedEngine, process), (.pressAgain, process), (.wrongAnswer, SafeText("100")),
        ]
        for (word, fact) in lines { #expect(word.filled(language, [fact]).width <= 78, "\(word)") }
        // In the preview there must be room for the answer beside the question.
        #expect(Word.typeToSend.filled(language, [SafeText("100")]).width <= 76 - 7)
        let names = Pane.allCases.reduce(1) { $0 + SafeText($1.shortWord.text[language]).width + 3 }
        #expect(names <= 80)
    }
}
