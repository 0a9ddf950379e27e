import Glibc

/// From the start of the console to its first picture, and what it holds in memory afterwards.
enum Paint {
    static func run() async throws {
        var first: [Double] = []
        var filled: [Double] = []
        var memory: [Double] = []
        await Measure.withDirectory { directory in
            for round in 0...11 {
                let program = ProgramOnTerminal([Measure.program, "console", "--state-dir", directory + "/state"])
                let painted = program.time(of: "quit")
                let instances = program.time(of: "online")
                _ = program.drain(quiet: 0.3)
                if round > 0, let painted, let instances {
                    first.append((painted - program.started) * 1000)
                    filled.append((instances - program.started) * 1000)
                    memory.append(Measure.memory(program.pid, "VmRSS"))
                }
                program.end()
            }
        }
        print("paint: start of the console at 140x40, median of \(first.count)")
        print("  first picture     \(Measure.text(Measure.median(first), 1)) ms")
        print("  with instances    \(Measure.text(Measure.median(filled), 1)) ms")
        print("  idle memory       \(Measure.text(Measure.median(memory), 1)) MiB (VmRSS)")
    }
}
