// The descendants of this process.
#pragma once

/// Sends a signal to every descendant; returns how many there were.
int tree_signal(int signal);

/// Ends every descendant for good: stops them all first so that none can flee by forking.
void tree_kill(void);
