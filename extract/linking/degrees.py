"""Levels of one thing told in a row by degree: "tiền thưởng cao nhất là 35 triệu đồng, thấp nhất là 200.000 đồng, bình quân là 3 triệu đồng"."""

from __future__ import annotations

import re

from ..figures import Figure
from ..text.view import View
from .measure_nouns import names_one_measure
from .phrases import left_phrase

_DEGREE = r"(?:cao|thấp|lớn|nhỏ|nhiều|ít|dài|ngắn|đắt|rẻ) nhất|bình quân|trung bình|tối đa|tối thiểu"
_NAMES = re.compile(rf"(?<!\w)(?:{_DEGREE})(?!\w)")
_NEXT = re.compile(
    rf"(?: ?/ ?[^\W\d_]+(?: [^\W\d_]+)?)?[^\W\d_ ]{{0,6}}(?:[,;]|,? (?:và|còn|nhưng))(?: (?:còn|và))? (?:(?:mức|giá|người|nơi|loại|đơn vị) )?(?P<degree>{_DEGREE})"
    r"(?P<who>(?: (?!(?:là|đạt|chỉ|với|trên|dưới|có|thuộc|ở|tại|của|trong)(?!\w))[^\W\d_]+){0,4})"
    r"(?: (?:cũng|chỉ|là|đạt|khoảng|hơn|gần|trên|dưới|ở mức|với|được|lên đến|lên tới|tới|đến|từ|còn))* ?"
)
"""Between a level and the next one of the same thing: how high that is, and of whom."""
_WITH_REGARD = re.compile(r"\W*(?:còn |riêng )?đối với(?: (?:các|những|nhóm|loại|cả))* (?P<who>[^,;:\n]{3,110}?)(?: thì)?: ")
_MOST = 8
"""Levels of one row that are looked back on."""
_BACK = 60
"""Characters before a level in which its own degree is named."""


def degree_of(view: View, figures: list[Figure], index: int) -> tuple[str, str | None] | None:
    """Give subject and category of a level that only says how high it is, by the level told right before it; None for all others.

    Args:
        view: the text.
        figures: the figures in order; those before have their subject.
        index: the figure.
    """
    base, who, degree = index, "", ""
    while base and figures[base - 1].sentence == figures[index].sentence and index - base < _MOST:
        told = _told_after(view, figures[base - 1], figures[base])
        if told is None:
            break
        if not degree:
            degree, who = told["degree"], view.text[told.start("who") : told.end("who")].strip()
        base -= 1
    first = figures[base]
    if not degree or not first.subject:
        return None
    own = _NAMES.search(first.subject.lower())
    if own is None and _NAMES.search(view.folded, max(first.bounds[0], first.left - _BACK), first.left) is None:
        return None
    head, tail = (first.subject[: own.start()], first.subject[own.end() :]) if own is not None else (first.subject, "")
    if not head.strip():
        return None
    return " ".join(part.strip() for part in (head, degree, who, tail) if part.strip()), first.category


def _told_after(view: View, before: Figure, figure: Figure) -> re.Match[str] | None:
    """Match what stands between two levels of one thing; None where they are none."""
    if figure.kind == "count" or (before.kind, before.unit, before.per, before.change) != (
        figure.kind,
        figure.unit,
        figure.per,
        figure.change,
    ):
        return None
    told = _NEXT.fullmatch(view.folded, before.end, figure.left)
    named = told is not None and any(word[:1].isupper() for word in view.text[told.start("who") : told.end("who")].split())
    return None if named else told


def topic_of(view: View, figures: list[Figure], index: int, spans: list[tuple[int, int]]) -> tuple[str, str | None] | None:
    """Give the measure of a sentence's first figure and whom the sentence opens with: "Đối với hộ nghèo: mức vay cao nhất là 50 triệu đồng".

    Args:
        view: the text.
        figures: the figures in order.
        index: a figure that counts nothing.
        spans: dates and periods beside it.
    """
    figure = figures[index]
    topic = _WITH_REGARD.match(view.folded, figure.bounds[0], figure.left)
    if topic is None or (index and figures[index - 1].end > topic.end()):
        return None
    measure = left_phrase(view, figure, topic.end(), spans)
    if not names_one_measure(measure.lower().split()):
        return None
    return measure, view.text[topic.start("who") : topic.end("who")].strip()
