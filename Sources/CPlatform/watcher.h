// The process that gives the terminal back when ours is killed.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/// What it needs to know.
struct watcher_orders {
    int terminal;
    /// The terminal's modes before us and with us.
    const struct termios *before, *with_us;
    const char *farewell;
    size_t farewell_length;
};

/// Starts `program --watch-terminal`; false with errno set when that does not work.
bool watcher_start(const char *program, const struct watcher_orders *orders);

/// Says whether the terminal is ours at the moment; safe in signal handlers.
void watcher_tell(bool is_ours);

/// Lets it go, with nothing left for it to do.
void watcher_end(void);
