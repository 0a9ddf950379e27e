public import CloudAssistant
public import Screen

/// What happens to the console.
public enum Event: Equatable, Sendable {
    /// A key was pressed.
    case key(Key)
    /// Text was pasted.
    case paste(String)
    /// The mouse was clicked somewhere.
    case click(Position)
    /// The mouse wheel was turned somewhere, by rows; down is positive.
    case wheel(Int, Position)
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
    /// The editor was left.
    case edited(EditTask, Edited)
    /// Something was handed to the clipboard.
    case copied(Copied)
    /// Something outside went wrong or is to be known; the sentence is in the operator's language.
    case notice(String)
}

/// What is edited in an editor.
public enum EditTask: Equatable, Sendable {
    /// The script of the open form.
    case script
    /// A new command.
    case newCommand
    /// A command of the library.
    case command(CommandID)
}

/// What came of an editor.
public enum Edited: Equatable, Sendable {
    /// It ended well; the text as it was left.
    case text(String)
    /// It did not; why, in words, and where the text was kept.
    case failed(String, keptAt: String?)
}

/// What is shown in a pager.
public enum PagedText: Equatable, Sendable {
    /// A file.
    case file(String)
    /// Bytes that are in no file.
    case bytes([UInt8])
}

/// Where something was copied to. Terminals do not answer, so nobody knows whether they took it.
public struct Copied: Equatable, Sendable {
    /// Who was asked to take it.
    public enum Place: Equatable, Sendable {
        /// The terminal, by an escape sequence.
        case terminal
        /// The buffer of tmux.
        case tmux
        /// Nobody.
        case fileOnly
    }

    /// Who was asked to take it.
    public let place: Place
    /// The file that holds it; nil when it could not be written.
    public let path: String?

    /// Where something was copied to.
    public init(place: Place, path: String?) {
        self.place = place
        self.path = path
    }
}

/// An answer of the service.
public enum Reply: Equatable, Sendable {
    /// The regions.
    case regions([Region])
    /// How many instances regions have.
    case counts([RegionID: Int])
    /// The instances of a region.
    case targets(RegionID, [Target])
    /// The instances of a region, made ready; only the first ones while the others are still being read.
    case readyTargets(RegionID, SearchableEntries<Target>, isWhole: Bool)
    /// The commands of a region.
    case commands(RegionID, [Command])
    /// The invocations of a region, newest first; of many, the newest ones.
    case invocations(RegionID, [Invocation])
    /// One invocation of a region as it is now.
    case invocation(RegionID, Invocation)
    /// The results of an invocation.
    case results(InvokeID, [InvocationResult])
    /// A token for the open form.
    case token(String)
    /// The form was accepted.
    case accepted(InvokeID)
    /// The stop was accepted.
    case stopped(InvokeID)
    /// An invocation was changed.
    case changed(InvokeID)
    /// A command was made or changed.
    case saved(CommandID)
    /// The file with the whole output of an attempt; nil when what is known here is all that there is.
    case whole(AttemptKey, path: String?)
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
    /// A change of an invocation.
    case change(InvokeID)
    /// A command that was to be made or changed.
    case command
}

extension Effect {
    /// True for what changes something in the service.
    public var acts: Bool {
        switch self {
        case .send, .stop, .change, .save: true
        default: false
        }
    }
}

/// What the console wants done; the answers come back as events.
public enum Effect: Equatable, Sendable {
    /// Read the regions.
    case readRegions
    /// Count the instances of regions.
    case countInstances([RegionID])
    /// Read the instances of a region.
    case readTargets(RegionID)
    /// Read the commands of a region.
    case readCommands(RegionID)
    /// Read the newest invocations of a region.
    case readInvocations(RegionID)
    /// Read those before them too, up to as many as the console keeps.
    case readEarlierInvocations(RegionID)
    /// Read one invocation of a region.
    case readInvocation(RegionID, InvokeID)
    /// Read the results of an invocation.
    case readResults(RegionID, InvokeID)
    /// Read every run of an invocation.
    case readHistory(RegionID, InvokeID)
    /// Draw a token for a form.
    case drawToken
    /// Send a confirmed form.
    case send(FormRequest)
    /// Stop an invocation.
    case stop(RegionID, InvokeID)
    /// Give an invocation another frequency.
    case change(RegionID, InvokeID, frequency: String)
    /// Make a command, or change the one of that id.
    case save(RegionID, CommandDraft, as: CommandID?)
    /// Open a text in the operator's editor.
    case edit(EditTask, String)
    /// Find the file that has the whole output of an attempt.
    case findWhole(AttemptKey)
    /// Show a text in the operator's pager.
    case page(PagedText)
    /// Hand a text to the clipboard.
    case copy(String)
    /// Keep what the console is to know when it is opened again.
    case remember(Memory)
    /// Change the theme, by its name.
    case setTheme(String)
    /// Let the mouse be reported, or not.
    case setMouse(Bool)
    /// Draw the whole screen anew.
    case repaint
    /// Stop the process until it is continued.
    case suspend
    /// End the console; scripts go on.
    case quit
}
