import NIOCore
import NIOPosix
import Synchronization

/// An HTTP server on this machine that does to each request what it is told, right or wrong.
public final class ScriptedServer: Sendable {
    /// What it does to a request.
    public enum Play: Sendable {
        /// Answers with these bytes once the whole request is there, and closes.
        case answers(String)
        /// Answers with these bytes as soon as the head of the request is there, and closes.
        case answersEarly(String)
        /// Closes the connection without a word.
        case closes
        /// Says nothing at all.
        case hangs
    }

    /// A request as it came.
    public struct Request: Sendable {
        /// The request line and the headers.
        public let head: String
        /// How many bytes of a body came.
        public let bodySize: Int
    }

    private struct State {
        var plays: [Play] = []
        var requests: [Request] = []
    }

    private let state = Mutex(State())
    private let channel = Mutex<(any Channel)?>(nil)

    private init(_ plays: [Play]) { state.withLock { $0.plays = plays } }

    /// `http://127.0.0.1:PORT`.
    public var address: String { "http://127.0.0.1:\(channel.withLock { $0?.localAddress?.port } ?? 0)" }

    /// The requests so far.
    public var requests: [Request] { state.withLock { $0.requests } }

    /// What it does from now on: one after the other, the last one for ever.
    public func play(_ plays: [Play]) { state.withLock { $0.plays = plays } }

    /// Gives a test its server, and stops it afterwards.
    public static func with<Value>(_ plays: Play..., body: (ScriptedServer) async throws -> Value) async throws -> Value
    {
        let server = ScriptedServer(plays)
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Conversation(server))
                }
            }.bind(host: "127.0.0.1", port: 0).get()
        server.channel.withLock { $0 = channel }
        do {
            let value = try await body(server)
            try await channel.close()
            return value
        } catch {
            try? await channel.close()
            throw error
        }
    }

    /// An answer with a status and a body.
    public static func answer(_ status: String, _ headers: [String] = [], body: String = "") -> Play {
        let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.utf8.count)", "Connection: close"] + headers
        return .answers(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }

    fileprivate func next() -> Play {
        state.withLock { $0.plays.count > 1 ? $0.plays.removeFirst() : $0.plays.first ?? .closes }
    }

    fileprivate var answersEarly: Bool {
        state.withLock { if case .answersEarly = $0.plays.first { true } else { false } }
    }

    fileprivate func note(_ request: Request) { state.withLock { $0.requests.append(request) } }
}

private final class Conversation: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let server: ScriptedServer
    private var head: String?
    private var bytes: [UInt8] = []
    private var isAnswered = false

    init(_ server: ScriptedServer) { self.server = server }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        bytes += unwrapInboundIn(data).readableBytesView
        guard !isAnswered else { return }
        if head == nil {
            guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return }
            head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
            bytes.removeSubrange(..<end.upperBound)
        }
        guard bytes.count >= bodySize || server.answersEarly else { return }
        let play = server.next()
        isAnswered = true
        server.note(.init(head: head ?? "", bodySize: bytes.count))
        switch play {
        case .answers(let text), .answersEarly(let text):
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
            context.close(promise: nil)
        case .closes: context.close(promise: nil)
        case .hangs: break
        }
    }

    private var bodySize: Int {
        let line = head?.split(whereSeparator: \.isNewline).first { $0.lowercased().hasPrefix("content-length:") }
        return line?.split(separator: " ").last.flatMap { Int($0) } ?? 0
    }
}
