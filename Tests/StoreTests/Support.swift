import CloudAssistant
import Foundation
import GRDB
import Testing

@testable import Store

/// A state directory of its own for each test, removed afterwards.
func withStateDirectory(_ body: (StateDirectory) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.path + "/flagdeck-store-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    let directory = StateDirectory(path: path)
    try directory.prepare()
    try await body(directory)
}

/// A store on real files, closed and removed afterwards.
func withStore(_ body: (Store) async throws -> Void) async throws {
    try await withStateDirectory { directory async throws in
        let store = try Store(directory, for: .engine)
        defer { store.close() }
        try await body(store)
    }
}

/// A moment of the tests' clock.
func at(_ milliseconds: Int64) -> Timestamp { Timestamp(milliseconds: 1_800_000_000_000 + milliseconds) }

func context(account: String = "local") -> CallContext {
    CallContext(
        caller: Caller(account: account, name: "ann", userID: 1000), source: .shell, reason: "T-1", requestID: "R-1")
}

func line(_ action: String = "InvokeCommand", account: String = "local", at time: Timestamp = at(0)) -> AuditLine {
    AuditLine(time: time, context: context(account: account), action: action, region: "local")
}

func command(_ id: CommandID = "c-1", name: String = "uptime", content: String = "uptime\n") -> Command {
    Command(
        id: id, name: name, description: "how long", type: .shell, content: content, workingDirectory: "/srv",
        timeoutSeconds: 30, launcher: "bash -x", enablesParameters: true,
        parameters: Template(content).parameterNames.map { ParameterDefinition(name: $0) }, created: at(5),
        tags: [Tag("team", "ops"), Tag("empty")], resourceGroupID: "rg-1")
}

/// An invocation that is pending on each instance.
func invocation(
    _ id: InvokeID, on instances: [InstanceID] = ["i-1"], command: Command = command(), account: String = "local",
    region: RegionID = "local", created: Timestamp = at(0)
) -> Invocation {
    Invocation(
        id: id, regionID: region, command: command, ownsCommand: true, repeatMode: .once,
        parameters: ["name": "Jack \"M\"", "empty": ""], username: "bob", timeoutSeconds: 70,
        workingDirectory: "/tmp", launcher: nil, terminationMode: .processTree, tags: [Tag("run", "1")],
        resourceGroupID: "rg-2", caller: Caller(account: account, name: "ann", userID: 1000), created: created,
        state: .pending,
        results: instances.map {
            InvocationResult(invokeID: id, instanceID: $0, created: created, updated: created)
        })
}

extension Store {
    /// Adds invocations as the engine does.
    func add(_ invocation: Invocation, claim: TokenClaim? = nil, at time: Timestamp = at(0)) async throws {
        let audit = line(account: invocation.caller.account, at: time)
        #expect(try await add(invocation, keeping: nil, claim: claim, audit: audit) == .accepted)
    }

    /// Ends an attempt.
    func end(_ key: AttemptKey, _ state: InvocationState, at time: Timestamp = at(9)) async throws {
        _ = try await change(.keys([key])) { record in
            var record = record
            record.state = state
            record.finished = time
            return record
        }
    }

    func rows(_ table: String) async throws(StoreError) -> Int {
        try await read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0 }
    }
}

func key(_ invoke: InvokeID, _ instance: InstanceID = "i-1") -> AttemptKey {
    AttemptKey(invokeID: invoke, instanceID: instance)
}

/// The store's error that a piece of work ends with, nil when it does not.
func storeError(_ work: () async throws -> Void) async -> StoreError? {
    do {
        try await work()
        return nil
    } catch let error as StoreError {
        return error
    } catch {
        Issue.record("\(error) is no store error")
        return nil
    }
}

/// The permission bits of a file.
func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
}
