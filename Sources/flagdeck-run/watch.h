// Giving back the terminal of a console that was killed.
#pragma once

/// Waits on the socket `channel` for the end of the console whose terminal is standard input.
///
/// A console that dies while the terminal is its own leaves it to us: its modes are put back and its farewell is written,
/// unless somebody else has the terminal by then. Returns the exit code.
int watch_terminal(int channel);
