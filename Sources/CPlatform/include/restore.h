// Giving the terminal back whatever ends the process.
#pragma once

#include <stdbool.h>
#include <stddef.h>

/// Remembers the present modes of the terminal `descriptor`; from now on a signal that ends the process gives it back
/// first. Returns false when the modes cannot be read.
bool restore_arm(int descriptor);

/// What is written to the terminal when it is given back by a signal, at most 1024 bytes.
void restore_set_farewell(const char *bytes, size_t length);

/// Has a process wait for our end, which gives the terminal back where we cannot: when we are killed. `program` is the
/// path of `flagdeck-run`. Called when the modes and the farewell are set; false with errno set when it cannot be had.
bool restore_watch(const char *program);

/// The terminal is somebody else's from here on: no signal gives it back, Ctrl-C and Ctrl-\ end only the others, and
/// Ctrl-Z stops us with them.
void restore_lend(void);

/// It is ours again.
void restore_take_back(void);

/// Stops the process, and its job, as Ctrl-Z does; returns when it goes on. Only between lending and taking back.
void restore_stop(void);

/// Stops the process while another job has the terminal. Only between lending and taking back.
void restore_wait_for_front(void);

/// Forgets the terminal and puts the earlier signal handlers back.
void restore_disarm(void);

/// Descriptor that becomes readable when the window changed, or the process was continued or is asked to stop or to end.
int restore_signals(void);
