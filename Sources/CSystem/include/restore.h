// Giving the terminal back whatever ends the process.
#pragma once

#include <stdbool.h>
#include <stddef.h>

/// Remembers how to give the terminal `descriptor` back: its present modes and the bytes to write, at most 255; from
/// now on a signal that ends the process does so first. Returns false when the modes cannot be read.
bool restore_arm(int descriptor, const char *bytes, size_t length);

/// Gives the terminal back now, once; safe in signal handlers.
void restore_now(void);

/// Forgets everything and puts the earlier signal handlers back.
void restore_disarm(void);

/// Descriptor that becomes readable when the window changed, the process was continued or is asked to end.
int restore_signals(void);
