#!/usr/bin/env python3
"""Brute-force oracle for the scheduler's expressions.

usage: oracle.py oracle.txt > new.txt

It takes the expressions of a fixture and decides everything anew; a line that is to be added needs only some value
in the place of what is decided.

Written from the rules alone.  Runs are decided second by second: for every hour of UTC that could
hold a run (local date and hour fields match) or that lies within four hours of a change of the
zone's offset, each of its 3600 seconds is turned into a wall clock by zoneinfo and matched.
"""
import re
import sys
import calendar
from datetime import datetime, date, timedelta, timezone
from zoneinfo import ZoneInfo, available_timezones

UTC = timezone.utc
KNOWN = available_timezones()
START = int(datetime(2027, 1, 1, tzinfo=UTC).timestamp())
END = int(datetime(2029, 1, 1, tzinfo=UTC).timestamp())
ZONES = ["America/New_York", "Europe/London", "Australia/Lord_Howe", "Africa/Casablanca",
         "America/Santiago", "Asia/Kathmandu", "Asia/Shanghai", "GMT-3:30"]
EXTRA_ZONES = ["UTC", "Antarctica/Troll", "America/St_Johns", "Pacific/Chatham", "Europe/Dublin",
               "America/Argentina/Buenos_Aires", "Etc/GMT+8", "Asia/Kolkata", "GMT+14:59", "GMT-12:59",
               "GMT+8:00", "GMT-7:00", "GMT+0:30", "GMT-0:30", "GMT+5:45"]
BLANKS = " \t"


class Bad(Exception):
    """A refusal; args[0] is the reason word."""


# ---------------------------------------------------------------- zones

def zone_of(name):
    """The tzinfo of a zone text, or Bad('zone')."""
    if name == "UTC":
        return UTC
    m = re.fullmatch(r"GMT([+-])([0-9]|1[0-9]):([0-5][0-9])", name, re.ASCII)
    if m:
        minutes = int(m[2]) * 60 + int(m[3])
        if minutes > (14 * 60 + 59 if m[1] == "+" else 12 * 60 + 59):
            raise Bad("zone")
        return timezone(timedelta(minutes=minutes if m[1] == "+" else -minutes))
    if re.fullmatch(r"[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)+", name) and name in KNOWN:
        return ZoneInfo(name)
    raise Bad("zone")


def offset(tz, t):
    return int(datetime.fromtimestamp(t, tz).utcoffset().total_seconds())


def changes(tz, lo, hi):
    """All (epoch, offset before, offset after) with lo <= epoch <= hi, to the second."""
    found, step, t = [], 900, lo - 900
    while t <= hi:
        a, b = offset(tz, t), offset(tz, t + step)
        if a != b:
            x, y = t, t + step            # offset(x) == a, offset(y) != a
            while y - x > 1:
                mid = (x + y) // 2
                if offset(tz, mid) == a:
                    x = mid
                else:
                    y = mid
            assert offset(tz, y) == b
            if lo <= y <= hi:
                found.append((y, a, b))
        t += step
    return found


# ---------------------------------------------------------------- fields

MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
DAYS = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"]
FIELDS = [("sec", 0, 59), ("min", 0, 59), ("hour", 0, 23), ("dom", 1, 31), ("month", 1, 12), ("dow", 1, 7),
          ("year", 1970, 2099)]


def value(text, field):
    name, low, high = field
    up = text.upper()
    if name == "month" and up in MONTHS:
        return MONTHS.index(up) + 1
    if name == "dow" and up in DAYS:
        return DAYS.index(up) + 1
    if re.fullmatch(r"[A-Za-z]+", text):
        raise Bad("name")
    if text == "":
        raise Bad("number")
    if not re.fullmatch(r"[0-9]+", text):
        raise Bad("number" if re.fullmatch(r"[0-9*-]*", text) else "character")
    if name == "year" and len(text) != 4 or name != "year" and len(text) > 2:
        raise Bad("number")
    n = int(text)
    if not low <= n <= high:
        raise Bad("year" if name == "year" else "range")
    return n


def step_of(text, field):
    name, low, high = field
    if not re.fullmatch(r"[0-9]+", text) or len(text) > (4 if name == "year" else 2):
        raise Bad("step")
    n = int(text)
    if not 1 <= n <= high:
        raise Bad("step")
    return n


