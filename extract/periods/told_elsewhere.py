"""Times that their own words leave open and that the text tells elsewhere: the day of "ngày thi đầu tiên", the year of "Tết Nguyên đán"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from .calendar import UNKNOWN, Interval
from .mention import Mention

_DAYS = frozenset(("iso", "full", "words", "short", "weekday"))
_NEW_YEAR = re.compile(r"(?:dịp )?tết(?! (?:trung thu|đoan ngọ|dương|tây|thiếu nhi|độc lập))(?!\w)")
_RANGES = frozenset(("range", "date_range", "days"))
_BRACKETED = frozenset(("festive", "event_day", "lately", "months"))


def told_elsewhere(folded: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Give mentions with the intervals that others tell.

    Args:
        folded: the folded text.
        mentions: its dates and periods in order.
    """
    return _of_one_new_year(folded, _in_brackets(folded, _on_their_days(mentions)))


def _on_their_days(mentions: Sequence[Mention]) -> list[Mention]:
    """Give "ngày thi đầu tiên" the nearest day that the article names (the first of two as near): news tells of it on that day."""
    days = [one for one in mentions if one.kind in _DAYS and one.interval.start is not None and one.interval.start == one.interval.end]
    starts = [day.start for day in days]

    def nearest_day(event: Mention) -> Mention:
        behind = bisect_left(starts, event.start)
        beside = days[max(0, behind - 1) : behind + 1]
        return min(beside, key=lambda day: (abs(day.start - event.start), day.start))

    return [replace(one, interval=nearest_day(one).interval) if days and one.kind == "event_day" else one for one in mentions]


def _in_brackets(folded: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Give a holiday or a time without dates those that brackets right behind it print: "Tết Kỷ Hợi 2019 (từ ngày 28/1 đến ngày 10/2/2019)"."""
    found = list(mentions)
    for index, (one, other) in enumerate(pairwise(mentions)):
        open_ended = one.kind in _BRACKETED and (one.kind == "festive" or one.interval == UNKNOWN)
        dated = other.kind in _RANGES and other.interval.start is not None and other.interval.end is not None
        if open_ended and dated and folded[one.end : other.text_start].strip() == "(" and folded.startswith(")", other.end):
            found[index] = replace(one, interval=other.interval)
    return found


def _of_one_new_year(folded: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Give a lunar new year without its year that of the only one that the text names: "Tết Nguyên đán" behind "Tết Ất Mùi"."""
    named: set[Interval] = {
        one.interval for one in mentions if one.kind == "festive" and one.interval.start is not None and _NEW_YEAR.match(folded, one.start)
    }
    if len(named) != 1:
        return list(mentions)
    year = next(iter(named))
    return [
        replace(one, interval=year) if one.kind == "festive" and one.interval == UNKNOWN and _NEW_YEAR.match(folded, one.start) else one
        for one in mentions
    ]
