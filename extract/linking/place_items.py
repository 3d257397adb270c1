"""Places of one item of a list: "1 nhà tại xã A bị sập; 214 nhà bị ngập" tells of 214 houses in all that the text speaks of, not in A."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Any

from ..figures import Figure

Place = dict[str, Any]
_AT = re.compile(r"(?: [^\W\d_]+){0,5} (?:tại|ở|thuộc|của|trên địa bàn|xã|phường|thị trấn|huyện|thôn|bản)(?: [^\W\d_]+){0,3} $")
_NEXT_ITEM = re.compile(r"[^.;\n]{0,120}; (?=(?:khoảng |gần |hơn |trên |có |làm )?\d)")
_ROW = 3
"""Provinces, each with a figure of its own, from which a sentence is a row of parts."""
_REACH = 60
"""Characters between a figure and the place behind it."""


def of_one_item(folded: str, figures: Sequence[Figure], places: Sequence[Place]) -> dict[int, tuple[int, int]]:
    """Find the small places that stand behind the figure of one item of a list and tell of that item only.

    Args:
        folded: the text, folded.
        figures: its figures in order.
        places: its places in order.

    Returns:
        Where each such place reaches, by its start.
    """
    found: dict[int, tuple[int, int]] = {}
    for place, at in _first_behind(figures, places):
        figure = figures[at]
        if not figure.bounds[0] <= place["start"] < figure.bounds[1] or place["start"] - figure.end > _REACH:
            continue
        following = _NEXT_ITEM.match(folded, place["end"], figure.bounds[1])
        if following is None or _AT.match(folded[figure.end : place["start"]]) is None:
            continue
        low = max(figure.bounds[0], folded.rfind(";", figure.bounds[0], figure.start) + 1)
        found[place["start"]] = (low, following.end() - 1)
    return found


def _first_behind(figures: Sequence[Figure], places: Sequence[Place]) -> Iterator[tuple[Place, int]]:
    """Give each small named place with the index of the last figure before it, where that figure's sentence names no place earlier."""
    starts = [figure.start for figure in figures]
    where = [place["start"] for place in places]
    for place in places:
        at = bisect_left(starts, place["start"]) - 1
        if at < 0 or place["level"] not in ("district", "commune") or not place.get("quote"):
            continue
        if bisect_left(where, figures[at].bounds[0]) == bisect_left(where, figures[at].start):
            yield place, at


_OWN_CLAUSE = re.compile(r"(?: \([^()\n]{1,60}\))?(?:,|;| và) (?:(?:đã|đang|còn|tiếp tục|đồng thời|cùng) )*[^.;\n]{0,48}$")
"""Between a place and a further figure of its sentence that has a clause of its own."""
_LED_BY = re.compile(r"(?: [^\W\d_]+){0,3} (?:tại|ở|thuộc) (?:(?:xã|phường|thị trấn|huyện|quận|thị xã|tp\.?) )?$")


def of_one_clause(folded: str, figures: Sequence[Figure], places: Sequence[Place]) -> dict[int, tuple[int, int]]:
    """Find the small places tied to one figure, behind which the same thing is counted again: "khởi tố 2 vụ ở huyện A, tiếp tục điều tra 10 vụ".

    Args:
        folded: the text, folded.
        figures: its figures in order.
        places: its places in order.

    Returns:
        Where each such place reaches, by its start.
    """
    found: dict[int, tuple[int, int]] = {}
    for place, at in _first_behind(figures, places):
        if at + 1 >= len(figures):
            continue
        figure, following = figures[at], figures[at + 1]
        alike = figure.kind == following.kind == "count" and figure.unit == following.unit and following.total is None
        if not alike or figure.sentence != following.sentence:
            continue
        if _LED_BY.fullmatch(folded, figure.end, place["start"]) and _OWN_CLAUSE.match(folded[place["end"] : following.left]):
            found[place["start"]] = (figure.bounds[0], following.left)
    return found


_ITEMS = 2


def of_listed_items(folded: str, figures: Sequence[Figure], places: Sequence[Place]) -> dict[int, tuple[int, int]]:
    """Find the places of lists of which each item has its own: "trường A, huyện B: 30 điểm; trường C, quận D: 28 điểm; trường E: 25 điểm".

    Args:
        folded: the text, folded.
        figures: its figures in order.
        places: its places in order.

    Returns:
        Where each such place reaches, by its start.
    """
    found: dict[int, tuple[int, int]] = {}
    where = [place["start"] for place in places]
    starts = [figure.start for figure in figures]
    for low, high in sorted({figure.bounds for figure in figures}):
        if folded.count(";", low, high) < _ITEMS:
            continue
        own: dict[int, tuple[int, int]] = {}
        at, items = low, 0
        while at < high:
            end = folded.find(";", at, high)
            end = high if end < 0 else end
            inside = [
                place for place in places[bisect_left(where, at) : bisect_left(where, end)] if place["level"] in ("district", "commune")
            ]
            first = min((place["end"] for place in inside), default=end)
            if bisect_left(starts, first) < bisect_left(starts, end):
                items += 1
                own.update((place["start"], (at, end)) for place in inside if place.get("quote"))
            at = end + 1
        if items >= _ITEMS:
            found.update(own)
    return found


def of_one_row(figures: Sequence[Figure], places: Sequence[Place]) -> dict[int, tuple[int, int]]:
    """Find the places of sentences that give each of many provinces its own figure; what is told next is of none of them alone.

    Args:
        figures: the figures of the text in order.
        places: its places in order.

    Returns:
        Where each such place reaches, by its start.
    """
    found: dict[int, tuple[int, int]] = {}
    where = [place["start"] for place in places]
    starts = [figure.start for figure in figures]
    for low, high in sorted({figure.bounds for figure in figures}):
        inside = [place for place in places[bisect_left(where, low) : bisect_left(where, high)] if place.get("quote")]
        row = [place for place in inside if place["level"] == "province"]
        if len(row) < _ROW:
            continue
        ends = [place["start"] for place in row[1:]] + [high]
        own = [place for place, end in zip(row, ends, strict=True) if bisect_left(starts, place["end"]) < bisect_left(starts, end)]
        if len({place.get("unit_id") for place in own}) >= _ROW:
            found.update((place["start"], (low, high)) for place in row)
    return found
