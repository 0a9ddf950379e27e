extension StarterCommand {
    /// The machine, its clock, its users and its timed jobs.
    static let system: [StarterCommand] = [
        StarterCommand(
            "system-info", "System, kernel, processors, memory and name of the machine", "system", [],
            #"""
            need uname
            name=
            [ -r /etc/os-release ] && name=$(. /etc/os-release && printf '%s' "$PRETTY_NAME")
            say "System:     ${name:-unknown}"
            say "Kernel:     $(uname -sr) $(uname -m)"
            say "Host:       $(uname -n)"
            say "Processors: $(getconf _NPROCESSORS_ONLN 2>/dev/null || grep -c '^processor' /proc/cpuinfo)"
            say "Memory:     $(awk '/^MemTotal:/ { printf "%.1f GiB", $2 / 1048576 }' /proc/meminfo)"
            say "Up:         $(awk '{ printf "%.1f days", $1 / 86400 }' /proc/uptime)"
            """#),
        StarterCommand(
            "time-sync", "Clock, zone and whether the clock is kept right; ends with 1 when it is not", "system", [],
            #"""
            need date
            date -u '+%Y-%m-%dT%H:%M:%SZ'
            date '+Zone: %Z (%z)'
            if has chronyc && state=$(chronyc -n tracking 2>/dev/null); then
                say "$state"
                case $state in *'Not synchronised'*) exit 1 ;; esac
            elif has timedatectl && state=$(timedatectl show -p NTPSynchronized --value 2>/dev/null) && [ -n "$state" ]; then
                say "Synchronized: $state"
                [ "$state" = yes ]
            elif has ntpq && state=$(ntpq -pn 2>/dev/null) && [ -n "$state" ]; then
                say "$state"
                case $state in *'
            *'*) ;; *) exit 1 ;; esac
            else
                lacks 'Neither chrony nor systemd nor ntpd tells here whether the clock is kept right.'
            fi
            """#),
        StarterCommand(
            "users-logged-in", "Who is logged in, and the last logins", "system",
            [
                .number("count", "How many logins", value: 10, in: 1...500)
            ],
            #"""
            need who
            now=$(who)
            say "${now:-Nobody is logged in.}"
            if has last; then
                say ''
                last -n "$count" 2>/dev/null
            fi
            exit 0
            """#),
        StarterCommand(
            "cron-jobs", "Timed jobs: crontabs, what runs daily, systemd timers", "system", [],
            #"""
            need grep
            show() {
                [ -f "$1" ] && [ -r "$1" ] || return 0
                jobs=$(grep -v -e '^[[:space:]]*#' -e '^[[:space:]]*$' "$1") || return 0
                say "== $1" "
            $jobs"
            }
            for file in /etc/crontab /etc/cron.d/* /var/spool/cron/* /var/spool/cron/crontabs/*; do show "$file"; done
            for directory in /etc/cron.hourly /etc/cron.daily /etc/cron.weekly /etc/cron.monthly; do
                set -- "$directory"/*
                [ -e "$1" ] && say "== $directory" && for file; do say "${file##*/}"; done
            done
            if [ -d /run/systemd/system ] && has systemctl; then
                say '== Timers'
                systemctl list-timers --all --no-pager
            fi
            exit 0
            """#),
    ]
}
