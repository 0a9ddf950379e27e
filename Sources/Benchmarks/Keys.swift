/// From a key to the last byte of the picture that it makes.
enum Keys {
    static func run() async throws {
        await Measure.withDirectory { directory in
            for (rows, columns) in [(40, 140), (50, 200)] as [(Int32, Int32)] {
                let words = [Measure.program, "console", "--state-dir", directory + "/state"]
                let program = ProgramOnTerminal(words, rows: rows, columns: columns)
                defer { program.end() }
                _ = program.time(of: "online")
                _ = program.drain(quiet: 0.5)
                measure(program, "\(columns)x\(rows)")
            }
        }
    }

    private static func measure(_ program: ProgramOnTerminal, _ size: String) {
        // The list of commands, up and down: each one is shown whole beside it.
        program.type("3")
        _ = program.drain(quiet: 0.3)
        var times: [Double] = []
        var bytes: [Double] = []
        for number in 0..<300 {
            let start = Measure.now()
            program.type(number % 10 < 5 ? "j" : "k")
            let (output, last) = program.drain(quiet: 0.02)
            guard !output.isEmpty else { continue }
            times.append((last - start) * 1000)
            bytes.append(Double(output.count))
        }
        program.type("\u{1B}")
        let idle = program.drain(quiet: 2).bytes.count
        let (middle, late) = (Measure.median(times), Measure.percentile(times, 0.99))
        print("keys: cursor moves in the commands, each shown in the preview, at \(size), \(times.count) keys")
        print("  key to last byte  p50 \(Measure.text(middle)) ms, p99 \(Measure.text(late)) ms")
        print(
            "  bytes per move    \(Measure.text(Measure.median(bytes), 0)), at most \(Measure.text(bytes.max() ?? 0, 0))"
        )
        print("  a key without an effect, and two seconds after it: \(idle) bytes")
    }
}
