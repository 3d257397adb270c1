"""Rows of figures that are told in turn of a row of units or of years: "các năm 2016, 2017 và 2018 lần lượt là 12, 15 và 18 vụ"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile

from ..figures import Figure, bracket_of
from .period_candidates import Time

_IN_TURN = re.compile(r"(?<!\w)(?:lần lượt|theo thứ tự|tương ứng)(?!\w)")
_NEXT = re.compile(r"(?: ?/ ?[^\W\d_]+){0,2}(?: ?\([^()\n]{0,80}\))?(?:,|;| và|, và) (?:(?:khoảng|gần|hơn|trên|là|thứ) )?")
"""Between two figures of one row, with what brackets add to the first."""
_YEARS = re.compile(
    r"(?<!\w)(?:năm|niên độ|mốc) (?P<row>(?:19|20)\d\d(?:(?:, ?và năm |, ?và |, năm |, ?| và năm | và )(?:19|20)\d\d){1,9})(?![\w.,/-]*\d)"
)
_YEAR = re.compile(r"\d{4}")
_APART = re.compile(r"[.;:()\n]|(?<!\w)(?:mỗi năm|bình quân|tổng cộng|tổng số|cả (?:hai|ba|bốn)|tăng|giảm)(?!\w)")
"""Between years and figures that are not told of each year in turn."""
_LONGEST = 12
"""Figures of a row at most, and one more, so that work grows with the text and not with its square."""
_REACH = 160
"""Characters before "lần lượt" in which the years are named."""


def rows_in_turn(folded: str, figures: Sequence[Figure]) -> Iterator[tuple[int, list[list[int]]]]:
    """Give where "lần lượt" stands and the row of figures behind it, each with those that brackets add to it.

    Args:
        folded: the folded text.
        figures: its figures in order.
    """
    for cue in _IN_TURN.finditer(folded):
        first = bisect_left(figures, cue.end(), key=lambda one: one.start)
        if first == len(figures) or not figures[first].bounds[0] <= cue.start() < figures[first].bounds[1]:
            continue
        bounds = figures[first].bounds
        outer = bracket_of(folded, bounds, cue.start())
        row = [[first]]
        for index in range(first + 1, len(figures)):
            figure = figures[index]
            if figure.start >= bounds[1]:
                break
            if bracket_of(folded, bounds, figure.left) not in (outer, None):
                row[-1].append(index)
            elif _NEXT.fullmatch(folded, figures[row[-1][0]].end, figure.left):
                row.append([index])
            else:
                break
        yield cue.start(), row


def _row_behind(folded: str, figures: Sequence[Figure], position: int) -> list[int]:
    """Give the figures of one kind that a sentence tells in a row behind a position, if they are all it tells there."""
    first = bisect_left(figures, position, key=lambda one: one.start)
    if first == len(figures) or not figures[first].bounds[0] <= position < figures[first].bounds[1]:
        return []
    if _APART.search(folded, position, figures[first].left) is not None:
        return []
    row = list(
        takewhile(lambda index: figures[index].sentence == figures[first].sentence, range(first, min(len(figures), first + _LONGEST)))
    )
    alike = all(
        figures[index].kind == figures[first].kind
        and figures[index].unit == figures[first].unit
        and _NEXT.fullmatch(folded, figures[index - 1].end, figures[index].left)
        for index in row[1:]
    )
    return row if alike else []


def years_in_turn(text: str, folded: str, figures: Sequence[Figure]) -> dict[int, Time]:
    """Give figures the year that is told for each in turn.

    Args:
        text: the text.
        folded: the same, folded, of the same length.
        figures: its figures in order.

    Returns:
        Times by the index of the figure; only where a row of years and a row of figures behind "lần lượt" are equally long.
    """
    found: dict[int, Time] = {}
    for match in _YEARS.finditer(folded):
        behind = _row_behind(folded, figures, match.end())
        printed = [(match.start("row") + one.start(), match.start("row") + one.end()) for one in _YEAR.finditer(match["row"])]
        if len(behind) == len(printed):
            for (low, high), index in zip(printed, behind, strict=True):
                found[index] = (f"{text[low:high]}-01-01", f"{text[low:high]}-12-31", text[low:high])
    for cue, row in rows_in_turn(folded, figures):
        low = max(figures[row[0][0]].bounds[0], cue - _REACH)
        named = list(_YEARS.finditer(folded, low, cue))
        if not named:
            continue
        start = named[-1].start("row")
        years = [text[start + one.start() : start + one.end()] for one in _YEAR.finditer(named[-1]["row"])]
        if len(years) == len(row):
            for year, indices in zip(years, row, strict=True):
                found.update((index, (f"{year}-01-01", f"{year}-12-31", year)) for index in indices)
    return found
