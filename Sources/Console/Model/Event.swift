public import CloudAssistant
public import Screen

/// What happens to the console.
public enum Event: Equatable, Sendable {
    /// A key was pressed.
    case key(Key)
    /// Text was pasted.
    case paste(String)
    /// The terminal has a new size.
    case resize(Size)
    /// Time went by.
    case tick
    /// The service is there; the engine's process when this console may only look.
    case opened(engineProcess: Int?)
    /// The service answered.
    case reply(Reply)
    /// Something changed in the service.
    case change(Change)
}

/// An answer of the service.
public enum Reply: Equatable, Sendable {
    /// The regions.
    case regions([Region])
    /// The instances of a region.
    case targets(RegionID, [Target])
    /// The instances of a region, made ready; only the first ones while the others are still being read.
    case readyTargets(RegionID, SearchableEntries<Target>, isWhole: Bool)
    /// The commands of a region.
    case commands(RegionID, [Command])
    /// The invocations of a region, newest first.
    case invocations(RegionID, [Invocation])
    /// The results of an invocation.
    case results(InvokeID, [InvocationResult])
    /// A token for the open form.
    case token(String)
    /// The form was accepted.
    case accepted(InvokeID)
    /// The stop was accepted.
    case stopped(InvokeID)
    /// A question or a call was refused.
    case refused(Question, APIError)
}

/// What a refusal answers.
public enum Question: Equatable, Sendable {
    /// The list of a pane.
    case list(Pane)
    /// The results of an invocation.
    case results(InvokeID)
    /// A form that was sent.
    case form
    /// A stop.
    case stop(InvokeID)
}

/// What the console wants done; the answers come back as events.
public enum Effect: Equatable, Sendable {
    /// Read the regions.
    case readRegions
    /// Read the instances of a region.
    case readTargets(RegionID)
    /// Read the commands of a region.
    case readCommands(RegionID)
    /// Read the newest invocations of a region.
    case readInvocations(RegionID)
    /// Read the results of an invocation.
    case readResults(RegionID, InvokeID)
    /// Draw a token for a form.
    case drawToken
    /// Send a confirmed form.
    case send(FormRequest)
    /// Stop an invocation.
    case stop(RegionID, InvokeID)
    /// Draw the whole screen anew.
    case repaint
    /// Stop the process until it is continued.
    case suspend
    /// End the console; scripts go on.
    case quit
}
