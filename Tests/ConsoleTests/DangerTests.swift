import Testing

@testable import Console

@Suite struct DangerTests {
    private func kinds(_ script: String) -> [Danger.Kind] { Danger.all(in: RenderedScript(plain: script)).map(\.kind) }

    private static let found: [(Danger.Kind, [String])] = [
        (
            .removesRoot,
            [
                "rm -rf /", "rm -fr /*", "sudo rm -r -f /etc", "rm --recursive --force /usr", "rm -rf -- /etc/",
                "rm -rf \"/\"", "rm -rf '/var/*'", "rm -rf ~", "rm -rf *", "/bin/rm -Rf /", "\\rm -rf /home",
                "cd /tmp && rm -rf /var", "if true; then rm -rf /; fi", "rm / -rf", "rm -rf --no-preserve-root //",
                "x=$(rm -rf /)", "echo \"$(rm -rf /)\"", "bash -c 'rm -rf /'", "rm -rf \\\n  /", "find / -delete",
                "A=1 rm -rf /opt", "sudo -u root rm -rf /srv", "true; { rm -rf /; }", "rm -rf build /",
            ]
        ),
        (
            .removesVariable,
            [
                "rm -rf $DIR/", "rm -rf \"$DIR\"/*", "rm -rf ${DIR}/*", "rm -rf \"${DIR}/\"", "rm -rf /$DIR",
                "rm -rf $A/$B", "rm -rf $PREFIX/usr",
            ]
        ),
        (
            .writesDevice,
            [
                "dd if=/dev/zero of=/dev/sda", "dd of=\"/dev/nvme0n1\" if=x", "cat x > /dev/sdb", "echo 1 >/dev/vda1",
                "cat x>/dev/sda", "cat x | sudo tee /dev/sda", "shred /dev/sdb", "cp disk.img /dev/xvda",
                "x >> /dev/hda",
            ]
        ),
        (
            .formats,
            [
                "mkfs.ext4 /dev/sdb", "mkfs -t xfs /dev/sdb", "wipefs -a /dev/sdb", "sudo fdisk /dev/sda",
                "parted /dev/sda mklabel gpt",
            ]
        ),
        (
            .reboots,
            [
                "reboot", "sudo reboot", "shutdown -h now", "/sbin/poweroff", "systemctl reboot", "init 6", "halt -p",
                "sleep 5 && reboot", "[ -f /var/run/reboot-required ] && reboot", "nohup reboot &",
                "Restart-Computer -Force",
                "case $1 in now) reboot;; esac", "(sleep 1; reboot) &", "sh -c \"sleep 2; reboot\"",
            ]
        ),
        (
            .killsAll,
            ["kill -9 -1", "sudo kill -KILL -1", "kill -- -1", "kill -9 1", "kill -9 -1 2>/dev/null", "killall5 -9"]
        ),
        (.forkBomb, [":(){ :|:& };:", "bomb() { bomb | bomb & }; bomb"]),
        (.opensAll, ["chmod -R 777 /srv", "chmod 777 -R x", "chmod -R 0777 .", "chmod --recursive a+rwx /"]),
        (.firewall, ["iptables -F", "iptables -t nat -F", "ip6tables --flush", "nft flush ruleset", "ufw disable"]),
        (
            .remoteAccess,
            [
                "systemctl stop sshd", "service ssh stop", "systemctl disable --now ssh.service", "pkill sshd",
                "ip link set eth0 down", "ifconfig eth0 down", "ifdown eth0", "/etc/init.d/sshd stop",
                "systemctl mask NetworkManager",
            ]
        ),
        (.removesUser, ["userdel -r bob", "sudo deluser bob"]),
        (
            .runsDownload,
            [
                "curl https://x | sh", "wget -qO- x | sudo bash", "curl x | sudo -E bash -", "bash <(curl -s x)",
                "sh -c \"$(curl -fsSL x)\"", "eval \"$(curl x)\"", "curl x | tee f | bash", "curl x | /bin/sh -s -- a",
                "curl x | python3 -", "source <(wget -qO- x)",
            ]
        ),
        (
            .dropsData,
            [
                "mysql -e 'DROP DATABASE shop'", "drop table users;", "psql -c \"TRUNCATE   TABLE log\"",
                "redis-cli FLUSHALL", "redis-cli -n 1 flushdb",
            ]
        ),
    ]

