#define _GNU_SOURCE
#include "container.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "capture.h"

#define QUESTION_MS 10000
#define MATCH_LIMIT 64

// The script is not in the arguments, where every user of the machine could read it. It comes as the standard input,
// which it does not see: it finds nothing there. What it starts can be told by its environment.
static const char wrapper[] =
    "export FLAGDECK_RUN=\"$0/\"; exec /bin/sh -c 'eval \"$(cat)\" </dev/null' sh";

// Ends what carries the mark of a run: all of it, or only what no other such process has started. All are looked for
// before any is ended, as the end of one changes whose children the others are.
static const char ender[] =
    "run=$1 all=\n"
    "marked() { case \"$(cat \"/proc/$1/environ\")\" in *\"FLAGDECK_RUN=$run/\"*) return 0 ;; esac; return 1; }\n"
    "for p in /proc/[0-9]*; do\n"
    "p=${p#/proc/}\n"
    "marked \"$p\" || continue\n"
    "if [ \"$3\" = Process ]; then\n"
    "parent=\n"
    "while read -r key value; do [ \"$key\" = PPid: ] && parent=$value; done < \"/proc/$p/status\"\n"
    "[ \"$parent\" = 1 ] && continue\n"
    "marked \"$parent\" && continue\n"
    "fi\n"
    "all=\"$all $p\"\n"
    "done\n"
    "for p in $all; do kill -s \"$2\" \"$p\"; done\n";

/// The containers of one runtime that an order may mean.
struct matches {
    struct {
        char id[128];
        bool is_running;
        bool has_name;
    } found[MATCH_LIMIT];
    int count;
};

static int question_ms(void) {
    // For tests.
    const char *word = getenv("FLAGDECK_TEST_RUNTIME_TIMEOUT_MS");
    int milliseconds = word ? atoi(word) : 0;
    return milliseconds > 0 ? milliseconds : QUESTION_MS;
}

bool container_is_wanted(const struct order *order) { return order->container_id || order->container_name; }

static void add(struct matches *matches, const char *id, bool is_running, bool has_name) {
    for (int i = 0; i < matches->count; i++) {
        if (strcasecmp(matches->found[i].id, id) != 0) continue;
        matches->found[i].is_running |= is_running;
        matches->found[i].has_name |= has_name;
        return;
    }
    if (matches->count == MATCH_LIMIT || strlen(id) >= sizeof matches->found[0].id) return;
    strcpy(matches->found[matches->count].id, id);
    matches->found[matches->count].is_running = is_running;
    matches->found[matches->count++].has_name = has_name;
}

static bool is_among(char *names, const char *name) {
    char *rest = NULL;
    for (char *each = strtok_r(names, ",", &rest); each; each = strtok_r(NULL, ",", &rest)) {
        if (name && strcmp(each, name) == 0) return true;
    }
    return false;
}

// A line holds the whole id, the status and the names. Those of containers that run begin with "Up".
static void read_line(char *line, const struct order *order, struct matches *matches) {
    char *status = strchr(line, '\t');
    if (!status) return;
    *status++ = 0;
    char *names = strchr(status, '\t');
    if (!names) return;
    *names++ = 0;
    bool is_running = strncmp(status, "Up", 2) == 0 && !strstr(status, "(Paused)");
    bool has_name = is_among(names, order->container_name);
    bool has_id = order->container_id && strcasecmp(line, order->container_id) == 0;
    if (has_id || (has_name && !order->container_id)) add(matches, line, is_running, has_name);
}

