#define _GNU_SOURCE
#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "container.h"

#define DEFAULT_PATH "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

void failure_set(struct failure *failure, const char *reason, const char *subject, int number) {
    memset(failure, 0, sizeof *failure);
    snprintf(failure->reason, sizeof failure->reason, "%s", reason);
    snprintf(failure->subject, sizeof failure->subject, "%s", subject);
    failure->number = number;
}

const char *child_directory(const struct order *order, const struct user *user) {
    return order->working_directory ? order->working_directory : user->home;
}

static void give_up(int status, const char *reason, const char *subject, int number) {
    struct failure failure;
    failure_set(&failure, reason, subject, number);
    if (write(status, &failure, sizeof failure) < 0) _exit(126);
    _exit(126);
}

// The language and the time zone of the service, its search path when the user is the same, and who the user is.
static void set_environment(const struct user *user) {
    static const char *const kept[] = {"LANG",       "LANGUAGE",    "LC_ALL",     "LC_CTYPE", "LC_MESSAGES",
                                       "LC_NUMERIC", "LC_TIME", "LC_COLLATE", "TZ"};
    enum { count = sizeof kept / sizeof *kept };
    const char *values[count];
    for (int i = 0; i < count; i++) values[i] = getenv(kept[i]);
    const char *path = user->is_other ? NULL : getenv("PATH");
    clearenv();
    for (int i = 0; i < count; i++) {
        if (values[i]) setenv(kept[i], values[i], 1);
    }
    setenv("PATH", path && *path ? path : DEFAULT_PATH, 1);
    setenv("HOME", user->home, 1);
    setenv("USER", user->name, 1);
    setenv("LOGNAME", user->name, 1);
    setenv("SHELL", user->shell, 1);
}

// The interpreter that the script's first line names, for when the script itself may not be executed where it is.
static bool interpreter(const struct order *order, char *program, size_t room, char **argument) {
    if (order->script_length < 3 || order->script[0] != '#' || order->script[1] != '!') return false;
    const char *line = order->script + 2;
    const char *end = memchr(line, '\n', order->script_length - 2);
    size_t length = end ? (size_t)(end - line) : order->script_length - 2;
    if (length >= room) return false;
    memcpy(program, line, length);
    program[length] = 0;
    char *start = program + strspn(program, " \t");
    memmove(program, start, strlen(start) + 1);
    char *blank = strpbrk(program, " \t");
    *argument = NULL;
    if (blank) {
        *blank = 0;
        *argument = blank + 1 + strspn(blank + 1, " \t");
        if (**argument == 0) *argument = NULL;
    }
    return *program != 0;
}

static void execute_script(const struct order *order, const struct staged *staged, int status) {
    char *path = (char *)staged->path;
    execv(path, (char *[]){path, NULL});
    if (errno == EACCES) {
        char program[512];
        char *argument;
        if (interpreter(order, program, sizeof program, &argument)) {
            execv(program, argument ? (char *[]){program, argument, path, NULL} : (char *[]){program, path, NULL});
        } else {
            errno = ENOEXEC;
        }
    }
    if (errno == ENOEXEC) execv("/bin/sh", (char *[]){"sh", path, NULL});
    // The interpreter is missing: a shell says so in the way that people know, with exit code 127.
    if (errno == ENOENT) execv("/bin/sh", (char *[]){"sh", "-c", "exec \"$0\"", path, NULL});
    give_up(status, "start-failed", "", errno);
}

static void execute_launcher(const struct order *order, const struct staged *staged, int status) {
    char *arguments[MAX_ARGUMENTS + 1];
    for (size_t i = 0; i < order->word_count; i++) {
        const struct word *word = &order->words[i];
        arguments[i] = (char *)word->text;
        if (!word->suffix) continue;
        if (asprintf(&arguments[i], "%s%s%s", word->text, staged->path, word->suffix) < 0) {
            give_up(status, "start-failed", "", ENOMEM);
        }
    }
    arguments[order->word_count] = NULL;
    execvp(arguments[0], arguments);
    bool is_missing = errno == ENOENT || errno == ENOTDIR || errno == EACCES;
    give_up(status, is_missing ? "no-such-launcher" : "start-failed", arguments[0], errno);
}

// The library keeps two signals to itself and refuses to touch them, but they can be ignored from outside like any.
static void reset_signals(void) {
    struct { void *handler; unsigned long flags; void *restorer; unsigned long mask; } standard = {0};
    for (int signal = 1; signal < NSIG; signal++) syscall(SYS_rt_sigaction, signal, &standard, NULL, 8);
}

// For tests: time in which the supervisor can die between forking the script's process and starting the script.
static void wait_if_asked(void) {
    const char *word = getenv("FLAGDECK_TEST_START_DELAY_MS");
    int milliseconds = word ? atoi(word) : 0;
    if (milliseconds > 0 && milliseconds < 60000) usleep((useconds_t)milliseconds * 1000);
}

// Without its supervisor nobody keeps the script to its timeout: it ends with it, and does not start after it.
static void end_with(pid_t supervisor) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != supervisor) _exit(126);
}

// In a container the script is read, not executed.
static void run(const struct order *order, const struct user *user, const struct staged *staged,
                const struct container *container, int output, int status, pid_t supervisor) {
    setsid();
    wait_if_asked();
    int input = open(container ? staged->path : "/dev/null", O_RDONLY | O_NOFOLLOW);
    if (input < 0 || dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(output, 2) < 0) {
        give_up(status, "start-failed", "", errno);
    }
    close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
    set_environment(user);
    if (!user_become(user)) give_up(status, "may-not-switch-user", user->name, errno);
    const char *directory = child_directory(order, user);
    if (chdir(directory) != 0) {
        give_up(status, order->working_directory ? "no-such-directory" : "no-home-directory", directory, errno);
    }
    // Becoming somebody else takes it back, so it comes late.
    end_with(supervisor);
    umask(022);
    reset_signals();
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    if (container) {
        container_execute(container, order);
        give_up(status, "runtime-failed", container->program, errno);
    }
    if (order->word_count > 0) execute_launcher(order, staged, status);
    execute_script(order, staged, status);
}

pid_t child_start(const struct order *order, const struct user *user, const struct staged *staged,
                  const struct container *container, int output, int status) {
    pid_t supervisor = getpid();
    pid_t pid = fork();
    if (pid != 0) return pid;
    run(order, user, staged, container, output, status, supervisor);
    _exit(126);
}
