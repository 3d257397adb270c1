"""From a text to its dates and periods, each resolved to a closed interval where it can be."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from .calendar import (
    UNKNOWN, Interval, after, before, crop_season, day, months, past_days, past_months, school_years, shift_years, years,
)  # fmt: skip
from .clock import Clock, make_clock
from .patterns import AFTER, BEFORE, FROM, JOIN, TO_NOW, UNTIL, find_forms

_WORDS = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12, "i": 1, "ii": 2, "iii": 3, "iv": 4, "chục": 10,
}  # fmt: skip
_YEAR = re.compile(r"\d{4}")
_SPLIT = re.compile(r"\D+")


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


def _number(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if text.isdigit() else _WORDS.get(text)


def _year(text: str | None, clock: Clock) -> int | None:
    """Resolve "2019", "nay", "ngoái", or nothing (the article's year)."""
    if text is None:
        return clock.year
    if text.isdigit():
        return int(text) if len(text) == 4 else 2000 + int(text)
    shift = {"nay": 0, "ngoái": -1, "trước": -1, "qua": -1, "sau": 1, "tới": 1}.get(text)
    return None if shift is None or clock.year is None else clock.year + shift


def _second_year(first: str, second: str) -> int:
    return int(second) if len(second) == 4 else int(first[:2] + second)


def _date(text: str, clock: Clock, year: int | None = None, month: int | None = None) -> Interval:
    parts = [int(part) for part in _SPLIT.split(text.replace("tháng", "/").replace("năm", "/")) if part]
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
    start = _date(m["dr1"], clock, end.end.year, end.end.month)
    if start.start is not None and start.start > end.end:
        start = Interval(shift_years(start.start, -1), None)
    return Interval(start.start, end.end)


def _span(m: re.Match[str], clock: Clock) -> Interval:
    if m["sp3"]:
        return years(int(m["sp3"]), int(m["sp4"]))
    first, last = int(m["sp1"]), _second_year(m["sp1"], m["sp2"])
    return years(first, last) if first < last <= first + 60 else UNKNOWN


def _part(m: re.Match[str], clock: Clock) -> Interval:
    count = _number(m["pn"] or m["pn2"])
    year = _year(m["py"] or m["py2"], clock)
    if count is None or not 1 <= count <= 12:
        return UNKNOWN
    if m["pwhich"] and m["pwhich"].strip() == "cuối":
        return months(year, 13 - count, 12)
    return months(year, 1, count)


def _half(m: re.Match[str], clock: Clock) -> Interval:
    year = _year(m["hy"], clock)
    if m["hw"]:
        return months(year, 1, 6) if m["hw"] == "đầu" else months(year, 7, 12)
    return years(year)


def _quarter(m: re.Match[str], clock: Clock) -> Interval:
    first = _number(m["q1"])
    last = _number(m["q2"]) or first
    if first is None or last is None or not first <= last <= 4:
        return UNKNOWN
    return months(_year(m["qy"], clock), first * 3 - 2, last * 3)


def _month(m: re.Match[str], clock: Clock) -> Interval:
    number = _number(m["mm"] or m["mm2"])
    return months(_year(m["my"] or m["my2"], clock), number, number) if number else UNKNOWN


def _school(m: re.Match[str], clock: Clock) -> Interval:
    found = [int(y) for y in _YEAR.findall(m[0])]
    if len(found) == 1:
        found.append(_second_year(str(found[0]), m[0][-2:]))
    return school_years(min(found), max(found))


def _season(m: re.Match[str], clock: Clock) -> Interval:
    first = int(m["cy1"])
    last = _second_year(m["cy1"], m["cy2"]) if m["cy2"] else None
    name = m["crop"].replace(" - ", " ")
    return crop_season(name, first, last) if last is None or last == first + 1 else years(first, last)


def _since(m: re.Match[str], clock: Clock) -> Interval:
    year = _year(m["siy"], clock)
    if m[0].startswith("từ đầu năm"):
        end = re.search(r"hết tháng (\d+)", m[0])
        stop = months(year, int(end[1]), int(end[1])).end if end else clock.today
        return Interval(date(year, 1, 1), stop) if year else UNKNOWN
    if m[0].startswith("từ đầu tháng") and clock.today:
        return Interval(clock.today.replace(day=1), clock.today)
    return UNKNOWN


def _ago(m: re.Match[str], clock: Clock) -> Interval:
    count = _number(m["an"])
    if count is None or clock.today is None or m[0].endswith(("trước", "sau", "liền", "liên tiếp")):
        return UNKNOWN
    return {
        "năm": lambda: past_months(clock.today, 12 * count),
        "tháng": lambda: past_months(clock.today, count),
        "tuần": lambda: past_days(clock.today, 7 * count),
        "ngày": lambda: past_days(clock.today, count),
        "giờ": lambda: past_days(clock.today, max(1, count // 24)),
    }[m["au"]]()


def _lately(m: re.Match[str], clock: Clock) -> Interval:
    today = clock.today
    if today is None or m["lu"] is None:
        if today is not None and m[0] in ("hôm nay", "sáng nay", "trưa nay", "chiều nay", "tối nay", "đêm nay"):
            return Interval(today, today)
        return past_days(today, 1) if today is not None and m[0] == "hôm qua" else UNKNOWN
    shift = {"này": 0, "qua": -1, "trước": -1, "vừa qua": -1, "tới": 1}[m["lw"]]
    if m["lu"] == "tháng":
        year, month = divmod(today.year * 12 + today.month - 1 + shift, 12)
        return months(year, month + 1, month + 1)
    if m["lu"] == "quý":
        year, quarter = divmod(today.year * 4 + (today.month - 1) // 3 + shift, 4)
        return months(year, quarter * 3 + 1, quarter * 3 + 3)
    return past_days(today, 7 if m["lu"] == "tuần" else 1) if shift == -1 else UNKNOWN


_STEMS = "giáp ất bính đinh mậu kỷ canh tân nhâm quý".split()
_BRANCHES = {name: index for index, name in enumerate("tý sửu dần mão thìn tỵ ngọ mùi thân dậu tuất hợi".split())} | {"tị": 5}


def _festive(m: re.Match[str], clock: Clock) -> Interval:
    """A lunar new year, by its year or by its name in the sixty-year cycle (1984 was Giáp Tý)."""
    printed = m["ty"] or m["ty2"] or m["ty3"]
    if printed:
        return years(int(printed))
    near = clock.year or 2015
    found = [y for y in range(near - 29, near + 31) if (y - 4) % 10 == _STEMS.index(m["can"]) and (y - 4) % 12 == _BRANCHES[m["chi"]]]
    return years(found[0]) if found else UNKNOWN


_RESOLVE: dict[str, Callable[[re.Match[str], Clock], Interval]] = {
    "clock": lambda m, c: UNKNOWN,
    "iso": lambda m, c: day(int(m[0][:4]), int(m[0][5:7]), int(m[0][8:])),
    "date_range": _date_range,
    "school": _school,
    "season": _season,
    "span": _span,
    "years": lambda m, c: years(min(found := [int(y) for y in _YEAR.findall(m["ylist"])]), max(found)),
    "part": _part,
    "half": _half,
    "quarter": _quarter,
    "full": lambda m, c: day(_year(m["fy"], c), int(m["fm"]), int(m["fd"])),
    "words": lambda m, c: day(_year(m["wy"], c), int(m["wm"]), int(m["wd"])),
    "lunar": lambda m, c: UNKNOWN,
    "short": lambda m, c: day(c.year, int(m["sm"]), int(m["sd"])),
    "bracket": lambda m, c: day(c.year, int(m["bm"]), int(m["bd"])),
    "month": _month,
    "since": _since,
    "samespan": lambda m, c: years(_year(m["sy"], c)) if m["sy"] else UNKNOWN,
    "year": lambda m, c: years(_year(m["yy"] or m["yrel"], c)),
    "ago": _ago,
    "lately": _lately,
    "tonow": lambda m, c: Interval(None, c.today),
    "now": lambda m, c: Interval(c.today, c.today),
    "festive": _festive,
    "bare": lambda m, c: years(int(m["bare_y"])),
}
# Forms that name a moment or a stretch by themselves and so can take "đến", "trước", "từ" before them.
_BOUNDABLE = {"iso", "full", "words", "short", "month", "year", "bare", "quarter", "half", "part"}


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
        interval = _RESOLVE[name](match, clock)
        start, end = match.start(), match.end()
        if mentions and start < mentions[-1].end:
            continue
        text_start, kind = start, name
        if name in _BOUNDABLE:
            joined = _joined(folded, forms, index, interval, clock)
            if joined is not None:
                start, end, interval, skip = joined
                text_start, kind = start, "range"
            else:
                interval, text_start, end, kind = _bound(folded, start, end, interval, name, clock)
        anchored = name not in ("now", "tonow", "lately", "ago", "since") and _YEAR.search(match[0]) is not None
        mentions.append(Mention(start, end, kind, interval, text_start, anchored))
    return mentions, clock


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


def _bound(
    folded: str, start: int, end: int, interval: Interval, name: str, clock: Clock
) -> tuple[Interval, int, int, str]:
    """Turn "tính đến ngày 30/6", "trước năm 2009", "từ năm 2006 đến nay" into bounds."""
    low = max(0, start - 36)
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
