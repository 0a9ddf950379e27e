#define _GNU_SOURCE
#include "supervise.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "child.h"
#include "claim.h"
#include "container.h"
#include "output.h"
#include "result.h"
#include "staging.h"
#include "tree.h"
#include "user.h"

#define GRACE_MS 2000
#define DRAIN_MS 200
#define KILL_AGAIN_MS 1000
#define SPOOL_MS 50

/// Where an attempt stands.
struct run {
    const struct order *order;
    struct output output;
    struct result result;
    struct container container;
    pid_t child;
    int pipe;             ///< Output of the script; -1 after its end.
    int status;           ///< How the start went; -1 after it is known.
    int claim;            ///< Descriptor of the claim.
    int signals;
    bool has_ended;       ///< The script's process ended.
    bool is_killing;      ///< We asked it to end.
    bool is_killed;       ///< We made it end.
    int64_t spools_at;    ///< When its output goes to files if it still runs then; INT64_MAX once it does.
    int64_t deadline;     ///< When the next step is due, on the clock that nobody sets; INT64_MAX for never.
};

static int64_t milliseconds(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void tell(int caller, const char *word, const struct order *order, int number) {
    char text[96];
    int length = snprintf(text, sizeof text, "%s %s %d", word, order->id, number);
    // Nobody may be there to hear it any more.
    if (send(caller, text, (size_t)length, MSG_NOSIGNAL) < 0) return;
}

static bool is_in_container(const struct run *run) { return run->container.program != NULL; }

// Of a script in a container only the runtime's own program is on this side, which has no tree.
static bool ends_tree(const struct run *run) { return run->order->ends_tree && !is_in_container(run); }

static void end_child(struct run *run) {
    if (run->is_killing) return;
    run->is_killing = true;
    run->deadline = milliseconds(CLOCK_MONOTONIC) + GRACE_MS;
    if (is_in_container(run)) {
        // The runtime's program ends with the script; without it nobody would hear of that.
        container_signal(&run->container, run->order, "TERM");
    } else if (ends_tree(run)) {
        tree_signal(SIGTERM);
    } else if (!run->has_ended) {
        kill(run->child, SIGTERM);
    }
}

static void kill_child(struct run *run) {
    run->is_killed = true;
    if (is_in_container(run)) container_signal(&run->container, run->order, "KILL");
    if (ends_tree(run)) tree_kill();
    if (!run->has_ended) {
        // Where the tree cannot be seen, at least what stayed together ends.
        if (run->order->ends_tree) kill(-run->child, SIGKILL);
        kill(run->child, SIGKILL);
    }
    run->deadline = milliseconds(CLOCK_MONOTONIC) + (run->has_ended ? DRAIN_MS : KILL_AGAIN_MS);
}

// What is due when the deadline passes: the timeout, then the end of the grace, then the end of draining.
static void step(struct run *run) {
    if (run->is_killing && (!run->is_killed || !run->has_ended)) {
        kill_child(run);
    } else if (run->has_ended) {
        close(run->pipe);
        run->pipe = -1;
    } else if (!run->is_killing) {
        run->result.ending = ENDING_TIMED_OUT;
        end_child(run);
    }
}

static void note_end(struct run *run, int status) {
    run->has_ended = true;
    run->result.finished = milliseconds(CLOCK_REALTIME);
    if (!run->is_killing) {
        run->result.ending = WIFEXITED(status) ? ENDING_EXITED : ENDING_SIGNALLED;
        run->result.code = WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status);
    }
    // Of a tree that is being ended, the rest still has its grace.
    if (run->is_killing && ends_tree(run) && !run->is_killed) return;
    run->deadline = milliseconds(CLOCK_MONOTONIC) + DRAIN_MS;
}

static void reap(struct run *run) {
    int status;
    pid_t pid;
    while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
        if (pid == run->child && !run->has_ended) note_end(run, status);
    }
    // The whole tree is gone before its grace is over.
    if (run->has_ended && run->is_killing && ends_tree(run) && !run->is_killed && pid < 0) {
        run->is_killed = true;
        run->deadline = milliseconds(CLOCK_MONOTONIC) + DRAIN_MS;
    }
}

static void take_signal(struct run *run) {
    struct signalfd_siginfo signal;
    // A script that ended by itself before the stop came was not stopped.
    reap(run);
    while (read(run->signals, &signal, sizeof signal) == sizeof signal) {
        if (signal.ssi_signo != SIGTERM || run->has_ended || run->is_killing) continue;
        run->result.ending = ENDING_STOPPED;
        end_child(run);
    }
    reap(run);
}

static void take_output(struct run *run) {
    static char buffer[1 << 16];
    ssize_t count = read(run->pipe, buffer, sizeof buffer);
    if (count > 0) {
        output_append(&run->output, buffer, (size_t)count);
    } else if (count == 0 || (errno != EAGAIN && errno != EINTR)) {
        close(run->pipe);
        run->pipe = -1;
    }
}

static void take_status(struct run *run) {
    struct failure failure;
    if (read(run->status, &failure, sizeof failure) == sizeof failure) {
        run->result.failure = failure;
        run->result.failure.reason[sizeof failure.reason - 1] = 0;
        run->result.failure.subject[sizeof failure.subject - 1] = 0;
    }
    close(run->status);
    run->status = -1;
}

static bool is_over(const struct run *run) {
    bool is_tree_ending = run->is_killing && ends_tree(run) && !run->is_killed;
    return run->has_ended && run->pipe < 0 && run->status < 0 && !is_tree_ending;
}

