extension StarterCommand {
    /// What names and addresses of hosts are made of.
    static let hostCharacters = "A-Za-z0-9._:-"

    /// What listens, who is connected, what can be reached.
    static let network: [StarterCommand] = [
        StarterCommand(
            "listening-ports", "TCP and UDP ports that processes listen on", "network",
            [
                .choice("protocol", "Which ports", ["all", "tcp", "udp"])
            ],
            #"""
            case $protocol in all) flags=-lntu ;; tcp) flags=-lnt ;; udp) flags=-lnu ;; esac
            if has ss; then
                ss "${flags}p"
            elif has netstat; then
                netstat "${flags}p"
            else
                lacks 'Neither ss nor netstat is installed here.'
            fi
            """#),
        StarterCommand(
            "connections-summary", "TCP connections by state and by peer", "network",
            [
                .number("count", "How many peers", value: 10, in: 1...500)
            ],
            #"""
            if has ss; then
                list=$(ss -tan | awk 'NR > 1 { print $1, $5 }')
            elif has netstat; then
                list=$(netstat -tan | awk 'NR > 2 { print $6, $5 }')
            else
                lacks 'Neither ss nor netstat is installed here.'
            fi
            say 'By state:'
            say "$list" | awk 'NF { print $1 }' | sort | uniq -c | sort -rn
            say 'By peer, without what listens:'
            say "$list" | awk 'NF && $1 !~ /^LISTEN/ { sub(/:[^:]*$/, "", $2); print $2 }' | sort | uniq -c | sort -rn |
                head -n "$count"
            """#),
        StarterCommand(
            "dns-check", "The addresses that a name resolves to; ends with 1 when there are none", "network",
            [
                .word("name", "The name, for example www.example.com", of: StarterCommand.hostCharacters)
            ],
            #"""
            if has getent; then
                found=$(getent ahosts "$name") || fail "$name does not resolve."
                say "$found" | awk '!seen[$1]++ { print $1 }'
            elif has nslookup; then
                nslookup "$name" || fail "$name does not resolve."
            else
                lacks 'Neither getent nor nslookup is installed here.'
            fi
            """#),
        StarterCommand(
            "port-check", "Whether a TCP port of a host can be reached from here; ends with 1 when not", "network",
            [
                .word("host", "Name or address", of: StarterCommand.hostCharacters),
                .number("port", "The port", in: 1...65_535),
                .number("seconds", "How long to try", value: 5, in: 1...60),
            ],
            timeoutSeconds: 120,
            #"""
            if has nc; then
                nc -z -w "$seconds" "$host" "$port" >/dev/null 2>&1
            elif has bash && has timeout; then
                timeout "$seconds" bash -c ': < "/dev/tcp/$1/$2"' check "$host" "$port" 2>/dev/null
            else
                lacks 'Neither nc nor bash with timeout is installed here.'
            fi && { say "$host port $port can be reached."; exit 0; }
            fail "$host port $port cannot be reached."
            """#),
        StarterCommand(
            "http-check", "Status and time of a web address; ends with 1 unless it answers with 2xx or 3xx", "network",
            [
                .text("url", "The address, with http:// or https://"),
                .number("seconds", "How long to wait", value: 10, in: 1...300),
            ],
            timeoutSeconds: 360,
            #"""
            case $url in
            *[[:space:]]*) refuse 'url: no blanks.' ;;
            http://?*|https://?*) ;;
            *) refuse 'url: an address that begins with http:// or https://.' ;;
            esac
            if has curl; then
                status=$(curl -qgsS -o /dev/null --max-time "$seconds" -w '%{http_code} %{time_total}' "$url") ||
                    fail "$url does not answer."
                say "$url: status ${status% *}, ${status#* } s"
                case $status in [23]*) exit 0 ;; *) exit 1 ;; esac
            elif has wget; then
                wget -q -O /dev/null -T "$seconds" "$url" || fail "$url does not answer as it should."
                say "$url answers."
            else
                lacks 'Neither curl nor wget is installed here.'
            fi
            """#),
    ]
}
