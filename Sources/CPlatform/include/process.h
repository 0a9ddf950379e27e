// What the C library offers for processes and Swift's import of it leaves out.
#pragma once

#include <stddef.h>
#include <sys/types.h>

/// A descriptor for a process that becomes readable when it ends; -1 with errno set on failure.
int platform_pidfd_open(pid_t pid);

/// Sends a signal to the process behind a descriptor, which can never be a later process with the same id.
int platform_pidfd_signal(int pidfd, int signal);

/// A counter to wake up a poll with; closed on exec.
int platform_eventfd(void);

/// One of the programs that `flagdeck-run` can be.
struct platform_helper {
    /// The path of `flagdeck-run`.
    const char *program;
    /// Its one argument, such as `--spawner`.
    const char *role;
    /// What its standard input is to be; our own when negative.
    int input;
    /// What it finds on its socket from its first moment; none when the length is 0.
    const void *message;
    size_t length;
};

/// Starts a helper with one end of a new socket pair as its descriptor 3 and nothing else of ours.
///
/// Returns the process and stores our end in `end`; -1 with errno set on failure.
pid_t platform_start_helper(const struct platform_helper *helper, int *end);

/// Starts a program in the foreground of the terminal: in our process group, with the terminal as its three standard
/// descriptors, or with `input` as standard input and nothing for the other two. Whatever we handle or block, it does
/// not. -1 with errno set on failure.
pid_t platform_start_program(char *const arguments[], int input);

/// Waits until a program that was started so has ended, at most `milliseconds`, without an end when negative; a program
/// that stopped by itself takes us along. Returns 1 with its wait status, 0 when the time is over, -1 with errno set.
int platform_wait_for_program(pid_t pid, int milliseconds, int *status);
