#define _GNU_SOURCE
#include "restore.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "watcher.h"

static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS, SIGQUIT};
static const int told[] = {SIGWINCH, SIGCONT, SIGTERM, SIGHUP, SIGINT, SIGTSTP};
#define COUNT(list) (sizeof(list) / sizeof *(list))

static struct sigaction earlier_fatal[COUNT(fatal)];
static struct sigaction earlier_told[COUNT(told)];
static struct termios modes;
static char farewell[1024];
static size_t farewell_length;
static int terminal = -1;
static int pipe_ends[2] = {-1, -1};
static atomic_bool is_armed;
static bool chains;
static char alternate_stack[1 << 15];

// Once, and with nothing but calls that are safe in signal handlers.
static void give_back(void) {
    if (!atomic_exchange(&is_armed, false)) return;
    int problem = errno;
    watcher_tell(false);
    // A terminal that takes nothing must not hold up our end.
    int flags = fcntl(terminal, F_GETFL);
    fcntl(terminal, F_SETFL, flags | O_NONBLOCK);
    if (write(terminal, farewell, farewell_length) < 0) errno = problem;
    fcntl(terminal, F_SETFL, flags);
    tcsetattr(terminal, TCSANOW, &modes);
    errno = problem;
}

static void end_by(int signal) {
    give_back();
    // Swift's own handler would ask questions on the terminal for half a minute; whoever wants it says so.
    struct sigaction standard = {.sa_handler = SIG_DFL};
    for (size_t i = 0; i < COUNT(fatal); i++) {
        if (fatal[i] == signal) sigaction(signal, chains ? &earlier_fatal[i] : &standard, NULL);
    }
    raise(signal);
}

static void tell(int signal) {
    int problem = errno;
    unsigned char byte = (unsigned char)signal;
    if (write(pipe_ends[1], &byte, 1) < 0) errno = problem;
    errno = problem;
}

void restore_set_farewell(const char *bytes, size_t length) {
    if (length > sizeof farewell) length = sizeof farewell;
    memcpy(farewell, bytes, length);
    farewell_length = length;
}

bool restore_arm(int descriptor) {
    // Armed twice, our own handlers would count as the earlier ones.
    restore_disarm();
    if (tcgetattr(descriptor, &modes) != 0) return false;
    farewell_length = 0;
    chains = getenv("SWIFT_BACKTRACE") != NULL;
    terminal = descriptor;
    if (pipe_ends[0] < 0 && pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return false;
    stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
    sigaltstack(&stack, NULL);
    // Whoever started us may have blocked what must reach us.
    sigset_t watched;
    sigemptyset(&watched);
    for (size_t i = 0; i < COUNT(told); i++) sigaddset(&watched, told[i]);
    pthread_sigmask(SIG_UNBLOCK, &watched, NULL);
    atomic_store(&is_armed, true);
    struct sigaction action = {.sa_handler = end_by, .sa_flags = SA_ONSTACK | SA_NODEFER};
    for (size_t i = 0; i < COUNT(fatal); i++) sigaction(fatal[i], &action, &earlier_fatal[i]);
    action = (struct sigaction){.sa_handler = tell, .sa_flags = SA_RESTART};
    for (size_t i = 0; i < COUNT(told); i++) sigaction(told[i], &action, &earlier_told[i]);
    return true;
}

void restore_disarm(void) {
    if (terminal < 0) return;
    watcher_end();
    atomic_store(&is_armed, false);
    for (size_t i = 0; i < COUNT(fatal); i++) sigaction(fatal[i], &earlier_fatal[i], NULL);
    for (size_t i = 0; i < COUNT(told); i++) sigaction(told[i], &earlier_told[i], NULL);
    terminal = -1;
}

bool restore_watch(const char *program) {
    struct termios now;
    if (terminal < 0 || tcgetattr(terminal, &now) != 0) return false;
    struct watcher_orders orders = {.terminal = terminal,
                                    .before = &modes,
                                    .with_us = &now,
                                    .farewell = farewell,
                                    .farewell_length = farewell_length};
    return watcher_start(program, &orders);
}

static void nothing(int signal) { (void)signal; }

void restore_lend(void) {
    atomic_store(&is_armed, false);
    watcher_tell(false);
    // Not ignored: whatever is started now would ignore them too.
    struct sigaction action = {.sa_handler = nothing, .sa_flags = SA_RESTART};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGQUIT, &action, NULL);
    action.sa_handler = SIG_DFL;
    sigaction(SIGTSTP, &action, NULL);
}

void restore_take_back(void) {
    struct sigaction action = {.sa_handler = tell, .sa_flags = SA_RESTART};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTSTP, &action, NULL);
    action = (struct sigaction){.sa_handler = end_by, .sa_flags = SA_ONSTACK | SA_NODEFER};
    sigaction(SIGQUIT, &action, NULL);
    atomic_store(&is_armed, true);
    watcher_tell(true);
}

void restore_stop(void) {
    // What started us waits for the whole job to stop. By ourselves we are stopped before this returns.
    if (getpgrp() != getpid()) kill(0, SIGTSTP);
    raise(SIGTSTP);
}

void restore_wait_for_front(void) {
    pid_t front = tcgetpgrp(terminal);
    if (front >= 0 && front != getpgrp()) restore_stop();
}

int restore_signals(void) { return pipe_ends[0]; }
