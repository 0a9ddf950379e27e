import CloudAssistant
import Foundation
import Testing

@testable import Store

/// Lines of the audit that are added beside an engine.
@Suite struct NotingTests {
    @Test func aLineIsAddedBesideTheEngine() async throws {
        try await withStateDirectory { directory async throws in
            let engine = try Store(directory, for: .engine)
            let beside = try Store(directory, for: .noting)
            try await beside.append(line("SetParameter"))
            try await engine.append(line("RunCommand"))
            #expect(try await engine.auditLines(limit: 10).map(\.action) == ["RunCommand", "SetParameter"])
            beside.close()
            engine.close()
        }
    }

    @Test func nothingIsMadeWhereThereIsNoDatabase() async throws {
        try await withStateDirectory { directory async throws in
            #expect(await storeError { try Store(directory, for: .noting).close() } != nil)
            #expect(!FileManager.default.fileExists(atPath: directory.databasePath))
        }
    }

    @Test func aDatabaseOfAnEarlierReleaseIsLeftToTheEngine() async throws {
        try await withStateDirectory { directory async throws in
            try directory.makeDatabase()
            #expect(await storeError { try Store(directory, for: .noting).close() } == .newerVersion)
        }
    }
}