class Field:
    """Plain values and, for the day fields, a list of special entries."""

    def __init__(self, text, field):
        self.text = text
        self.values = set()
        self.special = []
        name, low, high = field
        if not text.isascii():
            raise Bad("character")
        if "?" in text:
            if name in ("dom", "dow") and text == "?":
                self.values = set(range(low, high + 1))
                return
            raise Bad("question")
        for entry in text.split(","):
            self.add(entry, field)

    def add(self, entry, field):
        name, low, high = field
        up = entry.upper()
        if entry == "":
            raise Bad("number")
        if "#" in entry:
            m = re.fullmatch(r"([A-Z]+|[0-9]+)#([0-9]+)", up)
            if name != "dow" or not m:
                raise Bad("nth")
            v = value(m[1], field)
            if m[2] not in ("1", "2", "3", "4", "5"):
                raise Bad("nth")
            self.special.append(("nth", v, int(m[2])))
            return
        if name == "dom":
            if up == "L":
                self.special.append(("last",))
                return
            if up == "LW":
                self.special.append(("lastweekday",))
                return
            m = re.fullmatch(r"([0-9]+)W", up)
            if m:
                self.special.append(("near", value(m[1], field)))
                return
        if name == "dow":
            if up == "L":
                self.values.add(7)
                return
            m = re.fullmatch(r"([0-9]+|[A-Z]{3})L", up)
            if m:
                self.special.append(("lastof", value(m[1], field)))
                return
        if re.fullmatch(r"([0-9]*W|[0-9]+-[0-9]+W|LW|WL|W-[0-9]+|[0-9]+W[/-][0-9W]+|LW[/-][0-9]+|L-?[0-9]+W)", up):
            raise Bad("weekday")
        if re.fullmatch(r"([0-9]*L|[0-9A-Z]+-[0-9A-Z]+L|L[/-][0-9]+|LL|L[0-9]+|[0-9]+-L|[0-9]+L[/-][0-9]+)", up):
            raise Bad("last")
        parts = entry.split("/")
        if len(parts) > 2:
            raise Bad("step")
        base = parts[0]
        if base == "" and len(parts) == 2:
            raise Bad("step")
        if base == "*":
            a, b = low, high
        elif "-" in base:
            ends = base.split("-")
            if len(ends) != 2:
                raise Bad("number")
            a, b = value(ends[0], field), value(ends[1], field)
            if a > b:
                raise Bad("range")
        else:
            a = value(base, field)
            b = high if len(parts) == 2 else a
        n = step_of(parts[1], field) if len(parts) == 2 else 1
        x = a
        while x <= b:
            self.values.add(x)
            x += n


# ---------------------------------------------------------------- cron

class Cron:
    def __init__(self, text):
        if len(text.encode()) > 256:
            raise Bad("length")
        if not text.isascii():
            raise Bad("character")
        words = [w for w in re.split("[ \t]+", text.strip(BLANKS)) if w]
        if not 6 <= len(words) <= 8:
            raise Bad("fields")
        year, zone = "*", None
        if len(words) == 7:
            if re.fullmatch(r"[0-9*?,/-]+", words[6]):
                year = words[6]
            else:
                zone = words[6]
        elif len(words) == 8:
            year, zone = words[6], words[7]
            if not re.fullmatch(r"[0-9*?,/-]+", year):
                raise Bad("year")
        self.sec, self.min, self.hour, self.dom, self.month, self.dow = (
            Field(w, f) for w, f in zip(words[:6], FIELDS))
        self.year = Field(year, FIELDS[6])
        self.zone = zone and zone_of(zone)
        self.zone_text = zone
        self.memo = {}
        if not any(self.on(date.fromordinal(o)) for o in
                   range(date(1970, 1, 1).toordinal(), date(2099, 12, 31).toordinal() + 1)):
            raise Bad("impossible")

    def on(self, d):
        """Does the local date match year, month and the two day fields?"""
        r = self.memo.get(d)
        if r is None:
            r = self.memo[d] = self.decide(d)
        return r

    def decide(self, d):
        if d.year not in self.year.values or d.month not in self.month.values:
            return False
        free_dom, free_dow = self.dom.text in "*?", self.dow.text in "*?"
        if free_dom and free_dow:
            return True
        if free_dow:
            return self.day_of_month(d)
        if free_dom:
            return self.day_of_week(d)
        return self.day_of_month(d) or self.day_of_week(d)

    def day_of_month(self, d):
        if d.day in self.dom.values:
            return True
        last = calendar.monthrange(d.year, d.month)[1]
        for s in self.dom.special:
            if s[0] == "last" and d.day == last:
                return True
            if s[0] == "lastweekday":
                x = date(d.year, d.month, last)
                while x.isoweekday() > 5:
                    x -= timedelta(days=1)
                if x == d:
                    return True
            if s[0] == "near" and s[1] <= last:
                # The Mon-Fri day of this month with the least distance (never a tie: at most two
                # days in a row are no weekdays, and then one of them is the nearer side).
                best = min((abs(k - s[1]), k) for k in range(1, last + 1)
                           if date(d.year, d.month, k).isoweekday() <= 5)
                if best[1] == d.day:
                    return True
        return False

    def day_of_week(self, d):
        if d.isoweekday() in self.dow.values:
            return True
        for s in self.dow.special:
            if d.isoweekday() != s[1]:
                continue
            if s[0] == "nth" and (d.day + 6) // 7 == s[2]:
                return True
            if s[0] == "lastof" and (d + timedelta(days=7)).month != d.month:
                return True
        return False

    def gap(self, first_year):
        """Smallest distance of two neighbouring wall-clock runs; None for a single run ever; and
        'far' when no two runs lie in one day or in two days in a row."""
        times = sorted(h * 3600 + m * 60 + s for h in self.hour.values for m in self.min.values
                       for s in self.sec.values)
        best = [b - a for a, b in zip(times, times[1:])]
        days = [o for o in range(date(first_year, 1, 1).toordinal(), date(2099, 12, 31).toordinal() + 1)
                if self.on(date.fromordinal(o))]
        if any(b == a + 1 for a, b in zip(days, days[1:])):
            best.append(times[0] + 86400 - times[-1])
        if best:
            return min(best)
        if len(days) == 1:
            return None
        return "far %d" % min((b - a) * 86400 for a, b in zip(days, days[1:]))


