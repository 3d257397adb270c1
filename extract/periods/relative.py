"""Periods told from the article's own day: "3 năm qua", "tuần trước", "từ nay đến cuối năm", "vụ mùa"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from .calendar import UNKNOWN, Interval, crop_season, day, months, past_days, past_months, school_years, shift_years, years
from .clock import Clock
from .numerals import number_of, second_year, year_of
from .weeks import weekday, weekend

_YEAR = re.compile(r"\d{4}")
# From this day on the running month counts as one of "9 tháng qua".
_LATE = 20
_REPORTED_MONTHS = range(6, 12)
"""Months that an article of a known year reports on as those of the year: "10 tháng qua"."""
_HALF_DAYS = ("sáng", "trưa", "chiều", "tối", "đêm", "khuya")


def ago(m: re.Match[str], clock: Clock) -> Interval:
    """Resolve "3 năm qua", "5 năm tới", "hai năm trước"; "9 tháng qua" in October is the year so far."""
    count = number_of(m["an"] or m["an2"])
    today = clock.today
    unit, words = m["au"] or m["au2"], m["aw"]
    if today is None and clock.year and count is not None and unit == "tháng" and words in ("qua", "vừa qua") and count in _REPORTED_MONTHS:
        return months(clock.year, 1, count)
    if count is None or today is None or words in ("liền", "liên tiếp", "sau", "trước đó", "sau đó"):
        return UNKNOWN
    if words in ("tới", "sắp tới", "tiếp theo", "nữa"):
        if words in ("tiếp theo", "nữa"):
            return UNKNOWN
        return Interval(today, _ahead(today, unit, count))
    if words == "trước" or m[0].startswith("cách đây"):
        return _point(today, unit, count)
    if unit == "tháng" and words in ("qua", "vừa qua") and (so_far := months_so_far(count, today)) is not UNKNOWN:
        return so_far
    return {
        "năm": lambda: past_months(today, 12 * count),
        "tháng": lambda: past_months(today, count),
        "tuần": lambda: past_days(today, 7 * count),
        "ngày": lambda: past_days(today, count),
        "giờ": lambda: past_days(today, max(1, count // 24)),
        "thập kỷ": lambda: past_months(today, 120 * count),
        "thập niên": lambda: past_months(today, 120 * count),
        "quý": lambda: past_months(today, 3 * count),
    }[unit]()


def months_so_far(count: int | None, today: date | None) -> Interval:
    """Resolve "9 tháng" in October, the months of the year that are over; any other number of months is a duration."""
    if count is None or today is None or count < 1 or count != today.month - (today.day < _LATE):
        return UNKNOWN
    return months(today.year, 1, count)


def _ahead(today: date, unit: str, count: int) -> date | None:
    if unit in ("ngày", "tuần"):
        return today + timedelta(days=count * (7 if unit == "tuần" else 1))
    span = {"năm": 12, "tháng": 1, "quý": 3}.get(unit)
    if span is None:
        return None
    total = today.year * 12 + today.month - 1 + span * count
    ahead = months(total // 12, total % 12 + 1, total % 12 + 1).end
    return ahead.replace(day=min(ahead.day, today.day)) if ahead is not None else None


def _point(today: date, unit: str, count: int) -> Interval:
    """Give the year, month or day that lies so far back."""
    if unit == "năm":
        return years(today.year - count)
    if unit == "tháng":
        total = today.year * 12 + today.month - 1 - count
        return months(total // 12, total % 12 + 1, total % 12 + 1)
    if unit == "ngày":
        start = past_days(today, count).start
        return Interval(start, start)
    return UNKNOWN


_SHIFTS = {
    "này": 0,
    "nay": 0,
    "qua": -1,
    "trước": -1,
    "vừa qua": -1,
    "vừa rồi": -1,
    "hiện tại": 0,
    "rồi": -1,
    "ngoái": -1,
    "tới": 1,
    "sau": 1,
    "sắp tới": 1,
    "mới": 0,
    "tiếp": 1,
}


def lately(m: re.Match[str], clock: Clock) -> Interval:
    """Resolve "hôm qua", "tuần trước", "tháng này", "quý trước"."""
    today = clock.today
    if today is None:
        return UNKNOWN
    text = m[0]
    if m["lu"] is None:
        if text == "ngày qua":
            return past_days(today, 1)
        if text in ("hôm nay", "ngày hôm nay") or (text.endswith(" nay") and text.startswith(_HALF_DAYS)):
            back = 0
        elif text.endswith("hôm kia"):
            back = 2
        elif text == "bữa nay" or text.endswith("bữa nay"):
            back = 0
        elif text.endswith((" mai", "ngày mai")):
            back = -1
        elif text.endswith("hôm qua") or text.startswith(_HALF_DAYS):
            back = 1
        else:
            return UNKNOWN
        that = today - timedelta(days=back)
        return Interval(that, that)
    shift = _SHIFTS[m["lw"]]
    unit = m["lu"]
    if unit == "tháng":
        year, month = divmod(today.year * 12 + today.month - 1 + shift, 12)
        return months(year, month + 1, month + 1)
    if unit == "quý":
        year, quarter = divmod(today.year * 4 + (today.month - 1) // 3 + shift, 4)
        return months(year, quarter * 3 + 1, quarter * 3 + 3)
    if unit == "tuần":
        if m["lw"] in ("qua", "vừa qua", "vừa rồi"):
            return past_days(today, 7)
        monday = today - timedelta(days=today.weekday() - 7 * shift)
        return Interval(monday, monday + timedelta(days=6))
    return past_days(today, 1) if shift == -1 else UNKNOWN


def since(m: re.Match[str], clock: Clock) -> Interval:
    """Resolve "từ đầu năm đến nay", "từ đầu năm 2019 đến hết tháng 9", "từ đầu năm" with no end, "giai đoạn 2017 đến nay"."""
    year = year_of(m["siy"] or m["siy2"], clock)
    today = clock.today
    if m["sig"]:
        return Interval(date(int(m["sig"]), 1, 1), today)
    if m["siu"] is None:
        return Interval(date(today.year, 1, 1), None) if today else UNKNOWN
    if m["siu"] == "năm":
        end = re.search(r"tháng (\d+)", m[0])
        stop = months(year_of(m["siy2"], clock) if m["siy2"] else year, int(end[1]), int(end[1])).end if end else today
        return Interval(date(year, 1, 1), stop) if year else UNKNOWN
    if today is None:
        return UNKNOWN
    if m["siu"] == "năm học":
        return Interval(date(today.year - (today.month < 9), 9, 1), today)
    if m["siu"] == "tháng":
        return Interval(today.replace(day=1), today)
    if m["siu"] == "tuần":
        return Interval(today - timedelta(days=today.weekday()), today)
    if m["siu"] == "quý":
        return Interval(date(today.year, (today.month - 1) // 3 * 3 + 1, 1), today)
    return Interval(None, today)


def onward(m: re.Match[str], clock: Clock) -> Interval:
    """Resolve "từ nay đến cuối năm", "từ nay đến năm 2025", "đến hết năm", "đến cuối tháng"."""
    today = clock.today
    start = today if m["on"] else None
    month = number_of(m["onm"])
    if month:
        end = months(clock.year, month, month).end
    elif m["ond"]:
        parts = [int(part) for part in re.findall(r"\d+", m["ond"])]
        end = day(parts[2] if len(parts) == 3 else clock.year, parts[1], parts[0]).end
    elif m["ont"] or m["ont2"]:
        end = months(today.year, today.month, today.month).end if today else None
    else:
        year = year_of(m["ony"], clock)
        end = date(year, 12, 31) if year else None
    return Interval(start, end)


def school(m: re.Match[str], clock: Clock) -> Interval:
    """Resolve "năm học 2018-2019", "năm học này"; the school year of a day begins in August at the latest."""
    found = [int(year) for year in _YEAR.findall(m[0])]
    if len(found) == 1:
        tail = re.search(r"\d{4} ?[-/] ?(\d\d)$", m[0])
        if tail is None:
            return UNKNOWN
        found.append(second_year(str(found[0]), tail[1]))
    if found:
        return school_years(min(found), max(found))
    if clock.today is None:
        return UNKNOWN
    first = clock.today.year - (clock.today.month < 8) + _SHIFTS.get(m["schoolw"], 0)
    return school_years(first, first + 1)


def season(m: re.Match[str], clock: Clock) -> Interval:
    """Resolve "vụ Đông Xuân 2019-2020", "vụ mùa năm nay", and "vụ mùa" in the article's year."""
    name = (m["crop"] or m["crop2"] or m["crop3"]).replace(" - ", " ").replace("-", " ").removeprefix("lúa ").removeprefix("ngô ")
    one, two = m["cy1"] or m["cy3"], m["cy2"] or m["cy4"]
    if one:
        first = int(one)
        last = second_year(one, two) if two else None
        return crop_season(name, first, last) if last is None or last == first + 1 else years(first, last)
    if clock.today is None:
        return UNKNOWN
    year = clock.today.year + _SHIFTS.get(m["crel"] or "nay", 0)
    found = crop_season(name, year, None)
    if found.start is not None and not m["crel"]:
        # Of a season that comes round each year the one meant has begun, or is about to.
        follow = crop_season(name, year + 1, None)
        if follow.start is not None and follow.start <= clock.today + timedelta(days=31):
            return follow
    return found


