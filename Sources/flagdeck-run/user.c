#define _GNU_SOURCE
#include "user.h"

#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

// Asking the system is slow, and our own user is asked for again and again.
static struct user ours;
static bool is_known;

void user_remember(void) { is_known = user_find(NULL, &ours); }

bool user_find(const char *name, struct user *user) {
    if (!name && is_known) {
        *user = ours;
        return true;
    }
    memset(user, 0, sizeof *user);
    errno = 0;
    struct passwd *entry = name ? getpwnam(name) : getpwuid(geteuid());
    // Not to know is not the same as to know that there is none; some libraries say the latter by one of these.
    int problem = errno == ENOENT || errno == ESRCH || errno == EBADF || errno == EPERM ? 0 : errno;
    user->uid = geteuid();
    user->gid = getegid();
    if (!entry) {
        // Our own user may have no entry, as in some containers.
        errno = problem;
        if (name) return false;
        snprintf(user->name, sizeof user->name, "%u", (unsigned)user->uid);
        snprintf(user->home, sizeof user->home, "/");
        snprintf(user->shell, sizeof user->shell, "/bin/sh");
        return true;
    }
    user->is_other = entry->pw_uid != geteuid();
    user->uid = entry->pw_uid;
    user->gid = entry->pw_gid;
    snprintf(user->name, sizeof user->name, "%s", entry->pw_name);
    snprintf(user->home, sizeof user->home, "%s", entry->pw_dir);
    snprintf(user->shell, sizeof user->shell, "%s", *entry->pw_shell ? entry->pw_shell : "/bin/sh");
    return true;
}

bool user_become(const struct user *user) {
    if (!user->is_other) return true;
    if (initgroups(user->name, user->gid) != 0) return false;
    if (setresgid(user->gid, user->gid, user->gid) != 0) return false;
    if (setresuid(user->uid, user->uid, user->uid) != 0) return false;
    uid_t real, effective, saved;
    gid_t real_group, effective_group, saved_group;
    if (getresuid(&real, &effective, &saved) != 0 || getresgid(&real_group, &effective_group, &saved_group) != 0) {
        return false;
    }
    errno = EPERM;
    bool is_user = real == user->uid && effective == user->uid && saved == user->uid;
    return is_user && real_group == user->gid && effective_group == user->gid && saved_group == user->gid;
}
