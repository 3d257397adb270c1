"""Rows of names with a figure of each in brackets: "Điểm chuẩn của các trường: Nguyễn Du (32 điểm), Nam Hà (27 điểm), Chu Văn An (22,5 điểm)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ..figures import Figure
from ..text.view import View
from .phrases import clean_left

Place = dict[str, Any]
Row = tuple[int, list[int]]
"""Where the first name of a row begins, and its figures."""

_NAME = r"(?=[^\W\d_])[^,;:()\n]{1,60}"
_BETWEEN = re.compile(rf"[^()\n]{{0,12}}\)(?:,|;| và|, và)? (?P<name>{_NAME}) \((?:[^\W\d_]+ ){{0,2}}$")
_FIRST = re.compile(rf": ?(?P<name>{_NAME}) \((?:[^\W\d_]+ ){{0,2}}$")
_LEAST = 3
"""Names from which it is a row."""
_MOST_ITEMS = 100
_REACH = 80
_OF_BODIES = re.compile(
    r"(?:,? (?:cụ thể|như sau|lần lượt|sau đây))* (?:của|tại|ở|theo|đối với) (?:các|những|từng|một số|mỗi)"
    r" (?P<body>trường|ngân hàng|công ty|doanh nghiệp|bệnh viện|trung tâm|đội|câu lạc bộ|cửa hàng|chi nhánh|khoa|ngành|lớp)(?: [^,.;:()\n\d]{1,40})?$",
    re.IGNORECASE,
)
"""Of which bodies the names of a row are, at the end of what stands before its colon."""
_BODIES = re.compile(r"(?<!\w)(?:trường|ngân hàng|công ty|doanh nghiệp|bệnh viện|trung tâm|câu lạc bộ|cửa hàng|thpt|thcs)(?!\w)")
_ENDS = re.compile(r"(?:,? (?:cụ thể|như sau|lần lượt(?: là)?|là|gồm|sau đây))+$", re.IGNORECASE)
_INSIDE = re.compile(r" cụ thể(?= )", re.IGNORECASE)


def bracketed_row(view: View, figures: Sequence[Figure], index: int) -> Row | None:
    """Give the row of names with figures in brackets that a figure stands in, or None.

    Args:
        view: the text.
        figures: its figures in order.
        index: the figure.
    """
    folded, row = view.folded, [index]
    for step in (-1, 1):
        at = index
        while 0 <= at + step < len(figures) and len(row) < _MOST_ITEMS:
            first, second = sorted((figures[at], figures[at + step]), key=lambda one: one.start)
            if first.kind != second.kind or first.unit != second.unit or second.start - first.end > _REACH:
                break
            if _BETWEEN.fullmatch(folded, first.end, second.left) is None:
                break
            at += step
            row.append(at)
    if len(row) < _LEAST:
        return None
    row.sort()
    first = figures[row[0]]
    opened = _FIRST.search(folded, max(0, first.left - _REACH), first.left)
    return (opened.start("name"), row) if opened is not None else None


def in_bracketed_row(view: View, figures: Sequence[Figure], index: int) -> tuple[str, str] | None:
    """Give subject and category of a figure of such a row: what stands before the colon, and the name; None where it stands in none.

    Args:
        view: the text.
        figures: its figures in order.
        index: the figure.
    """
    found = bracketed_row(view, figures, index)
    if found is None:
        return None
    begin, row = found
    low = max(view.folded.rfind("\n", 0, begin), view.folded.rfind(". ", 0, begin)) + 1
    head = view.text[low : view.folded.rfind(":", 0, begin)].strip()
    bodies = _OF_BODIES.search(head)
    head = _INSIDE.sub("", _ENDS.sub("", head[: bodies.start()] if bodies is not None else head))
    start = view.text.find(head, low) if head else -1
    subject = clean_left(view, start, start + len(head), []) if start >= 0 else head
    if not subject or len(subject.split()) < 2:
        return None
    at = row.index(index)
    name = _FIRST if not at else _BETWEEN
    edge = figures[row[at - 1]].end if at else max(0, begin - 2)
    match = name.search(view.folded, edge, figures[index].left)
    if match is None:
        return None
    item = view.text[match.start("name") : match.end("name")].removeprefix("và ").strip()
    return subject, f"{bodies['body'].lower()} {item}" if bodies is not None and not _BODIES.search(item.lower()) else item


def names_of_bodies(view: View, figures: Sequence[Figure], places: Sequence[Place]) -> set[int]:
    """Find the places of such rows that are names of schools, banks and the like, and tell where nothing is.

    Args:
        view: the text.
        figures: its figures in order.
        places: its places in order.

    Returns:
        Where they begin.
    """
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(figures):
        found = bracketed_row(view, figures, at)
        if found is None:
            at += 1
            continue
        begin, row = found
        at = row[-1] + 1
        if _BODIES.search(view.folded, max(0, view.folded.rfind("\n", 0, begin), begin - 2 * _REACH), begin):
            spans.append((begin, figures[row[-1]].end))
    return {place["start"] for place in places if any(low <= place["start"] < high for low, high in spans)}
