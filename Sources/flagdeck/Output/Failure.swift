import ArgumentParser
import CloudAssistant
import Runners
import Screen
import SealedParameters
import Settings
import Store
import Terminal
import Themes

/// Turns errors into words on standard error and into the exit code 2.
enum Failure {
    /// Runs a subcommand's work; whatever goes wrong is explained and ends the process with 2.
    static func explained(
        in language: Language = Machine.language, _ work: () async throws -> Void
    ) async throws {
        do {
            try await work()
            try Out.check()
        } catch let code as ExitCode {
            throw code
        } catch {
            for line in lines(error, language) { Out.note(SafeText(line).plain) }
            throw ExitCode(2)
        }
    }

    /// The words for an error: what it is, why, and what to do.
    static func lines(_ error: any Error, _ language: Language) -> [String] {
        switch error {
        case let error as APIError:
            let (cause, fix) = ErrorSentences.explanation(error, in: language)
            var lines = ["flagdeck: \(error.code): \(ErrorSentences.message(error))", "  " + cause, "  " + fix]
            if let request = error.requestID { lines.append("  RequestId: \(request)") }
            return lines
        case let error as StoreError: return StartSentences.lines(error, language)
        case let error as ParameterStoreError: return ParameterSentences.lines(error, language)
        case let rule as ParameterRule: return ParameterSentences.lines(rule, language)
        case let error as SettingsError: return SettingsSentences.lines(error, language)
        case let error as ThemeError: return ThemeSentences.lines(error, language)
        case let error as RunnerError: return StartSentences.lines(error, language)
        case let error as TerminalError: return StartSentences.lines(error, language)
        case let error as StartError: return StartSentences.lines(error, language)
        default: return ["flagdeck: \(error)"]
        }
    }
}
