extension StarterCommand {
    /// Installed packages and updates.
    static let packages: [StarterCommand] = [
        StarterCommand(
            "package-version", "The installed version of a package; ends with 1 when it is not installed", "packages",
            [
                .word("package", "Name of the package", of: "A-Za-z0-9._+:~-")
            ],
            #"""
            if has dpkg-query; then
                found=$(dpkg-query -W -f '${Package} ${Version} ${db:Status-Status}\n' "$package" 2>/dev/null | grep ' installed$')
            elif has rpm; then
                found=$(rpm -q "$package") || found=
            elif has apk; then
                found=$(apk info -e -v "$package")
            else
                lacks 'Neither dpkg nor rpm nor apk is installed here.'
            fi
            [ -n "$found" ] || fail "$package is not installed."
            say "$found"
            """#),
        StarterCommand(
            "pending-updates", "Updates that the package lists on the machine know of", "packages",
            [
                .number("count", "How many to name", value: 50, in: 1...5000)
            ],
            timeoutSeconds: 300,
            #"""
            if has apt-get; then
                list=$(apt-get -s -o Debug::NoLocking=true upgrade) || fail 'apt-get cannot tell.'
                list=$(say "$list" | awk '/^Inst / { gsub(/[][()]/, ""); print $2, $3, $4 }')
            elif has dnf; then
                list=$(dnf -q -C check-update)
                case $? in 0|100) ;; *) fail 'dnf cannot tell.' ;; esac
            elif has yum; then
                list=$(yum -q -C check-update)
                case $? in 0|100) ;; *) fail 'yum cannot tell.' ;; esac
            elif has apk; then
                list=$(apk version -l '<') || fail 'apk cannot tell.'
                list=$(say "$list" | awk 'NR > 1')
            else
                lacks 'Neither apt-get nor dnf nor yum nor apk is installed here.'
            fi
            [ -n "$list" ] || { say 'No updates are pending.'; exit 0; }
            say "Pending updates: $(say "$list" | grep -c .)"
            say "$list" | head -n "$count"
            """#),
    ]
}
