import CloudAssistant
import GRDB
import TestSupport
import Testing

@testable import Engine
@testable import Store

@Suite(.timeLimit(.minutes(4))) struct FileTests {
    @Test func aFileGoesToEachInstanceOnceWithAllItsValues() async throws {
        try await EngineBench.with { bench async throws in
            let id = try await bench.send { request in
                request.instanceIDs = ["i-b", "i-a", "i-b"]
                request.contentType = "Base64"
                request.owner = "bob"
                request.group = "ops"
                request.mode = "755"
                request.overwrites = true
                request.timeoutSeconds = 3
                request.tags = [TagFilter(key: "k", value: "v")]
            }
            let delivery = try await bench.deliveredFile(id)
            #expect(id.text.hasPrefix("f-"))
            #expect(delivery.state == .success)
            #expect(delivery.results.map(\.instanceID) == ["i-b", "i-a"])
            let file = FileForm(
                name: "motd", targetDirectory: "/srv/app", content: Array("hi".utf8), contentType: .base64,
                owner: "bob",
                group: "ops", mode: "755", overwrites: true, timeoutSeconds: 10, tags: [Tag("k", "v")])
            let sent = bench.runner.files.orders
            #expect(sent.count == 2)
            #expect(sent.allSatisfy { $0.file == file && $0.trial == .first && $0.invokeID == id })
            #expect(file.permissions == 0o755)
        }
    }

    @Test func whatCannotBeSentToIsToldForEachInstance() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.files.end { order in
                order.instanceID == "i-b" ? .failed(FileFailure(reason: .exists, subject: "motd")) : .written
            }
            let id = try await bench.send { $0.instanceIDs = ["i-a", "i-b", "i-off", "i-win"] }
            let delivery = try await bench.deliveredFile(id)
            #expect(delivery.state == .partialFailed)
            #expect(delivery.results.map(\.state) == [.success, .failed, .aborted, .aborted])
            #expect(
                delivery.results.map(\.errorCode) == [
                    nil, "FileAlreadyExists", "InstanceNotRunning", "ClientNotOnline",
                ]
            )
            #expect(delivery.results[1].errorInfo == "The file already exists. (exists, motd)")
            #expect(Set(bench.runner.files.orders.map(\.instanceID)) == ["i-a", "i-b"])
        }
    }

    @Test(arguments: FileFailure.Reason.allCases) func everyFailureEndsInAStateOfFailure(_ reason: FileFailure.Reason)
        async throws
    {
        try await EngineBench.with { bench async throws in
            bench.runner.files.end { _ in .failed(FileFailure(reason: reason, errno: 5)) }
            let result = try #require(try await bench.deliveredFile(try await bench.send()).results.first)
            #expect(result.state.isFailure)
            #expect(result.state == (reason == .timedOut ? .timeout : FileFailure(reason: reason).code.state))
            #expect(result.errorInfo.hasSuffix("(\(reason.rawValue), errno 5)"))
            #expect(result.explanation(in: .english) != nil)
        }
    }

    @Test func aTokenSendsNothingTwice() async throws {
        try await EngineBench.with { bench async throws in
            let first = try await bench.send { $0.clientToken = "t" }
            #expect(try await bench.send { $0.clientToken = "t" } == first)
            let other = await code {
                try await bench.send { request in
                    request.clientToken = "t"
                    request.content = "other"
                }
            }
            #expect(other == .idempotentParameterMismatch)
            _ = try await bench.deliveredFile(first)
            #expect(bench.runner.files.orders.count == 1)
            let lines = try await bench.auditLines().filter { $0.action == "SendFile" }
            #expect(lines.map(\.outcome) == ["IdempotentParameterMismatch", "ok", "ok"])
            #expect(lines.map(\.subject) == ["", first.text, first.text])
        }
    }

    @Test func deliveriesAreFoundByEachOfTheirValues() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.files.end { $0.file.name == "bad" ? .failed(FileFailure(reason: .notWritten)) : .written }
            let plain = try await bench.send()
            let bad = try await bench.send { $0.name = "bad" }
            let tagged = try await bench.send { request in
                request.instanceIDs = ["i-b"]
                request.tags = [TagFilter(key: "k", value: "v")]
                request.resourceGroupID = "rg-b"
            }
            await bench.service.waitUntilFilesAreSent()
            func found(_ change: (inout DescribeSendFileResultsRequest) -> Void) async throws -> [InvokeID] {
                try await bench.files(change).entries.map(\.id)
            }
            #expect(try await found { _ in } == [tagged, bad, plain])
            #expect(try await found { $0.invokeID = bad } == [bad])
            #expect(try await found { $0.instanceID = "i-b" } == [tagged])
            #expect(try await found { $0.name = "motd" } == [tagged, plain])
            #expect(try await found { $0.invocationStatus = "Failed" } == [bad])
            #expect(try await found { $0.tags = [Tag("k", "v")] } == [tagged])
            #expect(try await found { $0.tags = [Tag("k", "")] } == [tagged])
            #expect(try await found { $0.tags = [Tag("k", "w")] } == [])
            #expect(try await found { $0.resourceGroupID = "rg-b" } == [tagged])
            #expect(try await found { $0.invokeID = "f-none" } == [])
            #expect(try await found { $0.regionID = "other" } == [])
            let refused = await code { _ = try await bench.files { $0.invocationStatus = "Stopped" } }
            #expect(refused == .invalidParameter)
        }
    }

    @Test func bothWaysOfPagingGoThroughAll() async throws {
        try await EngineBench.with { bench async throws in
            for number in 1...5 { try await bench.send { $0.name = "\(number)" } }
            let first = try await bench.files { $0.paging = Paging(maxResults: 2) }
            try await bench.send { $0.name = "later" }
            let token = try #require(first.nextToken)
            let second = try await bench.files { $0.paging = Paging(maxResults: 3, nextToken: token) }
            #expect((first.entries + second.entries).map(\.file.name) == ["5", "4", "3", "2", "1"])
            #expect(second.nextToken == nil)
            let page = try await bench.files { $0.paging = Paging(pageNumber: 2, pageSize: 4) }
            #expect(page.entries.map(\.file.name) == ["2", "1"])
            #expect((page.totalCount, page.pageNumber, page.pageSize) == (6, 2, 4))
        }
    }

    // MARK: - After a death

    /// What the next engine does with a delivery that was begun, by its age and by what the runner then finds.
    @Test(arguments: [(0, FileOrder.Trial.again), (60, .again), (61, .look)])
    func aDeliveryThatWasBegunIsCarriedOutOrLookedFor(_ age: Int, _ trial: FileOrder.Trial) async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.files.hold()
            let id = try await bench.send()
            try await eventually("it is begun") { bench.runner.files.orders.count == 1 }
            bench.advance(seconds: age)
            let next = try await bench.restarted()
            let result = try #require(try await next.deliveredFile(id).results.first)
            #expect(next.runner.files.orders.map(\.trial) == [trial])
            #expect(result.state == .success)
            #expect(result.started == EngineBench.start)
            await next.close()
        }
    }

    @Test func whatWasBegunLongAgoAndIsNotThereIsInterrupted() async throws {
        try await EngineBench.with { bench async throws in
            bench.runner.files.hold()
            let id = try await bench.send()
            try await eventually("it is begun") { bench.runner.files.orders.count == 1 }
            bench.advance(seconds: 61)
            let next = try await bench.restarted { runner in
                runner.files.end { _ in .failed(FileFailure(reason: .interrupted)) }
            }
            let result = try #require(try await next.deliveredFile(id).results.first)
            #expect(result.state == .error)
            #expect(result.errorCode == "ExecutionInterrupted")
            await next.close()
        }
    }

    /// What waits for a place when the engine dies: sent within the minute, told as never sent afterwards.
    @Test(arguments: [60, 61]) func aDeliveryThatWasNotBegunIsSentWithinTheMinute(_ age: Int) async throws {
        try await EngineBench.with({ $0.concurrency = 1 }) { bench async throws in
            bench.runner.files.hold()
            let id = try await bench.send { $0.instanceIDs = ["i-a", "i-b"] }
            try await eventually("the first is begun") { bench.runner.files.orders.count == 1 }
            bench.advance(seconds: age)
            let next = try await bench.restarted()
            let results = try await next.deliveredFile(id).results
            #expect(results.map(\.state) == [.success, age > 60 ? .aborted : .success])
            #expect(results[1].errorCode == (age > 60 ? "DeliveryTimeout" : nil))
            #expect(results[1].started == (age > 60 ? nil : EngineBench.start.adding(seconds: 60)))
            await next.close()
        }
    }

    @Test func contentThatWasDamagedIsNotSent() async throws {
        try await EngineBench.with({ $0.concurrency = 1 }) { bench async throws in
            bench.runner.files.hold()
            let id = try await bench.send { $0.instanceIDs = ["i-a", "i-b"] }
            try await eventually("the first is begun") { bench.runner.files.orders.count == 1 }
            try await bench.store.commit { db in
                try db.execute(sql: "UPDATE file_delivery SET content = x'00'")
            }
            let next = try await bench.restarted()
            let results = try await next.deliveredFile(id).results
            #expect(results.map(\.errorCode) == ["FileContentInvalid", "FileContentInvalid"])
            #expect(next.runner.files.orders.isEmpty)
            await next.close()
        }
    }

    @Test func aFullDiskDelaysTheRecordAndLosesNothing() async throws {
        try await EngineBench.with { bench async throws in
            #expect(try await bench.deliveredFile(try await bench.send()).state == .success)
            try await bench.setFull(true)
            let refused = await code { try await bench.send { $0.content = letters(24_000) } }
            #expect(refused == .internalErrorDispatch)
            try await bench.setFull(false)
            #expect(try await bench.files().entries.count == 1)
        }
    }
}
