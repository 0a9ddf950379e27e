import Glibc
import TestSupport

/// The built program.
enum Program {
    static let path = (try? BuiltProgram.path("flagdeck")) ?? "flagdeck, which is not built beside the tests"
    static var isRoot: Bool { geteuid() == 0 }
}
