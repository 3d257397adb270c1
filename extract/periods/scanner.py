"""From a text to its dates and periods, each resolved to a closed interval where it can be."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from .calendar import UNKNOWN, Interval, after, before, day, months, shift_years, years
from .clock import Clock, make_clock
from .nearest import is_ahead, lent_year, nearest
from .numerals import number_of, second_year, year_of
from .patterns import AFTER, BACKWARD, BEFORE, FROM, JOIN, TO_NOW, UNTIL, find_forms
from .relative import RELATIVE, samespan

_YEAR = re.compile(r"\d{4}")
_SPLIT = re.compile(r"\D+")
_WRITTEN_MONTH = re.compile(r"tháng (mười một|mười hai|mười|một|hai|ba|tư|năm|sáu|bảy|tám|chín)(?!\w)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A date or period: its half-open span in the view's text, its form and its interval.

    `text_start` is where the words that make it a bound begin ("tính đến ngày 30/6"), `anchored` says whether the words
    fix the interval by themselves, without the article's own date.
    """

    start: int
    end: int
    kind: str
    interval: Interval
    text_start: int
    anchored: bool


def _date(text: str, clock: Clock, year: int | None = None, month: int | None = None) -> Interval:
    written = _WRITTEN_MONTH.search(text)
    if written is not None:
        text = f"{text[: written.start()]}/{number_of(written[1])}{text[written.end() :]}"
    parts = [int(part) for part in _SPLIT.split(text) if part]
    if len(parts) == 3:
        return day(parts[2], parts[1], parts[0])
    if len(parts) == 2:
        return day(year or clock.year, parts[1], parts[0])
    return day(year or clock.year, month, parts[0]) if month and parts else UNKNOWN


def resolve_date(text: str, clock: Clock, year: int | None = None) -> Interval:
    """Resolve a printed date ("27/4/2009", "ngày 7-12"); `year` is used for one printed without a year."""
    return _date(text, clock, year)


def _date_range(m: re.Match[str], clock: Clock) -> Interval:
    end = _date(m["dr2"], clock)
    if end.end is None:
        return UNKNOWN
    start = _date(m["dr1"].partition(",")[0], clock, end.end.year, end.end.month)
    if start.start is not None and start.start > end.end:
        start = Interval(shift_years(start.start, -1), None)
    return Interval(start.start, end.end)


def _span(m: re.Match[str], clock: Clock) -> Interval:
    if m["sp3"]:
        return years(int(m["sp3"]), int(m["sp4"]))
    first, last = int(m["sp1"]), second_year(m["sp1"], m["sp2"])
    return years(first, last) if first < last <= first + 60 else UNKNOWN


def _part(m: re.Match[str], clock: Clock) -> Interval:
    if m["pq"]:
        quarters = number_of(m["pq"])
        return months(year_of(m["pqy"], clock), 1, 3 * quarters) if quarters and quarters <= 4 else UNKNOWN
    count = number_of(m["pn"] or m["pn2"])
    year = year_of(m["py"] or m["py2"], clock)
    if count is None or not 1 <= count <= 12:
        return UNKNOWN
    if m["pwhich"] and m["pwhich"].strip() == "cuối":
        return months(year, 13 - count, 12)
    return months(year, 1, count)


def _half(m: re.Match[str], clock: Clock) -> Interval:
    year = year_of(m["hy"], clock)
    if m["hw"]:
        return months(year, 1, 6) if m["hw"] == "đầu" else months(year, 7, 12)
    return years(year)


def _quarter(m: re.Match[str], clock: Clock) -> Interval:
    if m["qw"]:
        return months(year_of(m["qwy"], clock), *((1, 3) if m["qw"] == "đầu" else (10, 12)))
    first = number_of(m["q1"])
    last = number_of(m["q2"]) or first
    if first is None or last is None or not first <= last <= 4:
        return UNKNOWN
    return months(year_of(m["qy"], clock), first * 3 - 2, last * 3)


def _months(m: re.Match[str], clock: Clock) -> Interval:
    """Resolve "tháng 7, 8 và 9/2019", "tháng 10-11"."""
    if m["mra"]:
        return months(clock.year, int(m["mra"]), int(m["mrb"]))
    found = [int(number) for number in re.findall(r"\d+", m["mlist"])]
    return months(year_of(m["mly"], clock), min(found), max(found)) if max(found) <= 12 else UNKNOWN


