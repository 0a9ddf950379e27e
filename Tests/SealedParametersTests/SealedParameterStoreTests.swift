import CloudAssistant
import Foundation
import TestSupport
import Testing

@testable import SealedParameters

/// The parameter store of a state directory.
@Suite(.timeLimit(.minutes(2))) struct SealedParameterStoreTests {
    static let start = Timestamp(milliseconds: 1_800_000_000_000)

    /// Gives a test a directory with a store and removes it afterwards.
    static func with(_ body: (SealedParameterStore, String) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.path + "/flagdeck-sealed-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(store(path), path)
    }

    static func store(_ path: String, at seconds: Int = 0) -> SealedParameterStore {
        SealedParameterStore(directory: path, now: { start.adding(seconds: seconds) })
    }

    static func secret(_ name: String) -> StoredReference { StoredReference(name: name, isSecret: true) }
    static func plain(_ name: String) -> StoredReference { StoredReference(name: name, isSecret: false) }

    @discardableResult static func set(
        _ store: SealedParameterStore, _ reference: StoredReference, _ value: String, in region: RegionID = "local"
    ) async throws -> StoredParameter {
        try await store.set(
            ParameterChange(regionID: region, reference: reference, value: Array(value.utf8))
        ) { _ in }
    }

    static func value(_ store: SealedParameterStore, _ reference: StoredReference, in region: RegionID = "local") throws
        -> String?
    {
        try store.values(of: [reference], in: region)[reference].map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func aValueIsFoundAgainByEveryStoreOfTheDirectory() async throws {
        try await Self.with { store, path in
            let other = Self.store(path)
            #expect(try other.parameters(in: "local").isEmpty)
            try await Self.set(store, Self.secret("b"), "first")
            try await Self.set(store, Self.plain("a"), "open")
            #expect(try Self.value(other, Self.secret("b")) == "first")
            try await Self.set(store, Self.secret("b"), "second")
            #expect(try Self.value(other, Self.secret("b")) == "second")
            #expect(try other.parameters(in: "local").map(\.reference.name) == ["a", "b"])
            #expect(try other.parameters(in: "local").map(\.version) == [1, 2])
            #expect(try other.parameters(in: "elsewhere").isEmpty)
            #expect(throws: ParameterStoreError.unknown(Self.plain("b"))) { try Self.value(other, Self.plain("b")) }
            #expect(throws: ParameterStoreError.unknown(Self.secret("b"))) {
                try Self.value(other, Self.secret("b"), in: "elsewhere")
            }
        }
    }

    @Test func whatIsNotSaidStaysAsItWas() async throws {
        try await Self.with { store, _ in
            var change = ParameterChange(
                regionID: "local", reference: Self.secret("a"), value: [0x61], description: "what for", allowed: ["bob"]
            )
            _ = try await store.set(change) { _ in }
            change.description = nil
            change.allowed = nil
            let facts = try await store.set(change) { _ in }
            #expect(facts.description == "what for")
            #expect(facts.allowed == ["bob"])
            change.allowed = []
            #expect(try await store.set(change) { _ in }.allowed.isEmpty)
        }
    }

    @Test func noFileButTheKeyHoldsWhatOpensAValueAndNoneHoldsIt() async throws {
        try await Self.with { store, path in
            try await Self.set(store, Self.secret("a"), "canary-secret")
            try await Self.set(store, Self.plain("b"), "canary-plain")
            for name in try FileManager.default.contentsOfDirectory(atPath: path) {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))
                #expect(bytes.range(of: Data("canary".utf8)) == nil, "\(name)")
                #expect(bytes.range(of: Data(Base64.encode(Array("canary-secret".utf8)).utf8)) == nil, "\(name)")
                let mode = try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")[.posixPermissions]
                #expect(mode as? Int == 0o600, "\(name)")
            }
        }
    }

    static let rules: [(reference: StoredReference, value: [UInt8], rule: ParameterRule)] = [
        (plain("a b"), [0x61], .name("a b")), (plain(""), [0x61], .name("")), (plain("a"), [], .empty),
        (plain("a"), [UInt8](repeating: 0x61, count: 4097), .tooLong(limit: 4096)), (plain("a"), [0xff], .noText),
        (plain("a"), [0x61, 0], .noText), (plain("kept"), [0x61], .otherKind(secret("kept"))),
    ]

    @Test(arguments: rules.indices) func valuesAreHeldToTheRules(_ index: Int) async throws {
        let (reference, value, rule) = Self.rules[index]
        try await Self.with { store, _ in
            try await Self.set(store, Self.secret("kept"), "value")
            await #expect(throws: rule) {
                try await store.set(ParameterChange(regionID: "local", reference: reference, value: value)) { _ in }
            }
            #expect(try store.parameters(in: "local").count == 1)
            let longest = [UInt8](repeating: 0x61, count: 4096)
            _ = try await store.set(ParameterChange(regionID: "local", reference: Self.plain("l"), value: longest)) {
                _ in
            }
        }
    }

    @Test(arguments: ["bob smith", "", "a\n"]) func callersHaveNamesWithoutBlanks(_ name: String) async throws {
        try await Self.with { store, _ in
            let change = ParameterChange(
                regionID: "local", reference: Self.plain("a"), value: [0x61], allowed: ["ann", name])
            await #expect(throws: ParameterRule.caller(name)) { try await store.set(change) { _ in } }
        }
    }

    @Test func whatCannotBeNotedIsNotDone() async throws {
        struct Full: Error, Equatable {}
        try await Self.with { store, _ in
            try await Self.set(store, Self.secret("a"), "first")
            let change = ParameterChange(regionID: "local", reference: Self.secret("a"), value: [0x61])
            await #expect(throws: Full()) { try await store.set(change) { _ in throw Full() } }
            await #expect(throws: Full()) { try await store.remove("a", in: "local") { _ in throw Full() } }
            let key = try store.keyFacts()
            await #expect(throws: Full()) { try await store.rotate { throw Full() } }
            await #expect(throws: Full()) { try await store.setExpiry(Self.start) { throw Full() } }
            #expect(try Self.value(store, Self.secret("a")) == "first")
            #expect(try store.keyFacts() == key)
        }
    }

    @Test func aNewKeyOpensEverythingAndTheOldOneNothing() async throws {
        try await Self.with { store, path in
            try await Self.set(store, Self.secret("a"), "first")
            try await Self.set(store, Self.secret("a"), "second")
            let old = try Data(contentsOf: URL(fileURLWithPath: path + "/parameters.key"))
            let before = try #require(try store.keyFacts())
            try await store.rotate {}
            #expect(try store.keyFacts()?.id != before.id)
            #expect(try Self.value(store, Self.secret("a")) == "second")
            #expect(Set(try store.secrets(named: ["a"], in: "local")) == [Array("first".utf8), Array("second".utf8)])
            try Self.write(old, path + "/parameters.key")
            #expect(throws: ParameterStoreError.noKey(path: path + "/parameters.key")) {
                try Self.value(Self.store(path), Self.secret("a"))
            }
        }
    }

    /// Dying between the three steps of a change of the key.
    @Test func bothKeysOpenWhatIsSealedWithEither() async throws {
        try await Self.with { store, path in
            let (data, keys) = (URL(fileURLWithPath: path + "/parameters"), path + "/parameters.key")
            try await Self.set(store, Self.secret("a"), "first")
            let (oldData, oldKeys) = (try Data(contentsOf: data), try Data(contentsOf: URL(fileURLWithPath: keys)))
            try await store.rotate {}
            let newKeys = try Data(contentsOf: URL(fileURLWithPath: keys))
            let old = try #require(KeyRing(String(decoding: oldKeys, as: UTF8.self)))
            let new = try #require(KeyRing(String(decoding: newKeys, as: UTF8.self)))
            let both = KeyRing(keys: new.keys + old.keys)
            try Self.write(Data(both.text.utf8), keys)
            #expect(try Self.value(Self.store(path), Self.secret("a")) == "first")
            try Self.write(oldData, data.path)
            #expect(try Self.value(Self.store(path), Self.secret("a")) == "first")
            try await Self.set(Self.store(path), Self.plain("b"), "open")
            try Self.write(newKeys, keys)
            #expect(try Self.value(Self.store(path), Self.secret("a")) == "first")
        }
    }

    @Test func expiredCredentialsOpenNothingUntilTheyAreRenewed() async throws {
        try await Self.with { store, path in
            try await Self.set(store, Self.secret("a"), "value")
            let time = Self.start.adding(seconds: 10)
            try await store.setExpiry(time) {}
            #expect(try Self.value(Self.store(path, at: 9), Self.secret("a")) == "value")
            let late = Self.store(path, at: 10)
            #expect(throws: ParameterStoreError.expired(time)) { try Self.value(late, Self.secret("a")) }
            #expect(throws: ParameterStoreError.expired(time)) { try late.parameters(in: "local") }
            await #expect(throws: ParameterStoreError.expired(time)) { try await Self.set(late, Self.plain("b"), "x") }
            #expect(try late.listing(of: "local").count == 1)
            // What is kept out of outputs is known all the same.
            #expect(try late.secrets(named: ["a"], in: "local").count == 1)
            try await late.rotate {}
            #expect(try Self.value(late, Self.secret("a")) == "value")
            try await late.setExpiry(time) {}
            try await late.setExpiry(nil) {}
            #expect(try Self.value(late, Self.secret("a")) == "value")
        }
    }

    @Test func earlierValuesAreKeptOutOfOutputsForTwoDays() async throws {
        try await Self.with { store, path in
            try await Self.set(store, Self.secret("a"), "first")
            try await Self.set(store, Self.secret("a"), "second")
            try await store.remove("a", in: "local") { _ in }
            #expect(Set(try store.secrets(named: ["a"], in: "local")) == [Array("first".utf8), Array("second".utf8)])
            #expect(try store.secrets(named: ["b"], in: "local").isEmpty)
            let later = Self.store(path, at: 2 * 86_400 + 1)
            try await Self.set(later, Self.plain("c"), "x")
            #expect(try later.secrets(named: ["a"], in: "local").isEmpty)
        }
    }

    // MARK: - What others do to the files

    @Test(arguments: ["parameters", "parameters.key", "parameters.lock"])
    func aFileThatOthersMayReadIsRefused(_ name: String) async throws {
        try await Self.with { store, path in
            try await Self.set(store, Self.secret("a"), "value")
            let file = "\(path)/\(name)"
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
            await #expect(throws: ParameterStoreError.unsafe(path: file)) {
                try await Self.set(Self.store(path), Self.secret("a"), "x")
            }
        }
    }

    @Test(arguments: ["parameters", "parameters.key", "parameters.lock"]) func aLinkIsRefused(_ name: String)
        async throws
    {
        try await Self.with { store, path in
            try await Self.set(store, Self.secret("a"), "value")
            let file = "\(path)/\(name)"
            try FileManager.default.moveItem(atPath: file, toPath: path + "/elsewhere")
            try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: path + "/elsewhere")
            await #expect(throws: ParameterStoreError.unsafe(path: file)) {
                try await Self.set(Self.store(path), Self.secret("a"), "x")
            }
        }
    }

    @Test func anyChangedByteOfTheFileIsNoticed() async throws {
        try await Self.with { store, path in
            try await Self.set(store, Self.secret("a"), "value")
            let file = path + "/parameters"
            let whole = try Data(contentsOf: URL(fileURLWithPath: file))
            for place in stride(from: 0, to: whole.count, by: 7) {
                var bytes = whole
                bytes[place] ^= 1
                try Self.write(bytes, file)
                #expect(throws: ParameterStoreError.self, "byte \(place)") {
                    try Self.value(Self.store(path), Self.secret("a"))
                }
            }
            try Self.write(whole.dropLast(), file)
            #expect(throws: ParameterStoreError.self) { try Self.value(Self.store(path), Self.secret("a")) }
        }
    }

    @Test func aValueCannotStandForAnother() throws {
        let key = SealingKey(made: Self.start)
        let facts = { (name: String, isSecret: Bool, version: Int, region: RegionID) in
            StoredParameter(
                regionID: region, reference: StoredReference(name: name, isSecret: isSecret), version: version,
                created: Self.start, updated: Self.start)
        }
        let own = facts("a", true, 1, "local")
        let sealed = try #require(key.seal([0x61], for: own.words))
        #expect(key.open(sealed, for: own.words) == [0x61])
        for other in [
            facts("b", true, 1, "local"), facts("a", false, 1, "local"), facts("a", true, 2, "local"),
            facts("a", true, 1, "other"),
        ] { #expect(key.open(sealed, for: other.words) == nil) }
        #expect(SealingKey(made: Self.start).open(sealed, for: own.words) == nil)
    }

    @Test func aDamagedKeyIsNamed() async throws {
        try await Self.with { store, path in
            try await Self.set(store, Self.secret("a"), "value")
            for text in [
                "", "{}", #"{"format":1,"expires":null,"keys":[]}"#, #"{"format":1,"expires":"x","keys":[{}]}"#,
            ] {
                try Self.write(Data(text.utf8), path + "/parameters.key")
                #expect(throws: ParameterStoreError.damaged(path: path + "/parameters.key")) {
                    try Self.value(Self.store(path), Self.secret("a"))
                }
            }
            try FileManager.default.removeItem(atPath: path + "/parameters.key")
            #expect(throws: ParameterStoreError.noKey(path: path + "/parameters.key")) {
                try Self.value(Self.store(path), Self.secret("a"))
            }
        }
    }

    @Test func changesOfManyAreAllKept() async throws {
        try await Self.with { _, path in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<12 {
                    group.addTask { try await Self.set(Self.store(path), Self.secret("n\(number)"), "value \(number)") }
                }
                try await group.waitForAll()
            }
            let store = Self.store(path)
            #expect(try store.parameters(in: "local").count == 12)
            #expect(try Self.value(store, Self.secret("n7")) == "value 7")
        }
    }

    private static func write(_ bytes: Data, _ path: String) throws {
        try bytes.write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }
}
