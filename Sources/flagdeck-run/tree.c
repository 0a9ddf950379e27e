#define _GNU_SOURCE
#include "tree.h"

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define KILL_ROUNDS 200

struct process {
    pid_t pid;
    pid_t parent;
    bool is_ours;
    bool is_dead;
};

static bool look(int proc, const char *name, struct process *process) {
    char path[288];
    snprintf(path, sizeof path, "%s/stat", name);
    int file = openat(proc, path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    char text[512];
    ssize_t length = read(file, text, sizeof text - 1);
    close(file);
    if (length <= 0) return false;
    text[length] = 0;
    // The name in brackets may hold anything, brackets included.
    char *end = strrchr(text, ')');
    char state;
    int parent;
    if (!end || sscanf(end + 1, " %c %d", &state, &parent) != 2) return false;
    *process = (struct process){atoi(name), parent, false, state == 'Z' || state == 'X'};
    return true;
}

static struct process *list(size_t *count) {
    struct process *processes = NULL;
    size_t room = 0;
    *count = 0;
    DIR *proc = opendir("/proc");
    struct dirent *entry;
    while (proc && (entry = readdir(proc))) {
        if (entry->d_name[0] < '1' || entry->d_name[0] > '9') continue;
        if (*count == room) {
            room = room ? 2 * room : 256;
            struct process *larger = realloc(processes, room * sizeof *processes);
            if (!larger) break;
            processes = larger;
        }
        if (look(dirfd(proc), entry->d_name, &processes[*count])) ++*count;
    }
    if (proc) closedir(proc);
    return processes;
}

int tree_signal(int signal) {
    size_t count;
    struct process *processes = list(&count);
    pid_t self = getpid();
    int found = 0;
    for (bool is_growing = true; is_growing;) {
        is_growing = false;
        for (size_t i = 0; i < count; i++) {
            if (processes[i].is_ours) continue;
            bool is_ours = processes[i].parent == self;
            for (size_t j = 0; j < count && !is_ours; j++) {
                is_ours = processes[j].is_ours && processes[j].pid == processes[i].parent;
            }
            if (!is_ours) continue;
            processes[i].is_ours = true;
            is_growing = true;
        }
    }
    for (size_t i = 0; i < count; i++) {
        if (!processes[i].is_ours || processes[i].is_dead) continue;
        kill(processes[i].pid, signal);
        found++;
    }
    free(processes);
    return found;
}

void tree_kill(void) {
    // Those that were forked while we looked are found in the next round; stopped ones fork no more.
    int before = -1;
    for (int round = 0; round < 50; round++) {
        int found = tree_signal(SIGSTOP);
        if (found == before) break;
        before = found;
    }
    // A fork that was under way when its process was stopped can still bring forth a child, and what is killed takes a
    // moment to die: until there is nobody left, but not for ever where a disk does not answer.
    for (int round = 0; round < KILL_ROUNDS && tree_signal(SIGKILL) > 0; round++) usleep(5000);
}
