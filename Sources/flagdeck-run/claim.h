// The exclusive right to run an attempt.
#pragma once

#include <stdbool.h>

/// Takes the right to run the attempt whose directory `directory` is, at `path` in `parent`.
///
/// Returns a descriptor that must stay open as long as the supervisor lives: its lock tells others that we are alive.
/// Returns -1 with errno EEXIST when somebody else has or had the right. On return the claim survives a power cut.
int claim_take(int directory, int parent, const char *path);