def _days(m: re.Match[str], clock: Clock) -> Interval:
    """Resolve "10 ngày đầu tháng 9", "nửa cuối tháng 8/2019"."""
    month = number_of(m["dym"] or m["dum"])
    whole = months(year_of(m["dyy"] or m["duy"], clock), month, month) if month else UNKNOWN
    if whole.start is None or whole.end is None:
        return UNKNOWN
    if m["dunit"]:
        length = 0 if m["dunit"] == "ngày" else 6
        if m["dpart"] == "đầu":
            return Interval(whole.start, whole.start.replace(day=1 + length))
        return Interval(whole.end.replace(day=whole.end.day - length), whole.end)
    count = int(m["dyn"]) if m["dyn"] else 15
    if count >= whole.end.day:
        return whole
    if m["dyw"] == "đầu":
        return Interval(whole.start, whole.start.replace(day=count))
    return Interval(whole.end.replace(day=whole.end.day - count + 1 if m["dyn"] else 16), whole.end)


def _night(m: re.Match[str], clock: Clock) -> Interval:
    """Resolve "đêm 14, rạng sáng 15/6"."""
    end = _date(m["ni2"], clock)
    if end.end is None:
        return UNKNOWN
    start = _date(m["ni1"], clock, end.end.year, end.end.month)
    return Interval(start.start, end.end) if start.start is not None and start.start <= end.end else end


def _month_range(m: re.Match[str], clock: Clock) -> Interval:
    """Resolve "tháng 12/2017-1/2018"."""
    first, last = months(int(m["ray"]), int(m["ra"]), int(m["ra"])), months(int(m["rby"]), int(m["rb"]), int(m["rb"]))
    return Interval(first.start, last.end) if first.start and last.end and first.start < last.end else UNKNOWN


def _abbreviated(m: re.Match[str], clock: Clock) -> Interval:
    """Resolve "T6/2019", "Q.II/2019"."""
    if m["am"]:
        return months(int(m["ay"]), int(m["am"]), int(m["am"]))
    quarter = number_of(m["aq"]) or 0
    return months(int(m["ay"]), quarter * 3 - 2, quarter * 3)


def _month(m: re.Match[str], clock: Clock) -> Interval:
    number = number_of(m["mm"] or m["mm2"])
    return months(year_of(m["my"] or m["my2"], clock), number, number) if number else UNKNOWN


_STEMS = "giáp ất bính đinh mậu kỷ canh tân nhâm quý".split()
_BRANCHES = {name: index for index, name in enumerate("tý sửu dần mão thìn tỵ ngọ mùi thân dậu tuất hợi".split())} | {"tị": 5}


def _festive(m: re.Match[str], clock: Clock) -> Interval:
    """A lunar new year, by its year or by its name in the sixty-year cycle (1984 was Giáp Tý); without either, none."""
    printed = m["ty"] or m["ty2"] or m["ty3"]
    if printed:
        return years(int(printed))
    if m["srel"]:
        return years(year_of(m["srel"], clock))
    if not m["can"]:
        return UNKNOWN
    near = clock.year or 2015
    found = [y for y in range(near - 29, near + 31) if (y - 4) % 10 == _STEMS.index(m["can"]) and (y - 4) % 12 == _BRANCHES[m["chi"]]]
    return years(found[0]) if found else UNKNOWN


