extension StarterCommand {
    /// What runs, and what it takes.
    static let processes: [StarterCommand] = [
        StarterCommand(
            "memory", "Memory, swap and the largest processes", "memory",
            [
                .number("count", "How many processes", value: 10, in: 1...500)
            ],
            #"""
            need ps
            free -h 2>/dev/null || head -n 5 /proc/meminfo
            say ''
            { ps -eo pid,user,rss,etime,args --sort=-rss 2>/dev/null || ps; } | head -n "$((count + 1))" | cut -c1-120
            """#),
        StarterCommand(
            "top-processes", "Load and the busiest or largest processes", "processes",
            [
                .number("count", "How many processes", value: 10, in: 1...500),
                .choice("order", "By what", ["cpu", "memory"]),
            ],
            #"""
            need ps
            uptime
            say ''
            case $order in cpu) key=pcpu ;; memory) key=rss ;; esac
            { ps -eo pid,user,pcpu,pmem,etime,args --sort=-"$key" 2>/dev/null || ps; } |
                head -n "$((count + 1))" | cut -c1-120
            """#),
        StarterCommand(
            "process-find", "Processes whose command line holds a text", "processes",
            [
                .text("pattern", "Part of the command line, as it is")
            ],
            #"""
            need ps
            found=$({ ps -eo pid,user,pcpu,rss,etime,args 2>/dev/null || ps; } |
                PATTERN=$pattern awk 'NR == 1 || index($0, ENVIRON["PATTERN"])' | cut -c1-200)
            say "$found"
            case $found in
            *'
            '*) ;;
            *) fail "No process with $pattern in its command line." ;;
            esac
            """#),
        StarterCommand(
            "open-files", "The processes with the most open files", "processes",
            [
                .number("count", "How many processes", value: 10, in: 1...500)
            ],
            #"""
            need sort
            [ -r /proc/sys/fs/file-nr ] || lacks '/proc is not mounted here.'
            set -- $(cat /proc/sys/fs/file-nr)
            say "Open in all: $1 of $3"
            say 'FILES PID PROCESS'
            for process in /proc/[0-9]*; do
                [ -r "$process/fd" ] && read -r program < "$process/comm" || continue
                set -- "$process"/fd/*
                say "$# ${process#/proc/} $program"
            done 2>/dev/null | sort -rn | head -n "$count"
            """#),
        StarterCommand(
            "load", "Since when it runs, its load, the pressure on it and its last starts", "processes", [],
            #"""
            need uptime
            uptime
            say "Processors: $(getconf _NPROCESSORS_ONLN 2>/dev/null || grep -c '^processor' /proc/cpuinfo)"
            for file in /proc/pressure/cpu /proc/pressure/memory /proc/pressure/io; do
                [ -r "$file" ] && pressure=$(head -n 1 "$file" 2>/dev/null) && say "Pressure on ${file##*/}: $pressure"
            done
            has last && last -n 5 reboot 2>/dev/null
            exit 0
            """#),
    ]
}
