#define _GNU_SOURCE
#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "directory.h"

static bool fails(struct platform_file_outcome *outcome, enum platform_file_step step, int number) {
    outcome->step = step;
    outcome->number = number;
    return false;
}

static bool write_all(int descriptor, const char *bytes, size_t length) {
    while (length > 0) {
        ssize_t count = write(descriptor, bytes, length);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes += count;
        length -= (size_t)count;
    }
    return true;
}

// A file without a name, which goes with us if we go. Where the file system has none, one with a name.
static int make(int directory, const struct platform_file *file, bool *has_name) {
    *has_name = false;
    int made = openat(directory, ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
    if (made >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL && errno != ENOENT)) return made;
    *has_name = true;
    return openat(directory, file->temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
}

// The mode comes last: giving a file away takes special bits from it.
static bool fill(int made, const struct platform_file *file, struct platform_file_outcome *outcome) {
    if (!write_all(made, file->bytes, file->length)) return fails(outcome, PLATFORM_FILE_BYTES, errno);
    bool gives = file->owner != (uid_t)-1 || file->group != (gid_t)-1;
    if (gives && fchown(made, file->owner, file->group) != 0) return fails(outcome, PLATFORM_FILE_OWNER, errno);
    if (fchmod(made, file->mode) != 0) return fails(outcome, PLATFORM_FILE_OWNER, errno);
    struct stat status;
    if (fstat(made, &status) != 0) return fails(outcome, PLATFORM_FILE_BYTES, errno);
    // Some file systems, and a group that we are not in, take bits away without a word.
    if ((status.st_mode & 07777) != file->mode) return fails(outcome, PLATFORM_FILE_OWNER, EPERM);
    return fsync(made) == 0 || fails(outcome, PLATFORM_FILE_BYTES, errno);
}

static int give_name(int directory, int made, const char *name) {
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", made);
    return linkat(AT_FDCWD, path, directory, name, AT_SYMLINK_FOLLOW);
}

// A directory, a device or a socket is never replaced.
static bool may_replace(int directory, const char *name) {
    struct stat status;
    if (fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW) != 0) return true;
    return S_ISREG(status.st_mode) || S_ISLNK(status.st_mode);
}

// For tests: time in which the service can be killed between the decision and the file.
static void wait_if_asked(void) {
    const char *word = getenv("FLAGDECK_TEST_FILE_DELAY_MS");
    int milliseconds = word ? atoi(word) : 0;
    if (milliseconds > 0 && milliseconds < 60000) usleep((useconds_t)milliseconds * 1000);
}

static bool is_over(int64_t deadline) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000 >= deadline;
}

// In one step: either the whole file is there or nothing of it.
static bool place(int directory, int made, bool has_name, const struct platform_file *file,
                  struct platform_file_outcome *outcome) {
    if (is_over(file->deadline)) return fails(outcome, PLATFORM_FILE_TIME, 0);
    if (file->overwrites) {
        if (!may_replace(directory, file->name)) return fails(outcome, PLATFORM_FILE_NAME, EISDIR);
        if (!has_name && give_name(directory, made, file->temporary) != 0) {
            return fails(outcome, PLATFORM_FILE_BYTES, errno);
        }
        wait_if_asked();
        if (renameat(directory, file->temporary, directory, file->name) == 0) return true;
    } else {
        wait_if_asked();
        int problem = has_name ? linkat(directory, file->temporary, directory, file->name, 0)
                               : give_name(directory, made, file->name);
        if (problem == 0) return true;
    }
    int problem = errno;
    bool is_name = problem == EEXIST || problem == EISDIR || problem == ENOTEMPTY || problem == ENAMETOOLONG ||
                   problem == EINVAL || problem == EILSEQ;
    return fails(outcome, is_name ? PLATFORM_FILE_NAME : PLATFORM_FILE_BYTES, problem);
}

static bool put(int directory, const struct platform_file *file, struct platform_file_outcome *outcome) {
    bool has_name;
    int made = make(directory, file, &has_name);
    if (made < 0) return fails(outcome, PLATFORM_FILE_BYTES, errno);
    bool is_there = fill(made, file, outcome) && place(directory, made, has_name, file, outcome);
    close(made);
    if (has_name || !is_there) unlinkat(directory, file->temporary, 0);
    if (!is_there) return false;
    int readable = openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    // One that we may not read is still on its way to the disk.
    if (readable >= 0) {
        fsync(readable);
        close(readable);
    }
    return true;
}

void platform_file_put(const struct platform_file *file, struct platform_file_outcome *outcome) {
    memset(outcome, 0, sizeof *outcome);
    int directory = directory_open(file, true, outcome);
    if (directory < 0) return;
    // An earlier put may have broken off.
    unlinkat(directory, file->temporary, 0);
    put(directory, file, outcome);
    close(directory);
}

static bool holds(int found, const struct platform_file *file) {
    struct stat status;
    if (fstat(found, &status) != 0 || !S_ISREG(status.st_mode)) return false;
    if ((size_t)status.st_size != file->length || (status.st_mode & 07777) != file->mode) return false;
    if (file->owner != (uid_t)-1 && status.st_uid != file->owner) return false;
    if (file->group != (gid_t)-1 && status.st_gid != file->group) return false;
    char buffer[4096];
    size_t seen = 0;
    for (;;) {
        ssize_t count = read(found, buffer, sizeof buffer);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return false;
        if (count == 0) return seen == file->length;
        if ((size_t)count > file->length - seen) return false;
        if (memcmp(buffer, (const char *)file->bytes + seen, (size_t)count) != 0) return false;
        seen += (size_t)count;
    }
}

bool platform_file_is_there(const struct platform_file *file) {
    struct platform_file_outcome outcome = {0};
    int directory = directory_open(file, false, &outcome);
    if (directory < 0) return false;
    unlinkat(directory, file->temporary, 0);
    // Nothing that could be in the file's place may keep us waiting.
    int found = openat(directory, file->name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    bool is_there = found >= 0 && holds(found, file);
    if (found >= 0) close(found);
    close(directory);
    return is_there;
}
