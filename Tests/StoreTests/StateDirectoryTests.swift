import Foundation
import Testing

@testable import Store

@Suite struct StateDirectoryTests {
    static func fresh() -> String {
        FileManager.default.temporaryDirectory.path + "/flagdeck-state-\(UUID().uuidString)"
    }

    @Test func aMissingDirectoryIsMadeWithItsParentsAndClosedToOthers() async throws {
        let top = Self.fresh()
        defer { try? FileManager.default.removeItem(atPath: top) }
        let directory = StateDirectory(path: top + "/a/b")
        try directory.prepare()
        try directory.prepare()
        #expect(try mode(directory.path) == 0o700)
    }

    @Test(arguments: [0o755, 0o777, 0o770, 0o701]) func anOpenDirectoryIsClosed(_ open: Int) async throws {
        try await withStateDirectory { directory async throws in
            try FileManager.default.setAttributes([.posixPermissions: open], ofItemAtPath: directory.path)
            try directory.prepare()
            #expect(try mode(directory.path) == 0o700)
        }
    }

    @Test func aFileInItsPlaceIsRefused() async throws {
        try await withStateDirectory { directory async throws in
            let file = directory.path + "/file"
            #expect(FileManager.default.createFile(atPath: file, contents: nil))
            let asDirectory = StateDirectory(path: file)
            #expect(await storeError { try asDirectory.prepare() } == .unusableDirectory(path: file, errno: ENOTDIR))
            let below = StateDirectory(path: file + "/below")
            #expect(
                await storeError { try below.prepare() }
                    == .unusableDirectory(path: below.path, errno: ENOTDIR))
        }
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give a directory away"))
    func somebodyElsesDirectoryIsRefused() async throws {
        try await withStateDirectory { directory async throws in
            #expect(chown(directory.path, 12_345, 12_345) == 0)
            #expect(
                await storeError { try directory.prepare() }
                    == .unusableDirectory(path: directory.path, errno: EPERM))
        }
    }

    @Test func aPlaceWhereNothingCanBeMadeIsRefused() async {
        let directory = StateDirectory(path: "/proc/flagdeck/state")
        let error = await storeError { try directory.prepare() }
        guard case .unusableDirectory(path: directory.path, errno: _)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    /// Whatever the umask allows, nobody else reads the state. In a process of its own, as the umask is everybody's.
    @Test func filesArePrivateUnderAnOpenUmask() async {
        await #expect(processExitsWith: .success) {
            umask(0)
            try await withStateDirectory { directory async throws in
                let store = try Store(directory, for: .engine)
                try await store.append(line())
                guard case .taken = try EngineLock.take(directory) else { exit(2) }
                for name in ["", "/flagdeck.db", "/flagdeck.db-wal", "/flagdeck.db-shm", "/engine.lock"] {
                    if try mode(directory.path + name) & 0o077 != 0 { exit(3) }
                }
            }
        }
    }
}

@Suite struct EngineLockTests {
    @Test func oneHoldsTheLockAndTheOthersLearnItsProcess() async throws {
        try await withStateDirectory { directory async throws in
            var held: EngineLock?
            guard case .taken(let lock) = try EngineLock.take(directory) else {
                Issue.record("the lock of a new directory is taken")
                return
            }
            held = lock
            guard case .held(let holder) = try EngineLock.take(directory) else {
                Issue.record("two hold the lock")
                return
            }
            #expect(holder == Int(getpid()))
            withExtendedLifetime(held) {}
        }
    }

    @Test func aReleasedLockIsFreeAgain() async throws {
        try await withStateDirectory { directory async throws in
            for _ in 0..<3 {
                guard case .taken = try EngineLock.take(directory) else {
                    Issue.record("the lock was not given back")
                    return
                }
            }
        }
    }

    @Test func ofManyAtOnceOneTakesIt() async throws {
        try await withStateDirectory { directory async throws in
            let locks = await withTaskGroup { group in
                for _ in 0..<20 { group.addTask { try? EngineLock.take(directory) } }
                return await group.reduce(into: [EngineLock.Attempt?]()) { $0.append($1) }
            }
            let taken = locks.filter { if case .taken? = $0 { true } else { false } }
            #expect(taken.count == 1)
            withExtendedLifetime(locks) {}
        }
    }

    @Test func aLinkInThePlaceOfTheLockIsNotFollowed() async throws {
        try await withStateDirectory { directory async throws in
            try FileManager.default.createSymbolicLink(
                atPath: directory.lockPath, withDestinationPath: directory.path + "/elsewhere")
            let error = await storeError { _ = try EngineLock.take(directory) }
            #expect(error == .unusableDirectory(path: directory.path, errno: ELOOP))
        }
    }
}
