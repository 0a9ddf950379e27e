public import CloudAssistant
import Screen

/// Every text of the console that is ours, in both languages. `%` stands for a fact.
public enum Word: Sendable, CaseIterable {
    case regions, targets, commands, invocations, output, errors, help
    case keyNextPane, keyPreviousPane, keyPane, keyDown, keyUp, keyPageDown, keyPageUp, keyFirst, keyLast
    case keyOpen, keyBack, keyMark, keyMarkAll, keyUnmarkAll, keyFilter, keyPrepare, keyStop
    case keyNextInstance, keyPreviousInstance, keyHelp, keyInterrupt, keyReread, keyRepaint, keySuspend, keyQuit
    case formKeys, previewKeys, sendingKeys, stopKeys, helpKeys, filterKeys
    case embeddedService, besideEngine, readWrite, readOnly, running, marked, practice
    case loading, noRegions, noInstances, noCommands, noInvocations, noErrors, noOutput, nothingMatches
    case instance, invocation, name, status, address, tags, created, ended, command, by, code, time, about, exit
    case online, offline, seconds, minutes, hours
    case adHoc, formTitle, content, contentHint, timeout, username, workingDirectory, terminationMode, notReady, purpose
    case serviceUser, homeDirectory, required, cancel, previewButton
    case leftEmpty, previewTitle, nothingSent, who, region, onTargets, andMore, runAs, endsAfter, typeToSend, sending,
        wrongAnswer
    case waitForToken, shell, script
    case stopTitle, stopText, stopButton, keepRunning
    case accepted, stopAccepted, refused, pressAgain, leaveAgain, noTargets, nothingToStop, readOnlyRefusal
    case sharedEngine
    case tooSmall, leftOut, noOutputYet, why, fix
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
