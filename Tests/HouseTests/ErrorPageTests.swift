import CloudAssistant
import Testing

@Suite("The page of errors") struct ErrorPageTests {
    private static let page = "Sources/CloudAssistant/CloudAssistant.docc/Errors.md"

    /// What stands in backquotes on the page.
    private static func words() throws -> Set<String> {
        let parts = try Checkout.text(page).split(separator: "`", omittingEmptySubsequences: false)
        return Set(parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) })
    }

    @Test("names each code of the catalogue")
    func everyCodeIsNamed() throws {
        let words = try Self.words()
        let missing = APIErrorCode.allCases.map(\.rawValue).filter { !words.contains($0) }
        #expect(missing.isEmpty, "not on the page: \(missing.sorted())")
    }

    @Test("names no code that does not exist")
    func noOtherCodeIsNamed() throws {
        let codes = Set(APIErrorCode.allCases.map(\.rawValue))
        let strange = try Self.words().filter { word in
            word.contains(".") && word.first?.isUppercase == true && !word.contains(" ") && !word.hasSuffix(".N")
                && !word.contains(".N.") && !codes.contains(word)
        }
        #expect(strange.isEmpty, "no codes: \(strange.sorted())")
    }
}
