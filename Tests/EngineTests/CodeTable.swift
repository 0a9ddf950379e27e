import CloudAssistant
import Testing

@testable import Engine

/// Requests that provoke a code, each beside one that differs in that only and does not.
struct Provocation: Sendable, CustomTestStringConvertible {
    typealias Path<Root, Value> = any WritableKeyPath<Root, Value> & Sendable
    typealias Call = @Sendable (EngineBench) async throws -> Void

    let code: APIErrorCode
    let provoke: Call
    let neighbour: Call

    var testDescription: String { code.rawValue }

    init(_ code: APIErrorCode, _ provoke: @escaping Call, beside neighbour: @escaping Call) {
        self.code = code
        self.provoke = provoke
        self.neighbour = neighbour
    }

    /// One value of a run that is wrong and then right.
    static func run<Value: Sendable>(
        _ code: APIErrorCode, _ path: Path<InvocationDraft, Value>, _ wrong: Value,
        beside right: Value
    ) -> Provocation {
        let call: @Sendable (Value) -> Call = { value in
            { bench in _ = try await bench.run { $0.run[keyPath: path] = value } }
        }
        return Provocation(code, call(wrong), beside: call(right))
    }

    /// One value of a command that is wrong and then right.
    static func command<Value: Sendable>(
        _ code: APIErrorCode, _ path: Path<CommandDraft, Value>, _ wrong: Value,
        beside right: Value
    ) -> Provocation {
        let call: @Sendable (Value) -> Call = { value in
            { bench in _ = try await bench.command("true\n") { $0[keyPath: path] = value } }
        }
        return Provocation(code, call(wrong), beside: call(right))
    }

    /// The script of a command with parameters that is wrong and then right.
    static func script(_ code: APIErrorCode, _ wrong: String, beside right: String) -> Provocation {
        command(code, \.content, wrong, beside: right)
    }

    /// Parameters of a command that names two.
    static func parameters(_ code: APIErrorCode, _ wrong: String, beside right: String) -> Provocation {
        let call: @Sendable (String) -> Call = { json in
            { bench in
                let command = try await bench.command("echo {{name}} {{other}}\n")
                _ = try await bench.invoke(command) { $0.parameters = .json(json) }
            }
        }
        return Provocation(code, call(wrong), beside: call(right))
    }

    /// Resource tags of a run that names no instances.
    static func resourceTags(_ code: APIErrorCode, _ wrong: [TagFilter], beside right: [TagFilter]) -> Provocation {
        let call: @Sendable ([TagFilter]) -> Call = { tags in
            { bench in _ = try await bench.run(on: []) { $0.run.resourceTags = tags } }
        }
        return Provocation(code, call(wrong), beside: call(right))
    }

    /// One part of a list that is wrong and then right.
    static func paging(_ code: APIErrorCode, _ wrong: Paging, beside right: Paging) -> Provocation {
        let call: @Sendable (Paging) -> Call = { paging in
            { bench in
                _ = try await bench.service.describeInvocations(
                    DescribeInvocationsRequest(regionID: "local", paging: paging), EngineBench.context())
            }
        }
        return Provocation(code, call(wrong), beside: call(right))
    }
}

func letters(_ count: Int) -> String { String(repeating: "x", count: count) }

func tags(_ count: Int) -> [TagFilter] { (0..<count).map { TagFilter(key: "k\($0)", value: "v") } }
