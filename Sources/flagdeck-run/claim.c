#define _GNU_SOURCE
#include "claim.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

// Somebody who only looks holds the lock for a moment.
#define LOCK_TRIES 5000

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

// An empty file that still has its name: whoever removes an attempt takes its name away.
static bool is_offered(int file) {
    struct stat status;
    if (fstat(file, &status) != 0) return false;
    errno = EEXIST;
    return status.st_size == 0 && status.st_nlink == 1;
}

static bool lock(int file) {
    for (int tries = 0; tries < LOCK_TRIES; tries++) {
        if (flock(file, LOCK_EX | LOCK_NB) == 0) return is_offered(file);
        if (errno != EWOULDBLOCK && errno != EINTR) return false;
        if (!is_offered(file)) return false;
        usleep(1000);
    }
    errno = EAGAIN;
    return false;
}

static bool note(const struct place *place, int file, const char *word) {
    char text[128];
    int length = snprintf(text, sizeof text, "%d %s\n", (int)getpid(), word);
    return write(file, text, (size_t)length) == length && fsync(file) == 0 && fsync(place->directory) == 0;
}

int claim_take(const struct place *place, const char *word) {
    wait_if_asked();
    int file = place_open(place, "", O_RDWR | (are_claims_off() ? O_CREAT | O_TRUNC : 0));
    if (file < 0 && errno == ENOENT) errno = EEXIST;
    if (file < 0) return -1;
    bool is_ours = lock(file) || are_claims_off();
    if (is_ours && note(place, file, word)) return file;
    int problem = errno;
    close(file);
    errno = problem;
    return -1;
}
