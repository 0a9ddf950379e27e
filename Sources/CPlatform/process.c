#define _GNU_SOURCE
#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

int platform_pidfd_open(pid_t pid) { return (int)syscall(SYS_pidfd_open, pid, 0); }

int platform_pidfd_signal(int pidfd, int signal) {
    return (int)syscall(SYS_pidfd_send_signal, pidfd, signal, NULL, 0);
}

int platform_eventfd(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

// What scripts may get to see of our environment, and what tests ask for. Everything else may hold secrets, and a script
// of the same user can read the environment of its supervisor.
static bool may_pass(const char *entry) {
    static const char *const names[] = {"LANG=", "LANGUAGE=", "LC_", "TZ=", "PATH=", "FLAGDECK_TEST_"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strncmp(entry, names[i], strlen(names[i])) == 0) return true;
    }
    return false;
}

static char **small_environment(void) {
    size_t count = 0;
    while (environ[count]) count++;
    char **small = calloc(count + 1, sizeof *small);
    if (!small) return NULL;
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        if (may_pass(environ[i])) small[length++] = environ[i];
    }
    return small;
}

// Runs between fork and exec: only calls that are safe there.
static void become(const struct platform_helper *helper, char **environment, int socket, int status) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    // Whoever ends our group must not take it along; one that needs no terminal has no business with ours either.
    if (helper->input < 0) {
        setsid();
    } else {
        setpgid(0, 0);
    }
    // Out of the way of descriptors 0 and 3 first.
    int high_socket = fcntl(socket, F_DUPFD, 10);
    int high_status = fcntl(status, F_DUPFD_CLOEXEC, 10);
    bool has_input = helper->input < 0 || dup2(helper->input, 0) == 0;
    if (high_socket >= 0 && high_status >= 0 && has_input && dup2(high_socket, 3) == 3) {
        close_range(4, ~0U, CLOSE_RANGE_CLOEXEC);
        execle(helper->program, "flagdeck-run", helper->role, (char *)NULL, environment);
    }
    int problem = errno;
    if (write(high_status, &problem, sizeof problem) < 0) _exit(127);
    _exit(127);
}

pid_t platform_start_helper(const struct platform_helper *helper, int *end) {
    int sockets[2];
    int status[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets) != 0) return -1;
    if (pipe2(status, O_CLOEXEC) != 0) {
        close(sockets[0]);
        close(sockets[1]);
        return -1;
    }
    int room = 1 << 20;
    setsockopt(sockets[0], SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
    bool is_sent = helper->length == 0 ||
                   send(sockets[0], helper->message, helper->length, MSG_NOSIGNAL) == (ssize_t)helper->length;
    char **environment = is_sent ? small_environment() : NULL;
    pid_t pid = environment ? fork() : -1;
    if (pid == 0) become(helper, environment, sockets[1], status[1]);
    int problem = pid < 0 ? errno : 0;
    free(environment);
    close(sockets[1]);
    close(status[1]);
    if (pid > 0) {
        ssize_t count;
        do {
            count = read(status[0], &problem, sizeof problem);
        } while (count < 0 && errno == EINTR);
        if (count != sizeof problem) problem = 0;
    }
    close(status[0]);
    if (problem == 0) {
        *end = sockets[0];
        return pid;
    }
    if (pid > 0) waitpid(pid, NULL, 0);
    close(sockets[0]);
    errno = problem;
    return -1;
}
