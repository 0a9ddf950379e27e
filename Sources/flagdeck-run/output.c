#define _GNU_SOURCE
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define RING_START 8

void output_init(struct output *output, const struct place *place, int64_t limit) {
    output->place = *place;
    output->head = -1;
    output->ring = -1;
    output->half = limit / 2 > TAIL_LIMIT ? limit / 2 : TAIL_LIMIT;
    output->total = 0;
    output->is_spooled = false;
    output->is_broken = false;
    output->is_cut = false;
}

static bool write_at(int file, const char *bytes, size_t length, off_t position) {
    while (length > 0) {
        ssize_t count = pwrite(file, bytes, length, position);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes += count;
        length -= (size_t)count;
        position += count;
    }
    return true;
}

static int make(const struct output *output, const char *suffix) {
    return place_open(&output->place, suffix, O_RDWR | O_CREAT | O_TRUNC);
}

static bool append_to_ring(struct output *output, const char *bytes, size_t length) {
    if (output->ring < 0 && (output->ring = make(output, ".ring")) < 0) return false;
    int64_t written = output->total - output->half;
    if (length > (size_t)output->half) {
        size_t skipped = length - (size_t)output->half;
        bytes += skipped;
        written += (int64_t)skipped;
        length -= skipped;
    }
    while (length > 0) {
        int64_t place = written % output->half;
        size_t count = length < (size_t)(output->half - place) ? length : (size_t)(output->half - place);
        if (!write_at(output->ring, bytes, count, RING_START + place)) return false;
        bytes += count;
        written += (int64_t)count;
        length -= count;
    }
    return write_at(output->ring, (const char *)&written, sizeof written, 0);
}

static bool spool(struct output *output, const char *bytes, size_t length) {
    if (output->head < 0 && (output->head = make(output, ".output")) < 0) return false;
    if (output->total < output->half) {
        size_t room = (size_t)(output->half - output->total);
        size_t count = length < room ? length : room;
        if (!write_at(output->head, bytes, count, output->total)) return false;
        bytes += count;
        length -= count;
        if (length == 0) return true;
        // What follows belongs behind the first half, which is counted from here on.
        int64_t before = output->total;
        output->total = output->half;
        bool is_done = append_to_ring(output, bytes, length);
        output->total = before;
        return is_done;
    }
    return append_to_ring(output, bytes, length);
}

static void keep(struct output *output, const char *bytes, size_t length) {
    size_t skipped = length > TAIL_LIMIT ? length - TAIL_LIMIT : 0;
    size_t place = (size_t)((output->total + (int64_t)skipped) % TAIL_LIMIT);
    size_t count = length - skipped;
    size_t first = count < TAIL_LIMIT - place ? count : TAIL_LIMIT - place;
    memcpy(output->tail + place, bytes + skipped, first);
    memcpy(output->tail, bytes + skipped + first, count - first);
    output->total += (int64_t)length;
}

void output_spool(struct output *output) {
    if (output->is_spooled || output->total == 0) return;
    output->is_spooled = true;
    // Until now everything fitted into the tail, from its beginning on.
    int64_t total = output->total;
    output->total = 0;
    if (!spool(output, output->tail, (size_t)total)) output->is_broken = true;
    output->total = total;
}

void output_append(struct output *output, const char *bytes, size_t length) {
    if (!output->is_spooled && output->total + (int64_t)length > TAIL_LIMIT) {
        output_spool(output);
        output->is_spooled = true;
    }
    if (output->is_spooled && !output->is_broken && !spool(output, bytes, length)) output->is_broken = true;
    keep(output, bytes, length);
}

size_t output_tail(const struct output *output, char *bytes) {
    if (output->total <= TAIL_LIMIT) {
        memcpy(bytes, output->tail, (size_t)output->total);
        return (size_t)output->total;
    }
    size_t place = (size_t)(output->total % TAIL_LIMIT);
    memcpy(bytes, output->tail + place, TAIL_LIMIT - place);
    memcpy(bytes + TAIL_LIMIT - place, output->tail, place);
    return TAIL_LIMIT;
}

static int print_mark(char mark[96], int64_t count) {
    return snprintf(mark, 96, "\n[flagdeck: %lld bytes left out here]\n", (long long)count);
}

// Copies the circle behind the first half, oldest byte first.
static bool join(struct output *output) {
    int64_t written = output->total - output->half;
    int64_t kept = written < output->half ? written : output->half;
    off_t end = output->half;
    if (written > kept) {
        char mark[96];
        int length = print_mark(mark, written - kept);
        if (!write_at(output->head, mark, (size_t)length, end)) return false;
        end += length;
    }
    static char buffer[1 << 16];
    int64_t position = written - kept;
    while (position < written) {
        int64_t place = position % output->half;
        int64_t count = output->half - place;
        if (count > written - position) count = written - position;
        if (count > (int64_t)sizeof buffer) count = sizeof buffer;
        ssize_t got = pread(output->ring, buffer, (size_t)count, RING_START + place);
        if (got <= 0 || !write_at(output->head, buffer, (size_t)got, end)) return false;
        position += got;
        end += got;
    }
    return true;
}

// Where the disk did not take everything: the beginning, cut back to make room, a counted mark, and the last bytes.
static bool mend(struct output *output) {
    static char tail[TAIL_LIMIT];
    size_t length = output_tail(output, tail);
    int64_t head = lseek(output->head, 0, SEEK_END);
    if (head > output->half) head = output->half;
    head -= head < 2 * TAIL_LIMIT ? head : 2 * TAIL_LIMIT;
    if (head > output->total - (int64_t)length) head = output->total - (int64_t)length;
    char mark[96];
    int64_t gap = output->total - (int64_t)length - head;
    int count = gap > 0 ? print_mark(mark, gap) : 0;
    // What stands before the mark is the script's own; a second mending must not take this one for it.
    output->half = head;
    return ftruncate(output->head, head) == 0 && write_at(output->head, mark, (size_t)count, head) &&
           write_at(output->head, tail, length, head + count);
}

void output_finish(struct output *output) {
    if (output->head < 0) return;
    bool is_whole = !output->is_broken && (output->ring < 0 || join(output));
    if (output->ring >= 0) place_unlink(&output->place, ".ring");
    if (output->ring >= 0) close(output->ring);
    output->ring = -1;
    if (!is_whole && !mend(output)) output->is_cut = true;
    // A short output stands in the result as well, which is made durable anyway.
    if (output->total > TAIL_LIMIT) fdatasync(output->head);
}

bool output_shrink(struct output *output) {
    off_t size = output->head < 0 ? 0 : lseek(output->head, 0, SEEK_END);
    if (size <= 0 || ftruncate(output->head, size / 2) != 0) return false;
    output->is_cut = true;
    return true;
}

void output_mend(struct output *output) {
    // The last bytes stand in the result too: nothing is better than something that looks whole.
    if (output->is_cut && !mend(output)) place_unlink(&output->place, ".output");
}
