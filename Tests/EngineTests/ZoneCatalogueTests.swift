import CloudAssistant
import Glibc
import Testing

@testable import Engine

@Suite("The zones of this machine") struct ZoneCatalogueTests {
    /// A directory of its own with a database of one zone, removed afterwards.
    private func withDatabase(_ work: (String) throws -> Void) throws {
        var template = Array("/tmp/flagdeck-zones-XXXXXX".utf8CString)
        let path = try #require(mkdtemp(&template).map { String(cString: $0) })
        defer {
            for name in ["zoneinfo/Test/Zone", "zoneinfo/Test/Pipe", "zoneinfo/Test/Long", "localtime", "secret"] {
                unlink("\(path)/\(name)")
            }
            for name in ["zoneinfo/Test", "zoneinfo", ""] { rmdir("\(path)/\(name)") }
        }
        mkdir("\(path)/zoneinfo", 0o755)
        mkdir("\(path)/zoneinfo/Test", 0o755)
        try write(Self.zone(hours: 1), to: "\(path)/zoneinfo/Test/Zone")
        try work(path)
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        let file = try #require(fopen(path, "w"))
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }

    /// A file of the first version without changes.
    private static func zone(hours: UInt8) -> [UInt8] {
        var bytes = Array("TZif".utf8) + [UInt8](repeating: 0, count: 40)
        bytes[39] = 1
        bytes[43] = 4
        let seconds = Int(hours) * 3600
        return bytes + [0, 0, UInt8(seconds >> 8), UInt8(seconds & 0xff), 0, 0] + Array("TST\0".utf8)
    }

    @Test("zones are found by name, in the directory of TZDIR and nowhere else")
    func names() throws {
        try withDatabase { path in
            try write(Self.zone(hours: 2), to: "\(path)/secret")
            let zones = ZoneCatalogue(environment: ["TZDIR": "\(path)/zoneinfo"])
            #expect(zones.rules(.named("Test/Zone")) == ZoneRules(offset: 3600))
            #expect(zones.rules(.utc) == .utc)
            #expect(zones.rules(.offset(minutes: -210)) == ZoneRules(offset: -12_600))
            let others = [
                "Test/Nowhere", "Test", "../secret", "Test/../Zone", "Test/../../secret", "\(path)/secret", "", "/",
                "Test/",
                "Test/Zone\0", "test/zone", "posix/Test/Zone", "right/Test/Zone",
            ]
            for name in others { #expect(zones.rules(.named(name)) == nil, "\(name)") }
        }
    }

    @Test("what is no plain file of the right size is no zone, and a pipe is not waited for")
    func otherFiles() throws {
        try withDatabase { path in
            mkfifo("\(path)/zoneinfo/Test/Pipe", 0o644)
            let long = Self.zone(hours: 1) + [UInt8](repeating: 0, count: ZoneFile.sizeLimit)
            try write(long, to: "\(path)/zoneinfo/Test/Long")
            let zones = ZoneCatalogue(environment: ["TZDIR": "\(path)/zoneinfo"])
            #expect(zones.rules(.named("Test/Pipe")) == nil)
            #expect(zones.rules(.named("Test/Long")) == nil)
        }
    }

    @Test("a file that changes is read again")
    func changes() throws {
        try withDatabase { path in
            let zones = ZoneCatalogue(environment: ["TZDIR": "\(path)/zoneinfo"])
            #expect(zones.rules(.named("Test/Zone")) == ZoneRules(offset: 3600))
            unlink("\(path)/zoneinfo/Test/Zone")
            #expect(zones.rules(.named("Test/Zone")) == nil)
            try write(Self.zone(hours: 3), to: "\(path)/zoneinfo/Test/Zone")
            var times = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 1, tv_nsec: 0)]
            utimensat(AT_FDCWD, "\(path)/zoneinfo/Test/Zone", &times, 0)
            #expect(zones.rules(.named("Test/Zone")) == ZoneRules(offset: 10_800))
        }
    }

    @Test("the machine's own zone is that of TZ, else that of its local time")
    func own() throws {
        try withDatabase { path in
            let localTime = "\(path)/localtime"
            func own(_ zone: String?) -> ZoneCatalogue.Own {
                var environment = ["TZDIR": "\(path)/zoneinfo"]
                environment["TZ"] = zone
                return ZoneCatalogue(environment: environment, localTime: localTime).own()
            }
            let hour = ZoneRules(offset: 3600)
            #expect(own(nil) == ZoneCatalogue.Own(name: "UTC", rules: .utc))
            symlink("zoneinfo/Test/Zone", localTime)
            #expect(own(nil) == ZoneCatalogue.Own(name: "Test/Zone", rules: hour))
            unlink(localTime)
            try write(Self.zone(hours: 1), to: localTime)
            #expect(own(nil) == ZoneCatalogue.Own(name: nil, rules: hour))
            #expect(own("") == ZoneCatalogue.Own(name: "UTC", rules: .utc))
            #expect(own("Test/Zone") == ZoneCatalogue.Own(name: "Test/Zone", rules: hour))
            #expect(own(":Test/Zone") == ZoneCatalogue.Own(name: "Test/Zone", rules: hour))
            #expect(own("\(path)/zoneinfo/Test/Zone") == ZoneCatalogue.Own(name: "Test/Zone", rules: hour))
            #expect(own("JST-9") == ZoneCatalogue.Own(name: nil, rules: ZoneRules(offset: 32_400)))
            #expect(own("../../etc/passwd") == ZoneCatalogue.Own(name: nil, rules: .utc))
        }
    }

    @Test("every zone of the installed database can be read")
    func installed() throws {
        let zones = ZoneCatalogue(environment: [:])
        let table = try #require(fopen("/usr/share/zoneinfo/tzdata.zi", "r"), "tzdata is not installed")
        defer { fclose(table) }
        var line = [CChar](repeating: 0, count: 1024)
        var count = 0
        while fgets(&line, Int32(line.count), table) != nil {
            let words = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
                .split { $0 == " " || $0 == "\n" }
            let name: Substring? =
                switch words.first {
                case "Z": words.dropFirst().first
                case "L": words.count > 2 ? words[2] : nil
                default: nil
                }
            guard let name, name.contains("/"), let zone = try? TimeZoneName(String(name)) else { continue }
            count += 1
            let rules = try #require(zones.rules(zone), "\(name)")
            #expect(abs(rules.offset(at: Timestamp(milliseconds: 1_800_000_000_000))) <= 14 * 3600)
        }
        #expect(count > 400)
    }
}
