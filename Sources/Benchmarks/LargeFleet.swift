import Foundation
import Glibc
import Settings

/// The console with many instances and invocations loaded.
enum LargeFleet {
    static func run() async throws {
        for count in [10_000, 100_000] {
            try await Measure.withDirectory { home in
                print("fleet: console with \(count) instances and 1000 invocations")
                try BenchFleet.write(count, home: home)
                readFile(count)
                try await BenchFleet.invoke(1000, state: home + "/state")
                for (rows, columns) in [(40, 140), (50, 200)] {
                    use(home, count, Int32(rows), Int32(columns))
                }
            }
        }
    }

    private static func readFile(_ count: Int) {
        let bytes = Array(BenchFleet.file(count).utf8)
        let start = Measure.now()
        let entries = (try? InstancesFile(bytes, path: "instances.toml").entries.count) ?? -1
        print(
            "  instances.toml      \(Measure.text((Measure.now() - start) * 1000, 1)) ms for \(bytes.count / 1024) KiB, \(entries) entries"
        )
    }

    private static func use(_ home: String, _ count: Int, _ rows: Int32, _ columns: Int32) {
        let program = ProgramOnTerminal(
            [Measure.program, "console", "--state-dir", home + "/state"], rows: rows, columns: columns, home: home)
        defer { program.end() }
        print("  at \(columns)x\(rows)")
        line("first picture", program.time(of: "quit").map { ($0 - program.started) * 1000 })
        line("first instances", program.time(of: "online").map { ($0 - program.started) * 1000 })
        // This machine is one more.
        line("all instances", program.time(of: "\(count + 1)").map { ($0 - program.started) * 1000 })
        _ = program.drain(quiet: 1)
        print("  memory              \(memory(program, "VmRSS")) MiB, at most \(memory(program, "VmHWM")) MiB")
        keys(program, "cursor", Array(repeating: "j", count: 150) + Array(repeating: "k", count: 100))
        keys(program, "page", Array(repeating: "\u{6}", count: 60))
        filter(program)
        keys(program, "no meaning", Array(repeating: "Z", count: 20))
        let (idle, _) = program.drain(quiet: 5)
        print("  idle for 5 s        \(idle.count) bytes")
        print("  memory              \(memory(program, "VmRSS")) MiB, at most \(memory(program, "VmHWM")) MiB")
    }

    private static func filter(_ program: ProgramOnTerminal) {
        program.type("/")
        _ = program.drain(quiet: 0.1)
        for word in ["web-77", "db prod !9", "role=web"] {
            keys(program, "filter \(word)", word.map { String($0) })
            keys(program, "and back", word.map { _ in "\u{7f}" })
        }
        program.type("\u{1b}")
        _ = program.drain(quiet: 0.3)
    }

    private static func keys(_ program: ProgramOnTerminal, _ name: String, _ keys: [String]) {
        var times: [Double] = []
        var bytes: [Double] = []
        for key in keys {
            let start = Measure.now()
            program.type(key)
            let (output, last) = program.drain(quiet: 0.03)
            bytes.append(Double(output.count))
            if !output.isEmpty { times.append((last - start) * 1000) }
        }
        let padded = name.padding(toLength: 20, withPad: " ", startingAt: 0)
        print(
            "  \(padded)p50 \(Measure.text(Measure.median(times))) ms, p99 \(Measure.text(Measure.percentile(times, 0.99))) ms, \(Measure.text(Measure.median(bytes), 0)) bytes"
        )
    }

    private static func line(_ name: String, _ milliseconds: Double?) {
        let padded = name.padding(toLength: 20, withPad: " ", startingAt: 0)
        print("  \(padded)\(milliseconds.map { Measure.text($0, 1) + " ms" } ?? "not seen")")
    }

    private static func memory(_ program: ProgramOnTerminal, _ name: String) -> String {
        Measure.text(Measure.memory(program.pid, name), 1)
    }
}
