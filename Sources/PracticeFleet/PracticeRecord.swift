import CloudAssistant

/// How claims stand in lines.
enum PracticeRecord {
    static func text(_ key: AttemptKey, _ entry: PracticeClaims.Entry) -> String {
        var members: [JSON.Member] = [
            .init("invoke", .string(key.invokeID.text)), .init("instance", .string(key.instanceID.text)),
            .init("occurrence", .integer(key.occurrence)),
        ]
        switch entry {
        case .forbidden: members.append(.init("is", "forbidden"))
        case .forgotten: members.append(.init("is", "forgotten"))
        case .claimed(let claim):
            members.append(.init("is", "claimed"))
            members += self.members(claim)
        }
        return JSON.object(members).compactText
    }

    static func parsed(_ line: String) -> (AttemptKey, PracticeClaims.Entry)? {
        guard let json = JSON(parsing: line), let invoke = json["invoke"]?.text, let instance = json["instance"]?.text,
            let occurrence = json.whole("occurrence")
        else { return nil }
        let key = AttemptKey(
            invokeID: InvokeID(invoke), instanceID: InstanceID(instance), occurrence: Int(occurrence))
        switch json["is"]?.text {
        case "forbidden": return (key, .forbidden)
        case "forgotten": return (key, .forgotten)
        case "claimed": return claim(json).map { (key, .claimed($0)) }
        default: return nil
        }
    }

    private static func members(_ claim: PracticeClaim) -> [JSON.Member] {
        let play = claim.play
        let lines = play.lines.map { JSON.array([.integer($0.time.milliseconds), .string($0.text)]) }
        return [
            .init("started", .integer(claim.started.milliseconds)), .init("timeout", .integer(claim.timeoutSeconds)),
            .init("mode", .string(claim.terminationMode.rawValue)),
            .init("stopped", claim.stopped.map { .integer($0.milliseconds) } ?? .null),
            .init("end", .string(play.end.word)), .init("duration", .integer(play.duration.milliseconds)),
            .init("child", .integer(play.child.milliseconds)), .init("lines", .array(lines)),
        ]
    }

    private static func claim(_ json: JSON) -> PracticeClaim? {
        guard let started = json.whole("started"), let timeout = json.whole("timeout"),
            let mode = json["mode"]?.text.flatMap(TerminationMode.init), let end = json["end"]?.text,
            let duration = json.whole("duration"), let child = json.whole("child"), let lines = json["lines"]?.elements
        else { return nil }
        var play = PracticePlay()
        guard let parsedEnd = PracticePlay.End(word: end) else { return nil }
        play.end = parsedEnd
        play.duration = .milliseconds(duration)
        play.child = .milliseconds(child)
        play.lines = lines.compactMap { line in
            guard let parts = line.elements, parts.count == 2, let time = parts[0].whole, let text = parts[1].text
            else { return nil }
            return PracticePlay.Line(time: .milliseconds(time), text: text)
        }
        return PracticeClaim(
            started: Timestamp(milliseconds: started), play: play, timeoutSeconds: Int(timeout), terminationMode: mode,
            stopped: json.whole("stopped").map { Timestamp(milliseconds: $0) })
    }
}

extension PracticePlay.End {
    fileprivate var word: String {
        switch self {
        case .exits(let code): "exit \(code)"
        case .signalled(let signal): "signal \(signal)"
        case .dies: "die"
        case .hangs: "hang"
        case .fails(let reason): "fail \(reason.rawValue)"
        }
    }

    fileprivate init?(word: String) {
        var play = PracticePlay()
        guard play.take(Substring(word)) else { return nil }
        self = play.end
    }
}

extension JSON {
    fileprivate var whole: Int64? {
        guard case .number(let digits) = self else { return nil }
        return Int64(digits)
    }

    fileprivate func whole(_ name: String) -> Int64? { self[name]?.whole }
}
