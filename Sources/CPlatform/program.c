#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "process.h"

static int spawn(posix_spawn_file_actions_t *files, posix_spawnattr_t *attributes, char *const arguments[], pid_t *pid) {
    sigset_t signals;
    sigemptyset(&signals);
    posix_spawnattr_setsigmask(attributes, &signals);
    sigfillset(&signals);
    sigdelset(&signals, SIGKILL);
    sigdelset(&signals, SIGSTOP);
    posix_spawnattr_setsigdefault(attributes, &signals);
    posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    posix_spawn_file_actions_addclosefrom_np(files, 3);
    return posix_spawnp(pid, arguments[0], files, attributes, arguments, environ);
}

pid_t platform_start_program(char *const arguments[], int input) {
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_init(&attributes);
    const char *place = input < 0 ? "/dev/tty" : "/dev/null";
    if (input < 0) posix_spawn_file_actions_addopen(&files, 0, place, O_RDWR, 0);
    if (input > 0) posix_spawn_file_actions_adddup2(&files, input, 0);
    for (int standard = 1; standard < 3; standard++) posix_spawn_file_actions_addopen(&files, standard, place, O_RDWR, 0);
    pid_t pid = -1;
    int problem = spawn(&files, &attributes, arguments, &pid);
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    errno = problem;
    return problem == 0 ? pid : -1;
}

// A key in the program may have stopped the whole group, and us with it: then it is running again by now, as we are.
static void stop_with(pid_t pid) {
    siginfo_t news = {0};
    if (waitid(P_PID, (id_t)pid, &news, WSTOPPED | WNOHANG | WNOWAIT) == 0 && news.si_pid == pid) raise(SIGTSTP);
    kill(pid, SIGCONT);
}

static int wait_as_long_as_it_takes(pid_t pid, int *status) {
    for (;;) {
        siginfo_t news = {0};
        if (waitid(P_PID, (id_t)pid, &news, WEXITED | WSTOPPED | WNOWAIT) != 0) {
            if (errno == EINTR) continue;
            return -1;
        }
        if (news.si_code == CLD_STOPPED || news.si_code == CLD_TRAPPED) {
            stop_with(pid);
            continue;
        }
        return waitpid(pid, status, 0) == pid ? 1 : -1;
    }
}

int platform_wait_for_program(pid_t pid, int milliseconds, int *status) {
    if (milliseconds < 0) return wait_as_long_as_it_takes(pid, status);
    struct pollfd end = {.fd = platform_pidfd_open(pid), .events = POLLIN};
    if (end.fd < 0) return -1;
    int count;
    do {
        count = poll(&end, 1, milliseconds);
    } while (count < 0 && errno == EINTR);
    close(end.fd);
    if (count <= 0) return count;
    return waitpid(pid, status, 0) == pid ? 1 : -1;
}
