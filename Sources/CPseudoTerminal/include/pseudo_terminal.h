// Programs on a terminal of their own, for tests and benchmarks.
#pragma once

#include <sys/types.h>

/// Opens a terminal of a size and returns our end of it; stores the path of the other. -1 with errno set on failure.
int pseudo_terminal_open(int rows, int columns, char *path, size_t room);

/// Gives the terminal a new size; whoever is on it is told.
int pseudo_terminal_resize(int ours, int rows, int columns);

/// Starts a program with the terminal at `path` as its controlling terminal and its three standard descriptors.
pid_t pseudo_terminal_start(const char *path, const char *const arguments[], const char *const environment[]);
