// The output of a script: its last bytes in memory, all of it (up to a limit) in files.
//
// Files are begun when the output outgrows the memory or when the script runs for a while: making and removing a file
// for each of many short scripts is what costs most.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "place.h"

/// Bytes that the API keeps of an output.
#define TAIL_LIMIT 24576

struct output {
    struct place place;
    int head;        ///< `.output`: everything, until half the limit is reached; -1 before the first byte.
    int ring;        ///< `.ring`: eight bytes of count, then the last bytes in a circle; -1 before it is needed.
    int64_t half;    ///< Half of the limit.
    int64_t total;   ///< Bytes written by the script.
    bool is_spooled; ///< True when all bytes go to the files too.
    bool is_broken;  ///< True when the disk took no more: the tail in memory goes on.
    bool is_cut;     ///< True when the files gave way to something else.
    char tail[TAIL_LIMIT];
};

void output_init(struct output *output, const struct place *place, int64_t limit);

/// Takes what was read from the script.
void output_append(struct output *output, const char *bytes, size_t length);

/// Begins the files with what there is, so that others can see it; has no effect the second time.
void output_spool(struct output *output);

/// Joins the files into `.output`, with a counted mark where something is left out, and makes it durable.
void output_finish(struct output *output);

/// Gives back half of what the files take, so that something more important finds room; false when they take nothing.
bool output_shrink(struct output *output);

/// Puts a counted mark and the last bytes behind what is left of files that gave way, or removes them.
void output_mend(struct output *output);

/// Copies the last bytes in order; returns how many.
size_t output_tail(const struct output *output, char *bytes);
