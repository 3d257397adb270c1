"""What the linking classifier is told of a phrase around a figure, to say whether it belongs to the figure's subject.

| feature | what it says |
| --- | --- |
| `side` | before or behind the figure in its sentence, earlier, in the title; crossed with the others |
| `far`, `gap`, `crossed` | how many phrases, which signs and how many figures stand between it and the figure |
| `opener`, `next`, `opens` | what opens it, whether it opens the sentence, and the word and sign behind it |
| `tail`, `follows` | the word right before the figure and what follows it, with where the phrase stands |
| `joins` | the first and last word of the subject, with what opens the phrase |
| `beside` | where it stands beside the words of the subject |
| `verb`, `measure` | it begins with a verb, with the name of a measure |
| `shared` | another figure of the sentence has it in its subject |
| `known` | how many words the subject has without it |
| `size`, `capitals` | how many words it has, how many with a capital |
| `title`, `repeated` | the share of its words that the title has; how often the text repeats how it begins |
| `span`, `place`, `source` | it is a place, a document; the figure's own place; who says so |
| `head`, `first`, `last` | its first word, its first two, its last |
| `I` | of the subject of an earlier figure: how that one is related, how far it stands, whether it is of one kind and unit, what parts them |
| `kind`, `unit`, `links` | of the figure: its kind, its unit, whether it has a whole and a category |
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..figures import Figure, bracket_of
from ..text.view import fold
from .attribution import SAYS
from .context_phrases import NEXT, ContextPhrase, TextContext, content, hollow, in_dateline, tells_nothing
from .measure_nouns import begins_measure, group_of, names_one_measure
from .noun_phrases import is_verb

_SIGNS = re.compile(r"[,;:()]")
_WORD = re.compile(r"\w+")
MOST_WORDS = 15
"""Words, function words aside, up to which a subject may be told more fully: beyond, what is added is as often wrong as right."""
NEW = 0.5
"""Share of a phrase's words that the subject must not have yet."""
_SENTENCE, _BACKWARDS = "BA", "BP"
"""Sides in the figure's sentence; sides on which the last phrase is the nearest."""
_FAR = 8
INHERITED = "I"
"""What opens a phrase that is the subject of an earlier figure."""
_NEAREST = {"B": 9, "A": 6, "P": 8, "T": 4}
"""Phrases of each side that are looked at before the subject is known."""
_NEAR = 12
"""Figures on either side that are looked at."""
_REACH = 400
"""Characters before a sentence in which what is named is looked for."""
_LEADS = 14
"""Characters between a measure's name and its figure at most: "với tổng số tiền | gần"."""
_OPENING = 3
_BESIDE = 24
"""Characters before a figure that hold the word before it."""
_OF = frozenset("thuộc của ở tại trong".split())
"""Words before a figure that make what stands before them a part of what it counts."""
_SPEAKS = re.compile(rf"(?:ông|bà|anh|chị|(?:thiếu|trung|thượng|đại) (?:tướng|tá|úy|uý))(?!\w)[^.;:\n\d\"]{{0,110}}?(?<!\w){SAYS}(?!\w)")
"""A person who reports, and is not what the figure is of."""
_NEWS_FROM = ("tin từ ", "tin của ", "theo tin ", "nguồn tin ")
"""What stands before who reports."""
_LISTS = re.compile(r"[,;]")
"""Signs of a list in brackets."""
_VERB = 2
"""Syllables of a phrase that may be a verb alone."""


@dataclass(frozen=True, slots=True)
class Told:
    """A phrase that a figure's subject leaves out, and what the classifier is told of it."""

    phrase: ContextPhrase
    features: tuple[str, ...]


def left_out(context: TextContext, index: int) -> Iterator[Told]:
    """Give the phrases around a figure that its subject leaves out; none where the subject is long.

    Args:
        context: the text; its figures have subject, category, place and attribution.
        index: the figure.
    """
    figure = context.figures[index]
    known = content(fold(f"{figure.subject or ''} {figure.category or ''}"))
    if len(known) <= MOST_WORDS:
        yield from _Figure(context, index, known).left_out()


