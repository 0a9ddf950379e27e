// Putting a file in its place without ever following somebody else's link.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// A file and where it is to go.
struct platform_file {
    /// An absolute path. What is missing of it is made with mode 0755. A link in it is followed only when it cannot be
    /// another user's.
    const char *directory;
    /// One part of a path.
    const char *name;
    /// The name under which the file stands beside its place for a moment, always the same for the same file.
    const char *temporary;
    const void *bytes;
    size_t length;
    mode_t mode;
    /// The owner; (uid_t)-1 for our own.
    uid_t owner;
    /// The group; (gid_t)-1 for what the system gives a new file.
    gid_t group;
    /// True when a file or link of that name may be replaced.
    bool overwrites;
    /// When it is given up, in milliseconds of CLOCK_MONOTONIC.
    int64_t deadline;
};

/// At which step it went wrong.
enum platform_file_step {
    PLATFORM_FILE_DONE,
    /// A part of the directory.
    PLATFORM_FILE_DIRECTORY,
    /// The name is taken, or is none: EEXIST, EISDIR, ENAMETOOLONG.
    PLATFORM_FILE_NAME,
    /// The bytes.
    PLATFORM_FILE_BYTES,
    /// The owner, the group or the mode.
    PLATFORM_FILE_OWNER,
    /// It took too long.
    PLATFORM_FILE_TIME,
};

/// What came of it.
struct platform_file_outcome {
    enum platform_file_step step;
    /// The system's error number.
    int number;
    /// The path up to the part of the directory that is in the way.
    char part[1024];
};

/// Puts a file in its place: whole, with its owner and mode, and durable, or not at all.
void platform_file_put(const struct platform_file *file, struct platform_file_outcome *outcome);

/// Removes what a put that broke off may have left beside the file's place, and says whether the file itself is there
/// as it was to be: the same bytes, mode, and the owner and group that are named.
bool platform_file_is_there(const struct platform_file *file);
