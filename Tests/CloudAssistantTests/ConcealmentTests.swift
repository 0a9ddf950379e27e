import TestSupport
import Testing

@testable import CloudAssistant

/// Secret values in outputs.
@Suite struct ConcealmentTests {
    static func concealed(
        _ text: String, _ values: [String], isBeginning: Bool = true, isEnd: Bool = true
    ) -> String {
        var bytes = Array(text.utf8)
        let concealment = Concealment(values.map { Array($0.utf8) })
        concealment.conceal(&bytes, isBeginning: isBeginning, isEnd: isEnd)
        return String(decoding: bytes, as: UTF8.self)
    }

    static let wholes: [(text: String, values: [String], shown: String)] = [
        ("", ["secret"], ""),
        ("nothing", ["secret"], "nothing"),
        ("a secret b", ["secret"], "a ****** b"),
        ("secretsecret", ["secret"], "************"),
        ("ababab", ["abab"], "******"),
        ("Secret", ["secret"], "Secret"),
        ("abc abcd", ["abc", "abcd"], "abc ****"),
        ("密码密码 密码密", ["密码密码"], "************ 密码密"),
        ("密码密", ["密码密"], "密码密"),
        ("one two", ["one two\n"], "*******"),
        ("one two\n", ["one two\n"], "********"),
        ("two-and-more", ["one\ntwo-and-more\nx"], "************"),
        ("one\nx", ["one\ntwo-and-more\nx"], "one\nx"),
        ("long-er long", ["long", "long-er"], "******* ****"),
        ("aaaaaaab", ["aaaab"], "aaa*****"),
        ("secre", ["secret"], "secre"),
    ]

    @Test(arguments: wholes) func valuesBecomeStarsOfTheSameLength(
        _ text: String, _ values: [String], _ shown: String
    ) {
        #expect(Self.concealed(text, values) == shown)
    }

    static let parts: [(text: String, isBeginning: Bool, isEnd: Bool, shown: String)] = [
        ("et-value x", false, true, "******** x"),
        ("et-value x", true, true, "et-value x"),
        ("ue x", false, true, "ue x"),
        ("alue x", false, true, "**** x"),
        ("x secr", true, false, "x ****"),
        ("x sec", true, false, "x sec"),
        ("x secr", true, true, "x secr"),
        ("cret-val", false, false, "cret-val"),
        ("secret-value", false, false, "************"),
        ("-valuesecr", false, false, "**********"),
    ]

    @Test(arguments: parts) func piecesAreMaskedWhereTheRestIsNotThere(
        _ text: String, _ isBeginning: Bool, _ isEnd: Bool, _ shown: String
    ) {
        #expect(Self.concealed(text, ["secret-value"], isBeginning: isBeginning, isEnd: isEnd) == shown)
    }

    @Test func whenItCannotBeToldWhatIsSecretNothingIsShown() {
        var bytes = Array("a b\nc".utf8)
        Concealment.total.conceal(&bytes, isBeginning: true, isEnd: true)
        #expect(bytes == Array("***\n*".utf8))
        #expect(Concealment([Array("value".utf8)]).union(.total).isTotal)
    }

    @Test func chunksMakeNoDifference() {
        let seed = UInt64.random(in: 0 ... .max)
        var chance = Seeded(seed)
        let values = [Array("abab".utf8), Array("aabbaa".utf8), Array("bbbbb".utf8)]
        let concealment = Concealment(values)
        for _ in 0..<300 {
            let text = (0..<60).map { _ in Bool.random(using: &chance) ? UInt8(0x61) : 0x62 }
            var scan = ConcealmentScan(concealment)
            var hidden = text
            var rest = text[...]
            while !rest.isEmpty {
                let chunk = rest.prefix(Int.random(in: 1...7, using: &chance))
                for range in scan.ranges(in: Array(chunk)) { for place in range { hidden[Int(place)] = 0x2a } }
                rest = rest.dropFirst(chunk.count)
            }
            var plain = text
            for value in values {
                for start in text.indices where text[start...].starts(with: value) {
                    for place in start..<start + value.count { plain[place] = 0x2a }
                }
            }
            #expect(hidden == plain, "seed \(seed)")
        }
    }

    @Test func aRepetitiveValueTakesLinearTime() {
        var bytes = [UInt8](repeating: 0x61, count: 200_000)
        let concealment = Concealment([[UInt8](repeating: 0x61, count: 4095) + [0x62]])
        concealment.conceal(&bytes, isBeginning: true, isEnd: true)
        #expect(bytes.allSatisfy { $0 == 0x61 })
    }
}
