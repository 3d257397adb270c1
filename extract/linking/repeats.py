"""Which figures are the same statistic printed again: title, lead, caption and body repeat each other.

A repeat is claimed where the numbers agree, nothing that is known of the two differs, and they are about the same words. How much
their words must agree depends on how common the number is: 12.360 is hardly printed twice by chance, 3 is.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Mapping
from functools import cache
from typing import Any

from ..figures import Figure
from ..lexicon import read_lexicon
from ..text.lines import line_end
from ..text.view import View, fold
from .noun_phrases import thing_of

_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"(?<=[^.\W\d] )(?=[A-ZĐÀ-Ỹ])[^\W\d_]+(?: (?=[A-ZĐÀ-Ỹ])[^\W\d_]+){0,3}")
"""A name inside a sentence: words with capitals behind a word that ends none."""
_NAME_REACH = 80
_FIRST = 100
"""Figures among which the exact number of a rounded one is looked for."""
_ROUNDED = frozenset(("over", "nearly"))
_LOOSE = frozenset({"exact", "about", "nearly", "over"})
"""Qualifiers that a title leaves out; "dưới 12" and "12" are two numbers."""
_GENERIC = frozenset({"người", "lượt", "lượt người"})
_CLUSTERS = 12
"""How many earlier statistics of the same number a figure is compared with; bounds the work on pages of small numbers."""
_MEMBERS = 12
_REPEATS = 5
"""Repetitions of a figure that are asked for what it leaves out."""
_SHORT = 2
"""Words of a subject that says little; a repetition of the figure may say more."""
_RARE = 3
"""Digits that count from which a number is hardly printed twice by chance."""
_COMMON_WORDS, _RARE_WORDS = 0.6, 0.34
"""How much of the shorter of two phrases the other must say: for common numbers and for rare ones."""
_LEAST_TITLED = 10
"""From which number on a title is taken to print one of the text, and none of its own."""
_RARE_AROUND = 2
"""Words of their surroundings that rare numbers must share where their phrases say different things."""
_SENTENCE_WORDS, _SENTENCE_SHARE = 4, 0.5
"""Words around them that common numbers must share besides, and how much of the shorter surroundings that must be."""


@cache
def _stop_words() -> frozenset[str]:
    rows = read_lexicon("solieu.extract.linking", "stop_words.tsv", ("form",))
    return frozenset(fold(row["form"]) for row in rows)


@cache
def _currencies() -> frozenset[str]:
    rows = read_lexicon("solieu.extract.numbers", "units.tsv", ("form", "unit", "kind", "code_system", "factor", "class"))
    return frozenset(row["unit"] for row in rows if row["code_system"] == "ISO4217")


def link_repeats(view: View, figures: list[Figure]) -> None:
    """Point repeats at the first full mention of their statistic (`same`), and give those of title and lead without a time that of the others, in place.

    The first full mention is the one of which most is known, the earliest of equals.

    Args:
        view: the text.
        figures: its figures, otherwise linked.
    """
    clusters: dict[tuple[Any, ...], list[list[int]]] = {}
    words: dict[int, frozenset[str]] = {}
    for index, figure in enumerate(figures):
        bare = figure.unit is None and figure.kind == "count" and _digits(figure) < _RARE
        if bare or figure.cue == "/" or any(f.total == index and f.cue == "/" for f in figures[max(0, index - 1) : index + 1]):
            continue
        amount = figure.value if figure.value is not None else (figure.low, figure.high)
        known = clusters.setdefault((figure.kind, amount, figure.per, figure.status), [])
        for members in reversed(known[-_CLUSTERS:]):
            if all(_same(view, figures, other, index, words) for other in members[:_MEMBERS]):
                members.append(index)
                break
        else:
            known.append([index])
    lead_end = line_end(view.folded, 2)
    for found in clusters.values():
        for members in found:
            if len(members) > 1:
                full = max(members, key=lambda index: (_known(figures[index]), -index))
                told = next((figures[index].period for index in (full, *members) if figures[index].period is not None), None)
                for index in members:
                    figures[index].same = None if index == full else full
                    if figures[index].start < lead_end:
                        figures[index].period = figures[index].period or told


def _known(figure: Figure) -> int:
    """Count what is known of a figure; an exact number says more than one that is rounded."""
    period = figure.period or (None, None, None)
    values = (
        figure.unit, figure.subject, figure.category, figure.place, period[0] or period[1], period[2], figure.attribution, figure.document_id,
        figure.baseline, figure.total, figure.share,
    )  # fmt: skip
    return sum(value is not None for value in values) + (figure.qualifier == "exact")


def _same(view: View, figures: list[Figure], first: int, second: int, words: dict[int, frozenset[str]]) -> bool:
    """Say whether two figures with the same number are one statistic."""
    one, other = figures[first], figures[second]
    if one.sentence == other.sentence or one.change != other.change or not _units_agree(one, other):
        return False
    if not _qualifiers_agree(one, other) or not _places_agree(one.place, other.place) or not _periods_agree(one, other):
        return False
    if not _names_agree(view, one, other):
        return False
    if first in (other.total, other.share) or second in (one.total, one.share) or not _wholes_agree(figures, one, other):
        return False
    return _words_agree(view, figures, first, second, words)


def _units_agree(one: Figure, other: Figure) -> bool:
    if one.unit == other.unit or one.unit is None or other.unit is None:
        return True
    persons = one.group == other.group == "person"
    return one.kind == "count" and persons and bool({one.unit, other.unit} & _GENERIC)


def _qualifiers_agree(one: Figure, other: Figure) -> bool:
    """A bare figure agrees with "gần" or "hơn" before it ("500 m3", "gần 500m3"); two bounds must be the same."""
    both = {one.qualifier, other.qualifier}
    return len(both) == 1 or (both <= _LOOSE and bool(both & {"exact", "about"}))


def _places_agree(one: Mapping[str, Any] | None, other: Mapping[str, Any] | None) -> bool:
    """Two places agree when one is unknown or lies in the other, a province."""
    if one is None or other is None or one.get("code") == other.get("code"):
        return True
    return one.get("province_code") == other.get("province_code") is not None and "province" in (one.get("level"), other.get("level"))


def _periods_agree(one: Figure, other: Figure) -> bool:
    """Two periods agree when one is unknown or they end on the same day and one begins where the other leaves it open."""
    first, second = one.period, other.period
    if first is None or second is None or first[:2] == second[:2] or first[:2] == (None, None) or second[:2] == (None, None):
        return True
    return first[1] == second[1] is not None and (first[0] is None or second[0] is None)


def _names_agree(view: View, one: Figure, other: Figure) -> bool:
    """Say whether the name nearest before each figure stands in the other's sentence too, where both have one.

    Lists of prices say the same of one bank after another, and some of the numbers are the same.
    """
    here, there = _name(view, one), _name(view, other)
    if here is None or there is None:
        return True
    return here in view.text[other.bounds[0] : other.bounds[1]] or there in view.text[one.bounds[0] : one.bounds[1]]


def _name(view: View, figure: Figure) -> str | None:
    names = _NAME.findall(view.text, max(figure.bounds[0], figure.left - _NAME_REACH), figure.left)
    return next((str(name) for name in reversed(names) if name not in _currencies()), None)


def _wholes_agree(figures: list[Figure], one: Figure, other: Figure) -> bool:
    """Wholes and shares that are both known must have the same number."""
    for here, there in ((one.total, other.total), (one.share, other.share)):
        if here is not None and there is not None and figures[here].value != figures[there].value:
            return False
    return True


def _words_agree(view: View, figures: list[Figure], first: int, second: int, words: dict[int, frozenset[str]]) -> bool:
    one, other = figures[first], figures[second]
    here, there = _content(one.category), _content(other.category)
    if here and there and not (here <= there or there <= here):
        return False
    a, b = (_content(_named(figure)) for figure in (one, other))
    shorter = min(len(a), len(b))
    if not shorter:
        return False
    shared = len(a & b) / shorter
    for index in (first, second):
        if index not in words:
            low, high = figures[index].bounds
            words[index] = _content(view.folded[max(low, figures[index].start - 160) : min(high, figures[index].end + 160)])
    around = len(words[first] & words[second])
    titled = min(one.start, other.start) < line_end(view.folded, 1)
    if _digits(one) >= _RARE or (titled and (one.value or one.high or 0.0) >= _LEAST_TITLED):
        return shared >= _RARE_WORDS and (shared >= _COMMON_WORDS or around >= _RARE_AROUND)
    return shared >= _COMMON_WORDS and around >= max(_SENTENCE_WORDS, _SENTENCE_SHARE * min(len(words[first]), len(words[second])))


def _named(figure: Figure) -> str:
    """Give the words for what a figure is of; that it is an area or a sum, its unit tells."""
    subject = figure.subject or ""
    noun = figure.unit if figure.kind == "count" and figure.unit else ""
    return f"{thing_of(subject) or subject} {figure.category or ''} {noun}"


def _digits(figure: Figure) -> int:
    """Count the digits that a number is known by: zeros at its ends say nothing."""
    return len(re.sub(r"\D", "", figure.printed).strip("0"))


def _content(text: str | None) -> frozenset[str]:
    """Give the words of a phrase that mean something by themselves."""
    return frozenset(_WORD.findall(fold(text))) - _stop_words() if text else frozenset()


def share_with_repeats(view: View, figures: list[Figure]) -> None:
    """Give a figure that says little the place and subject of its repetitions further down; those of title and lead, which seldom print the
    time, the time, too.
    """
    lead_end = line_end(view.folded, 2)
    later: dict[tuple[object, ...], deque[Figure]] = {}
    for figure in reversed(figures):
        queue = later.setdefault((figure.value, figure.low, figure.high, figure.kind, figure.unit), deque(maxlen=_REPEATS))
        same = list(queue)
        queue.appendleft(figure)
        if figure.period is None and figure.start < lead_end:
            figure.period = next((other.period for other in same if other.period is not None), None) or _rounded_time(figure, figures)
        figure.place = figure.place or next((other.place for other in same if other.place is not None), None)
        if figure.total is None and same and _length(same[0]) > _SHORT >= _length(figure) and _says_more(same[0], figure):
            figure.subject = same[0].subject


def _rounded_time(figure: Figure, figures: list[Figure]) -> tuple[str | None, str | None, str | None] | None:
    """Give the time of the first figure further down that a title or lead prints rounded: "hơn 1.300 hộ" of "1.326 hộ"."""
    if figure.value is None or figure.value < _LEAST_TITLED or figure.qualifier not in _ROUNDED:
        return None
    value = float(figure.value)
    digits = re.sub(r"\D", "", figure.printed)
    last = value / int(digits) * 10 ** (len(digits) - len(digits.rstrip("0"))) if digits.strip("0") else 0.0
    low, high = (value, value + last) if figure.qualifier == "over" else (value - last, value)
    for other in figures[:_FIRST]:
        alike = other.start > figure.start and (other.kind, other.unit, other.change) == (figure.kind, figure.unit, figure.change)
        if alike and other.period is not None and other.value is not None and low <= float(other.value) <= high:
            return other.period
    return None


def _says_more(one: Figure, other: Figure) -> bool:
    """Say whether one subject tells more fully what another one is; two of a list of small numbers are the same by chance."""
    return _content(other.subject) <= _content(one.subject)


def _length(figure: Figure) -> int:
    return len((figure.subject or "").split())
