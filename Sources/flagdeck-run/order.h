// What a supervisor is told: one attempt, as one message of tagged fields.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MAX_ARGUMENTS 128

/// One word of the command line that starts the script.
struct word {
    const char *text;    ///< The word, or what stands before the script's path.
    const char *suffix;  ///< What stands behind the script's path; null when the word has no path in it.
};

/// Everything about one attempt. All texts end in NUL and live in the message's buffer.
struct order {
    const char *id;         ///< The number under which the caller wants to hear of it.
    const char *directory;  ///< The directory of all attempts.
    const char *name;       ///< The attempt's name in it, under which it was offered.
    const char *script;     ///< The script's bytes.
    size_t script_length;
    const char *extension;  ///< Ending of the script's file name.
    const char *working_directory;  ///< Absolute, or null for the user's home.
    const char *username;           ///< Null for our own user.
    const char *container_id;       ///< Null for none; without its runtime.
    const char *container_name;     ///< Null for none.
    const char *container_runtime;  ///< `docker`, `containerd` or `cri-o`; null for any.
    int64_t timeout_ms;
    int64_t spool_limit;  ///< Bytes of output kept in files.
    bool ends_tree;       ///< True when a stop or timeout ends all descendants too.
    struct word words[MAX_ARGUMENTS];
    size_t word_count;
};

/// Takes a message apart; false when it is not one of ours.
bool order_parse(char *message, size_t length, struct order *order);
