import CloudAssistant
import Screen

/// Taking something along: an id, a command line.
extension State {
    mutating func copyID() -> [Effect] {
        let text: String? =
            switch focus {
            case .regions: regions.current?.id.text
            case .targets: targets.current?.instance.id.text
            case .commands: commands.current?.id.text
            case .parameters, .preview: form?.command?.id.text
            case .invocations: invocations.current?.id.text
            case .output: output.invokeID?.text
            case .errors:
                problems.current.map { problem in
                    if case .failed(let id, _, _, _) = problem.kind { return id.text }
                    return problem.code
                }
            }
        guard let text else {
            say(.nothingToCopy)
            return []
        }
        return [.copy(text)]
    }

    /// The command line that does what the pane in focus shows.
    mutating func copyShellLine() -> [Effect] {
        guard let text = shellLine else {
            say(.nothingToCopy)
            return []
        }
        return [.copy(text)]
    }

    private var shellLine: String? {
        func line(_ words: String...) -> String { words.map(ShellWord.quoted).joined(separator: " ") }
        let region = region?.text ?? ""
        switch focus {
        case .regions: return line("flagdeck", "regions")
        case .targets: return line("flagdeck", "instances", "--region-id", region)
        case .commands:
            guard let command = commands.current else { return nil }
            let form = form?.command?.id == command.id ? form : nil
            return ShellLine.text(form ?? Form(command, in: RegionID(region)), to: aim)
        case .parameters, .preview: return form.map { ShellLine.text($0, to: preview?.aim ?? aim) }
        case .invocations:
            return invocations.current.map {
                line("flagdeck", "invocations", "--region-id", region, "--invoke-id", $0.id.text)
            }
        case .output, .errors:
            let id = focus == .output ? output.invokeID : problems.current?.invokeID
            return id.map { line("flagdeck", "results", "--region-id", region, "--invoke-id", $0.text) }
        }
    }

    mutating func take(_ copied: Copied) {
        guard let path = copied.path.map({ SafeText($0) }) else { return say(.copyFailed, as: .warning) }
        switch copied.place {
        case .terminal: say(.copiedToTerminal, [path])
        case .tmux: say(.copiedToTmux, [path])
        case .fileOnly: say(.copiedToFile, [path])
        }
    }
}
