import CloudAssistant
import Crypto
import Store
import Synchronization

/// Makes and opens the tokens that lead through a list. What a token holds is sealed: one that was made up, changed or
/// given for another list opens nothing.
struct PageSeal: Sendable {
    private static let tagLength = 12
    private let key: SymmetricKey

    init(_ text: String) { key = SymmetricKey(data: SHA256.hash(data: Array(text.utf8))) }

    /// The token for a mark of a list.
    func token(_ mark: [String], of list: String) -> String {
        let text = Array(JSON.array(mark.map(JSON.string)).compactText.utf8)
        return Self.hex(tag(text, list) + text)
    }

    /// The mark that a token of that list holds.
    func mark(_ token: String, of list: String) -> [String]? {
        guard let bytes = Self.bytes(token), bytes.count > Self.tagLength else { return nil }
        let text = Array(bytes.dropFirst(Self.tagLength))
        guard tag(text, list) == Array(bytes.prefix(Self.tagLength)) else { return nil }
        return JSON(parsing: String(decoding: text, as: UTF8.self))?.elements?.compactMap(\.text)
    }

    private func tag(_ text: [UInt8], _ list: String) -> [UInt8] {
        let whole = Array(list.utf8) + [0] + text
        return Array(HMAC<SHA256>.authenticationCode(for: whole, using: key).prefix(Self.tagLength))
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func hex(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static func bytes(_ text: String) -> [UInt8]? {
        let letters = Array(text.utf8)
        guard letters.count % 2 == 0, letters.count <= 2048 else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: letters.count, by: 2) {
            guard let high = digits.firstIndex(of: letters[place]), let low = digits.firstIndex(of: letters[place + 1])
            else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        return bytes
    }
}

/// The secret behind the tokens: kept with the state, so that tokens hold after a restart and beside the engine.
final class PageKey: Sendable {
    private let seal = Mutex<PageSeal?>(nil)

    /// The seal. Where the secret cannot be kept, one that holds as long as this process.
    func seal(_ store: Store, makes: Bool) async -> PageSeal {
        if let known = seal.withLock({ $0 }) { return known }
        let fresh = SymmetricKey(size: .bits256).withUnsafeBytes { Base64.encode(Array($0)) }
        let kept = makes ? try? await store.value("page-key", orMake: { fresh }) : try? await store.value("page-key")
        let made = PageSeal(kept ?? fresh)
        return seal.withLock { seal in
            if let earlier = seal { return earlier }
            seal = made
            return made
        }
    }
}

/// The pages of one list: one action with one set of conditions for one account.
struct ListPages: Sendable {
    private let seal: PageSeal
    private let list: String

    init(_ seal: PageSeal, _ list: String) {
        self.seal = seal
        self.list = list
    }

    /// The part of the list that is asked for.
    func window(_ paging: Paging, largest: Int = 50, clamps: Bool = false) throws(APIError) -> PageWindow {
        try paging.window(largest: largest, clamps: clamps) { seal.mark($0, of: list) }
    }

    /// The part of a list of the store that is asked for; marks of it are numbers.
    func slice(_ window: PageWindow) -> Slice {
        Slice(
            after: window.mark?.compactMap { Int($0) }, offset: window.offset, limit: window.limit,
            countLimit: window.isCounted ? nil : PageWindow.countLimit)
    }

    func token(_ mark: [String]?) -> String? { mark.map { seal.token($0, of: list) } }

    func token(_ mark: [Int]?) -> String? { token(mark?.map(String.init)) }
}

extension EmbeddedService {
    /// The pages of a list; `conditions` is the call without its paging.
    func pages(_ action: String, _ conditions: some Sendable, _ context: CallContext) async -> ListPages {
        let seal = await pageKey.seal(store, makes: dispatcher != nil)
        return ListPages(seal, "\(action)\n\(context.caller.account)\n\(String(reflecting: conditions))")
    }
}
