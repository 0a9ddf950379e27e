extension StarterCommand {
    /// What fills the disks.
    static let disk: [StarterCommand] = [
        StarterCommand(
            "disk-usage", "Free space of file systems and the largest directories below a path", "disk",
            [
                .path("path", "Where to look for large directories", value: "/"),
                .number("count", "How many directories", value: 12, in: 1...500),
            ],
            timeoutSeconds: 300,
            #"""
            need df
            [ -d "$path" ] || fail "$path is no directory here."
            df -hT -x tmpfs -x devtmpfs -x overlay 2>/dev/null || df -h
            say ''
            say "Largest directories below $path (MiB):"
            du -xk -d 1 "$path" 2>/dev/null | sort -rn | head -n "$count" |
                awk '{ size = $1; sub(/^[0-9]+[ \t]+/, ""); printf "%10.1f  %s\n", size / 1024, $0 }'
            """#),
        StarterCommand(
            "inode-usage", "Free inodes of file systems and the directories with the most entries below a path", "disk",
            [
                .path("path", "Where to count entries", value: "/var"),
                .number("count", "How many directories", value: 12, in: 1...500),
            ],
            timeoutSeconds: 300,
            #"""
            need df
            [ -d "$path" ] || fail "$path is no directory here."
            df -i 2>/dev/null || df
            say ''
            say "Directories with the most entries below $path:"
            find "$path" -xdev 2>/dev/null | sed 's|/[^/]*$||; s|^$|/|' | sort | uniq -c | sort -rn | head -n "$count"
            """#),
        StarterCommand(
            "large-files", "The largest files below a path, without other file systems", "disk",
            [
                .path("path", "Where to look", value: "/var"),
                .number("megabytes", "Only files larger than so many MiB", value: 100, in: 1...999_999),
                .number("count", "How many files", value: 20, in: 1...500),
            ],
            timeoutSeconds: 300,
            #"""
            need find
            [ -d "$path" ] || fail "$path is no directory here."
            found=$(find "$path" -xdev -type f -size +"$((megabytes * 1024))k" -exec du -k {} + 2>/dev/null |
                sort -rn | head -n "$count")
            [ -n "$found" ] || { say "No file below $path is larger than $megabytes MiB."; exit 0; }
            say "Largest files below $path (MiB):"
            say "$found" | awk '{ size = $1; sub(/^[0-9]+[ \t]+/, ""); printf "%10.1f  %s\n", size / 1024, $0 }'
            """#),
        StarterCommand(
            "file-checksum", "Size, time and checksum of a file, to compare machines", "disk",
            [
                .path("file", "The file"),
                .choice("algorithm", "How to sum", ["sha256", "sha512", "sha1", "md5"]),
            ],
            timeoutSeconds: 300,
            #"""
            need "${algorithm}sum"
            [ -e "$file" ] || fail "$file does not exist."
            [ -f "$file" ] || fail "$file is no regular file."
            [ -r "$file" ] || fail "$file may not be read by this user."
            ls -l "$file"
            "${algorithm}sum" "$file"
            """#),
    ]
}