# ---------------------------------------------------------------- the walk

def naive(n):
    """Local seconds since 1970 as a wall clock."""
    return datetime(1970, 1, 1) + timedelta(seconds=n)


def runs_of_zone(tz, crons):
    """A set of run instants for each cron."""
    moves = changes(tz, START - 86400, END + 86400)
    found = [set() for _ in crons]
    tables = [(c.sec.values, c.min.values, c.hour.values, set()) for c in crons]
    for c, table in zip(crons, tables):
        for o in range(date(2026, 12, 29).toordinal(), date(2029, 1, 4).toordinal()):
            if c.on(date.fromordinal(o)):
                table[3].add(o)
    stepped = 0
    for hour in range(START, END, 3600):
        near = any(hour - 4 * 3600 <= t < hour + 5 * 3600 for t, _, _ in moves)
        if near:
            which = range(len(crons))
        else:
            ends = [datetime.fromtimestamp(t, tz) for t in (hour, hour + 3599)]
            assert ends[0].utcoffset() == ends[1].utcoffset()
            marks = {(e.toordinal(), e.hour) for e in ends}
            which = [i for i, (_, _, hs, ds) in enumerate(tables)
                     if any(o in ds and h in hs for o, h in marks)]
        if not which:
            continue
        rows = []
        seen = {datetime.fromtimestamp(t, tz).replace(tzinfo=None, fold=0)
                for t in range(hour - 4 * 3600, hour)} if near else ()
        for t in range(hour, hour + 3600):
            w = datetime.fromtimestamp(t, tz)
            if near:
                plain = w.replace(tzinfo=None, fold=0)
                again = plain in seen
                assert again == (w.fold == 1)
                if again:
                    continue
                seen.add(plain)
            rows.append((t, w.second, w.minute, w.hour, w.toordinal()))
        stepped += 3600
        for i in which:
            ss, ms, hs, ds = tables[i]
            found[i].update([t for t, s, m, h, o in rows if s in ss and m in ms and h in hs and o in ds])
    for t, before, after in moves:          # gaps: walk the skipped wall times
        for skipped in range(t + before, t + after):
            w = naive(skipped)
            instant = skipped - before
            if not START <= instant < END:
                continue
            for i, (ss, ms, hs, ds) in enumerate(tables):
                if w.second in ss and w.minute in ms and w.hour in hs and w.toordinal() in ds:
                    found[i].add(instant)
    print("stepped", stepped, "seconds", file=sys.stderr)
    return found


def fnv(instants):
    h = 0xcbf29ce484222325
    for t in instants:
        for byte in b"%d\n" % t:
            h = ((h ^ byte) * 0x100000001b3) & 0xffffffffffffffff
    return "%016x" % h


# ---------------------------------------------------------------- at, rate

def instant_of(w, tz):
    """The earliest instant whose local time is w; in a gap, w read with the offset before it."""
    guess = int((w - datetime(1970, 1, 1)).total_seconds())
    for t in range(guess - 16 * 3600, guess + 16 * 3600):
        if datetime.fromtimestamp(t, tz).replace(tzinfo=None, fold=0) == w:
            return t
    for t, before, after in changes(tz, guess - 2 * 86400, guess + 2 * 86400):
        if t + before <= guess < t + after:
            return guess - before
    raise AssertionError("no instant for %s" % w)


