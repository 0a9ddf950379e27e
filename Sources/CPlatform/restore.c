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

static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS, SIGQUIT};
static const int told[] = {SIGWINCH, SIGCONT, SIGTERM, SIGHUP, SIGINT};
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
    atomic_store(&is_armed, false);
    for (size_t i = 0; i < COUNT(fatal); i++) sigaction(fatal[i], &earlier_fatal[i], NULL);
    for (size_t i = 0; i < COUNT(told); i++) sigaction(told[i], &earlier_told[i], NULL);
    terminal = -1;
}

int restore_signals(void) { return pipe_ends[0]; }
