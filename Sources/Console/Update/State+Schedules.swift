import CloudAssistant
import Screen

/// What is done with runs that come again.
extension State {
    /// Opens a line for another frequency.
    mutating func askForFrequency() {
        guard let invocation = chosenInvocation else { return }
        guard invocation.repeatMode == .period, !invocation.state.isFinal else {
            return say(.noFrequencyToChange, [SafeText(invocation.id.text)], as: .warning)
        }
        prompt = Prompt(
            kind: .frequency(invocation.id), field: TextField(invocation.frequency ?? "", limit: Frequency.lengthLimit))
        checkTypedFrequency()
    }

    /// Asks of what is typed what the service will ask.
    mutating func checkTypedFrequency() {
        guard let prompt, case .frequency(let id) = prompt.kind else { return }
        let timeout = invocations.entry(id.text)?.timeoutSeconds ?? setup.limits.defaultTimeout
        do throws(APIError) {
            _ = try Frequency.checked(
                prompt.field.text, timeoutSeconds: timeout, now: now, code: .invalidParameterFrequency,
                zones: setup.zones.rules)
            self.prompt?.error = nil
        } catch {
            self.prompt?.error = error
        }
    }

    /// Sends another frequency; one that is wrong stays in the line, which says why.
    mutating func changeFrequency(of id: InvokeID, to text: String) -> [Effect] {
        guard prompt?.error == nil else { return [] }
        prompt = nil
        return region.map { [.change($0, id, frequency: text)] } ?? []
    }

    /// Lists every run of the invocation, or the latest of each instance again.
    mutating func toggleHistory() -> [Effect] {
        if focus != .output {
            guard let id = chosenInvocation?.id else { return [] }
            focus = .output
            pendingInstance = nil
            output.open(id)
        }
        guard output.invokeID != nil else { return [] }
        output.showsHistory.toggle()
        say(output.showsHistory ? .historyOn : .historyOff)
        return reread(results: true)
    }

    /// The question for what the output pane shows.
    func readResults(_ region: RegionID, _ id: InvokeID) -> Effect {
        output.showsHistory && output.invokeID == id ? .readHistory(region, id) : .readResults(region, id)
    }
}

extension Invocation {
    /// True while something of it runs or is about to: what only waits for its time does not.
    var isUnderWay: Bool { !state.isFinal && state != .scheduled }
}
