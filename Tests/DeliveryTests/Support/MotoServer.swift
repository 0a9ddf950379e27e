import CloudAssistant
import Foundation
import TestSupport
import Testing

@testable import Delivery

/// Moto's S3 server, a program of its own from PyPI.
final class MotoServer: Sendable {
    private let process: pid_t
    /// Its standard input: the server ends when this goes, however the tests end.
    private let leash: Int32
    private let port: Int

    var address: String { "http://127.0.0.1:\(port)" }

    private static let program = """
        import os, sys, threading
        def wait():
            sys.stdin.read()
            os._exit(0)
        threading.Thread(target=wait, daemon=True).start()
        from moto.server import main
        main(["-H", "127.0.0.1", "-p", sys.argv[1]])
        """

    private init() throws {
        port = try Self.freePort()
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Missing() }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var arguments = ["python3", "-c", Self.program, "\(port)"].map { $0.withCString { strdup($0) } } + [nil]
        defer { for argument in arguments { free(argument) } }
        var child: pid_t = 0
        let problem = posix_spawnp(&child, "python3", &actions, nil, &arguments, environ)
        close(ends[0])
        guard problem == 0 else { throw Missing() }
        (process, leash) = (child, ends[1])
    }

    /// Gives a test a server of its own, which answers.
    static func with(_ body: (MotoServer) async throws -> Void) async throws {
        let server = try MotoServer()
        defer { server.end() }
        try await first("moto's S3 server answers", within: 60) {
            var status: Int32 = 0
            guard waitpid(server.process, &status, WNOHANG) == 0 else { throw Missing() }
            return try? await server.request("GET", "/moto-api/data.json")
        }
        try await body(server)
    }

    private func end() {
        close(leash)
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
    }

    struct Missing: Error, CustomStringConvertible {
        let description = "moto's server does not start; install it: python3 -m pip install 'moto[server]==5.2.1'"
    }

    private static func freePort() throws -> Int {
        let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(number) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(number, $0, length) == 0 && getsockname(number, $0, &length) == 0
            }
        }
        guard isBound else { throw Missing() }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