// docker, podman and nerdctl list alike.
static enum capture_end list_all(const char *program, const struct order *order, struct capture *capture,
                                 struct matches *matches) {
    char *arguments[] = {(char *)program, "ps", "--all", "--no-trunc",
                         "--format", "{{.ID}}\t{{.Status}}\t{{.Names}}", NULL};
    enum capture_end end = capture_run(arguments, question_ms(), capture);
    char *rest = NULL;
    if (end != CAPTURE_ANSWERED) return end;
    for (char *line = strtok_r(capture->output, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        read_line(line, order, matches);
    }
    return end;
}

// crictl takes a name for a regular expression.
static void write_pattern(char *pattern, const char *name) {
    *pattern++ = '^';
    for (; *name; name++) {
        if (*name == '.') *pattern++ = '\\';
        *pattern++ = *name;
    }
    strcpy(pattern, "$");
}

// One question of crictl: the ids of what has the id and the name, of all or of those that run.
static enum capture_end ask_crictl(const struct order *order, bool by_name, bool running, struct capture *capture,
                                   struct matches *matches) {
    char pattern[600];
    char *arguments[12] = {"crictl", "ps", "--quiet", "--no-trunc"};
    int count = 4;
    if (running) {
        arguments[count++] = "--state";
        arguments[count++] = "Running";
    } else {
        arguments[count++] = "--all";
    }
    if (order->container_id) {
        arguments[count++] = "--id";
        arguments[count++] = (char *)order->container_id;
    }
    if (by_name) {
        write_pattern(pattern, order->container_name);
        arguments[count++] = "--name";
        arguments[count++] = pattern;
    }
    enum capture_end end = capture_run(arguments, question_ms(), capture);
    char *rest = NULL;
    if (end != CAPTURE_ANSWERED) return end;
    for (char *id = strtok_r(capture->output, "\n", &rest); id; id = strtok_r(NULL, "\n", &rest)) {
        add(matches, id, running, by_name);
    }
    return end;
}

static enum capture_end list_crictl(const struct order *order, struct capture *capture, struct matches *matches) {
    bool has_id = order->container_id;
    bool has_name = order->container_name;
    enum capture_end end = ask_crictl(order, !has_id, false, capture, matches);
    if (end == CAPTURE_ANSWERED && matches->count > 0 && has_id && has_name) {
        end = ask_crictl(order, true, false, capture, matches);
    }
    if (end == CAPTURE_ANSWERED && matches->count > 0) end = ask_crictl(order, !has_id, true, capture, matches);
    return end;
}

static bool fails(struct failure *failure, const char *reason, const char *subject) {
    failure_set(failure, reason, subject, 0);
    return false;
}

static bool choose(const struct order *order, const struct matches *matches, struct container *container,
                   struct failure *failure) {
    const char *subject = order->container_id ? order->container_id : order->container_name;
    int running = 0;
    int chosen = 0;
    for (int i = 0; i < matches->count; i++) {
        if (order->container_id && order->container_name && !matches->found[i].has_name) {
            return fails(failure, "container-mismatch", subject);
        }
        if (!matches->found[i].is_running) continue;
        running++;
        chosen = i;
    }
    if (running == 0) return fails(failure, "container-not-running", subject);
    if (running > 1) return fails(failure, "container-duplicated", subject);
    strcpy(container->id, matches->found[chosen].id);
    return true;
}

static const char *reason_of(enum capture_end end, const struct capture *capture) {
    if (end == CAPTURE_TIMED_OUT) return "runtime-timeout";
    return strcasestr(capture->errors, "connect") || strcasestr(capture->errors, "dial unix") ? "runtime-unreachable"
                                                                                             : "runtime-failed";
}

static const char *const *programs_of(const char *runtime) {
    static const char *const any[] = {"docker", "podman", "nerdctl", "crictl", NULL};
    static const char *const docker[] = {"docker", "podman", NULL};
    static const char *const containerd[] = {"crictl", "nerdctl", NULL};
    static const char *const crio[] = {"crictl", NULL};
    if (!runtime || !*runtime) return any;
    if (strcmp(runtime, "docker") == 0) return docker;
    return strcmp(runtime, "containerd") == 0 ? containerd : crio;
}

// The first runtime that has the container decides. Where none has it, one that answered says more than one that did not.
bool container_find(const struct order *order, struct container *container, struct failure *failure) {
    static struct capture capture;
    static struct matches matches;
    bool has_answered = false;
    failure_set(failure, "no-runtime", order->container_runtime ? order->container_runtime : "", 0);
    for (const char *const *program = programs_of(order->container_runtime); *program; program++) {
        memset(&matches, 0, sizeof matches);
        enum capture_end end = strcmp(*program, "crictl") == 0 ? list_crictl(order, &capture, &matches)
                                                               : list_all(*program, order, &capture, &matches);
        if (end == CAPTURE_MISSING) continue;
        if (end != CAPTURE_ANSWERED) {
            bool is_first = strcmp(failure->reason, "no-runtime") == 0;
            if (is_first && !has_answered) failure_set(failure, reason_of(end, &capture), *program, 0);
            continue;
        }
        has_answered = true;
        failure_set(failure, "container-not-found",
                    order->container_id ? order->container_id : order->container_name, 0);
        if (matches.count == 0) continue;
        container->program = *program;
        if (!choose(order, &matches, container, failure)) return false;
        failure->reason[0] = 0;
        return true;
    }
    return false;
}

void container_execute(const struct container *container, const struct order *order) {
    execvp(container->program, (char *[]){(char *)container->program, "exec", "-i", (char *)container->id, "/bin/sh",
                                          "-c", (char *)wrapper, (char *)order->name, NULL});
}

void container_signal(const struct container *container, const struct order *order, const char *signal) {
    capture_start((char *[]){(char *)container->program, "exec", (char *)container->id, "/bin/sh", "-c", (char *)ender,
                             "sh", (char *)order->name, (char *)signal, order->ends_tree ? "ProcessTree" : "Process",
                             NULL});
}
