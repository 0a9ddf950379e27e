#define _GNU_SOURCE
#include "place.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>

static bool file_name(const struct place *place, const char *suffix, char name[NAME_MAX + 1]) {
    int length = snprintf(name, NAME_MAX + 1, "%s%s", place->name, suffix);
    if (length >= 0 && length <= NAME_MAX) return true;
    errno = ENAMETOOLONG;
    return false;
}

int place_open(const struct place *place, const char *suffix, int flags) {
    char name[NAME_MAX + 1];
    if (!file_name(place, suffix, name)) return -1;
    return openat(place->directory, name, flags | O_CLOEXEC | O_NOFOLLOW, 0600);
}

void place_unlink(const struct place *place, const char *suffix) {
    char name[NAME_MAX + 1];
    if (file_name(place, suffix, name)) unlinkat(place->directory, name, 0);
}
