import CloudAssistant
import Glibc
import Testing

@testable import Runners

/// Files on the real file system, with whatever others may have put in their way.
@Suite(.timeLimit(.minutes(2))) struct FileWriterTests {
    /// A directory of the test's own, removed afterwards.
    private func inside(_ body: (String) throws -> Void) throws {
        var template = Array("/tmp/flagdeck-files-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw Problem("mkdtemp: \(errno)") }
        let path = String(cString: made)
        defer { removeTree(path) }
        try body(path)
    }

    private func order(
        _ name: String = "name", in directory: String, _ content: String = "content", mode: String = "0644",
        owner: String? = nil, group: String? = nil, overwrites: Bool = false, trial: FileOrder.Trial = .first
    ) -> FileOrder {
        let file = FileForm(
            name: name, targetDirectory: directory, content: Array(content.utf8), owner: owner, group: group,
            mode: mode,
            overwrites: overwrites)
        return FileOrder(invokeID: "f-1", instanceID: "i-1", file: file, trial: trial)
    }

    private func put(_ order: FileOrder) -> FileFailure? {
        if case .failed(let failure) = FileWriter.ending(of: order) { failure } else { nil }
    }

    private func text(_ path: String) -> String? { contents(path).map { String(decoding: $0, as: UTF8.self) } }

    private func status(_ path: String) throws -> stat {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw Problem("no \(path)") }
        return status
    }

    @Test(arguments: ["0644", "600", "0000", "4755", "1777"]) func aFileIsThereWithItsMode(_ mode: String) throws {
        try inside { path throws in
            let order = order(in: path + "/a/b", mode: mode)
            #expect(put(order) == nil)
            let status = try status(path + "/a/b/name")
            #expect(status.st_mode & 0o7777 == order.file.permissions)
            #expect(status.st_mode & S_IFMT == S_IFREG && status.st_uid == geteuid() && status.st_nlink == 1)
            for made in ["/a", "/a/b"] { #expect(try self.status(path + made).st_mode & 0o7777 == 0o755) }
            #expect(tree(path) == [path + "/a", path + "/a/b", path + "/a/b/name"])
        }
    }

    @Test func withoutOverwriteNothingIsReplaced() throws {
        try inside { path throws in
            for (name, make) in [
                ("file", { try write([1], to: path + "/file") }),
                ("directory", { try #require(mkdir(path + "/directory", 0o755) == 0) }),
                ("link", { try #require(symlink("/nowhere", path + "/link") == 0) }),
                ("pipe", { try #require(mkfifo(path + "/pipe", 0o600) == 0) }),
            ] as [(String, () throws -> Void)] {
                try make()
                let before = try status("\(path)/\(name)")
                #expect(put(order(name, in: path)) == FileFailure(reason: .exists, subject: name))
                #expect(try status("\(path)/\(name)").st_ino == before.st_ino)
            }
            #expect(tree(path).count == 4)
        }
    }

    @Test func overwriteReplacesFilesAndLinksAndFollowsNone() throws {
        try inside { path throws in
            try write(Array("victim".utf8), to: path + "/victim")
            try #require(symlink(path + "/victim", path + "/link") == 0)
            try #require(link(path + "/victim", path + "/twin") == 0)
            for name in ["link", "twin"] { #expect(put(order(name, in: path, overwrites: true)) == nil) }
            #expect(text(path + "/victim") == "victim")
            #expect(try status(path + "/link").st_mode & S_IFMT == S_IFREG)
            #expect(text(path + "/link") == "content" && text(path + "/twin") == "content")
        }
    }

    @Test func overwriteReplacesNeitherDirectoriesNorDevices() throws {
        try inside { path throws in
            try #require(mkdir(path + "/directory", 0o755) == 0)
            try #require(mkfifo(path + "/pipe", 0o600) == 0)
            for name in ["directory", "pipe"] {
                #expect(put(order(name, in: path, overwrites: true)) == FileFailure(reason: .notAFile, subject: name))
            }
            #expect(tree(path).count == 2)
        }
    }

    @Test(.enabled(if: geteuid() == 0, "only root can make another user's link"))
    func nothingIsWrittenBehindAnotherUsersLink() throws {
        try inside { path throws in
            try #require(mkdir(path + "/home", 0o755) == 0 && mkdir(path + "/goal", 0o755) == 0)
            try #require(chown(path + "/home", 65_534, 65_534) == 0)
            // His own in his own directory, one of root's in his, his in root's.
            try #require(symlink(path + "/goal", path + "/home/own") == 0)
            try #require(lchown(path + "/home/own", 65_534, 65_534) == 0)
            try #require(symlink(path + "/goal", path + "/home/moved") == 0)
            try #require(symlink(path + "/goal", path + "/given") == 0)
            try #require(lchown(path + "/given", 65_534, 65_534) == 0)
            for link in ["/home/own", "/home/moved", "/given"] {
                for rest in ["", "/new"] {
                    let failure = FileFailure(reason: .notADirectory, subject: path + link, errno: ELOOP)
                    #expect(put(order(in: path + link + rest)) == failure)
                }
            }
            #expect(tree(path + "/goal").isEmpty)
        }
    }

    @Test func aLinkOfOursIsFollowedToADirectoryWithoutFurtherLinks() throws {
        try inside { path throws in
            try #require(mkdir(path + "/goal", 0o755) == 0)
            try #require(symlink("goal", path + "/relative") == 0 && symlink(path + "/goal", path + "/absolute") == 0)
            try #require(symlink("relative", path + "/chain") == 0 && symlink("nowhere", path + "/broken") == 0)
            #expect(
                put(order("a", in: path + "/relative")) == nil && put(order("b", in: path + "/absolute/new")) == nil)
            #expect(put(order(in: path + "/chain"))?.reason == .notADirectory)
            #expect(put(order(in: path + "/broken"))?.reason == .noDirectory)
            #expect(tree(path + "/goal").sorted() == ["/a", "/new", "/new/b"].map { path + "/goal" + $0 })
        }
    }

    @Test(arguments: ["", "/deeper"]) func aFileIsNoDirectory(_ rest: String) throws {
        try inside { path throws in
            try write([], to: path + "/file")
            let failure = FileFailure(reason: .notADirectory, subject: path + "/file", errno: ENOTDIR)
            #expect(put(order(in: path + "/file" + rest)) == failure)
        }
    }

    @Test(arguments: [false, true]) func aNameThatIsTooLongForTheFileSystemIsSaid(_ overwrites: Bool) throws {
        try inside { path throws in
            let name = String(repeating: "文", count: 86)
            #expect(
                put(order(name, in: path, overwrites: overwrites))
                    == FileFailure(reason: .unusableName, errno: ENAMETOOLONG))
            #expect(tree(path).isEmpty)
        }
    }

    @Test func ownerAndGroupAreLookedUpBeforeAnythingIsMade() throws {
        try inside { path throws in
            let user = "no-such-user-here"
            #expect(
                put(order(in: path + "/new", owner: user)) == FileFailure(reason: .noSuchUser, subject: user))
            #expect(
                put(order(in: path + "/new", group: user)) == FileFailure(reason: .noSuchGroup, subject: user))
            #expect(tree(path).isEmpty)
        }
    }

    @Test(.enabled(if: geteuid() == 0, "only root may give files away"))
    func rootGivesTheFileAwayAndItKeepsItsSpecialBits() throws {
        try inside { path throws in
            #expect(put(order(in: path, mode: "6755", owner: "nobody", group: "nogroup")) == nil)
            let status = try status(path + "/name")
            #expect(status.st_uid == 65_534 && status.st_gid == 65_534 && status.st_mode & 0o7777 == 0o6755)
        }
    }

    @Test func aFileSystemThatTakesNoFilesIsSaid() {
        #expect(put(order(in: "/proc"))?.code == .fileCreateFail)
        #expect(put(order(in: "/proc/no-such-place"))?.reason == .noDirectory)
    }

    // MARK: - Tries that broke off

    @Test(arguments: [FileOrder.Trial.again, .look]) func whatIsThereAsOrderedCountsAsWritten(_ trial: FileOrder.Trial)
        throws
    {
        try inside { path throws in
            #expect(put(order(in: path)) == nil)
            let before = try status(path + "/name")
            #expect(put(order(in: path, trial: trial)) == nil)
            #expect(try status(path + "/name").st_ino == before.st_ino)
        }
    }

    @Test func whatIsThereOtherwiseIsNot() throws {
        try inside { path throws in
            #expect(put(order(in: path)) == nil)
            for other in ["contents", "conten", "Content", ""] {
                #expect(put(order(in: path, other, trial: .again))?.reason == .exists)
                #expect(put(order(in: path, other, trial: .look))?.reason == .interrupted)
            }
            #expect(put(order(in: path, mode: "0600", trial: .again))?.reason == .exists)
            #expect(put(order(in: path, mode: "0600", overwrites: true, trial: .again)) == nil)
            #expect(try status(path + "/name").st_mode & 0o7777 == 0o600)
        }
    }

    @Test func whatATryLeftBesideThePlaceIsRemoved() throws {
        try inside { path throws in
            let left = path + "/" + FileWriter.temporaryName(order(in: path))
            for trial in [FileOrder.Trial.look, .again, .first] {
                try write([1], to: left)
                _ = put(order(in: path, overwrites: true, trial: trial))
                #expect(!exists(left))
            }
            #expect(tree(path) == [path + "/name"])
        }
    }

    @Test func theNameBesideThePlaceIsOnePartOfAPath() {
        let order = FileOrder(
            invokeID: "f-1", instanceID: InstanceID("../" + String(repeating: "文", count: 300)),
            file: FileForm(name: "n", targetDirectory: "/", content: []))
        let name = FileWriter.temporaryName(order)
        #expect(!name.utf8.contains(0x2f) && name.utf8.count <= 255)
    }

    @Test func aLookMakesNothing() throws {
        try inside { path throws in
            #expect(put(order(in: path + "/new", trial: .look))?.reason == .interrupted)
            #expect(tree(path).isEmpty)
        }
    }

    @Test func manyAtOnceLeaveOneWholeFile() async throws {
        var template = Array("/tmp/flagdeck-files-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw Problem("mkdtemp: \(errno)") }
        let path = String(cString: made)
        defer { removeTree(path) }
        let endings = await withTaskGroup { group in
            for number in 0..<16 {
                let file = FileForm(
                    name: "name", targetDirectory: path + "/new", content: Array("\(number)".utf8))
                let order = FileOrder(invokeID: InvokeID("f-\(number)"), instanceID: "i-1", file: file)
                group.addTask { await FileWriter.deliver(order) }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(endings.count { $0 == .written } == 1)
        let others = FileEnding.failed(FileFailure(reason: .exists, subject: "name"))
        #expect(endings.count { $0 == others } == 15)
        #expect(tree(path) == [path + "/new", path + "/new/name"])
    }
}
