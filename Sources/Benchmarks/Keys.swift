/// From a key to the last byte of the picture that it makes.
enum Keys {
    static func run() async throws {
        await Measure.withDirectory { directory in
            let program = ProgramOnTerminal([Measure.program, "console", "--state-dir", directory + "/state"])
            defer { program.end() }
            _ = program.time(of: "online")
            _ = program.drain(quiet: 0.5)
            // The list of commands, up and down.
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
            print("keys: cursor moves in a list at 140x40, \(times.count) keys")
            print(
                "  key to last byte  p50 \(Measure.text(Measure.median(times))) ms, p99 \(Measure.text(Measure.percentile(times, 0.99))) ms"
            )
            print("  bytes per move    \(Measure.text(Measure.median(bytes), 0))")
        }
    }
}
