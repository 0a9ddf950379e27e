import ArgumentParser

/// How an answer is written to standard output.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    /// The API's own answer.
    case json
    /// Aligned columns with a heading.
    case table
    /// Columns separated by tabs without a heading; for results the bare output.
    case text
}
