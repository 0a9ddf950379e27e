// Where an attempt keeps its files: the claim under the attempt's name, the output beside it.
#pragma once

/// The directory of all attempts and the name of one.
struct place {
    int directory;     ///< Descriptor of the directory; nobody but the service's user may enter it.
    const char *name;  ///< The attempt's name, which is the name of its claim.
};

/// Opens a file of the attempt, with the given flags and mode 0600: its name followed by `suffix`.
int place_open(const struct place *place, const char *suffix, int flags);

/// Removes a file of the attempt if it is there.
void place_unlink(const struct place *place, const char *suffix);
