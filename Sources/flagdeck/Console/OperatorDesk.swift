import CloudAssistant
import Console
import Glibc
import Terminal

/// Does what the console wants done on the operator's side: the terminal, the clipboard, the editor, the pager.
struct OperatorDesk {
    let terminal: Terminal
    let clipboard: Clipboard
    let editor: Editor
    let pager: Pager
    let memory: MemoryFile
    let language: Language

    init(_ terminal: Terminal, environment: [String: String], directory: String, language: Language) {
        self.terminal = terminal
        self.language = language
        clipboard = Clipboard(environment: environment, directory: directory)
        editor = Editor(environment: environment, directory: directory)
        pager = Pager(environment: environment, directory: directory)
        memory = MemoryFile(path: directory + "/console.json")
    }

    /// Does what an effect wants of the terminal; returns what came of it.
    func perform(_ effect: Effect) -> Event? {
        switch effect {
        case .repaint: terminal.repaint()
        case .suspend: terminal.suspend()
        case .setMouse(let isOn): terminal.setMouse(isOn)
        case .remember(let memory): self.memory.write(memory)
        case .copy(let text): return .copied(copy(text))
        case .edit(let task, let text): return .edited(task, edit(text))
        case .page(let text): return page(text)
        default: break
        }
        return nil
    }

    private func copy(_ text: String) -> Copied {
        let outcome = clipboard.put(text) { terminal.copy($0, throughScreen: $1) }
        let path: String? = if case .success(let path) = outcome.file { path } else { nil }
        switch outcome.way {
        case .tmuxBuffer: return Copied(place: .tmux, path: path)
        case .terminal: return Copied(place: .terminal, path: path)
        case .fileOnly: return Copied(place: .fileOnly, path: path)
        }
    }

    private func edit(_ text: String) -> Edited {
        switch terminal.lend({ editor.edit(text) }) {
        case .text(let text): return .text(text)
        case .failed(let problem, let kept):
            return .failed(ProgramSentences.words(problem)[language], keptAt: kept)
        }
    }

    private func page(_ text: PagedText) -> Event? {
        switch terminal.lend({ pager.show(text) }) {
        case .exited(0): return nil
        case let end: return .notice(ProgramSentences.words(pager: end)[language])
        }
    }
}