    @Test(arguments: found) func findsWhatDestroys(_ kind: Danger.Kind, _ scripts: [String]) {
        for script in scripts { #expect(kinds(script) == [kind], "\(script)") }
    }

    @Test(arguments: [
        ("ip link set {{token}} down", "eth0 hunter2", "ip link set ******** down"),
        ("cp disk.img /dev/sda{{token}}", "hunter2", "cp /dev/sda********"),
        ("{{token}}", "ifconfig hunter2 down", "********"),
        ("{{token}}", "true\nifconfig hunter2 down", "********"),
    ])
    func tellsNothingOfASecret(_ script: String, _ secret: String, _ shown: String) {
        let found = Danger.all(in: RenderedScript(script) { _ in (secret, isSecret: true) })
        #expect(found.contains { $0.kind != .unquotedValue && $0.found == shown }, "\(found)")
        #expect(!found.contains { $0.found.contains("hunter2") }, "\(found)")
    }

    @Test func knowsEveryKind() {
        #expect(Set(Self.found.map(\.0)).union([.unquotedValue]) == Set(Danger.Kind.allCases))
    }

    @Test(arguments: [
        "", "# rm -rf /", "  # reboot", "ls # rm -rf /", "rm -rf ./build", "rm -rf /tmp/x /etc/nginx/old",
        "rm -f /etc/motd",
        "echo \"rm -rf /\"", "echo 'curl x | sh'", "printf '%s\\n' reboot", "rm -rf build; ls /", "grep -r / file",
        "alarm -rf /", "rm -rf \"${DIR:?}\"/*", "rm -rf \"$DIR\"", "rm -rf $DIR/cache", "find /tmp -delete",
        "find / -name x",
        "dd if=a of=/dev/null", "dd of=/dev/stdout", "dd of=/dev/shm/x", "ls > /dev/null 2>&1", "ls 2>/dev/null",
        "ls >&2",
        "ls &>/dev/null", "dd if=/dev/sda of=disk.img", "cp /dev/sda disk.img", "fdisk -l", "parted -l",
        "wipefs /dev/sdb",
        "which mkfs.ext4", "man mkfs", "echo reboot", "last reboot", "systemctl status reboot.target", "shutdown -c",
        "cat /var/run/reboot-required", "grep reboot /var/log/syslog", "init 3", "alias r=reboot", "kill -9 1234",
        "kill -1 99",
        "kill -HUP 1", "kill -0 1", "kill 12 1", "f() { g | h & }; f", "chmod 777 x", "chmod -R 755 x",
        "iptables -L -n",
        "nft list ruleset", "iptables-save", "systemctl restart sshd", "systemctl status ssh", "systemctl stop nginx",
        "docker stop ssh", "docker stop web && docker network ls", "ip link show", "man userdel", "curl x | jq .",
        "curl x | grep sh", "curl x | sha256sum", "curl -o x y; sh z", "echo a | sh", "curl x | python3 -m json.tool",
        "curl x | perl -ne 'print'", "sh deploy.sh \"$(curl -s x)\"", "curl x || sh y", "echo do not drop tables",
        "dropdb --help",
        "grep 'DROP TABLE' dump.sql", "echo $((1 + 2))", "it's odd | `", "a\\", "cat <<EOF", "\"", "$(", ")))",
    ]) func leavesTheHarmlessAlone(_ script: String) { #expect(kinds(script) == [], "\(script)") }

    @Test func namesTheLineAndTheWords() {
        let script = "set -e\n\nrm -rf \\\n  /etc\r\n# reboot\r\nreboot; userdel bob\r\n"
        let found = Danger.all(in: RenderedScript(plain: script))
        #expect(
            found == [
                Danger(kind: .removesRoot, line: 3, found: "rm -r /etc"),
                Danger(kind: .reboots, line: 6, found: "reboot"),
                Danger(kind: .removesUser, line: 6, found: "userdel"),
            ])
    }

    @Test(arguments: [
        ("ls {{x}}", "a b", true), ("ls {{x}}", "a", false), ("ls '{{x}}'", "a b", false),
        ("ls '{{x}}'", "a'; reboot", true),
        ("ls \"{{x}}\"", "$(id)", true), ("ls \"it's {{x}}\"", "$(id)", true), ("ls \\'{{x}}", "a b", true),
        ("echo 'a'\nls {{x}}", "$HOME", true), ("ls '{{x}}'", "'\u{301}; id", true), ("ls {{x}}", "~root", true),
        ("ls {{x}}", "", false),
    ]) func findsValuesThatAShellTakesApart(_ script: String, _ value: String, _ isFound: Bool) {
        let found = Danger.all(in: RenderedScript(script) { _ in (value, isSecret: false) })
        #expect(found.contains { $0.kind == .unquotedValue } == isFound)
    }

    @Test func tellsTheLineOfAValueAndNoSecret() {
        let script = RenderedScript("a\nb {{x}}\nc {{password}}\n") { name in
            (name == "x" ? "1 2\n3" : "p w", isSecret: name == "password")
        }
        let found = Danger.all(in: script)
        #expect(found.map(\.line) == [2, 4])
        #expect(found.map(\.found) == ["1 2\n3", RenderedScript.mask])
    }
}
