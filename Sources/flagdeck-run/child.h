// Starting the script's process.
#pragma once

#include <stdint.h>
#include <sys/types.h>

#include "order.h"
#include "staging.h"
#include "user.h"

/// Why a script could not be started; the words stand in the result.
struct failure {
    char reason[32];      ///< Empty when nothing failed.
    char subject[1024];
    int number;           ///< The system's error number.
};

/// Fills in a failure.
void failure_set(struct failure *failure, const char *reason, const char *subject, int number);

/// Where the script is to run: the directory asked for or the user's home.
const char *child_directory(const struct order *order, const struct user *user);

struct container;

/// Starts the script, in a container unless that is null, with its output going to `output`; a `struct failure` comes through `status`, which is closed
/// without one when the script runs. Returns the process, or -1.
pid_t child_start(const struct order *order, const struct user *user, const struct staged *staged,
                  const struct container *container, int output, int status);
