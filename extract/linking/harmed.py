"""Sizes of what was harmed: "mưa đá làm 261 ha lúa, 54 ha ngô bị gãy đổ", "lũ cuốn trôi 41 ha lúa"; who or what did it is no part of the thing."""

from __future__ import annotations

import re

from ..figures import Figure
from ..text.view import View

_DOES = re.compile(
    r"(?<!\w)(?:làm|khiến|gây)(?: cho)?(?: (?P<state>ngập úng|ngập|hư hỏng|hư hại|thiệt hại|đổ ngã|gãy đổ|đổ|sập|sạt lở|mất trắng|cháy|xói lở|bồi lấp))?"
    r"(?: (?:khoảng|gần|hơn|trên))* $|(?<!\w)(?P<verb>cuốn trôi|nhấn chìm|vùi lấp|thiêu rụi|phá hủy|tàn phá)(?: (?:khoảng|gần|hơn|trên))* $"
)
_ROW = re.compile(r"(?: [^\W\d_]+){0,6}?(?:,|;| và|, và) (?:(?:khoảng|gần|hơn|trên) )?")
_SUFFERS = re.compile(r"(?: [^\W\d_]+){0,9}? (bị [^.,;:()\n\d]{2,50})")
_ENDS = re.compile(r" (?:và|nhưng|song|tại|ở|do|với|trong|trên)(?!\w)")
_REACH, _MOST = 40, 8
"""Characters before a row in which its verb stands, and figures of the longest row."""


def harmed(view: View, figures: list[Figure], index: int, thing: str) -> str | None:
    """Give what a size is of and what befell it; None where nothing says that it was harmed.

    Args:
        view: the text.
        figures: the figures in order.
        index: a measurement.
        thing: the words behind it.
    """
    first = last = index
    while first and index - first < _MOST and _in_row(view, figures[first - 1], figures[first]):
        first -= 1
    floor = max(figures[first].bounds[0], figures[first].left - _REACH)
    does = _DOES.search(view.folded, floor, figures[first].left)
    if does is None or not thing:
        return None
    if " bị " in f" {thing.lower()} ":
        return thing
    state = does["state"] or does["verb"]
    if state:
        return f"{thing} bị {state}"
    while last + 1 < len(figures) and last - index < _MOST and _in_row(view, figures[last], figures[last + 1]):
        last += 1
    suffers = _SUFFERS.match(view.folded, figures[last].end, figures[index].bounds[1])
    if suffers is None:
        return thing
    end = _ENDS.search(view.folded, *suffers.span(1))
    return f"{thing} {view.text[suffers.start(1) : end.start() if end is not None else suffers.end(1)].strip()}"


def _in_row(view: View, figure: Figure, following: Figure) -> bool:
    """Say whether two sizes of one unit stand in one row."""
    alike = (figure.kind, figure.unit, figure.sentence) == (following.kind, following.unit, following.sentence)
    return alike and _ROW.fullmatch(view.folded, figure.end, following.left) is not None
