#define _GNU_SOURCE
#include "watcher.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "process.h"

static volatile int channel = -1;
static pid_t process = -1;

// In this order: the modes before us, those with us, our process group and that of whoever started us, the farewell.
static size_t write_orders(char *message, const struct watcher_orders *orders) {
    char *end = message;
    pid_t groups[2] = {getpgrp(), getpgid(getppid())};
    end = mempcpy(end, orders->before, sizeof *orders->before);
    end = mempcpy(end, orders->with_us, sizeof *orders->with_us);
    end = mempcpy(end, groups, sizeof groups);
    end = mempcpy(end, orders->farewell, orders->farewell_length < 1024 ? orders->farewell_length : 1024);
    return (size_t)(end - message);
}

bool watcher_start(const char *program, const struct watcher_orders *orders) {
    if (channel >= 0) return true;
    char message[2 * sizeof(struct termios) + 2 * sizeof(pid_t) + 1024];
    struct platform_helper helper = {.program = program,
                                     .role = "--watch-terminal",
                                     .input = orders->terminal,
                                     .message = message,
                                     .length = write_orders(message, orders)};
    int end = -1;
    process = platform_start_helper(&helper, &end);
    if (process < 0) return false;
    channel = end;
    return true;
}

void watcher_tell(bool is_ours) {
    if (channel < 0) return;
    int problem = errno;
    // A full channel means that it does not listen: it must not hold us up.
    send(channel, is_ours ? "+" : "-", 1, MSG_NOSIGNAL | MSG_DONTWAIT);
    errno = problem;
}

void watcher_end(void) {
    if (channel < 0) return;
    watcher_tell(false);
    int end = channel;
    channel = -1;
    close(end);
    // It ends at once. One that cannot, because somebody stopped it, is left to whoever inherits it.
    int status;
    for (int look = 0; look < 100 && waitpid(process, &status, WNOHANG) == 0; look++) {
        nanosleep(&(struct timespec){.tv_nsec = 1000 * 1000}, NULL);
    }
}
