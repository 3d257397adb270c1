"""Times that the words around a figure tie to it: of a level that another one is compared with, and inside brackets."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from typing import Any

from ..figures import Figure, bracket_of
from ..periods.calendar import Interval
from ..periods.relative import samespan
from .period_candidates import Time, start_of, time_of

_NO_TIME = frozenset({"clock", "lunar"})
_COMPARED_LEVEL = re.compile(
    r"(?<!\w)(?:(?:so|xấp xỉ|ngang|tương đương|bằng)(?: so)?(?: với)?|(?:cao|thấp|nhiều|ít|lớn|nhỏ|tốt|nhanh|chậm)? ?hơn|vượt|kém|thay vì)"
    r"(?: (?:mức|con số|tỷ lệ|tỉ lệ|số|kết quả|kỷ lục))?(?: (?:tăng trưởng|tăng|giảm|lãi|lỗ|thực hiện))?(?: (?:khoảng|gần|hơn|trên))? ?$"
)
"""Before a level that another is compared with: "cao hơn mức tăng | 7,46% | của quý I/2017"."""
_ITS = re.compile(r" ?(?:của |trong |vào |hồi |ở )?(?:cả )?")
"""Between such a level and its time."""
_OPENED = re.compile(r" \((?:(?:chỉ|chiếm|là|đạt|có|còn|ở mức|khoảng|hơn|gần|trên) )*|: ")
"""Between a time and the level it had: "so với cùng kỳ năm 2017 | (chiếm | 31,1%)"."""
_IS = re.compile(r" (?:chỉ |mới )?(?:là|đạt|ở mức|có|còn)(?: (?:khoảng|hơn|gần|trên|mức))* ?")
_WITH = re.compile(r"(?<!hơn )(?<!\w)so với(?: (?:của|mức|con số|số|kết quả|mức thưởng|mức giá|cả))* $")
"""Around the time of a level that is compared with: "so với | năm trước | là | 5,1 triệu đồng"."""
_WITH_REACH = 30
_CLAUSE = re.compile(r"(?:^|[,;:.(\n]|(?<!\w)(?:còn|trong khi|nhưng|mà)) ?$")
_TELLS = re.compile(
    r",? (?:chỉ |mới |đã |cũng )?(?:(?:có|ở|đạt) mức |đạt |có )?(?:tăng trưởng|tăng|giảm|đạt|là|có|còn|lỗ|lãi|thu|ước|mức)(?: (?:mức|được|khoảng|hơn|gần|tới|đến|trên))* ?"
)
"""Between "cùng kỳ" that begins a clause and the level it had: ", cùng kỳ | có mức tăng | 6,67%"."""
_NEAR = 60
"""Characters around a figure in which its time is looked for."""


def tied_time(folded: str, figures: list[Figure], index: int, periods: list[dict[str, Any]]) -> Time | None:
    """Give the time that grammar ties to a figure, or None.

    Args:
        folded: the folded text.
        figures: its figures; those before `index` have their time.
        index: the figure.
        periods: the periods of the text in order, those that are only compared with among them.
    """
    figure = figures[index]
    if (point := _starting_point(folded, figure, periods)) is not None:
        return point
    row = _right_before(folded, figure, periods) or _of_level(folded, figure, periods) or _same_days(folded, figure, periods)
    if row is None:
        return None
    return _earlier_span(figures, index, row) or time_of(row)


def in_brackets_of(folded: str, figures: list[Figure], index: int, aside: set[int]) -> Time | None:
    """Give the time of the figure before that stands in the same brackets and has one of its own there: "năm 2017 (3.340 chỉ tiêu: 3.040 …)".

    `aside` holds the figures that have the time of their brackets.
    """
    if index - 1 not in aside or figures[index - 1].sentence != figures[index].sentence:
        return None
    within = bracket_of(folded, figures[index].bounds, figures[index].left)
    return figures[index - 1].period if within is not None and within[0] < figures[index - 1].start else None


def _right_before(folded: str, figure: Figure, periods: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Give the period right before a figure that brackets or a colon part from it: "so với năm 2018 (55.000 tấn)", "2015: 15 vụ"."""
    at = bisect_right(periods, figure.left, key=start_of) - 1
    if at < 0 or periods[at]["kind"] in _NO_TIME:
        return None
    row = periods[at]
    low = max(figure.bounds[0], row["start"] - _WITH_REACH)
    compared = (
        figure.change is None
        and _IS.fullmatch(folded, row["end"], figure.left) is not None
        and _WITH.search(folded, low, row["start"]) is not None
    )
    return row if compared or _OPENED.fullmatch(folded, row["end"], figure.left) is not None else None


_ON = re.compile(r" (?:xuống|lên|còn)(?!\w)")


def _starting_point(folded: str, figure: Figure, periods: list[dict[str, Any]]) -> Time | None:
    """Give the year of a level from which another one was reached: "từ 6,5 điểm | từ năm 2016 | xuống 6,1 điểm năm 2017"."""
    at = bisect_left(periods, figure.end, key=start_of)
    if at == len(periods) or periods[at]["start"] > figure.end + 1 or _ON.match(folded, periods[at]["end"]) is None:
        return None
    row = periods[at]
    first = str(row["period_start"] or "")
    if row["period_end"] or not first.endswith("-01-01"):
        return None
    return first, f"{first[:4]}-12-31", str(row["quote"])


def _of_level(folded: str, figure: Figure, periods: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Give the time right behind a level that is compared with."""
    low = max(figure.bounds[0], figure.left - _NEAR)
    if _COMPARED_LEVEL.search(folded, low, figure.left) is None:
        return None
    at = bisect_left(periods, figure.end, key=start_of)
    if at == len(periods) or periods[at]["kind"] in _NO_TIME or _ITS.fullmatch(folded, figure.end, periods[at]["start"]) is None:
        return None
    return periods[at]


def _same_days(folded: str, figure: Figure, periods: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Give the "cùng kỳ" that begins the figure's clause."""
    at = bisect_right(periods, figure.left, key=start_of) - 1
    if at < 0 or periods[at]["kind"] != "samespan" or periods[at]["end"] > figure.left:
        return None
    row = periods[at]
    opens = row["start"] >= figure.bounds[0] and _CLAUSE.search(folded, max(figure.bounds[0], row["start"] - 10), row["start"])
    return row if opens and _TELLS.fullmatch(folded, row["end"], figure.left) else None


def _earlier_span(figures: Sequence[Figure], index: int, period: dict[str, Any]) -> Time | None:
    """Give the same span a year before that of the figure compared: "tăng 52% so với cùng kỳ năm trước (2.364 tỷ đồng)"."""
    if period["kind"] != "samespan" or period["period_start"] or not index or figures[index - 1].sentence != figures[index].sentence:
        return None
    start, end, _ = figures[index - 1].period or (None, None, None)
    if not start or not end:
        return None
    shifted = samespan(Interval(date.fromisoformat(start), date.fromisoformat(end)), None)
    if shifted.start is None or shifted.end is None:
        return None
    return shifted.start.isoformat(), shifted.end.isoformat(), str(period["quote"])
