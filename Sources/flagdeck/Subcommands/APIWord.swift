import ArgumentParser

/// One of the API's words for something, in exactly its spelling.
enum APIWord {
    static func read<Value: RawRepresentable<String> & CaseIterable>(_ text: String) throws -> Value {
        if let value = Value(rawValue: text) { return value }
        let words = Value.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("It is one of \(words).")
    }
}
