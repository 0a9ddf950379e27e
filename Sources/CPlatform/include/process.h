// What the C library offers for processes and Swift's import of it leaves out.
#pragma once

#include <sys/types.h>

/// A descriptor for a process that becomes readable when it ends; -1 with errno set on failure.
int platform_pidfd_open(pid_t pid);

/// Sends a signal to the process behind a descriptor, which can never be a later process with the same id.
int platform_pidfd_signal(int pidfd, int signal);

/// A counter to wake up a poll with; closed on exec.
int platform_eventfd(void);

/// Starts `program --spawner` with one end of a new socket pair as its descriptor 3 and nothing else of ours.
///
/// Returns the process and stores our end in `end`; -1 with errno set on failure.
pid_t platform_start_spawner(const char *program, int *end);
