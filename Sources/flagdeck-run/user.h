// Whom a script runs as.
#pragma once

#include <stdbool.h>
#include <sys/types.h>

#define NAME_LIMIT 256

struct user {
    bool is_other;  ///< True when it is not the user that we run as.
    uid_t uid;
    gid_t gid;
    char name[NAME_LIMIT];
    char home[4096];
    char shell[4096];
};

/// Finds a user by name, or our own for null. Returns false when there is none,
/// with errno 0, or when that cannot be told, with errno set.
bool user_find(const char *name, struct user *user);

/// Looks our own user up once, for all processes that are forked later.
void user_remember(void);

/// Becomes the user for good and makes sure of it; false with errno set when that is not possible.
bool user_become(const struct user *user);
