/// Something the terminal reports to the application.
public enum InputEvent: Hashable, Sendable {
    /// A key was pressed.
    case key(Key)
    /// The mouse was used, where it was asked for.
    case mouse(Mouse)
    /// Text was pasted.
    case paste(String)
    /// The terminal has a new size.
    case resize(Size)
    /// Another part of the application asked for attention.
    case woken
    /// Nothing happened in the time given.
    case timeout
    /// The terminal is gone.
    case hangup
    /// The process was asked to end.
    case terminate
}
