// Scripts in containers: which container, through which program, and how its processes end.
#pragma once

#include <stdbool.h>

#include "child.h"
#include "order.h"

/// A container that was found.
struct container {
    const char *program;  ///< The command line of its runtime; null when there is none to run in.
    char id[128];
};

/// True for an order that is to run in a container.
bool container_is_wanted(const struct order *order);

/// Finds the container of an order; false with the failure filled in. Takes as long as the runtimes do, 10 seconds for
/// each question at most.
bool container_find(const struct order *order, struct container *container, struct failure *failure);

/// Executes the script that is our standard input in the container; returns only when that fails.
void container_execute(const struct container *container, const struct order *order);

/// Asks the script's processes in the container to end with a signal such as "TERM". Nobody waits for that.
void container_signal(const struct container *container, const struct order *order, const char *signal);
