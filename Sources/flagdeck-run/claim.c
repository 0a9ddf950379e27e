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

// For the test that shows what claims are for: with it, an attempt may run twice. An environment is inherited too easily
// for that, so the directory has to agree.
static bool are_claims_off(const struct place *place) {
    const char *word = getenv("FLAGDECK_TEST_NO_CLAIM");
    return word && strcmp(word, "1") == 0 && faccessat(place->directory, "FLAGDECK_TEST_NO_CLAIM", F_OK, 0) == 0;
}

// For tests: time in which the service can die between asking for a run and its claim.
static void wait_if_asked(void) {
    const char *word = getenv("FLAGDECK_TEST_CLAIM_DELAY_MS");
    int milliseconds = word ? atoi(word) : 0;
    if (milliseconds > 0 && milliseconds < 60000) usleep((useconds_t)milliseconds * 1000);
}

// An empty file that is still in its place: whoever puts an attempt away moves it.
static bool is_offered(const struct place *place, int file) {
    struct stat ours, there;
    if (fstat(file, &ours) != 0) return false;
    bool is_in_place = fstatat(place->directory, place->name, &there, AT_SYMLINK_NOFOLLOW) == 0 &&
                       ours.st_dev == there.st_dev && ours.st_ino == there.st_ino;
    errno = EEXIST;
    return is_in_place && ours.st_size == 0;
}

static bool lock(const struct place *place, int file) {
    for (int tries = 0; tries < LOCK_TRIES; tries++) {
        if (flock(file, LOCK_EX | LOCK_NB) == 0) return is_offered(place, file);
        if (errno != EWOULDBLOCK && errno != EINTR) return false;
        if (!is_offered(place, file)) return false;
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
    bool is_off = are_claims_off(place);
    int file = place_open(place, "", O_RDWR | (is_off ? O_CREAT | O_TRUNC : 0));
    if (file < 0 && errno == ENOENT) errno = EEXIST;
    if (file < 0) return -1;
    bool is_ours = lock(place, file) || is_off;
    if (is_ours && note(place, file, word)) return file;
    int problem = errno;
    close(file);
    errno = problem;
    return -1;
}

// The 22nd field of the process's stat, in clock ticks since the machine started; 0 when it cannot be read.
static unsigned long long start_time(pid_t process) {
    char path[64];
    char text[1024];
    snprintf(path, sizeof path, "/proc/%d/stat", (int)process);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    ssize_t length = read(file, text, sizeof text - 1);
    close(file);
    if (length <= 0) return 0;
    text[length] = 0;
    // The name in brackets may hold anything, brackets included; the third field comes after it.
    char *field = strrchr(text, ')');
    for (int number = 2; field && number < 22; number++) field = strchr(field + 1, ' ');
    return field ? strtoull(field, NULL, 10) : 0;
}

void claim_note_session(int claim, pid_t leader) {
    char text[96];
    int length = snprintf(text, sizeof text, "session %d %llu\n", (int)leader, start_time(leader));
    off_t end = lseek(claim, 0, SEEK_END);
    // Half a line would stand in the result's way.
    if (write(claim, text, (size_t)length) != length && ftruncate(claim, end) == 0) lseek(claim, end, SEEK_SET);
}
