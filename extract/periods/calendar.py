"""Closed date intervals: years, months, quarters, halves, school years, crop seasons."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval of days; either end may be open (None)."""

    start: date | None
    end: date | None


UNKNOWN = Interval(None, None)


def day(year: int | None, month: int, day_of_month: int) -> Interval:
    """Give one day; unknown without a year or for a day that does not exist."""
    if year is None:
        return UNKNOWN
    try:
        found = date(year, month, day_of_month)
    except ValueError:
        return UNKNOWN
    return Interval(found, found)


def months(year: int | None, first: int, last: int) -> Interval:
    """Give the months `first` to `last` (1 to 12) of a year."""
    if year is None or not (1 <= first <= last <= 12) or not 1 <= year <= 9998:
        return UNKNOWN
    return Interval(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))


def years(first: int | None, last: int | None = None) -> Interval:
    """Give the years `first` to `last`."""
    last = first if last is None else last
    if first is None or last is None or not 1 <= first <= last <= 9998:
        return UNKNOWN
    return Interval(date(first, 1, 1), date(last, 12, 31))


def school_years(first: int, last: int) -> Interval:
    """Give school years: 1 September to 31 August (the contract's `period_start`)."""
    return Interval(date(first, 9, 1), date(last, 8, 31)) if first < last <= 9998 else UNKNOWN


# First and last month of the crop seasons, counted from January of the (first) year printed; a season printed with two
# years ("Đông Xuân 2019-2020") begins in the first. Source: the sowing calendars of Cục Trồng trọt for the Mekong delta
# and the Red River delta, widened to whole months.
CROP_SEASONS = {
    "đông xuân": (11, 16), "chiêm xuân": (12, 18), "xuân hè": (2, 6), "hè thu": (4, 9), "thu đông": (7, 12),
    "đông": (9, 12), "xuân": (1, 6), "mùa": (6, 11), "hè": (4, 9), "thu": (7, 10),
}  # fmt: skip


def crop_season(name: str, first: int, last: int | None) -> Interval:
    """Give a crop season of a year or of two ("vụ Đông Xuân 2019-2020"); unknown names give the years."""
    bounds = CROP_SEASONS.get(name)
    if bounds is None:
        return years(first, last)
    begin, stop = bounds
    if stop > 12 and last is None:
        first -= 1  # "vụ đông xuân 2020" is harvested in 2020
    end_year, end_month = (first + 1, stop - 12) if stop > 12 else (first, stop)
    return Interval(date(first, begin, 1), months(end_year, end_month, end_month).end)


def shift_years(moment: date, by: int) -> date:
    """Move a date by whole years; 29 February becomes the 28th."""
    try:
        return moment.replace(year=moment.year + by)
    except ValueError:
        return moment.replace(year=moment.year + by, day=28)


def past_months(moment: date, count: int) -> Interval:
    """Give the `count` months up to a date."""
    total = moment.year * 12 + moment.month - 1 - count
    if total < 12:
        return UNKNOWN
    year, month = divmod(total, 12)
    start = date(year, month + 1, min(moment.day, calendar.monthrange(year, month + 1)[1]))
    return Interval(start, moment)


def past_days(moment: date, count: int) -> Interval:
    """Give the `count` days up to a date."""
    try:
        return Interval(moment - timedelta(days=count), moment)
    except OverflowError:
        return UNKNOWN


def before(interval: Interval) -> Interval:
    """Give the time before an interval ("trước năm 2009")."""
    if interval.start is None or interval.start == date.min:
        return UNKNOWN
    return Interval(None, interval.start - timedelta(days=1))


def after(interval: Interval) -> Interval:
    """Give the time after an interval ("sau năm 2020")."""
    if interval.end is None or interval.end == date.max:
        return UNKNOWN
    return Interval(interval.end + timedelta(days=1), None)
