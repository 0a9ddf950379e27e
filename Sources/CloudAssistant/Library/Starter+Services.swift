extension StarterCommand {
    /// What the name of a unit is made of.
    static let unitCharacters = #"A-Za-z0-9@._:\-"#

    /// Services under systemd.
    static let services: [StarterCommand] = [
        StarterCommand(
            "service-status", "State and last log lines of a systemd service", "services",
            [
                .word("service", "Unit, for example nginx", of: StarterCommand.unitCharacters)
            ],
            #"""
            need systemctl
            [ -d /run/systemd/system ] || lacks 'systemd does not run here.'
            systemctl --no-pager --full status "$service"
            """#),
        StarterCommand(
            "service-restart", "Restart a systemd service and tell whether it runs then", "services",
            [
                .word("service", "Unit, for example nginx", of: StarterCommand.unitCharacters)
            ],
            timeoutSeconds: 120,
            #"""
            need systemctl
            [ -d /run/systemd/system ] || lacks 'systemd does not run here.'
            systemctl restart "$service" || fail "$service was not restarted."
            systemctl --no-pager --full --lines=5 status "$service"
            """#),
        StarterCommand(
            "failed-services", "Units that systemd calls failed; ends with 1 when there are any", "services", [],
            #"""
            need systemctl
            [ -d /run/systemd/system ] || lacks 'systemd does not run here.'
            failed=$(systemctl --failed --no-legend --plain --no-pager) || fail 'systemd does not answer.'
            [ -n "$failed" ] || { say 'No unit has failed.'; exit 0; }
            say "$failed"
            exit 1
            """#),
    ]
}
