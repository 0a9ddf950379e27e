extension StarterCommand {
    /// Logs in files, in the journal and of the kernel.
    static let logs: [StarterCommand] = [
        StarterCommand(
            "log-tail", "The last lines of a log file", "logs",
            [
                .path("file", "The file"),
                .number("lines", "How many lines", value: 50, in: 1...100_000),
            ],
            #"""
            need tail
            [ -e "$file" ] || fail "$file does not exist."
            [ -f "$file" ] || fail "$file is no regular file."
            [ -r "$file" ] || fail "$file may not be read by this user."
            tail -n "$lines" "$file"
            """#),
        StarterCommand(
            "log-grep", "The last lines of a log file that hold a text or fit an expression", "logs",
            [
                .path("file", "The file"),
                .text("pattern", "What to look for"),
                .choice("mode", "How the pattern is meant", ["text", "expression"]),
                .choice("capitals", "Whether they count", ["exact", "ignore"]),
                .number("lines", "How many lines", value: 100, in: 1...100_000),
            ],
            #"""
            need grep
            [ -e "$file" ] || fail "$file does not exist."
            [ -f "$file" ] || fail "$file is no regular file."
            [ -r "$file" ] || fail "$file may not be read by this user."
            set -- -e "$pattern"
            [ "$mode" = expression ] && set -- -E "$@" || set -- -F "$@"
            [ "$capitals" = exact ] || set -- -i "$@"
            count=$(grep -c "$@" "$file")
            [ $? -le 1 ] || exit 1
            say "Lines that fit: $count"
            [ "$count" = 0 ] || grep -n "$@" "$file" | tail -n "$lines"
            """#),
        StarterCommand(
            "journal-tail", "The last lines of the journal, of one unit or of all", "logs",
            [
                .word("unit", "Unit, for example nginx; empty for all", value: "", of: StarterCommand.unitCharacters),
                .text("since", "Since when, such as -1h, today or 2026-01-31 08:00", value: "-1h"),
                .choice("priority", "The least weight", ["debug", "info", "notice", "warning", "err", "crit"]),
                .number("lines", "How many lines", value: 100, in: 1...100_000),
            ],
            #"""
            need journalctl
            set -- --no-pager --lines="$lines" --since="$since" --priority="$priority"
            [ -z "$unit" ] || set -- "$@" --unit="$unit"
            journalctl "$@"
            """#),
        StarterCommand(
            "kernel-log", "The last lines of the kernel log", "logs",
            [
                .choice("level", "The least weight", ["all", "warnings", "errors"]),
                .number("lines", "How many lines", value: 100, in: 1...100_000),
            ],
            #"""
            need dmesg
            case $level in
            all) set -- ;;
            warnings) set -- -l emerg,alert,crit,err,warn ;;
            errors) set -- -l emerg,alert,crit,err ;;
            esac
            log=$(dmesg "$@" 2>&1) || fail "$log"
            say "$log" | tail -n "$lines"
            """#),
    ]
}