def all_around(context: TextContext, index: int) -> Iterator[Told]:
    """Give the phrases around a figure before its subject is known, the nearest of each side; arguments as for `left_out`."""
    yield from _Figure(context, index, frozenset()).all_around()


class _Figure:
    """Describes the phrases around one figure; what is the same for all of them is read once."""

    def __init__(self, context: TextContext, index: int, known: frozenset[str]) -> None:
        view, figures, named = context.view, context.figures, context.named
        figure = figures[index]
        self._view, self._context, self._figure, self._known = view, context, figure, known
        self._figures, self._index = figures, index
        self._spans = named[bisect_left(named, (figure.bounds[0] - _REACH,)) : bisect_left(named, (figure.bounds[1],))]
        self._sides = list(context.around(figure))
        inside = [one for side, row in self._sides if side in _SENTENCE for one in row if len(one.words & known) * 2 >= len(one.words)]
        self._edges = (min(one.start for one in inside), max(one.end for one in inside)) if inside else None
        near = [other for other in figures[max(0, index - _NEAR) : index + _NEAR] if other is not figure]
        self._starts = [other.start for other in near]
        subjects = [other.subject for other in near if known and other.subject and other.sentence == figure.sentence]
        self._others = [content(fold(subject)) for subject in subjects]
        units = {other.unit for other in near if other.kind == "count" and other.unit and other.unit != figure.unit}
        self._nouns = [(unit, content(unit)) for unit in sorted(units) if content(unit)]
        beside = [other.category for other in near if known and other.category and other.sentence == figure.sentence]
        heads = [fold(other.subject).split() for other in near if known and other.subject and other.sentence == figure.sentence]
        own = fold(figure.subject or "").split()
        other_measures = (words for words in heads if begins_measure(words) and words[:2] != own[:2])
        self._measures = [content(" ".join(words)) for words in other_measures] if begins_measure(own) else []
        self._groups = [content(fold(category)) for category in beside if category != figure.category]
        self._kind = group_of(figure)
        self._shared = (f"kind={self._kind}", f"unit={figure.unit or '-'}")
        subject = fold(figure.subject or "").split()
        self._first, self._last = (subject[0], subject[-1]) if subject else ("-", "-")
        folded = view.folded
        before = _WORD.findall(folded, max(figure.bounds[0], figure.left - _BESIDE), figure.left)
        behind = NEXT.match(folded, figure.end)
        self._tail = before[-1] if before else "^"
        self._follows = (behind[1] or behind[2] or "$") if behind is not None else "$"
        self._linked = f"{figure.total is not None}{bool(figure.category)}"
        self._place = fold(str(figure.place["name"])) if figure.place else ""
        self._source = fold(figure.attribution or "")
        self._per = content(fold(figure.per or "")) | {"một"}

    def left_out(self) -> Iterator[Told]:
        """Give the phrases that the subject leaves out."""
        given: set[frozenset[str]] = set()
        for side, row, phrase, far in self._phrases():
            if side in _SENTENCE and self._of_another(phrase, side, far):
                continue
            new = phrase.words - self._known
            if new and (new <= hollow() or self._is_short_for_known(phrase)):
                continue
            if len(new) > NEW * len(phrase.words) and phrase.words not in given and not new <= self._per and self._tells(phrase, side):
                given.add(phrase.words)
                yield Told(phrase, (*self._alone(phrase, side, far), *self._beside(phrase, side, row, min(far, _FAR))))

    def all_around(self) -> Iterator[Told]:
        """Give the nearest phrases."""
        for side, _, phrase, far in self._phrases():
            if phrase.words and far < _NEAREST[side]:
                yield Told(phrase, self._alone(phrase, side, far))
        yield from self._earlier()

    def _phrases(self) -> Iterator[tuple[str, Sequence[ContextPhrase], ContextPhrase, int]]:
        """Give every phrase with its side, all of that side, and how many of them stand between it and the figure."""
        for side, row in self._sides:
            for rank, phrase in enumerate(row):
                yield side, row, phrase, len(row) - 1 - rank if side in _BACKWARDS else rank

    def _alone(self, phrase: ContextPhrase, side: str, far: int) -> tuple[str, ...]:
        """Describe a phrase, whatever the subject is."""
        return (*self._shared, *self._where(phrase, side, min(far, _FAR)), *self._what(phrase, side))

    def _earlier(self) -> Iterator[Told]:
        """Give the subjects of earlier figures that this one may share, each as one phrase."""
        figure, folded, index = self._figure, self._view.folded, self._index
        back = self._figures[max(0, index - _NEAR) : index]
        related = {
            "whole": self._figures[figure.total] if figure.total is not None and figure.total < index else None,
            "previous": back[-1] if back else None,
            "first": next((one for one in back if one.sentence == figure.sentence), None),
            "unit": next((one for one in reversed(back) if one.unit == figure.unit), None),
        }
        given: list[Figure] = []
        for how, other in related.items():
            if other is None or not other.subject or any(other is one for one in given):
                continue
            given.append(other)
            apart = min(figure.sentence - other.sentence, 4)
            between = _WORD.findall(folded, other.end, min(figure.left, other.end + _BESIDE)) if not apart else []
            gap = f"{between[0] if between else '-'}{self._tail}"
            alike = f"{group_of(other) == self._kind}{other.unit == figure.unit}"
            words = content(fold(other.subject))
            told = (
                f"I={how}", f"I={how}{apart}{alike}", f"I={how}{self._kind}{alike}", f"I={how}{gap}", f"I={apart}{self._kind}{self._tail}",
                f"I={self._linked}{how}", f"I={how}{self._follows}", f"I={how}{min(len(words), 6)}", f"I={alike}{figure.unit or '-'}",
            )  # fmt: skip
            yield Told(ContextPhrase(other.start, other.end, other.start, INHERITED, words, ""), told)

    def _tells(self, phrase: ContextPhrase, side: str) -> bool:
        """Say whether a phrase can tell what a figure is of: no syllable alone but a name, no verb alone, not the paper's, not the sub-group
        of another figure, and from another sentence no noun that another figure counts.
        """
        if side not in _SENTENCE and any(noun <= phrase.words or phrase.first in unit for unit, noun in self._nouns):
            return False
        if in_dateline(self._view, phrase) or any(phrase.words <= group for group in self._groups):
            return False
        if self._context.sketch(phrase).measure and any(phrase.words <= measure for measure in self._measures):
            return False  # the "diện tích tự nhiên" of another figure says nothing of a "dân số"
        if _SPEAKS.match(self._view.folded, phrase.start) is not None or self._view.folded.endswith(_NEWS_FROM, 0, phrase.start):
            return False
        if not self._context.sketch(phrase).sound:
            return False
        words = _WORD.findall(self._view.folded, phrase.start, phrase.end)
        if not any(word[0].isalpha() for word in words):
            return False  # a score or an hour
        if len(words) == 1 or tells_nothing(" ".join(words)):
            printed = self._view.text[phrase.start : phrase.end]
            return len(words) == 1 and (printed.isupper() if phrase.opener.startswith("^") else printed[0].isupper())
        return len(words) > _VERB or not is_verb(words)

    def _is_short_for_known(self, phrase: ContextPhrase) -> bool:
        """Say whether a phrase abbreviates what the subject has: "CB" behind "lượt cán bộ"."""
        spelt = self._context.sketch(phrase).spelt
        return spelt is not None and spelt <= self._known

    def _of_another(self, phrase: ContextPhrase, side: str, far: int) -> bool:
        """Say whether a phrase of the figure's sentence is no part of what it counts: of the figure before a semicolon, of what the figure
        is in itself ("các xã | thuộc 61 huyện nghèo"), of a statement behind a semicolon, one of those that brackets list ("6 đơn vị (Sở
        Y tế; Sở Tài chính)").
        """
        if side == "A":
            folded, begin = self._view.folded, self._figure.end
            within = bracket_of(folded, (begin, self._figure.bounds[1]), phrase.start)
            listed = within is not None and _LISTS.search(folded, *within) is not None
            return listed or self._measures_next(phrase, begins_measure) or ";" in folded[begin : phrase.start]
        if (far == 0 and self._tail in _OF and phrase.opened < phrase.start) or self._measures_next(phrase, names_one_measure):
            return True
        parted = ";" in self._view.folded[phrase.end : self._figure.left]
        return parted and any(self._figure.bounds[0] <= start < phrase.start for start in self._starts)

    def _measures_next(self, phrase: ContextPhrase, is_measure: Callable[[Sequence[str]], bool]) -> bool:
        """Say whether a phrase beside the figure names what another one measures right behind it: "200 người vay | với tổng số tiền gần 5 tỷ đồng"."""
        at = bisect_left(self._starts, phrase.end)
        after = self._starts[at] if at < len(self._starts) else -1
        if not 0 <= after - phrase.end <= _LEADS:
            return False
        return is_measure(re.findall(r"\w+", self._view.folded[phrase.start : phrase.end]))

    def _where(self, phrase: ContextPhrase, side: str, far: int) -> list[str]:
        """Describe where a phrase stands."""
        figure, kind, op, tail = self._figure, self._kind, phrase.opener, self._tail
        low, high = (phrase.end, figure.left) if side == "B" else (figure.end, phrase.start) if side == "A" else (0, 0)
        signs = "".join(sorted(set(_SIGNS.findall(self._view.folded, low, high))))
        crossed = min(sum(low <= start < high for start in self._starts), 3)
        opens = phrase.start - figure.bounds[0] < _OPENING
        near = min(far, 3)
        return [
            f"side={side}", f"far={side}{far}", f"far={side}{far}{kind}", f"far={side}{near}{op}", f"opener={side}{op}",
            f"opener={side}{op}{kind}", f"gap={side}{signs}", f"gap={side}{signs}{crossed}", f"crossed={side}{crossed}{kind}",
            f"opens={side}{opens}{op}", f"unit={side}{figure.unit or '-'}", f"tail={side}{near}{tail}", f"tail={side}{tail}/{op}",
            f"follows={side}{near}{self._follows}", f"links={side}{self._linked}",
        ]  # fmt: skip

    def _what(self, phrase: ContextPhrase, side: str) -> list[str]:
        """Describe what a phrase says."""
        sketch = self._context.sketch(phrase)
        kind = self._kind
        span = next(
            (one for low, high, one in self._spans if min(high, phrase.end) - max(low, phrase.start) > (phrase.end - phrase.start) / 2), "-"
        )
        return [
            *sketch.told[side],
            f"span={side}{span}", f"span={span}{phrase.opener}", f"verb={side}{sketch.verb}{kind}", f"measure={side}{sketch.measure}{kind}",
        ]  # fmt: skip

    def _beside(self, phrase: ContextPhrase, side: str, row: Sequence[ContextPhrase], far: int) -> list[str]:
        """Describe how a phrase goes with the subject."""
        kind, op, size = self._kind, phrase.opener, min(len(self._known), 8)
        sketch, text = self._context.sketch(phrase), self._view.folded[phrase.start : phrase.end]
        beside = "-"
        if self._edges is not None and side in _SENTENCE:
            first, last = self._edges
            if phrase.start >= last:
                beside = f"R{min(3, sum(last <= one.start < phrase.start for one in row))}"
            elif phrase.end <= first:
                beside = f"L{min(3, sum(phrase.end <= one.start < first for one in row))}"
            else:
                beside = "in"
        shared = any(len(phrase.words & other) * 2 >= len(phrase.words) for other in self._others)
        return [
            f"known={side}{size}", f"known={side}{size}{kind}", f"known={side}{size}{min(far, 3)}", f"beside={side}{beside}",
            f"beside={side}{beside}{op}", f"beside={side}{beside}{size}", f"tail={side}{beside}{self._tail}", f"links={side}{self._linked}{size}",
            f"title={side}{sketch.titled}/{size}", f"repeated={side}{sketch.repeated}/{size}",
            f"place={side}{bool(self._place) and self._place in text}", f"source={bool(self._source) and text in self._source}",
            f"joins={self._first}/{op}", f"joins={self._first}/{sketch.head}", f"joins={side}{self._last}/{op}",
            f"shared={side}{shared}", f"shared={side}{shared}{size}",
        ]  # fmt: skip