// Most scripts end before this is due, and then no file is made for their output.
static void spool(struct run *run, int64_t now) {
    output_spool(&run->output);
    run->spools_at = run->output.is_spooled ? INT64_MAX : now + SPOOL_MS;
}

static void follow(struct run *run) {
    while (!is_over(run)) {
        struct pollfd files[] = {{run->signals, POLLIN, 0}, {run->pipe, POLLIN, 0}, {run->status, POLLIN, 0}};
        int64_t wait = -1;
        int64_t next = run->deadline < run->spools_at ? run->deadline : run->spools_at;
        if (next != INT64_MAX) {
            wait = next - milliseconds(CLOCK_MONOTONIC);
            if (wait < 0) wait = 0;
            if (wait > 3600000) wait = 3600000;
        }
        if (poll(files, 3, (int)wait) < 0 && errno != EINTR) sleep(1);
        if (files[2].revents) take_status(run);
        if (files[1].revents) take_output(run);
        if (files[0].revents) take_signal(run);
        int64_t now = milliseconds(CLOCK_MONOTONIC);
        if (now >= run->spools_at) spool(run, now);
        if (now >= run->deadline) step(run);
    }
}

static void start(struct run *run, const struct user *user, const struct staged *staged) {
    int output[2];
    int status[2];
    if (pipe2(output, O_CLOEXEC) != 0 || pipe2(status, O_CLOEXEC) != 0) {
        failure_set(&run->result.failure, "start-failed", "", errno);
        return;
    }
    // So that the script can open its output again by name, as /dev/stderr.
    if (user->is_other && fchown(output[1], user->uid, user->gid) != 0) {
        failure_set(&run->result.failure, "start-failed", "", errno);
        return;
    }
    run->result.started = milliseconds(CLOCK_REALTIME);
    run->deadline = milliseconds(CLOCK_MONOTONIC) + run->order->timeout_ms;
    run->spools_at = milliseconds(CLOCK_MONOTONIC) + SPOOL_MS;
    const struct container *container = is_in_container(run) ? &run->container : NULL;
    run->child = child_start(run->order, user, staged, container, output[1], status[1]);
    if (run->child < 0) failure_set(&run->result.failure, "start-failed", "", errno);
    if (run->child > 0) claim_note_session(run->claim, run->child);
    close(output[1]);
    close(status[1]);
    run->pipe = output[0];
    run->status = status[0];
    fcntl(run->pipe, F_SETFL, O_NONBLOCK);
}

static bool is_stopped_early(struct run *run) {
    sigset_t pending;
    if (sigpending(&pending) != 0 || !sigismember(&pending, SIGTERM)) return false;
    run->result.ending = ENDING_STOPPED;
    return true;
}

static void perform(struct run *run, struct staged *staged) {
    struct user user;
    if (is_stopped_early(run)) return;
    if (container_is_wanted(run->order)) {
        if (!container_find(run->order, &run->container, &run->result.failure)) return;
        // That may have taken its time.
        if (is_stopped_early(run)) return;
    }
    if (!user_find(run->order->username, &user)) {
        failure_set(&run->result.failure, errno == 0 ? "no-such-user" : "start-failed", run->order->username, errno);
        return;
    }
    if (user.is_other && geteuid() != 0) {
        failure_set(&run->result.failure, "may-not-switch-user", user.name, EPERM);
        return;
    }
    if (!staging_write(run->order, &user, staged)) {
        failure_set(&run->result.failure, "staging-failed", "", errno);
        return;
    }
    start(run, &user, staged);
    if (run->child > 0) follow(run);
    staging_remove(staged);
}

static int watch_signals(void) {
    sigset_t watched;
    sigemptyset(&watched);
    sigaddset(&watched, SIGTERM);
    sigaddset(&watched, SIGCHLD);
    struct sigaction standard = {.sa_handler = SIG_DFL};
    sigaction(SIGTERM, &standard, NULL);
    sigaction(SIGCHLD, &standard, NULL);
    signal(SIGINT, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    sigprocmask(SIG_BLOCK, &watched, NULL);
    return signalfd(-1, &watched, SFD_CLOEXEC | SFD_NONBLOCK);
}

void supervise(const struct order *order, int caller) {
    setsid();
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    static struct run run;
    static struct staged staged;
    run = (struct run){
        .order = order, .claim = -1, .child = -1, .pipe = -1, .status = -1, .spools_at = INT64_MAX, .deadline = INT64_MAX};
    run.signals = watch_signals();
    struct place place = {open(order->directory, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC), order->name};
    bool is_ready = run.signals >= 0 && place.directory >= 0 && staging_draw(&staged);
    run.claim = is_ready ? claim_take(&place, staged.word) : -1;
    if (run.claim < 0) {
        tell(caller, errno == EEXIST ? "refused" : "failed", order, errno);
        _exit(0);
    }
    tell(caller, "claimed", order, (int)getpid());
    close(caller);
    output_init(&run.output, &place, order->spool_limit);
    perform(&run, &staged);
    if (run.result.failure.reason[0]) {
        run.result.ending = ENDING_START_FAILED;
        run.result.started = 0;
    }
    if (run.result.finished == 0) run.result.finished = milliseconds(CLOCK_REALTIME);
    if (run.result.ending == ENDING_TIMED_OUT) run.result.finished = run.result.started + order->timeout_ms;
    output_finish(&run.output);
    result_write(run.claim, &run.result, &run.output);
    _exit(0);
}