_RESOLVE: dict[str, Callable[[re.Match[str], Clock], Interval]] = {
    "clock": lambda m, c: UNKNOWN,
    "iso": lambda m, c: day(int(m[0][:4]), int(m[0][5:7]), int(m[0][8:])),
    "date_range": _date_range,
    "span": _span,
    "years": lambda m, c: years(min(found := [int(y) for y in _YEAR.findall(m["ylist"])]), max(found)),
    "part": _part,
    "half": _half,
    "quarter": _quarter,
    "full": lambda m, c: day(year_of(m["fy"], c), int(m["fm"]), int(m["fd"])),
    "words": lambda m, c: day(year_of(m["wy"], c), number_of(m["wm"]) or 0, number_of(m["wd"]) or 0),
    "night": _night,
    "month_range": _month_range,
    "abbreviated": _abbreviated,
    "other_year": lambda m, c: UNKNOWN,
    "lunar": lambda m, c: UNKNOWN,
    "short": lambda m, c: day(year_of(m["sdy"], c), int(m["sm"] or m["only_m"]), int(m["sd"] or m["only_d"])),
    "bracket": lambda m, c: day(c.year, int(m["bm"]), int(m["bd"])),
    "month": _month,
    "samespan": lambda m, c: years(year_of(m["sy"] or m["sy2"], c)) if m["sy"] or m["sy2"] else UNKNOWN,
    "year": lambda m, c: years(year_of("sau" if m[0].startswith("sang") else m["yy"] or m["yrel"], c)),
    "tonow": lambda m, c: Interval(None, c.today),
    "now": lambda m, c: Interval(c.today, c.today),
    "festive": _festive,
    "bare": lambda m, c: years(int(m["bare_y"] or m["only_y"])),
    "months": _months,
    "days": _days,
    **RELATIVE,
}
# Forms that name a moment or a stretch by themselves and so can take "đến", "trước", "từ" before them.
_BOUNDABLE = {
    "iso",
    "full",
    "words",
    "short",
    "month",
    "year",
    "bare",
    "quarter",
    "half",
    "part",
    "lately",
    "months",
    "school",
    "decade",
    "abbreviated",
    "weekday",
}
# Forms that the same span of another year ("cùng kỳ") can point back to.
_SPANNING = {"part", "quarter", "month", "months", "month_range", "abbreviated", "range", "date_range", "days", "since", "half"}


def scan_periods(folded: str, published: date | None) -> tuple[list[Mention], Clock]:
    """Find the dates and periods of a folded text.

    Args:
        folded: the folded text.
        published: the article's publication date, against which relative periods are resolved.

    Returns:
        The mentions in order, and the article's own time as far as it is known.
    """
    forms = list(find_forms(folded))
    clock = make_clock(published, folded, forms)
    mentions: list[Mention] = []
    skip = -1
    for index, (name, match) in enumerate(forms):
        if index <= skip:
            continue
        lent = lent_year(folded, match, forms[index + 1][1]) if name in _LENT and index + 1 < len(forms) else None
        interval = _RESOLVE[name](match, Clock(clock.today, lent) if lent else clock)
        start, end = match.start(), match.end()
        if mentions and start < mentions[-1].end:
            continue
        if name == "date_range" and _LISTED.search(match[0]) and "ngày" not in match[0]:
            continue  # "lô 7-5, 7-9", "2,5-3 triệu"
        if name == "month" and match["mm2"] and _DOCUMENT.search(folded, max(0, start - 24), start):
            continue  # "Thông tư 08/2016"
        if name == "bracket" and _SCORE.search(folded, max(0, start - 60), start):
            continue
        if name == "other_year":
            interval = _other_year(match, _year_before(folded, mentions, start), clock)
        if name == "samespan":
            interval = _same_span(folded, mentions, match, clock) or interval
        text_start, kind = start, name
        if name in _BOUNDABLE:
            joined = _joined(folded, forms, index, interval, clock)
            if joined is not None:
                start, end, interval, skip = joined
                text_start, kind = start, "range"
            else:
                interval, text_start, end, kind = _bound(folded, start, end, interval, name, clock)
        if kind == name and name in _YEARLESS and lent is None:
            told = _year_before(folded, mentions, start) if is_ahead(interval, clock) else None
            interval = nearest(interval, folded, match, clock, name in _DAYLIKE, told)
        if mentions and mentions[-1].kind == "clock" and text_start <= mentions[-1].start:
            start = mentions.pop().start  # "tính đến 17 giờ ngày 2/10" is one period
        if kind == "lately" and interval.start is not None and interval.start == interval.end:
            kind = "short"  # "hôm qua" is a day like "ngày 2/10"
        anchored = name not in ("now", "tonow", "lately", "ago", "since", "onward") and _YEAR.search(match[0]) is not None
        mentions.append(Mention(start, end, kind, interval, text_start, anchored))
    return mentions, clock


