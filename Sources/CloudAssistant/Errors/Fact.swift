/// What is known about one error; texts of the catalogue name a fact in braces, such as `{instance}`.
public enum Fact: String, CaseIterable, Sendable {
    /// The API parameter that the error is about.
    case parameter
    /// The value that was given.
    case value
    /// The number that the value is held to.
    case limit
    /// The number that was counted or measured.
    case actual
    /// The id of an instance.
    case instance
    /// The id of a region.
    case region
    /// The id or name of a command.
    case command
    /// The name of a custom parameter, of a stored parameter or of a caller.
    case name
    /// What else is known, in words.
    case detail
    /// The word for why, where a code has several reasons, such as `cron-range`.
    case reason
    /// The field of a cron expression, by the name of its `CronField`.
    case field
    /// The part of the value that the error is about.
    case part
    /// The process that holds what was asked for.
    case holder
    /// The path of a file or directory.
    case path
}
