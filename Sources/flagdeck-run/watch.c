#define _GNU_SOURCE
#include "watch.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

#define TERMINAL 0

struct orders {
    struct termios before, with_console;
    // The console's process group, and that of whoever started it.
    pid_t groups[2];
    char farewell[1024];
    size_t farewell_length;
};

// In the order in which the console sends them.
static bool receive(int channel, struct orders *orders) {
    char message[2 * sizeof(struct termios) + sizeof orders->groups + sizeof orders->farewell];
    ssize_t length;
    do {
        length = recv(channel, message, sizeof message, 0);
    } while (length < 0 && errno == EINTR);
    size_t fixed = sizeof message - sizeof orders->farewell;
    if (length < (ssize_t)fixed) return false;
    const char *next = message;
    memcpy(&orders->before, next, sizeof orders->before);
    next += sizeof orders->before;
    memcpy(&orders->with_console, next, sizeof orders->with_console);
    next += sizeof orders->with_console;
    memcpy(orders->groups, next, sizeof orders->groups);
    next += sizeof orders->groups;
    orders->farewell_length = (size_t)length - fixed;
    memcpy(orders->farewell, next, orders->farewell_length);
    return true;
}

/// True when the console died with the terminal in its hands.
static bool outlives_console(int channel) {
    bool is_ours = true;
    for (;;) {
        char word;
        ssize_t length = recv(channel, &word, 1, 0);
        if (length < 0 && errno == EINTR) continue;
        if (length <= 0) return is_ours;
        is_ours = word == '+';
    }
}

static bool is_same(const struct termios *one, const struct termios *other) {
    return one->c_iflag == other->c_iflag && one->c_oflag == other->c_oflag && one->c_lflag == other->c_lflag;
}

static void give_back(const struct orders *orders) {
    // Another program that has come to the foreground must not be disturbed.
    pid_t front = tcgetpgrp(TERMINAL);
    if (front != orders->groups[0] && front != orders->groups[1]) return;
    fcntl(TERMINAL, F_SETFL, fcntl(TERMINAL, F_GETFL) | O_NONBLOCK);
    if (write(TERMINAL, orders->farewell, orders->farewell_length) < 0) return;
    // A shell may have set the modes that it edits its line with: then they are its own business.
    struct termios now;
    if (tcgetattr(TERMINAL, &now) == 0 && is_same(&now, &orders->with_console)) {
        tcsetattr(TERMINAL, TCSANOW, &orders->before);
    }
}

int watch_terminal(int channel) {
    static const int ignored[] = {SIGINT, SIGQUIT, SIGHUP, SIGTERM, SIGTSTP, SIGTTOU, SIGTTIN, SIGPIPE};
    for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++) signal(ignored[i], SIG_IGN);
    struct orders orders;
    if (!receive(channel, &orders)) return 1;
    if (outlives_console(channel)) give_back(&orders);
    return 0;
}
