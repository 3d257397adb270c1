"""Days told by the week: "cuối tuần qua", "thứ năm tuần tới", "hôm thứ Hai"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from .calendar import UNKNOWN, Interval
from .clock import Clock

_DAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5, "chủ nhật": 6}
_WEEKS = {"này": 0, "nay": 0, "qua": -1, "trước": -1, "vừa qua": -1, "vừa rồi": -1, "rồi": -1, "tới": 1, "sau": 1}


def monday_of(moment: date, weeks: int = 0) -> date:
    """Give the Monday of the week that lies `weeks` ahead of a day's own; weeks run from Monday to Sunday."""
    return moment - timedelta(days=moment.weekday() - 7 * weeks)


def weekend(m: re.Match[str], clock: Clock) -> Interval:
    """Resolve "cuối tuần qua", "cuối tuần này": Saturday and Sunday."""
    if clock.today is None:
        return UNKNOWN
    saturday = monday_of(clock.today, _WEEKS[m["wend"]]) + timedelta(days=5)
    return Interval(saturday, saturday + timedelta(days=1))


def weekday(m: re.Match[str], clock: Clock) -> Interval:
    """Resolve "thứ năm tuần tới", "thứ ba vừa rồi", "thứ sáu tới"; "hôm thứ Hai" is the last one up to the article's day."""
    today = clock.today
    if today is None:
        return UNKNOWN
    name = m["wday"] or m["wday2"]
    number = 6 if name is None else int(name) - 2 if name.isdigit() else _DAYS[name]
    if m["wweek"]:
        that = monday_of(today, _WEEKS[m["wweek"]]) + timedelta(days=number)
    elif m["wrel"] in ("tới", "sau"):
        that = today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    elif m["wrel"] in ("này", "nay"):
        that = monday_of(today) + timedelta(days=number)
    else:
        back = (today.weekday() - number) % 7
        that = today - timedelta(days=back or (7 if m["wrel"] else 0))
    return Interval(that, that)
