// The script as a file that only the user it runs as can read.
#pragma once

#include <stdbool.h>

#include "order.h"
#include "user.h"

struct staged {
    char path[4608];      ///< The script's absolute path.
    char directory[64];   ///< The private directory made for another user; empty when there is none.
    char name[96];        ///< The script's name in its directory.
    int holder;           ///< Descriptor of the directory that the script is in.
};

/// Writes the script; false with errno set when it cannot, and then nothing is left of it.
bool staging_write(const struct order *order, const struct user *user, int attempt, struct staged *staged);

/// Removes the script and its private directory.
void staging_remove(const struct staged *staged);
