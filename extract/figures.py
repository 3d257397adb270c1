"""A reported figure on its way to a row: what the entity layer found, and what linking and breakdowns add to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from spacy.tokens import Doc

from .doc import rows_of
from .text.sentences import sentence_at, sentence_bounds
from .text.view import View

LEVEL_KINDS = ("count", "money", "measurement", "duration", "score")
_CLAUSE = re.compile(r"[.;:!?\n(]|, (?:trong đó|còn|riêng|nhưng|song|tuy nhiên|đồng thời)(?!\w)")


@dataclass(slots=True)
class Figure:
    """One figure; offsets are half-open spans in the view's text, `number` is its index in `doc.spans["numbers"]`.

    `left` is where its qualifiers begin; `sentence` the index of its sentence and `bounds` that sentence's span.
    `total`, `share` and `same` are indices of other figures; `told` says that nothing need be added to the subject; `signs` is
    what sort of thing it is of, for the classifiers. What linking finds starts as None.
    """

    number: int
    start: int
    end: int
    number_end: int
    left: int
    kind: str
    value: float | None
    low: float | None
    high: float | None
    qualifier: str
    estimate: bool
    unit: str | None
    group: str
    per: str | None
    printed: str
    confidence: float
    sentence: int
    bounds: tuple[int, int]
    total: int | None = None
    share: int | None = None
    complete: bool = False
    cue: str | None = None
    subject: str | None = None
    category: str | None = None
    told: bool = False
    change: str | None = None
    baseline: str | None = None
    status: str = "actual"
    place: dict[str, Any] | None = None
    period: tuple[str | None, str | None, str | None] | None = None
    attribution: str | None = None
    document_id: str | None = None
    same: int | None = None
    signs: tuple[str, ...] = ()
    doubts: dict[str, float] = field(default_factory=dict)
    record_confidence: float | None = None

    def overlaps(self, start: int, end: int) -> bool:
        """Say whether the figure shares a character with a span."""
        return self.start < end and start < self.end


def figures_of(doc: Doc, text: View) -> list[Figure]:
    """Give the numbers of a Doc that the role step called figures, in order."""
    bounds = sentence_bounds(text.text)
    figures: list[Figure] = []
    by_number: dict[int, int] = {}
    rows = rows_of(doc, "numbers") or []
    for index, row in enumerate(rows):
        if row["role"] not in (None, "figure"):
            continue
        start = text.position(row["start"])
        sentence = sentence_at(bounds, start)
        by_number[index] = len(figures)
        figures.append(
            Figure(
                index, start, text.position(row["end"]), text.position(row["number_end"]), text.position(row["left"]),
                row["kind"], row["value"], row["low"], row["high"], row["qualifier"], row["estimate"], row["unit"], row["group"],
                row["per"], row["printed"], row["confidence"] if row["confidence"] is not None else 0.5, sentence,
                bounds[sentence] if bounds else (0, len(text.text)),
            )
        )  # fmt: skip
    for figure in figures:
        of = rows[figure.number]["of"]
        if of is not None and of in by_number:
            figure.total = by_number[of]
            figure.cue = "/"
    return figures


_ABBREVIATED = re.compile(r"(?<!\w)(?:tp|q|p|h|tx|tt|ts|gs|pgs|ths|bs)$")
"""Abbreviations before a full stop that ends nothing: "TP. Hồ Chí Minh"."""


def clause_start(folded: str, position: int, floor: int) -> int:
    """Give where the clause around `position` begins, not before `floor`."""
    start = floor
    for match in _CLAUSE.finditer(folded, floor, position):
        if match[0] == "." and folded[match.start() - 1 : match.start()].isdigit() and folded[match.end() : match.end() + 1].isdigit():
            continue
        if match[0] == "." and _ABBREVIATED.search(folded, max(floor, match.start() - 5), match.start()) is not None:
            continue
        if match[0] == "(" and folded.find(")", match.end(), position) >= 0:
            continue
        start = match.end() if len(match[0]) == 1 else match.start() + 2
    return start


@lru_cache(maxsize=16)
def paragraph_breaks(text: str) -> list[int]:
    """Give where paragraphs begin: at blank lines, or at every line where lines hold several sentences.

    A page with one sentence a line and no blank lines has no paragraphs to speak of.
    """
    lines = [match for match in re.finditer(r"[^\n]+", text) if len(match[0]) > 40]
    several = sum(1 for line in lines if len(re.findall(r"[.!?] +[A-ZĐ]", line[0])) >= 1)
    if lines and several >= 0.4 * len(lines):
        return [match.end() for match in re.finditer(r"\n+", text)]
    return [match.end() for match in re.finditer(r"\n\s*\n", text)]


_FROM = re.compile(r"(?<!\w)từ(?: (?:mức(?: (?:thu nhập|giá|lương|phí|thu))?|khoảng|hơn|gần|trên|dưới|chỉ))* ?$")
_TO = re.compile(r"[^.;\d\n]{0,40}?(?<!\w)(?:lên|xuống|thành|còn)(?: (?:còn|mức|khoảng|hơn|gần|tới|đến|trên|dưới|chỉ))* ?\d")
_FROM_REACH = 24


def is_start_level(folded: str, figure: Figure) -> bool:
    """Say whether a figure is the level from which something moves: the 60 of "tăng từ 60.000 đồng lên 80.000 đồng"."""
    before = _FROM.search(folded, max(figure.bounds[0], figure.left - _FROM_REACH), figure.left)
    return before is not None and _TO.match(folded, figure.end, figure.bounds[1]) is not None


def bracket_of(folded: str, bounds: tuple[int, int], position: int) -> tuple[int, int] | None:
    """Give the brackets of a sentence in which a position stands, or None."""
    opened = folded.rfind("(", bounds[0], position)
    closed = folded.find(")", opened, bounds[1]) if opened >= 0 else -1
    return (opened, closed) if closed >= position else None
