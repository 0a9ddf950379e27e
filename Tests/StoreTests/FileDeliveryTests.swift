import CloudAssistant
import Testing

@testable import Store

@Suite struct FileDeliveryTests {
    private func kept(_ id: InvokeID, on instances: [InstanceID] = ["i-1"], at time: Timestamp = at(0)) -> KeptFile {
        let file = FileForm(
            name: "na\"me", targetDirectory: "/d", content: [0, 1, 0xff], contentType: .base64, owner: "bob",
            group: "ops", mode: "0600", overwrites: true, description: "why", timeoutSeconds: 70,
            tags: [Tag("team", "ops")])
        let results = instances.map {
            FileDeliveryResult(invokeID: id, instanceID: $0, created: time, updated: time)
        }
        let delivery = FileDelivery(
            id: id, regionID: "local", file: file, resourceGroupID: "rg-1",
            caller: Caller(account: "local", name: "ann", userID: 1000), created: time, results: results)
        return KeptFile(delivery, digest: [7, 8])
    }

    private func all(_ store: Store) async throws -> [FileDelivery] {
        try await store.files(
            FileFilter(account: "local", region: "local"), where: { _ in true }, slice: Slice(offset: 0, limit: 100)
        ).entries
    }

    private func end(_ id: InvokeID, in store: Store) async throws {
        try await store.change(id, on: "i-1") { $0.ended(.written, at: at(9)) }
    }

    @Test func aDeliveryComesBackAsItWentIn() async throws {
        try await withStore { store async throws in
            let file = kept("f-1", on: ["i-2", "i-1"])
            #expect(try await store.add(file, claim: nil, audit: line("SendFile")) == .accepted)
            #expect(try await all(store) == [file.delivery])
            #expect(try await store.openFiles() == [file])
            #expect(try await store.rows("audit") == 1)
        }
    }

    @Test func anEndedResultIsNotOffered() async throws {
        try await withStore { store async throws in
            _ = try await store.add(kept("f-1"), claim: nil, audit: line())
            try await store.change("f-1", on: "i-1") { $0.begun(at: at(3)) }
            try await end("f-1", in: store)
            try await store.change("f-1", on: "i-1") { record in
                Issue.record("an ended record was offered")
                return record
            }
            let result = try #require(try await all(store).first?.results.first)
            #expect((result.state, result.started, result.finished) == (.success, at(3), at(9)))
            #expect(try await store.openFiles().isEmpty)
        }
    }

    @Test func aTokenDecidesBeforeAnythingIsWritten() async throws {
        try await withStore { store async throws in
            let claim = TokenClaim(token: "t", action: "SendFile", fingerprint: [1])
            _ = try await store.add(kept("f-1"), claim: claim, audit: line())
            let again = try await store.add(kept("f-2"), claim: claim, audit: line())
            #expect(again == .repeated(commandID: "", invokeID: "f-1"))
            #expect(try await all(store).map(\.id) == ["f-1"])
        }
    }

    @Test func whatIsOldOrTooMuchGoesOnceItHasEnded() async throws {
        try await withStore { store async throws in
            for number in 1...6 {
                _ = try await store.add(kept(InvokeID("f-\(number)"), at: at(Int64(number))), claim: nil, audit: line())
                if number != 1 { try await end(InvokeID("f-\(number)"), in: store) }
            }
            // The first has not ended, so it stays whatever its age.
            #expect(try await store.removeFiles(before: at(3), keepingNewest: 100) == 1)
            #expect(try await all(store).map(\.id) == ["f-6", "f-5", "f-4", "f-3", "f-1"])
            #expect(try await store.removeFiles(before: at(0), keepingNewest: 2) == 2)
            #expect(try await all(store).map(\.id) == ["f-6", "f-5", "f-1"])
            #expect(try await store.removeFiles(before: at(0), keepingNewest: 2) == 0)
            #expect(try await store.rows("file_result") == 3)
            #expect(try await store.check().isEmpty)
        }
    }
}
