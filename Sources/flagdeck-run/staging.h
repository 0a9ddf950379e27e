// The script as a file that only the user it runs as can read: a private directory with a name that nobody can guess,
// and the script in it.
#pragma once

#include <stdbool.h>

#include "order.h"
#include "user.h"

struct staged {
    char word[33];        ///< The part of the directory's name that nobody can guess.
    char directory[64];   ///< The directory's absolute path; empty before it is made.
    char path[128];       ///< The script's absolute path.
    char name[48];        ///< The script's name in its directory.
    int holder;           ///< Descriptor of the directory.
};

/// Draws the name; false when the system has no chance to give.
bool staging_draw(struct staged *staged);

/// Writes the script; false with errno set when it cannot, and then nothing is left of it.
bool staging_write(const struct order *order, const struct user *user, struct staged *staged);

/// Removes the script and its directory.
void staging_remove(const struct staged *staged);
