#define _GNU_SOURCE
#include "result.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void print_ending(FILE *text, const struct result *result) {
    switch (result->ending) {
        case ENDING_EXITED: fprintf(text, "ending exited %d\n", result->code); return;
        case ENDING_SIGNALLED: fprintf(text, "ending signalled %d\n", result->code); return;
        case ENDING_TIMED_OUT: fputs("ending timed-out\n", text); return;
        case ENDING_STOPPED: fputs("ending stopped\n", text); return;
        case ENDING_START_FAILED: break;
    }
    fprintf(text, "ending start-failed %s %d ", result->failure.reason, result->failure.number);
    // In hexadecimal: a subject may hold anything.
    for (const char *c = result->failure.subject; *c; c++) fprintf(text, "%02x", (unsigned char)*c);
    fputs("\n", text);
}

// The whole result in one piece of memory; 0 when there is no memory.
static size_t print(char *bytes, size_t room, const struct result *result, const struct output *output) {
    static char tail[TAIL_LIMIT];
    size_t length = output_tail(output, tail);
    FILE *text = fmemopen(bytes, room, "w");
    if (!text) return 0;
    fputs("flagdeck-result 1\n", text);
    print_ending(text, result);
    fprintf(text, "started %lld\nfinished %lld\ntotal %lld\ntail %zu\n\n", (long long)result->started,
            (long long)result->finished, (long long)output->total, length);
    fwrite(tail, 1, length, text);
    fputs("\nend\n", text);
    long end = ftell(text);
    return fclose(text) == 0 && end > 0 ? (size_t)end : 0;
}

static bool write_file(int file, const struct result *result, const struct output *output) {
    static char bytes[TAIL_LIMIT + 8192];
    size_t length = print(bytes, sizeof bytes, result, output);
    size_t done = 0;
    while (done < length) {
        ssize_t count = write(file, bytes + done, length - done);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        done += (size_t)count;
    }
    return length > 0 && fsync(file) == 0;
}

void result_write(int claim, const struct result *result, struct output *output) {
    off_t start = lseek(claim, 0, SEEK_END);
    while (!write_file(claim, result, output)) {
        bool is_full = errno == ENOSPC || errno == EDQUOT || errno == EFBIG;
        if (!is_full || !output_shrink(output)) sleep(1);
        if (ftruncate(claim, start) == 0) lseek(claim, start, SEEK_SET);
    }
    output_mend(output);
}
