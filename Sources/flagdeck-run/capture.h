// Asking another program something.
#pragma once

#include <stdbool.h>
#include <stddef.h>

/// How a question ended.
enum capture_end {
    CAPTURE_ANSWERED,   ///< The program ended with 0.
    CAPTURE_MISSING,    ///< There is no such program.
    CAPTURE_REFUSED,    ///< It ended otherwise.
    CAPTURE_TIMED_OUT,  ///< It was still at work, and is gone now.
};

/// What a program wrote, ended by NUL; more than there is room for is left out.
struct capture {
    char output[1 << 20];
    char errors[4096];
};

/// Runs a program to its end, or for so long at most.
enum capture_end capture_run(char *const arguments[], int milliseconds, struct capture *capture);

/// Starts a program that nobody waits for, without input and output.
void capture_start(char *const arguments[]);
