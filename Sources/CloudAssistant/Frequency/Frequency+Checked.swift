extension Frequency {
    /// The shortest time between two runs of a cron expression, in seconds.
    public static let shortestGap = 10

    /// A frequency for a new or a changed task, or the first rule that it breaks: the text's grammar and dates, no year
    /// before the present one, a known zone, a run still to come, runs not closer than 10 seconds or the timeout.
    ///
    /// `zones` is asked for the rules of names only. An expression that goes by the clocks of instances counts as past
    /// when it is past everywhere.
    public static func checked(
        _ text: String, timeoutSeconds: Int, now: Timestamp, code: APIErrorCode = .invalidParamFrequency,
        zones: (TimeZoneName) -> ZoneRules?
    ) throws(APIError) -> Frequency {
        do throws(FrequencyError) {
            let frequency = try Frequency(text, notBefore: now.civil.year)
            guard let rules = frequency.rules(instance: .lastToSeeADay, named: zones) else {
                throw FrequencyError(.unknownZone, part: frequency.zone?.description)
            }
            if let error = frequency.problem(timeoutSeconds: timeoutSeconds, now: now, rules) { throw error }
            return frequency
        } catch {
            throw APIError(code, error.facts(value: text))
        }
    }

    /// What keeps a frequency that can be read from being carried out.
    private func problem(timeoutSeconds: Int, now: Timestamp, _ rules: ZoneRules) -> FrequencyError? {
        let hasRun = nextRun(after: now, created: now, zone: rules) != nil
        switch self {
        case .rate(let seconds):
            guard seconds <= timeoutSeconds else { return nil }
            return FrequencyError(.rateWithinTimeout, limit: "\(timeoutSeconds)", actual: "\(seconds)")
        case .at: return hasRun ? nil : FrequencyError(.atExpired)
        case .cron(let expression):
            guard hasRun else { return FrequencyError(.cronExpired) }
            guard let gap = expression.minimumGap else { return nil }
            if gap < Self.shortestGap {
                return FrequencyError(.gapTooShort, limit: "\(Self.shortestGap)", actual: "\(gap)")
            }
            guard gap < timeoutSeconds else { return nil }
            return FrequencyError(.gapWithinTimeout, limit: "\(timeoutSeconds)", actual: "\(gap)")
        }
    }
}

extension TimeZoneName {
    /// The rules of a zone by its text; refused as a value of a parameter when it is none or not known.
    public static func checked(
        _ text: String, parameter: String, zones: (TimeZoneName) -> ZoneRules?
    ) throws(APIError) -> ZoneRules {
        do throws(FrequencyError) {
            let zone = try TimeZoneName(text)
            guard let rules = zone.rules(named: zones) else { throw FrequencyError(.unknownZone, part: text) }
            return rules
        } catch {
            var facts = error.facts(value: text)
            facts[.parameter] = parameter
            throw APIError(.invalidParameter, facts)
        }
    }
}

extension ZoneRules {
    /// The zone where every day ends last.
    fileprivate static let lastToSeeADay = ZoneRules(offset: -(12 * 3600 + 59 * 60))
}
