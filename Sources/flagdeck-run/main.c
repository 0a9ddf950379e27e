// flagdeck-run: runs scripts so that they outlive the service that asked for them.
//
// `flagdeck-run --spawner` reads orders from a socket, descriptor 3, and forks one supervisor for each. It ends with
// the socket; its supervisors go on. A supervisor claims its attempt, runs the script, keeps it to its timeout and
// leaves the result in the attempt's directory.
//
// `flagdeck-run --watch-terminal` waits for the end of a console and gives its terminal back if it was killed.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "order.h"
#include "supervise.h"
#include "user.h"
#include "watch.h"

#define SOCKET 3
#define MESSAGE_LIMIT (1 << 20)

static void tell(const char *word, const char *id, int number) {
    char text[96];
    int length = snprintf(text, sizeof text, "%s %s %d", word, id ? id : "0", number);
    if (send(SOCKET, text, (size_t)length, MSG_NOSIGNAL) < 0) exit(1);
}

static void serve(char *message) {
    for (;;) {
        ssize_t length = recv(SOCKET, message, MESSAGE_LIMIT, 0);
        if (length < 0 && errno == EINTR) continue;
        if (length <= 0) return;
        struct order order;
        if (!order_parse(message, (size_t)length, &order)) {
            tell("failed", order.id, EINVAL);
            continue;
        }
        pid_t pid = fork();
        if (pid == 0) supervise(&order, SOCKET);
        // So that its death is noticed even when it never gets to say anything.
        if (pid > 0) tell("forked", order.id, (int)pid);
        if (pid < 0) tell("failed", order.id, errno);
    }
}

static void detach(void) {
    int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (int standard = 0; standard < 3 && nothing >= 0; standard++) {
        if (nothing != standard) dup2(nothing, standard);
    }
}

static int spawn(void) {
    umask(077);
    // So that no directory is kept busy by us.
    if (chdir("/") != 0) return 1;
    signal(SIGCHLD, SIG_IGN);
    signal(SIGINT, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    prctl(PR_SET_NAME, "flagdeck-run");
    detach();
    fcntl(SOCKET, F_SETFD, FD_CLOEXEC);
    user_remember();
    char *message = malloc(MESSAGE_LIMIT);
    if (!message) return 1;
    serve(message);
    return 0;
}

int main(int count, char **arguments) {
    const char *role = count == 2 ? arguments[1] : "";
    if (strcmp(role, "--spawner") == 0) return spawn();
    if (strcmp(role, "--watch-terminal") == 0 && isatty(0)) return watch_terminal(SOCKET);
    fputs("flagdeck-run runs scripts for flagdeck, which starts it by itself: there is nothing to type here.\n", stderr);
    return 2;
}
