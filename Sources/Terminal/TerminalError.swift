/// Why the terminal cannot be taken over.
public enum TerminalError: Error, Sendable, Hashable {
    /// The process has none, or it cannot be opened.
    case noTerminal(errno: Int32)
    /// Nothing is known of terminals of this type, nor of any usual one; or they cannot place the cursor.
    case unknownType(String)
}
