"""The year of what is printed without one: the words behind it, the next item of its list, the paragraph before it."""

from __future__ import annotations

import re
from datetime import timedelta

from .calendar import Interval, shift_years
from .clock import Clock

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_COMING = re.compile(r" (?:tới đây|tới|sắp tới|sắp đến)(?!\w)(?! (?:nay|ngày|tháng|năm|quý|hết|cuối|hôm|sáng|chiều|tối|giờ|khi|\d))")
_GONE = re.compile(r" (?:vừa qua|vừa rồi|qua|rồi)(?!\w)")
_LISTED = re.compile(r" ?(?:,|và|hoặc|hay|&|lẫn) $|, $")
_PLANNED = re.compile(r"(?<!\w)(?:sẽ|tới|dự kiến|kế hoạch|phấn đấu|mục tiêu|đến|trước|nhiệm vụ|hoàn thành|khởi công)(?!\w)")
# A date without a year that lies further ahead than this was last year's: "ngày 28/12" in an article of January.
_AHEAD = timedelta(days=270)
# So is one nearer than that where nothing near it speaks of plans.
_FAR = timedelta(days=180)


def is_yearless(match: re.Match[str]) -> bool:
    """Say whether a form prints no year, neither in digits nor in words ("năm ngoái")."""
    return _YEAR.search(match[0]) is None and "năm" not in match[0].replace("tháng năm", "")


def lent_year(folded: str, match: re.Match[str], following: re.Match[str]) -> int | None:
    """Give the year that the next item of a list lends ("tháng 5 và tháng 6/2019"), or None."""
    if following.start() - match.end() > 6 or not is_yearless(match) or not _LISTED.search(folded, match.end(), following.start()):
        return None
    printed = _YEAR.search(following[0])
    return int(printed[0]) if printed else None


def is_ahead(interval: Interval, clock: Clock) -> bool:
    """Say whether an interval begins after the article's day."""
    return clock.today is not None and interval.start is not None and interval.start > clock.today


def nearest(interval: Interval, folded: str, match: re.Match[str], clock: Clock, day: bool, told: int | None) -> Interval:
    """Move what is printed without a year to the year that is meant.

    Args:
        interval: it in the article's own year.
        folded: the folded text.
        match: the form.
        clock: the article's time.
        day: whether it is a day or a month, of which the last or the coming one is meant.
        told: the year printed before it in its paragraph, if any.

    Returns:
        The interval, in the year before or behind where the words behind it, the distance or the paragraph say so.
    """
    today = clock.today
    if today is None or interval.start is None or interval.end is None or not is_yearless(match):
        return interval
    end = match.end()
    if interval.end < today and _COMING.match(folded, end):
        return _moved(interval, 1)
    if interval.start > today:
        ahead = interval.start - today
        if _GONE.match(folded, end) or (day and ahead > _AHEAD):
            return _moved(interval, -1)
        low = max(folded.rfind("\n", 0, match.start()) + 1, match.start() - 60)
        if (told == today.year - 1 or ahead > _FAR) and not _PLANNED.search(folded, low, min(len(folded), end + 40)):
            return _moved(interval, -1)
    return interval


def _moved(interval: Interval, by: int) -> Interval:
    start, end = interval.start, interval.end
    if start is None or end is None:
        return interval
    moved = shift_years(end, by)
    if (end + timedelta(days=1)).day == 1 and start != end:  # the end of a month stays one, in leap years too
        first = shift_years((end + timedelta(days=1)), by)
        moved = first - timedelta(days=1)
    return Interval(shift_years(start, by), moved)