_DOCUMENT = re.compile(r"(?<!\w)(?:nghị định|nghị quyết|quyết định|thông tư|chỉ thị|nđ|qđ|nq|văn bản|công văn|luật)(?: số)? ?$")
# Forms that take the year of the next item of their list.
_LENT = {"month", "quarter", "short", "months"}
_LISTED = re.compile(r"\d, ?\d")
_DAYLIKE = {"short", "words", "bracket", "month"}
_YEARLESS = _DAYLIKE | {"quarter", "part", "months"}
_SCORE = re.compile(r"(?<!\w)(?:thắng|thua|hòa|tỷ số|tỉ số|bại|hạ|ghi bàn|bàn thắng)(?!\w)[^.\n]*\($")


def _year_before(folded: str, mentions: list[Mention], start: int) -> int | None:
    """Give the year last printed before a place, in its paragraph and not far off."""
    low = max(folded.rfind("\n", 0, start), start - 300)
    for one in reversed(mentions):
        if one.start < low:
            return None
        if one.anchored and one.interval.end is not None:
            return one.interval.end.year
    return None


def _other_year(match: re.Match[str], before: int | None, clock: Clock) -> Interval:
    """Resolve "năm trước đó", "năm kế tiếp" by the year printed before it, else by the article's."""
    year = before or clock.year
    return years(year + (-1 if "trước" in match["oy"] else 1)) if year else UNKNOWN


def _same_span(folded: str, mentions: list[Mention], match: re.Match[str], clock: Clock) -> Interval | None:
    """Resolve "cùng kỳ (năm trước)" to the same days as the period it is compared with, in the same paragraph."""
    low = max(folded.rfind("\n", 0, match.start()), match.start() - 400)
    for mention in reversed(mentions):
        if mention.start < low:
            return None
        if mention.kind in _SPANNING and mention.interval.start is not None and mention.interval.end is not None:
            if mention.kind == "half" and (mention.interval.end - mention.interval.start).days > 200:
                continue
            printed = match["sy"] or match["sy2"]
            if printed and not printed.isdigit():
                return samespan(mention.interval, None)
            return samespan(mention.interval, year_of(printed, clock) if printed else None)
    return None


def _joined(
    folded: str, forms: list[tuple[str, re.Match[str]]], index: int, interval: Interval, clock: Clock
) -> tuple[int, int, Interval, int] | None:
    """Join "từ năm 2016 đến tháng 8-2018", "tháng 1 đến tháng 9/2019" into one period."""
    if index + 1 >= len(forms):
        return None
    name, following = forms[index + 1]
    match = forms[index][1]
    if name not in _BOUNDABLE or following.start() - match.end() > 12:
        return None
    link = JOIN.match(folded, match.end())
    if link is None or link.end() != following.start():
        return None
    lead = FROM.search(folded, max(0, match.start() - 20), match.start())
    if lead is None and link[0].strip() != "-" and forms[index][0] != "month":
        return None
    last = _RESOLVE[name](following, clock)
    first = interval
    if last.end is not None and not _YEAR.search(match[0]) and _YEAR.search(following[0]):
        first = _RESOLVE[forms[index][0]](match, Clock(clock.today, last.end.year))
    if first.start is not None and last.end is not None and first.start > last.end:
        return None
    begin = lead.start() if lead else match.start()
    return begin, following.end(), Interval(first.start, last.end), index + 1


def _bound(folded: str, start: int, end: int, interval: Interval, name: str, clock: Clock) -> tuple[Interval, int, int, str]:
    """Turn "tính đến ngày 30/6", "trước năm 2009", "từ năm 2006 đến nay" into bounds."""
    low = max(0, start - 36)
    if (match := BACKWARD.match(folded, end)) is not None:
        lead = FROM.search(folded, low, start)
        begin = lead.start() if lead else start
        if match["back"]:
            return Interval(None, interval.end), begin, match.end(), "before"
        return Interval(interval.start, None if match["on"] else clock.today), begin, match.end(), "from" if match["on"] else "since"
    if (match := UNTIL.search(folded, low, start)) is not None:
        return Interval(None, interval.end), match.start(), end, "until"
    if (match := BEFORE.search(folded, low, start)) is not None:
        return before(interval), match.start(), end, "before"
    if (match := AFTER.search(folded, low, start)) is not None:
        return after(interval), match.start(), end, "after"
    if (match := FROM.search(folded, low, start)) is not None:
        now = TO_NOW.match(folded, end)
        if now is not None:
            return Interval(interval.start, clock.today), match.start(), now.end(), "since"
        return Interval(interval.start, None), match.start(), end, "from"
    return interval, start, end, name
