"""Levels of one thing told in a row by degree: "tiền thưởng cao nhất là 35 triệu đồng, thấp nhất là 200.000 đồng, bình quân là 3 triệu đồng"."""

from __future__ import annotations

import re

from ..figures import Figure
from ..text.view import View

_DEGREE = r"(?:cao|thấp|lớn|nhỏ|nhiều|ít|dài|ngắn|đắt|rẻ) nhất|bình quân|trung bình|tối đa|tối thiểu"
_NAMES = re.compile(rf"(?<!\w)(?:{_DEGREE})(?!\w)")
_NEXT = re.compile(
    rf"(?: ?/ ?[^\W\d_]+(?: [^\W\d_]+)?)?[^\W\d_ ]{{0,6}}(?:[,;]|,? (?:và|còn|nhưng))(?: (?:còn|và))? (?:(?:mức|giá|người|nơi|loại|đơn vị) )?(?P<degree>{_DEGREE})"
    r"(?P<who>(?: (?!(?:là|đạt|chỉ|với|trên|dưới|có|thuộc|ở|tại|của|trong)(?!\w))[^\W\d_]+){0,4})"
    r"(?: (?:cũng|chỉ|là|đạt|khoảng|hơn|gần|trên|dưới|ở mức|với|được|lên đến|lên tới|tới|đến|từ|còn))* ?"
)
"""Between a level and the next one of the same thing: how high that is, and of whom."""
_BACK = 60
"""Characters before a level in which its own degree is named."""


def degree_of(view: View, figures: list[Figure], index: int) -> tuple[str, str | None] | None:
    """Give subject and category of a level that only says how high it is, by the level told right before it; None for all others.

    Args:
        view: the text.
        figures: the figures in order; those before have their subject.
        index: the figure.
    """
    figure, before = figures[index], figures[index - 1] if index else None
    if before is None or before.sentence != figure.sentence or not before.subject or figure.kind == "count":
        return None
    if (before.kind, before.unit, before.per, before.change) != (figure.kind, figure.unit, figure.per, figure.change):
        return None
    told = _NEXT.fullmatch(view.folded, before.end, figure.left)
    if told is None or any(word[:1].isupper() for word in view.text[told.start("who") : told.end("who")].split()):
        return None
    own = _NAMES.search(before.subject.lower())
    named = _NAMES.search(view.folded, max(before.bounds[0], before.left - _BACK), before.left)
    if own is None and named is None:
        return None
    head, tail = (before.subject[: own.start()], before.subject[own.end() :]) if own is not None else (before.subject, "")
    who = view.text[told.start("who") : told.end("who")].strip()
    if not head.strip():
        return None
    return " ".join(part.strip() for part in (head, told["degree"], tail) if part.strip()), who or None
