#define _GNU_SOURCE
#include "pseudo_terminal.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

int pseudo_terminal_resize(int ours, int rows, int columns) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    return ioctl(ours, TIOCSWINSZ, &size);
}

int pseudo_terminal_open(int rows, int columns, char *path, size_t room) {
    int ours = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (ours < 0) return -1;
    if (grantpt(ours) == 0 && unlockpt(ours) == 0 && ptsname_r(ours, path, room) == 0 &&
        pseudo_terminal_resize(ours, rows, columns) == 0) {
        return ours;
    }
    close(ours);
    return -1;
}

pid_t pseudo_terminal_start(const char *path, const char *const arguments[], const char *const environment[]) {
    pid_t pid = fork();
    if (pid != 0) return pid;
    // Whatever thread of whatever program started us: somebody at a terminal blocks and ignores nothing.
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
    setsid();
    int terminal = open(path, O_RDWR);
    if (terminal < 0 || ioctl(terminal, TIOCSCTTY, 0) != 0) _exit(127);
    for (int standard = 0; standard < 3; standard++) dup2(terminal, standard);
    close_range(3, ~0U, 0);
    execve(arguments[0], (char *const *)arguments, (char *const *)environment);
    _exit(127);
}
