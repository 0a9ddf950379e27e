public import CloudAssistant
import Screen

/// Every text of the console that is ours, in both languages. `%` stands for a fact.
public enum Word: Sendable, CaseIterable {
    case regions, targets, commands, invocations, output, errors, help
    case keyNextPane, keyPreviousPane, keyPane, keyDown, keyUp, keyPageDown, keyPageUp, keyFirst, keyLast
    case keyOpen, keyBack, keyMark, keyMarkAll, keyUnmarkAll, keyFilter, keyPrepare, keyStop
    case keyNextInstance, keyPreviousInstance, keyHelp, keyReread, keyRepaint, keySuspend, keyQuit
    case readWrite, readOnly, running, marked, practice
    case loading, noRegions, noInstances, noCommands, noInvocations, noErrors, noOutput, nothingMatches
    case instance, name, status, system, address, tags, started, ended, command, by, code, time, exit
    case online, offline
    case adHoc, formTitle, content, contentHint, parameters, timeout, username, workingDirectory, terminationMode
    case serviceUser, homeDirectory, cancel, previewButton, formKeys, token
    case previewTitle, nothingSent, who, region, onTargets, andMore, runAs, typeToSend, sending, wrongAnswer, shell
    case stopTitle, stopText, stopButton, keepRunning
    case accepted, stopAccepted, refused, pressAgain, noTargets, nothingToStop, readOnlyRefusal, sharedEngine
    case tooSmall, leftOut, stillRunning, why, fix, starting
    case filterLabel, needsTerminal, crashed

    /// The text in both languages.
    public var text: LocalizedText {
        let (english, chinese) = Self.table(self)
        return LocalizedText(english: english, chinese: chinese)
    }

    /// The text in a language with facts in place of `%`, in order.
    func filled(_ language: Language, _ facts: [SafeText] = []) -> SafeText {
        var rest = facts[...]
        var filled = SafeText("")
        let parts = text[language].split(separator: "%", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            filled = filled + SafeText(String(part))
            if index < parts.count - 1 { filled = filled + (rest.popFirst() ?? SafeText("")) }
        }
        return filled
    }
}
