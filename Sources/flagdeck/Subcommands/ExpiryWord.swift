import ArgumentParser
import CloudAssistant

/// The word of `--expires`: a moment, or never.
struct ExpiryWord: Sendable {
    /// nil for never.
    let time: Timestamp?

    static func read(_ word: String) throws -> ExpiryWord {
        if word == "never" { return ExpiryWord(time: nil) }
        guard let time = moment(word) else {
            throw ValidationError("A time is written as 2027-01-31T00:00:00Z, or never.")
        }
        return ExpiryWord(time: time)
    }

    /// The moment that is written like this; whether the date exists is told by writing it again.
    private static func moment(_ word: String) -> Timestamp? {
        let bytes = Array(word.utf8)
        guard bytes.count == 20 else { return nil }
        let number = { (range: Range<Int>) in Int(String(decoding: bytes[range], as: UTF8.self)) }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
            let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19),
            (1970...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        let seconds = days(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second
        let time = Timestamp(milliseconds: Int64(seconds) * 1000)
        return time.wireText == word ? time : nil
    }

    /// Days since 1970-01-01, counted from 0000-03-01 so that the leap day is the last of its year.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    }
}
