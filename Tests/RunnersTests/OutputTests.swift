import CloudAssistant
import Glibc
import TestSupport
import Testing

@testable import Runners

@Suite("What scripts write", .timeLimit(.minutes(4))) struct OutputTests {
    @Test("an output of exactly the limit is reported whole and kept nowhere else")
    func exactlyTheLimit() async throws {
        try await Bench.with { bench in
            let result = try await bench.run(writing(24_576))
            #expect(result.ending == .exited(code: 0))
            expectSame(result.output, numbers(24_576))
            #expect(result.totalBytes == 24_576)
            #expect(result.droppedBytes == 0)
            #expect(bench.runner.spool(Bench.key()) == nil)
        }
    }

    @Test("of one byte more the first is dropped, counted and kept in the spool")
    func oneMore() async throws {
        try await Bench.with { bench in
            let result = try await bench.run(writing(24_577))
            expectSame(result.output, Array(numbers(24_577).dropFirst()))
            #expect(result.totalBytes == 24_577)
            #expect(result.droppedBytes == 1)
            let spool = try #require(bench.runner.spool(Bench.key()))
            expectSame(contents(spool), numbers(24_577))
        }
    }

    @Test("a long output is spooled whole, and the result holds its tail")
    func longOutput() async throws {
        try await Bench.with { bench in
            let all = numbers(3_000_000)
            let result = try await bench.run(writing(3_000_000))
            #expect(result.totalBytes == 3_000_000)
            expectSame(result.output, Array(all.suffix(24_576)))
            let spool = try #require(bench.runner.spool(Bench.key()))
            expectSame(contents(spool), all)
            let (live, total) = bench.runner.liveOutput(Bench.key(), limit: 100_000)
            expectSame(live, Array(all.suffix(100_000)))
            #expect(total == 3_000_000)
        }
    }

    @Test("an output beyond the spool's limit keeps its head, a counted mark and its tail")
    func spoolLimit() async throws {
        try await Bench.with(spoolLimit: 256 << 10) { bench in
            let all = numbers(2_000_000)
            let result = try await bench.run(writing(2_000_000))
            #expect(result.totalBytes == 2_000_000)
            expectSame(result.output, Array(all.suffix(24_576)))
            let spool = try #require(bench.runner.spool(Bench.key()))
            let mark = "\n[flagdeck: \(2_000_000 - (256 << 10)) bytes left out here]\n"
            expectSame(contents(spool), all.prefix(128 << 10) + mark.utf8 + all.suffix(128 << 10))
            #expect(!exists(bench.files().ringPath))
        }
    }

    @Test(
        "an output about as long as the spool's limit is kept without a mark",
        arguments: [(128 << 10) - 1, 128 << 10, (128 << 10) + 1, (256 << 10) - 1, 256 << 10])
    func aboutTheLimit(_ count: Int) async throws {
        try await Bench.with(spoolLimit: 256 << 10) { bench in
            let all = numbers(count)
            let result = try await bench.run(writing(count))
            #expect(result.totalBytes == Int64(count))
            expectSame(result.output, Array(all.suffix(24_576)))
            expectSame(contents(try #require(bench.runner.spool(Bench.key()))), all)
        }
    }

    @Test("invalid UTF-8 and NUL bytes are kept byte for byte")
    func binary() async throws {
        try await Bench.with { bench in
            let result = try await bench.run(#"printf 'a\000\377\200\303\n\000b\033[31m\r\n'"# + "\n")
            #expect(result.output == [0x61, 0, 0xff, 0x80, 0xc3, 0x0a, 0, 0x62] + Array("\u{1b}[31m\r\n".utf8))
            #expect(result.totalBytes == 15)
        }
    }

    @Test("every byte of a script reaches its interpreter")
    func binaryScript() async throws {
        try await Bench.with { bench in
            let bytes = (0...255).map { UInt8($0) }
            let script = Array("#!/bin/sh\ntail -n +4 \"$0\"\nexit 0\n".utf8) + bytes
            let result = try await bench.run(bench.order(bytes: script))
            #expect(result.ending == .exited(code: 0))
            #expect(result.output == bytes)
        }
    }

    @Test("the output can be read while the script runs")
    func live() async throws {
        try await Bench.with { bench in
            let order = bench.order("echo one\nwhile [ ! -e go ]; do sleep 0.05; done\necho two\n")
            try await bench.start(order, until: "one\n")
            let (bytes, total) = bench.runner.liveOutput(order.key, limit: 2)
            #expect(bytes == Array("e\n".utf8))
            #expect(total == 4)
            #expect(bench.runner.liveOutput(order.key, limit: 0).bytes.isEmpty)
            try bench.note("go", "")
            let result = try await bench.desk.end()
            #expect(result.text == "one\ntwo\n")
            #expect(bench.runner.liveOutput(order.key, limit: 100).bytes == Array("one\ntwo\n".utf8))
        }
    }

    @Test("an attempt that nobody launched has no output")
    func noOutput() async throws {
        try await Bench.with { bench in
            let (bytes, total) = bench.runner.liveOutput(Bench.key(), limit: 100)
            #expect(bytes.isEmpty)
            #expect(total == 0)
            #expect(bench.runner.spool(Bench.key()) == nil)
        }
    }

    @Test(
        "the live output is the tail however much was written against the spool's limit",
        arguments: [10_000, 128 << 10, (128 << 10) + 10, (128 << 10) + 30_000, 256 << 10, (256 << 10) + 10, 700_000])
    func liveTail(_ count: Int) async throws {
        try await Bench.with(spoolLimit: 256 << 10) { bench in
            let order = bench.order(writing(count) + "exec sleep 60\n")
            try await bench.start(order)
            try await eventually("all is written") {
                bench.runner.liveOutput(order.key, limit: 1).total == Int64(count)
            }
            let (bytes, total) = bench.runner.liveOutput(order.key, limit: 24_576)
            #expect(total == Int64(count))
            expectSame(bytes, Array(numbers(count).suffix(24_576)))
        }
    }

    @Test("a damaged circle of output is no reason to trap")
    func damagedCircle() async {
        await #expect(processExitsWith: .success) {
            try await Bench.with { bench in
                try write(Array("head".utf8), to: bench.files().outputPath)
                let counts: [[UInt8]] = [
                    Array(repeating: 0xff, count: 8), Array(repeating: 0xff, count: 7) + [0x7f],
                    Array(repeating: 0, count: 8), [5, 0, 0, 0, 0, 0, 0, 0], [1, 2, 3],
                ]
                for count in counts {
                    for length in [0, 1, 4, 5, 100] {
                        try write(count + Array(repeating: 1, count: length), to: bench.files().ringPath)
                        #expect(bench.runner.liveOutput(Bench.key(), limit: 50).bytes.count <= 50)
                    }
                }
            }
        }
    }
}
