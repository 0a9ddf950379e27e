import CloudAssistant
import Engine
import Foundation
import Store

/// Pages of fifty results out of a million, by every filter, from the first page on as deep as time allows.
enum DeepPages {
    private static let invocations = 100_000
    private static let instancesEach = 10
    private static let fleetSize = 1000

    static func run() async throws {
        print("page: 50 of \(invocations * instancesEach) results of \(invocations) invocations, following tokens")
        try await Measure.withDirectory { directory in
            let bench = try await PracticeService(directory, instances: fleetSize)
            let start = Measure.now()
            try await fill(bench)
            print("  \(padded("made in"))\(Measure.text(Measure.now() - start, 1)) s")
            let region = PracticeService.region
            var request = DescribeInvocationResultsRequest(regionID: region)
            try await walk("results", bench, request, 50)
            request.invokeID = id(invocations / 3)
            try await walk("of an invocation", bench, request, 5)
            request.invokeID = nil
            request.instanceID = bench.fleet.instances[7].id
            try await walk("of an instance", bench, request, 5)
            request.invokeRecordStatus = "Failed"
            try await walk("of an instance, failed", bench, request, 5)
            request.instanceID = nil
            try await walk("failed", bench, request, 5)
            request.invokeRecordStatus = "Running"
            try await walk("running", bench, request, 5)
            request.invokeRecordStatus = nil
            request.commandID = "c-7"
            try await walk("of a command", bench, request, 5)
            request.invokeRecordStatus = "Failed"
            try await walk("of a command, failed", bench, request, 5)
            try await walk("invocations", bench, DescribeInvocationsRequest(regionID: region), 20)
            await bench.close()
        }
    }

    private static func walk(
        _ name: String, _ bench: PracticeService, _ request: DescribeInvocationResultsRequest, _ seconds: Double
    ) async throws {
        var request = request
        request.paging.maxResults = 50
        try await walk(name, seconds) { token in
            request.paging.nextToken = token
            let page = try await bench.service.describeInvocationResults(request, PracticeService.context).page
            return (page.entries.count, page.nextToken)
        }
    }

    private static func walk(
        _ name: String, _ bench: PracticeService, _ request: DescribeInvocationsRequest, _ seconds: Double
    ) async throws {
        var request = request
        request.paging.maxResults = 50
        try await walk(name, seconds) { token in
            request.paging.nextToken = token
            let page = try await bench.service.describeInvocations(request, PracticeService.context).page
            return (page.entries.count, page.nextToken)
        }
    }

    /// Follows the tokens to the end, or for so many seconds.
    private static func walk(_ name: String, _ seconds: Double, _ page: (String?) async throws -> (Int, String?))
        async throws
    {
        var times: [Double] = []
        var read = 0
        var token: String?
        let end = Measure.now() + seconds
        repeat {
            let start = Measure.now()
            let (count, next) = try await page(token)
            times.append((Measure.now() - start) * 1000)
            read += count
            token = next
        } while token?.isEmpty == false && Measure.now() < end
        print(
            "  \(padded(name))first \(Measure.text(times[0], 1)) ms, p50 \(Measure.text(Measure.median(times), 1)), longest "
                + "\(Measure.text(times.max() ?? 0, 1)), last \(Measure.text(times.last ?? 0, 1)) at \(read)")
    }

    private static func padded(_ name: String) -> String {
        name.padding(toLength: 24, withPad: " ", startingAt: 0)
    }

    // MARK: - Filling

    /// Everything that is asked for afterwards, through the store, some hundred invocations a transaction.
    private static func fill(_ bench: PracticeService) async throws {
        let instances = bench.fleet.instances.map(\.id)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<invocations {
                if number >= 500 { try await group.next() }
                group.addTask {
                    let invocation = invocation(number, instances)
                    let line = AuditLine(
                        time: invocation.created, context: PracticeService.context, action: "Bench",
                        region: PracticeService.region.text)
                    _ = try await bench.store.add(invocation, keeping: nil, claim: nil, audit: line)
                }
            }
            try await group.waitForAll()
        }
    }

    private static func id(_ number: Int) -> InvokeID { InvokeID("t-\(number)") }

    private static func invocation(_ number: Int, _ instances: [InstanceID]) -> Invocation {
        let created = Timestamp(milliseconds: 1_800_000_000_000 + Int64(number) * 100)
        let command = Command(
            id: CommandID("c-\(number % 100)"), name: "bench-\(number % 100)", type: .shell, content: "true\n",
            created: created)
        let results = (0..<instancesEach).map { place in
            let state: InvocationState = number % 500 == 0 ? .error : number % 2000 == 1 ? .running : .success
            return InvocationResult(
                invokeID: id(number), instanceID: instances[(number * 7 + place * 101) % instances.count],
                state: state, created: created, finished: state.isFinal ? created : nil, updated: created)
        }
        return Invocation(
            id: id(number), regionID: PracticeService.region, command: command, ownsCommand: true, repeatMode: .once,
            parameters: [:], username: nil, timeoutSeconds: 60, workingDirectory: nil, launcher: nil,
            terminationMode: .processTree, tags: [], resourceGroupID: nil,
            caller: PracticeService.context.caller, created: created, state: .pending, results: results)
    }
}
