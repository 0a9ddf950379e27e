#define _GNU_SOURCE
#include "capture.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

// Between fork and exec. A missing program says so by a code that no runtime ends with.
static void become(char *const arguments[], int output, int errors) {
    setsid();
    int nothing = open("/dev/null", O_RDWR);
    dup2(nothing, 0);
    dup2(output < 0 ? nothing : output, 1);
    dup2(errors < 0 ? nothing : errors, 2);
    close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    signal(SIGPIPE, SIG_DFL);
    signal(SIGINT, SIG_DFL);
    signal(SIGHUP, SIG_DFL);
    execvp(arguments[0], arguments);
    _exit(errno == ENOENT || errno == ENOTDIR || errno == EACCES ? 254 : 253);
}

struct stream {
    int file;
    char *bytes;
    size_t room;
    size_t length;
};

// What does not fit is read all the same, so that the program can end.
static void take(struct stream *stream) {
    char rest[4096];
    size_t left = stream->room - 1 - stream->length;
    ssize_t count = left > 0 ? read(stream->file, stream->bytes + stream->length, left)
                             : read(stream->file, rest, sizeof rest);
    if (count > 0) {
        if (left > 0) stream->length += (size_t)count;
    } else if (count == 0 || errno != EINTR) {
        close(stream->file);
        stream->file = -1;
    }
    stream->bytes[stream->length] = 0;
}

static bool listen_to(struct stream streams[2], int64_t deadline) {
    while (streams[0].file >= 0 || streams[1].file >= 0) {
        struct pollfd files[2] = {{streams[0].file, POLLIN, 0}, {streams[1].file, POLLIN, 0}};
        int64_t left = deadline - now();
        if (left <= 0) return false;
        if (poll(files, 2, (int)left) < 0 && errno != EINTR) return false;
        for (int i = 0; i < 2; i++) {
            if (files[i].revents) take(&streams[i]);
        }
    }
    return true;
}

static bool wait_until(pid_t pid, int64_t deadline, int *status) {
    while (waitpid(pid, status, WNOHANG) == 0) {
        if (now() >= deadline) return false;
        usleep(2000);
    }
    return true;
}

enum capture_end capture_run(char *const arguments[], int milliseconds, struct capture *capture) {
    int output[2];
    int errors[2];
    capture->output[0] = capture->errors[0] = 0;
    if (pipe2(output, O_CLOEXEC) != 0) return CAPTURE_REFUSED;
    if (pipe2(errors, O_CLOEXEC) != 0) {
        close(output[0]);
        close(output[1]);
        return CAPTURE_REFUSED;
    }
    pid_t pid = fork();
    if (pid == 0) become(arguments, output[1], errors[1]);
    close(output[1]);
    close(errors[1]);
    struct stream streams[2] = {{output[0], capture->output, sizeof capture->output, 0},
                                {errors[0], capture->errors, sizeof capture->errors, 0}};
    int64_t deadline = now() + milliseconds;
    int status = 0;
    bool has_ended = pid > 0 && listen_to(streams, deadline) && wait_until(pid, deadline, &status);
    for (int i = 0; i < 2; i++) {
        if (streams[i].file >= 0) close(streams[i].file);
    }
    if (pid < 0) return CAPTURE_REFUSED;
    if (!has_ended) {
        kill(-pid, SIGKILL);
        kill(pid, SIGKILL);
        waitpid(pid, NULL, 0);
        return CAPTURE_TIMED_OUT;
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 254) return CAPTURE_MISSING;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? CAPTURE_ANSWERED : CAPTURE_REFUSED;
}

void capture_start(char *const arguments[]) {
    if (fork() == 0) become(arguments, -1, -1);
}
