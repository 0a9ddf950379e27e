import Glibc

// Measures what the program is held to and prints figures; `swift run -c release Benchmarks [NAME...]`.
let benchmarks: [(name: String, run: () async throws -> Void)] = [
    ("attempts", Attempts.run), ("paint", Paint.run), ("keys", Keys.run), ("output", LongOutput.run),
    ("lists", LongLists.run), ("fleet", LargeFleet.run), ("frequency", NextRuns.run), ("invoke", Invoking.run),
    ("plan", LargePlan.run), ("page", DeepPages.run),
]
let wanted = CommandLine.arguments.dropFirst()
for unknown in wanted where !benchmarks.contains(where: { $0.name == unknown }) {
    print("unknown benchmark \(unknown); there are: \(benchmarks.map(\.name).joined(separator: " "))")
    exit(2)
}
for benchmark in benchmarks where wanted.isEmpty || wanted.contains(benchmark.name) {
    try await benchmark.run()
}
