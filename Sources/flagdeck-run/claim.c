#define _GNU_SOURCE
#include "claim.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

// For the test that shows what claims are for: with it, an attempt may run twice.
static bool are_claims_off(void) {
    const char *word = getenv("FLAGDECK_TEST_NO_CLAIM");
    return word && strcmp(word, "1") == 0;
}

// For tests: time in which the service can die between asking for a run and its claim.
static void wait_if_asked(void) {
    const char *word = getenv("FLAGDECK_TEST_CLAIM_DELAY_MS");
    int milliseconds = word ? atoi(word) : 0;
    if (milliseconds > 0 && milliseconds < 60000) usleep((useconds_t)milliseconds * 1000);
}

// Whether the directory is still the one in its place: whoever removes an attempt moves its directory away first, and a
// claim in what was moved away counts for nothing.
static bool is_in_place(int directory, const char *path) {
    struct stat ours, there;
    return fstat(directory, &ours) == 0 && lstat(path, &there) == 0 && ours.st_dev == there.st_dev &&
           ours.st_ino == there.st_ino;
}

int claim_take(int directory, int parent, const char *path) {
    wait_if_asked();
    char name[32];
    snprintf(name, sizeof name, "claim.%d", (int)getpid());
    int file = openat(directory, name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0 && errno == EEXIST) {
        // Left by an earlier process with our id that died between two steps.
        unlinkat(directory, name, 0);
        file = openat(directory, name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    }
    if (file < 0) return -1;
    // The lock comes before the name: whoever sees a claim without its lock knows that its taker is gone.
    bool is_ready = dprintf(file, "%d\n", (int)getpid()) > 0 && flock(file, LOCK_EX | LOCK_NB) == 0;
    bool is_ours = is_ready && linkat(directory, name, directory, "claim", 0) == 0;
    int problem = errno;
    unlinkat(directory, name, 0);
    if (!is_ours && problem == EEXIST && are_claims_off()) is_ours = true;
    if (is_ours && !is_in_place(directory, path)) {
        is_ours = false;
        problem = EEXIST;
    }
    if (is_ours && fsync(directory) == 0 && fsync(parent) == 0) return file;
    if (is_ours) problem = errno;
    close(file);
    errno = problem;
    return -1;
}
