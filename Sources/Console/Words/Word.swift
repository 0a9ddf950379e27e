public import CloudAssistant
import Screen

/// Every text of the console that is ours, in both languages. `%` stands for a fact.
public enum Word: Sendable, CaseIterable {
    case regions, targets, commands, invocations, output, errors, help, keyNextPane, keyPreviousPane, keyPane
    case keyDown, keyUp, keyPageDown, keyPageUp, keyFirst, keyLast, keyOpen, keyBack, keyMark, keyMarkAll
    case keyUnmarkAll, keyFilter, keyPrepare, keyStop, keyNextInstance, keyPreviousInstance, keyHelp
    case keyInterrupt, keyReread, keyRepaint, keySuspend, keyQuit, readWrite, readOnly, running, marked
    case practice, previewKeys, sendingKeys, stopKeys, filterKeys, embeddedService, besideEngine, loading
    case noRegions, noInstances, noCommands, noInvocations, pressToPrepare, noErrors, noOutput, nothingMatches, instance
    case invocation, name, status, address, tags, created, ended, command, by, code, time, about, exit, online
    case offline, seconds, minutes, hours, adHoc, content, contentHint, timeout, username, workingDirectory
    case terminationMode, purpose, notReady, serviceUser, homeDirectory, required, previewButton, leftEmpty
    case nothingSent, who, region, onTargets, andMore, runAs, endsAfter, typeToSend, sending, wrongAnswer
    case waitForToken, shell, script, stopTitle, stopText, stopButton, keepRunning, accepted, stopAccepted
    case refused, pressAgain, noTargets, nothingToStop, readOnlyRefusal, sharedEngine, tooSmall, leftOut
    case noOutputYet, why, fix, filterLabel, crashed, needsTerminal, parameters, preview, keyScript, keyTags
    case keyMarkRange, keyInvertMarks, keyDropUnready, keyPaste, keySort, keyReverseSort, keyColumns
    case keyNewCommand, keyEdit, keyRetry, keyFollow, keyWrap, keyPager, keyNextMatch, keyPreviousMatch
    case keyCopyID, keyCopyShellLine, keyZoom, keyPalette, keyMessages, keyMouse, keyLeft, keyRight
    case keyHalfPageDown, keyHalfPageUp, menuKeys, columnKeys, textKeys, unsavedKeys, contentKeys, fieldKeys
    case recentKeys, searchKeys, tagKeys, tagShortKeys, pasteKeys, pasteShortKeys, choiceKeys
    case matches, noColumn, searchLabel, tagsLabel, pasteLabel
    case byTags, hidden, instances, zone, group, host, size, system, exitCode, took, dryRun, labelName
    case labelInstance, labelStatus, labelAgent, labelZone, labelHost, labelSystem, labelPrivate, labelPublic
    case labelSize, labelTimeZone, labelTag, labelRuns, noForm, noPreview, more, secondsLong, launcher
    case runTags, resourceGroup, usualLauncher, oneOf, recent, timeoutHelp, terminationHelp, launcherHelp
    case tagsHelp, unreadyCount, from, own, tagsAtSending, matchNow, notYet, danger, ranBefore, ranBeforeText
    case typeNameToSend, paletteTitle, columnsTitle, goTo, useTheme, messages, noMessages, saveTitle, saving
    case textIsKept, editAgain, discard, column, termOK, termFailed, termTimedOut, termUndelivered
    case termInterrupted, termStopped, termRunning, termWaiting, mouseOn, mouseOff, quitAgain, wrapOn, wrapOff
    case notFound, tagsChoose, marksChoose, tagsMatch, rangeBegins, nothingMarked, allReady, noneReady
    case dropped, pasted, pastedPartly, sortedBy, unsorted, nothingFailed, targetsGone, retryReady, retryPartly
    case noFormToCorrect, refusedTargets, refusedUnready, editorFailed, editorFailedKept, nothingChanged, commandSaved
    case copiedToTerminal, copiedToTmux, copiedToFile, copyFailed, nothingToCopy, sheetHelp, dangerRemovesRoot
    case dangerRemovesVariable, dangerWritesDevice, dangerFormats, dangerReboots, dangerKillsAll
    case dangerForkBomb, dangerOpensAll, dangerFirewall, dangerRemoteAccess, dangerRemovesUser
    case dangerRunsDownload, dangerDropsData, dangerUnquoted, shortParameters, shortInvocations, typeShort
    case keySchedules, keyChangeFrequency, keyHistory, frequencyKeys, frequencyShortKeys, repeatMode, frequency
    case repeatHelp, frequencyHelp, noFrequency, nextRuns, nextRunsLabel, runsNothing, runsAtNextReboot
    case runsAtEveryReboot, nextRun, lastRun, runs, atRestart, runningNow, noSchedules, frequencyLabel, frequencyColumn
    case invocationChanged, noFrequencyToChange, historyOn, historyOff
    case savedWithoutParameters, commandChanged, unknownAction, unknownKey, wholeIn

    /// The text in both languages.
    public var text: LocalizedText {
        let (english, chinese) = keysText ?? hintsText ?? dangersText ?? panesText ?? messagesText ?? ("", "")
        return LocalizedText(english: english, chinese: chinese)
    }

    /// The text in a language with facts in place of `%`, in order.
    func filled(_ language: Language, _ facts: [SafeText] = []) -> SafeText {
        let text = text[language]
        // Most texts have no facts, and many are drawn for every key.
        guard text.utf8.contains(0x25) else { return SafeText(text) }
        var rest = facts[...]
        var filled = SafeText("")
        let parts = text.split(separator: "%", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            filled = filled + SafeText(String(part))
            if index < parts.count - 1 { filled = filled + (rest.popFirst() ?? SafeText("")) }
        }
        return filled
    }
}
