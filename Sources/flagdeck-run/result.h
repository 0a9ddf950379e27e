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

/// Writes the result behind the claim, durably; tries again and again while the disk is full.
void result_write(int claim, const struct result *result, const struct output *output);