def decade(m: re.Match[str], clock: Clock) -> Interval:
    """Resolve "thập niên 1990", "những năm 90 của thế kỷ trước", "thế kỷ XX"."""
    if m["century"]:
        number = int(m["century"]) if m["century"].isdigit() else _ROMAN.get(m["century"], 0)
        return years(number * 100 - 99, number * 100) if 10 < number < 23 else UNKNOWN
    printed = m["dec"] or m["dec2"]
    first = int(printed) if len(printed) == 4 else 1900 + int(printed)
    return years(first, first + 9) if first % 10 == 0 else UNKNOWN


_ROMAN = {"xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20, "xxi": 21}

RELATIVE: dict[str, Callable[[re.Match[str], Clock], Interval]] = {
    "ago": ago, "lately": lately, "since": since, "onward": onward, "school": school, "season": season, "decade": decade,
    "weekend": weekend, "weekday": weekday,
}  # fmt: skip


def samespan(interval: Interval, year: int | None) -> Interval:
    """Move an interval to the same days of another year, the year before when none is given ("cùng kỳ"); an open start stays open."""
    if interval.end is None:
        return UNKNOWN
    by = -1 if year is None else year - interval.end.year
    end = shift_years(interval.end, by)
    if (interval.end + timedelta(days=1)).day == 1:
        end = months(end.year, end.month, end.month).end or end
    return Interval(shift_years(interval.start, by) if interval.start is not None else None, end)
