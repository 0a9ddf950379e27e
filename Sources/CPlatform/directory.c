#define _GNU_SOURCE
#include "directory.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static const int walking = O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

static bool is_trusted(uid_t user) { return user == 0 || user == geteuid(); }

// What stands in such a directory was put there by root or us, or by others under names of their own only.
static bool is_ours(int directory, bool *is_shared) {
    struct stat status;
    if (fstat(directory, &status) != 0 || !is_trusted(status.st_uid)) return false;
    *is_shared = (status.st_mode & 022) != 0;
    return !*is_shared || (status.st_mode & S_ISVTX) != 0;
}

// A link that nobody but root or we can have made, to a path without further links.
static int follow_link(int directory, const char *part) {
    struct stat status;
    char target[PATH_MAX];
    bool is_shared;
    int problem = ENOTDIR;
    if (fstatat(directory, part, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(status.st_mode)) {
        problem = ELOOP;
        ssize_t length = is_ours(directory, &is_shared) && is_trusted(status.st_uid)
                             ? readlinkat(directory, part, target, sizeof target - 1)
                             : -1;
        if (length > 0) {
            target[length] = 0;
            struct open_how how = {.flags = O_PATH | O_DIRECTORY | O_CLOEXEC, .resolve = RESOLVE_NO_SYMLINKS};
            int found = (int)syscall(SYS_openat2, directory, target, &how, sizeof how);
            if (found >= 0) return found;
            problem = errno;
        }
    }
    errno = problem;
    return -1;
}

static int make(int directory, const char *part) {
    bool is_shared;
    bool is_safe = is_ours(directory, &is_shared) && !is_shared;
    bool is_made = mkdirat(directory, part, 0755) == 0;
    if (!is_made && errno != EEXIST) return -1;
    int made = openat(directory, part, walking);
    // The umask may have taken something away. Where others could have put something in its place, that stays so.
    if (made >= 0 && is_made && is_safe && fchmodat(directory, part, 0755, 0) != 0) {
        int problem = errno;
        close(made);
        errno = problem;
        return -1;
    }
    if (made >= 0 && is_made) {
        int parent = openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (parent >= 0) {
            fsync(parent);
            close(parent);
        }
    }
    return made;
}

static int enter(int directory, const char *part, bool makes) {
    int next = openat(directory, part, walking);
    if (next >= 0) return next;
    if (errno == ENOENT && makes) return make(directory, part);
    if (errno == ENOTDIR || errno == ELOOP) return follow_link(directory, part);
    return -1;
}

int directory_open(const struct platform_file *file, bool makes, struct platform_file_outcome *outcome) {
    char path[PATH_MAX];
    outcome->step = PLATFORM_FILE_DIRECTORY;
    snprintf(outcome->part, sizeof outcome->part, "%s", file->directory);
    if (file->directory[0] != '/' || strlen(file->directory) >= sizeof path) {
        outcome->number = ENAMETOOLONG;
        return -1;
    }
    strcpy(path, file->directory);
    int here = open("/", walking);
    char *rest = NULL;
    for (char *part = strtok_r(path, "/", &rest); here >= 0 && part; part = strtok_r(NULL, "/", &rest)) {
        int next = -1;
        // Never out of what was walked through.
        if (strcmp(part, ".") == 0 || strcmp(part, "..") == 0) {
            errno = EINVAL;
        } else {
            next = enter(here, part, makes);
        }
        int problem = errno;
        close(here);
        here = next;
        if (here >= 0) continue;
        outcome->number = problem;
        size_t length = (size_t)(part - path) + strlen(part);
        if (length < sizeof outcome->part) outcome->part[length] = 0;
    }
    if (here >= 0) outcome->step = PLATFORM_FILE_DONE;
    return here;
}
