import CloudAssistant
import Glibc
import TestSupport

@testable import Runners

/// A bench on whose machine stand-ins for container runtimes are installed: they write down their arguments, list what
/// they are given, and run what is to be executed on this machine, out of the reach of their own end.
struct ContainerBench {
    static let one = String(repeating: "1a", count: 32)
    static let two = String(repeating: "2b", count: 32)

    let path: String
    let bench: Bench
    /// One for each bench: what is taken for containers shares this machine, and a mark is looked for everywhere.
    let key: AttemptKey

    /// `runtimes` holds for each program that is installed what its `ps` lists: a line for each container with its id,
    /// status and names, parted by tabs; one that begins with `!` is its error instead, `...` means no answer.
    static func with(_ runtimes: [String: String], _ body: (ContainerBench) async throws -> Void) async throws {
        var template = Array("/tmp/flagdeck-runtimes-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw Problem("mkdtemp: \(errno)") }
        let path = String(cString: made)
        defer { removeTree(path) }
        for (name, list) in runtimes {
            try write(Array(list.utf8), to: "\(path)/\(name).list")
            try write(Array(standIn(name, path).utf8), to: "\(path)/\(name)", mode: 0o700)
        }
        let wrapper = """
            #!/bin/sh
            PATH=\(path):/usr/bin:/bin FLAGDECK_TEST_RUNTIME_TIMEOUT_MS=1500 exec '\(try BuiltProgram.path("flagdeck-run"))' "$@"

            """
        try write(Array(wrapper.utf8), to: path + "/run", mode: 0o700)
        try await Bench.with(program: path + "/run") { bench async throws in
            try await body(ContainerBench(path: path, bench: bench, key: Bench.key(.random(in: 1...1_000_000_000))))
        }
    }

    private static func standIn(_ name: String, _ path: String) -> String {
        """
        #!/bin/sh
        list=\(path)/\(name).list
        if [ "$1" = exec ]; then
            { printf '\(name)'; for a; do printf ' <%s>' "$a"; done; echo; } >> \(path)/executed
            shift
            [ "$1" = -i ] && shift
            shift
            exec 3<&0
            setsid "$@" <&3 3<&- &
            wait $!
            exit $?
        fi
        { printf '\(name)'; for a; do printf ' <%s>' "$a"; done; echo; } >> \(path)/asked
        case $(cat $list) in
            '...') exec sleep 600 ;;
            '!'*) cut -c2- $list >&2; exit 1 ;;
        esac
        [ \(name) = crictl ] || { cat $list; exit 0; }
        while [ $# -gt 0 ]; do
            case $1 in
                --state) state=Up; shift ;;
                --id) id=$2; shift ;;
                --name) name=$2; shift ;;
            esac
            shift
        done
        tab=$(printf '\\t')
        while IFS="$tab" read -r i s n; do
            [ -n "$id" ] && [ "$i" != "$id" ] && continue
            [ -n "$name" ] && ! printf '%s\\n' "$n" | grep -q -e "$name" && continue
            [ -n "$state" ] && [ "$s" != "$state" ] && continue
            echo "$i"
        done < $list

        """
    }

    static func row(_ id: String, _ status: String, _ names: String) -> String { "\(id)\t\(status)\t\(names)\n" }

    func order(
        _ script: String, id: String? = nil, name: String? = nil, timeout: Int = 60,
        mode: TerminationMode = .process
    ) -> AttemptOrder {
        AttemptOrder(
            key: key, script: Array(script.utf8), launch: LaunchPlan(), workingDirectory: "/", username: nil,
            timeoutSeconds: timeout, terminationMode: mode, container: ContainerAddress(id: id, name: name))
    }

    /// The lines that the stand-ins wrote down.
    func lines(_ name: String) -> [String] {
        String(decoding: contents("\(path)/\(name)") ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
