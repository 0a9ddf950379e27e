extension StarterCommand {
    /// Certificates.
    static let certificates: [StarterCommand] = [
        StarterCommand(
            "certificate-expiry", "Owner and end of a certificate; ends with 1 when it expires soon", "certificates",
            [
                .text("source", "Path of a PEM file, or host:port of a TLS server"),
                .number("days", "How soon is too soon", value: 30, in: 0...3650),
            ],
            #"""
            need openssl
            case $source in
            /*)
                [ -r "$source" ] || fail "$source does not exist or may not be read by this user."
                certificate=$(openssl x509 -in "$source" 2>/dev/null) || fail "$source holds no certificate."
                ;;
            -*|*[!A-Za-z0-9._:-]*) refuse 'source: an absolute path, or host:port.' ;;
            ?*:[0-9]*)
                has timeout && limit='timeout 20' || limit=
                certificate=$($limit openssl s_client -connect "$source" -servername "${source%:*}" </dev/null 2>/dev/null |
                    openssl x509 2>/dev/null) || fail "$source shows no certificate."
                ;;
            *) refuse 'source: an absolute path, or host:port.' ;;
            esac
            say "$certificate" | openssl x509 -noout -subject -issuer -startdate -enddate
            say "$certificate" | openssl x509 -noout -checkend "$((days * 86400))" >/dev/null ||
                fail "It expires within $days days, or has expired."
            """#)
    ]
}
