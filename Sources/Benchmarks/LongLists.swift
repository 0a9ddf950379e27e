import CloudAssistant
import Console
import Foundation
import Glibc

/// A list of 100,000 instances: what reading it in, filtering and ordering it takes, without any screen.
enum LongLists {
    static func run() async throws {
        let count = 100_000
        let before = Measure.memory(getpid(), "VmRSS")
        let targets = (0..<count).map { Target(instance: BenchFleet.instance($0), isOnline: $0 % 50 != 0) }
        let rows = Measure.memory(getpid(), "VmRSS")
        var list = Listing<Target>()
        print("lists: \(count) instances in one list")
        var ready = SearchableEntries<Target>([])
        time("make them ready") { ready = SearchableEntries(targets) }
        time("take them") { list.replace(ready) }
        ready = SearchableEntries([])
        print(
            "  memory            \(Measure.text(rows - before, 1)) MiB rows, \(Measure.text(Measure.memory(getpid(), "VmRSS") - rows, 1)) MiB list"
        )
        time("take them again") { list.replace(targets) }
        var changed = targets
        for place in stride(from: 0, to: count, by: 1000) {
            changed[place] = Target(instance: targets[place].instance, isOnline: !targets[place].isOnline)
        }
        time("take 100 changes") { list.replace(changed) }
        for word in [
            "web-777", "nothing", "I-BP1", "role=web", "name:web-7", "~w77", "!web", "web-*7", "cache prod | db test",
        ] {
            type(word, &list)
        }
        for column in ["name", "ip", "status"] { time("sort by \(column)") { list.setSort(Sort(column)) } }
        time("move the cursor") { list.move(by: 1) }
    }

    private static func type(_ word: String, _ list: inout Listing<Target>) {
        var times: [Double] = []
        for end in word.indices.dropFirst() + [word.endIndex] {
            let start = Measure.now()
            list.setFilter(String(word[..<end]))
            times.append((Measure.now() - start) * 1000)
        }
        let found = list.shown.count
        let all = times.map { Measure.text($0, 1) }.joined(separator: " ")
        print("  \(padded("type " + word))\(all) ms, \(found) found")
        list.setFilter("")
    }

    private static func time(_ name: String, _ work: () -> Void) {
        let start = Measure.now()
        work()
        print("  \(padded(name))\(Measure.text((Measure.now() - start) * 1000, 2)) ms")
    }

    private static func padded(_ name: String) -> String {
        name.padding(toLength: 28, withPad: " ", startingAt: 0)
    }
}
