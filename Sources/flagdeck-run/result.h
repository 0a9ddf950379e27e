// What came of an attempt, behind the claim and in the same file: whole with its last line, or as if it were not there.
#pragma once

#include <stdint.h>

#include "child.h"
#include "output.h"

enum ending { ENDING_EXITED, ENDING_SIGNALLED, ENDING_TIMED_OUT, ENDING_STOPPED, ENDING_START_FAILED };

struct result {
    enum ending ending;
    int code;          ///< The exit code or the signal.
    int64_t started;   ///< Milliseconds since 1970; 0 when the script never started.
    int64_t finished;  ///< Milliseconds since 1970.
    struct failure failure;
};

/// Writes the result behind the claim, durably. While the disk is full, the output gives way, and then it is tried again
/// and again.
void result_write(int claim, const struct result *result, struct output *output);
