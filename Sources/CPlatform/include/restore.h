// Giving the terminal back whatever ends the process.
#pragma once

#include <stdbool.h>
#include <stddef.h>

/// Remembers the present modes of the terminal `descriptor`; from now on a signal that ends the process gives it back
/// first. Returns false when the modes cannot be read.
bool restore_arm(int descriptor);

/// What is written to the terminal when it is given back by a signal, at most 1024 bytes.
void restore_set_farewell(const char *bytes, size_t length);

/// Forgets the terminal and puts the earlier signal handlers back.
void restore_disarm(void);

/// Descriptor that becomes readable when the window changed, the process was continued or is asked to end.
int restore_signals(void);
