import Foundation
import GRDB

extension [UInt8] {
    /// The bytes as the database takes them.
    var blob: Data { Data(self) }
}
