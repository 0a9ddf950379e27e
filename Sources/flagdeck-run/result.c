#define _GNU_SOURCE
#include "result.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int write_ending(int file, const struct result *result) {
    switch (result->ending) {
        case ENDING_EXITED: return dprintf(file, "ending exited %d\n", result->code);
        case ENDING_SIGNALLED: return dprintf(file, "ending signalled %d\n", result->code);
        case ENDING_TIMED_OUT: return dprintf(file, "ending timed-out\n");
        case ENDING_STOPPED: return dprintf(file, "ending stopped\n");
        case ENDING_START_FAILED: break;
    }
    if (dprintf(file, "ending start-failed %s %d ", result->failure.reason, result->failure.number) < 0) return -1;
    // In hexadecimal: a subject may hold anything.
    for (const char *c = result->failure.subject; *c; c++) {
        if (dprintf(file, "%02x", (unsigned char)*c) < 0) return -1;
    }
    return dprintf(file, "\n");
}

static bool write_file(int file, const struct result *result, const struct output *output) {
    static char tail[TAIL_LIMIT];
    size_t length = output_tail(output, tail);
    if (dprintf(file, "flagdeck-result 1\n") < 0 || write_ending(file, result) < 0) return false;
    if (dprintf(file, "started %lld\nfinished %lld\ntotal %lld\ntail %zu\n\n", (long long)result->started,
                (long long)result->finished, (long long)output->total, length) < 0) {
        return false;
    }
    size_t done = 0;
    while (done < length) {
        ssize_t count = write(file, tail + done, length - done);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        done += (size_t)count;
    }
    return dprintf(file, "\nend\n") == 5 && fsync(file) == 0;
}

void result_write(int claim, const struct result *result, const struct output *output) {
    off_t start = lseek(claim, 0, SEEK_END);
    while (!write_file(claim, result, output)) {
        sleep(1);
        if (ftruncate(claim, start) == 0) lseek(claim, start, SEEK_SET);
    }
}
