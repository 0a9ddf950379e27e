import CloudAssistant
import Foundation
import Testing

/// What is copied as a word is read back by a shell as that one word.
@Suite struct ShellWordTests {
    @Test(arguments: 0..<HostileTests.count) func quotesWordsThatAShellReadsBack(_ number: Int) throws {
        let text = HostileText.numbered(number)
        let read = try #require(ShellReading.words(ShellWord.quoted(text)))
        #expect(read.map { Array($0.utf8) } == [Array(text.utf8)])
    }

    /// A real shell says the same. It cannot hold a zero byte in a word.
    @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/sh")))
    func aRealShellReadsEveryWordBack() throws {
        let texts = (0..<HostileTests.count).map(HostileText.numbered).filter { !$0.utf8.contains(0) }
        let script = texts.map { "printf '%s\\0' \(ShellWord.quoted($0))" }.joined(separator: "\n") + "\n"
        let file = FileManager.default.temporaryDirectory.appending(path: "flagdeck-words-\(UUID().uuidString)")
        try Data(script.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = [file.path]
        let pipe = Pipe()
        shell.standardOutput = pipe
        try shell.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        shell.waitUntilExit()
        #expect(shell.terminationStatus == 0)
        let read = output.split(separator: 0, omittingEmptySubsequences: false).dropLast().map { Array($0) }
        #expect(read == texts.map { Array($0.utf8) })
    }
}
