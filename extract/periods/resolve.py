"""What each form of a date or period means: one function per form that `patterns` finds."""

from __future__ import annotations

import re
from collections.abc import Callable

from .calendar import UNKNOWN, Interval, day, months, shift_years, years
from .clock import Clock
from .lunar_years import lunar_year
from .numerals import number_of, second_year, year_of
from .relative import RELATIVE, months_so_far

_YEAR = re.compile(r"\d{4}")
_SPLIT = re.compile(r"\D+")
_WRITTEN_MONTH = re.compile(r"tháng (mười một|mười hai|mười|một|hai|ba|tư|năm|sáu|bảy|tám|chín)(?!\w)")


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


def falls(m: re.Match[str]) -> bool:
    """Say whether the first day of "30, ngày 26/7" lies behind the second, so that it is none: a number of something else."""
    first, second = _SPLIT.split(m["dr1"])[0], re.search(r"\d+", m["dr2"])
    between = m.string[m.end("dr1") : m.start("dr2")]
    single = m["dr1"].isdigit() and "đến" not in between and "tới" not in between and "-" not in between
    return single and second is not None and int(first) > int(second[0])


def _date_range(m: re.Match[str], clock: Clock) -> Interval:
    end = _date(m["dr2"], clock)
    if end.end is None:
        return UNKNOWN
    if falls(m):
        return end
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
    if m["yn"] or m["yn2"]:
        count = number_of(m["yn"] or m["yn2"])
        found = months_so_far(count, clock.today)
        if found is UNKNOWN and m["yn"] and count and 1 <= count <= 12:  # "lũy kế 6 tháng" counts from January, whatever the day
            return months(clock.year, 1, count)
        return found
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


def _rest(m: re.Match[str], clock: Clock) -> Interval:
    """Resolve "5 tháng còn lại (của năm 2019)"."""
    count = number_of(m["rn"])
    return months(year_of(m["ry"], clock), 13 - count, 12) if count and count < 12 else UNKNOWN


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
        return months(year_of(m["mry"], clock), int(m["mra"]), int(m["mrb"]))
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


_BEFORE_TET = 11
"""Month from which the lunar new year that is spoken of is the coming one."""


def _is_new_year(text: str) -> bool:
    """Say whether a holiday is the lunar new year, of which there is one in every year."""
    return text.endswith(("tết nguyên đán", "tết cổ truyền", "tết âm lịch"))


def _festive(m: re.Match[str], clock: Clock) -> Interval:
    """A lunar new year, by its year or by its name in the sixty-year cycle (1984 was Giáp Tý); without either, none."""
    printed = m["ty"] or m["ty2"] or m["ty3"]
    if printed:
        return years(int(printed))
    if m["srel"]:
        return years(year_of(m["srel"], clock))
    if not m["can"] and _is_new_year(m[0]) and clock.year:
        ahead = clock.today is not None and clock.today.month >= _BEFORE_TET
        return years(clock.year + ahead)
    if not m["can"]:
        return UNKNOWN
    found = lunar_year(m["can"], m["chi"], clock.year)
    return years(found) if found is not None else UNKNOWN


RESOLVE: dict[str, Callable[[re.Match[str], Clock], Interval]] = {
    "clock": lambda m, c: UNKNOWN,
    "iso": lambda m, c: day(int(m[0][:4]), int(m[0][5:7]), int(m[0][8:])),
    "date_range": _date_range,
    "span": _span,
    "years": lambda m, c: years(min(found := [int(y) for y in _YEAR.findall(m["ylist"])]), max(found)),
    "part": _part,
    "rest": _rest,
    "event_day": lambda m, c: UNKNOWN,
    "that": lambda m, c: UNKNOWN,
    "in_year": lambda m, c: UNKNOWN,
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
    "year": lambda m, c: years(year_of("sau" if m[0].startswith("sang") else m["yy"] or m["vy"] or m["ysaid"] or m["yrel"], c)),
    "tonow": lambda m, c: Interval(None, c.today),
    "now": lambda m, c: Interval(c.today, c.today),
    "festive": _festive,
    "bare": lambda m, c: years(int(m["bare_y"] or m["list_y"] or m["only_y"] or m["told_y"])),
    "months": _months,
    "days": _days,
    **RELATIVE,
}
