import CloudAssistant
import Engine
import Foundation
import Runners
import Store
import TestSupport
import Testing

@testable import PracticeFleet

/// The real engine on a fleet that does not exist.
@Suite("The engine on a practice fleet") struct EngineOnPracticeTests {
    @Test("a script on the whole of a region ends everywhere, each as its instance is")
    func region() async throws {
        try await withService { service, fleet in
            let region = PracticeFleet.firstRegion
            let targets = fleet.instances.filter { $0.regionID == region && $0.osType == .linux }
            let results = try await results(service, "# practice: exit 0", on: targets.map(\.id))
            for target in targets {
                let result = try #require(results.first { $0.instanceID == target.id })
                let expected: ResultErrorCode? =
                    target.status != .running ? .instanceNotRunning : target.agent.isRunning ? nil : .clientNotRunning
                #expect(result.errorCode == expected?.rawValue, "\(target)")
                #expect(result.state == (expected?.state ?? .success))
            }
        }
    }

    @Test("an agent that is too old for a built-in parameter must be upgraded; others run the script")
    func outdated() async throws {
        try await withService { service, fleet in
            let region = PracticeFleet.firstRegion
            let targets = fleet.instances.filter {
                $0.regionID == region && $0.osType == .linux && $0.status == .running && $0.agent.isRunning
            }
            let results = try await results(
                service, "# practice: say \"{{ACS::InstanceName}}\"", on: targets.map(\.id), parameters: true)
            #expect(results.contains { $0.errorCode == ResultErrorCode.clientNeedUpgrade.rawValue })
            for target in targets {
                let result = try #require(results.first { $0.instanceID == target.id })
                let isOld = target.agent.lacks([.builtInInstanceName], on: .linux) != nil
                #expect(result.state == (isOld ? .aborted : .success), "\(target.agent)")
                if isOld { #expect(result.errorInfo.contains("needs 2.2.3.344"), "\(result.errorInfo)") }
                if !isOld { #expect(String(decoding: result.output, as: UTF8.self) == target.name + "\n") }
            }
        }
    }

    @Test("Windows instances run what is for Windows")
    func windows() async throws {
        try await withService { service, fleet in
            let windows = try #require(
                fleet.instances.first { $0.osType == .windows && $0.regionID == PracticeFleet.firstRegion })
            let results = try await results(
                service, ":: practice: say \"dir\"", on: [windows.id], type: .bat)
            #expect(results.map(\.state) == [.success])
        }
    }

    @Test("an agent that does not run is offline and has its version")
    func status() async throws {
        try await withService { service, fleet in
            let silent = try #require(fleet.instances.first { !$0.agent.isRunning })
            let request = DescribeCloudAssistantStatusRequest(
                regionID: silent.regionID, instanceIDs: [silent.id], paging: Paging())
            let status = try #require(
                try await service.describeCloudAssistantStatus(request, Self.context).page.entries.first)
            #expect(!status.isOnline)
            #expect(status.version == silent.agent.version)
        }
    }

    @Test("what runs while the service is away is taken up by the next one, at the end that it came to")
    func restart() async throws {
        try await withDirectory { directory in
            let clock = HandClock(Timestamp(milliseconds: 1_800_000_000_000))
            let fleet = PracticeFleet(count: 40).fleet
            let target = try #require(fleet.instances.first { $0.isUsable })
            let first = try await service(directory, fleet, clock)
            let id = try await first.runCommand(
                Self.request("# practice: after 30s, exit 4", on: [target.id], region: target.regionID), Self.context
            ).invokeID
            await first.waitUntilLaunched()
            await first.shutDown()
            clock.advance(.seconds(31))
            let next = try await service(directory, fleet, clock)
            let result = try await next.describeInvocationResults(
                DescribeInvocationResultsRequest(regionID: target.regionID, invokeID: id), Self.context
            ).page.entries.first?.result
            #expect(result?.state == .failed)
            #expect(result?.exitCode == 4)
            #expect(result?.finished == Timestamp(milliseconds: 1_800_000_030_000))
            await next.shutDown()
        }
    }

    // MARK: -

    private static let context = CallContext(
        caller: Caller(name: "ann", userID: Int(geteuid())), source: .library, requestID: "R-1")

    private static func request(
        _ script: String, on instances: [InstanceID], region: RegionID = PracticeFleet.firstRegion,
        type: CommandType = .shell, parameters: Bool = false
    ) -> RunCommandRequest {
        RunCommandRequest(
            command: CommandDraft(type: type.rawValue, content: script, enablesParameters: parameters),
            run: InvocationDraft(regionID: region, instanceIDs: instances))
    }

    private func results(
        _ service: EmbeddedService, _ script: String, on instances: [InstanceID], type: CommandType = .shell,
        parameters: Bool = false
    ) async throws -> [InvocationResult] {
        let request = Self.request(script, on: instances, type: type, parameters: parameters)
        let id = try await service.runCommand(request, Self.context).invokeID
        return try await first("\(id) has ended") {
            let invocation = try await service.describeInvocations(
                DescribeInvocationsRequest(
                    regionID: PracticeFleet.firstRegion, invokeID: id, includesOutput: true), Self.context
            ).page.entries.first
            let results = invocation?.results ?? []
            return results.count == instances.count && results.allSatisfy(\.state.isFinal) ? results : nil
        }
    }

    private func withService(_ body: (EmbeddedService, Fleet) async throws -> Void) async throws {
        try await withDirectory { directory in
            let fleet = PracticeFleet(count: 160).fleet
            let service = try await service(directory, fleet, MachineClock())
            try await body(service, fleet)
            await service.shutDown()
        }
    }

    private func service(_ directory: StateDirectory, _ fleet: Fleet, _ clock: any PracticeClock) async throws
        -> EmbeddedService
    {
        let claims = try PracticeClaims(directory: directory.path)
        var configuration = EngineConfiguration(owner: Int(geteuid()), now: { clock.now() })
        configuration.announceDelay = .zero
        return try await EmbeddedService.engine(
            store: try Store(directory, for: .engine), runner: PracticeRunner(clock: clock, claims: claims),
            fleet: fleet, configuration: configuration, keeping: nil)
    }

    private func withDirectory(_ body: (StateDirectory) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.path + "/flagdeck-practice-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let directory = StateDirectory(path: path)
        try directory.prepare()
        try await body(directory)
    }
}

extension Instance {
    fileprivate var isUsable: Bool { osType == .linux && status == .running && agent.isRunning }
}
