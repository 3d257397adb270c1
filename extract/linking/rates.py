"""Rates told in words: "mỗi hộ được hỗ trợ 5 triệu đồng", "2 triệu đồng cho mỗi con"."""

from __future__ import annotations

import re

from ..figures import Figure, clause_start
from ..numbers.denominators import denominator
from ..numbers.words import DIGIT_WORDS
from ..text.view import View
from .compounds import splits_word

_EACH = re.compile(r"(?<!\w)mỗi (?:một )?(?P<noun>[^\W\d_]+)(?!\w)")
_BEHIND = re.compile(r" ?(?:với|cho|trên|đối với)? ?mỗi (?:một )?(?P<noun>[^\W\d_]+)(?!\w)")
_CONCENTRATION = re.compile(r"(?:mg|g|µg|ml|cfu|mpn)/(?P<noun>\d* ?\w+)", re.IGNORECASE)
_PLACES = frozenset({"nơi", "bên", "phía", "lần", "khi", "lúc", "đợt"})
"""Nouns behind "mỗi" that are no denominator."""
_NUMERALS = (frozenset(DIGIT_WORDS) | {"mười"}) - {"năm"}
""""mỗi năm" is every year."""
_WORD = re.compile(r"[^\W\d_]*")
_REACH = 45
"""Characters before a figure in which its "mỗi" stands."""
_SYNONYMS = {"cân": "kg", "ký": "kg", "kí": "kg", "tạ": "tạ"}


def link_rates(view: View, figures: list[Figure]) -> None:
    """Give figures without a denominator the one their clause tells, in place; one figure takes it, the nearest.

    Args:
        view: the text.
        figures: its figures.
    """
    for index, figure in enumerate(figures):
        if figure.per is None and figure.kind not in ("percentage", "rank", "multiple"):
            figure.per = _in_unit(figure) or _named(view, figures, index)


def _in_unit(figure: Figure) -> str | None:
    match = _CONCENTRATION.fullmatch(figure.unit or "")
    return match["noun"].replace(" ", "") if match is not None else None


def _named(view: View, figures: list[Figure], index: int) -> str | None:
    figure = figures[index]
    behind = _BEHIND.match(view.folded, figure.end, figure.bounds[1])
    floor = max(clause_start(view.folded, figure.left, figure.bounds[0]), figure.left - _REACH)
    if index and figures[index - 1].sentence == figure.sentence:
        floor = max(floor, figures[index - 1].end)
    found = behind or max(_EACH.finditer(view.folded, floor, figure.left), key=re.Match.start, default=None)
    if found is None or found["noun"] in _PLACES or found["noun"] in _NUMERALS:
        return None
    start, end = found.span("noun")
    while splits_word(view.folded, end + 1) and (following := _WORD.match(view.folded, end + 1)) is not None:
        end = following.end()
    known = denominator(view.folded, start)
    if known is not None and known[1] >= end > found.end("noun"):
        return known[0]
    return _SYNONYMS.get(view.folded[start:end], view.text[start:end])
