#define _GNU_SOURCE
#include "staging.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

// Memory first: a script need not outlive a power cut. The service looks in the same places for what a supervisor that
// was killed has left.
static const char *const bases[] = {"/dev/shm", "/var/tmp"};

bool staging_draw(struct staged *staged) {
    unsigned char bytes[16];
    if (getrandom(bytes, sizeof bytes, 0) != sizeof bytes) return false;
    for (int i = 0; i < 16; i++) sprintf(staged->word + 2 * i, "%02x", bytes[i]);
    staged->directory[0] = 0;
    staged->holder = -1;
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

static bool write_in(const char *base, const struct order *order, const struct user *user, struct staged *staged) {
    snprintf(staged->directory, sizeof staged->directory, "%s/flagdeck-%s", base, staged->word);
    snprintf(staged->path, sizeof staged->path, "%s/%s", staged->directory, staged->name);
    if (mkdir(staged->directory, 0700) != 0) {
        staged->directory[0] = 0;
        return false;
    }
    staged->holder = open(staged->directory, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (staged->holder >= 0 && write_script(order, user, staged)) return true;
    int problem = errno;
    staging_remove(staged);
    errno = problem;
    return false;
}

// Scripts are executed where they lie: what runs scripts from memory may forbid that.
static bool may_execute_in(const char *base) {
    struct statvfs status;
    return statvfs(base, &status) == 0 && (status.f_flag & ST_NOEXEC) == 0;
}

bool staging_write(const struct order *order, const struct user *user, struct staged *staged) {
    if (strlen(order->extension) > 32) {
        errno = ENAMETOOLONG;
        return false;
    }
    snprintf(staged->name, sizeof staged->name, "script%s", order->extension);
    if (may_execute_in(bases[0]) && write_in(bases[0], order, user, staged)) return true;
    return write_in(bases[1], order, user, staged);
}

void staging_remove(const struct staged *staged) {
    if (staged->directory[0] == 0) return;
    if (staged->holder >= 0) unlinkat(staged->holder, staged->name, 0);
    if (rmdir(staged->directory) == 0 || errno != ENOTEMPTY) {
        if (staged->holder >= 0) close(staged->holder);
        return;
    }
    // The script's user may have put files beside it; what is deeper stays for the user to remove.
    DIR *entries = staged->holder >= 0 ? fdopendir(staged->holder) : NULL;
    struct dirent *entry;
    while (entries && (entry = readdir(entries))) unlinkat(staged->holder, entry->d_name, 0);
    if (entries) closedir(entries);
    rmdir(staged->directory);
}
