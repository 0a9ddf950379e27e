#define _GNU_SOURCE
#include "staging.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

static bool random_name(char name[33]) {
    unsigned char bytes[16];
    if (getrandom(bytes, sizeof bytes, 0) != sizeof bytes) return false;
    for (int i = 0; i < 16; i++) sprintf(name + 2 * i, "%02x", bytes[i]);
    return true;
}

static bool write_all(int file, const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t count = write(file, bytes, length);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes += count;
        length -= (size_t)count;
    }
    return true;
}

static bool write_script(const struct order *order, const struct user *user, struct staged *staged) {
    int file = openat(staged->holder, staged->name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0700);
    if (file < 0) return false;
    bool is_done = write_all(file, order->script, order->script_length);
    if (is_done && user->is_other) {
        // The directory goes last: until then nobody but us can put anything in the script's place.
        is_done = fchown(file, user->uid, user->gid) == 0 && fchmod(file, 0700) == 0 &&
                  fchown(staged->holder, user->uid, user->gid) == 0;
    }
    int problem = errno;
    if (close(file) != 0 && is_done) {
        problem = errno;
        is_done = false;
    }
    errno = problem;
    return is_done;
}

bool staging_write(const struct order *order, const struct user *user, int attempt, struct staged *staged) {
    char name[33];
    staged->directory[0] = 0;
    staged->holder = -1;
    if (strlen(order->extension) > 32 || !random_name(name)) return false;
    snprintf(staged->name, sizeof staged->name, "script-%s%s", name, order->extension);
    const char *directory = order->directory;
    if (user->is_other) {
        if (!random_name(name)) return false;
        snprintf(staged->directory, sizeof staged->directory, "/var/tmp/flagdeck-%s", name);
        directory = staged->directory;
        // Whoever finds us dead finds here what is to be removed.
        unlinkat(attempt, "staging", 0);
        if (symlinkat(directory, attempt, "staging") != 0 || mkdir(directory, 0700) != 0) return false;
    }
    staged->holder = open(directory, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    snprintf(staged->path, sizeof staged->path, "%s/%s", directory, staged->name);
    if (staged->holder >= 0 && write_script(order, user, staged)) return true;
    int problem = errno;
    staging_remove(staged);
    errno = problem;
    return false;
}

void staging_remove(const struct staged *staged) {
    if (staged->holder >= 0) unlinkat(staged->holder, staged->name, 0);
    if (staged->directory[0] == 0) return;
    // The user may have put files beside the script; what is deeper stays for the user to remove.
    DIR *entries = staged->holder >= 0 ? fdopendir(dup(staged->holder)) : NULL;
    struct dirent *entry;
    while (entries && (entry = readdir(entries))) unlinkat(staged->holder, entry->d_name, 0);
    if (entries) closedir(entries);
    rmdir(staged->directory);
}