def at(text):
    if len(text.encode()) > 256:
        raise Bad("length")
    if not text.isascii():
        raise Bad("character")
    m = re.fullmatch(r"[ \t]*at\((\d{4})-(\d\d)-(\d\d)[ \t]+(\d\d):(\d\d):(\d\d)(?:[ \t]+([^ \t()]+))?\)[ \t]*",
                     text, re.ASCII | re.IGNORECASE)
    if not m:
        raise Bad("number")
    y, mo, d, h, mi, s = (int(x) for x in m.groups()[:6])
    if not 1970 <= y <= 2099:
        raise Bad("year")
    if not (1 <= mo <= 12 and 1 <= d <= 31 and h <= 23 and mi <= 59 and s <= 59):
        raise Bad("range")
    try:
        w = datetime(y, mo, d, h, mi, s)
    except ValueError:
        raise Bad("impossible")
    return w, zone_of(m[7]) if m[7] else UTC


def rate(text):
    if len(text.encode()) > 256:
        raise Bad("length")
    if not text.isascii():
        raise Bad("character")
    m = re.fullmatch(r"\s*rate\s*\(\s*(\d+)\s*([smhd])\s*\)\s*", text, re.ASCII | re.IGNORECASE)
    if not m:
        raise Bad("number")
    n = int(m[1]) * {"s": 1, "m": 60, "h": 3600, "d": 86400}[m[2].lower()]
    if not 60 <= n <= 7 * 86400:
        raise Bad("range")
    return n


# ---------------------------------------------------------------- the fixture

def lines(path):
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line and not line.startswith("#"):
            yield line


def zone_line(name):
    tz = zone_of(name)
    lo = int(datetime(2026, 12, 1, tzinfo=UTC).timestamp())
    hi = int(datetime(2029, 2, 1, tzinfo=UTC).timestamp())
    return " ".join(["zone", name, str(offset(tz, lo))] +
                    ["%d:%d" % (t, b) for t, _, b in changes(tz, lo, hi)])


def refused(kind, text):
    try:
        {"bad": Cron, "bad-at": at, "bad-rate": rate}[kind](text)
    except Bad as e:
        return e.args[0]
    return None


def case_line(line):
    kind, _, rest = line.partition(" ")
    if kind in ("bad", "bad-at", "bad-rate"):
        word, _, text = rest.partition(" ")
        got = refused(kind, text)
        if got is None:
            raise SystemExit("not refused: " + line)
        if got != word:
            print("word %s, parser says %s: %s" % (word, got, text), file=sys.stderr)
        return line
    if kind == "gap":
        c = Cron(rest)
        g = c.gap(1970)
        assert g == c.gap(2027), rest
        if isinstance(g, str):
            return "gap %s %s" % (g.split()[1], rest)
        return "gap %s %s" % ("none" if g is None else g, rest)
    if kind in ("at", "at-far"):
        return "%s %d %s" % ("at" if kind == "at" else "# at", instant_of(*at(rest)), rest)
    if kind == "rate":
        return "rate %d %s" % (rate(rest), rest)
    if kind == "note":
        return "# " + rest
    raise SystemExit("unknown case " + line)


def case_of(line):
    """The case that a line of the fixture was made from: without what was computed for it."""
    kind, _, rest = line.partition(" ")
    if kind in ("gap", "at", "rate"):
        rest = rest.partition(" ")[2]
    return kind + " " + rest


def main():
    whole = open(sys.argv[1], encoding="utf-8").read().split("\n")
    head = whole[:whole.index("# zones")]
    body = whole[len(head):]
    texts = [x.split(" ", 5)[5] for x in body if x.startswith("runs %s " % ZONES[0])]
    crons = [Cron(x) for x in texts]
    print("\n".join(head))
    print("# zones")
    for z in ZONES + EXTRA_ZONES:
        print(zone_line(z))
    for z in ZONES:
        print("\n# runs in", z)
        for x, found in zip(texts, runs_of_zone(zone_of(z), crons)):
            r = sorted(found)
            print("runs", z, len(r), fnv(r), ",".join(map(str, r[:6])) or "-", x)
        sys.stdout.flush()
    print()
    start = max(i for i, x in enumerate(body) if x.startswith("runs ")) + 2
    for line in body[start:]:
        if line.startswith("#"):
            print(line)
        elif line:
            print(case_line(case_of(line)))


if __name__ == "__main__":
    main()
