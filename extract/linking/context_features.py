"""What the linking classifier is told of a phrase around a figure, to say whether it belongs to the figure's subject.

| feature | what it says |
| --- | --- |
| `side` | before or behind the figure in its sentence, earlier, in the title; crossed with the others |
| `far`, `gap`, `crossed` | how many phrases, which signs and how many figures stand between it and the figure |
| `opener`, `next`, `opens` | what opens it, whether it opens the sentence, and the word and sign behind it |
| `beside` | where it stands beside the words of the subject |
| `verb`, `measure` | it begins with a verb, with the name of a measure |
| `shared` | another figure of the sentence has it in its subject |
| `known` | how many words the subject has without it |
| `size`, `capitals` | how many words it has, how many with a capital |
| `title`, `repeated` | the share of its words that the title has; how often the text repeats how it begins |
| `span`, `place`, `source` | it is a place, a document; the figure's own place; who says so |
| `head`, `first`, `last` | its first word, its first two, its last |
| `kind`, `unit`, `links` | of the figure: its kind, its unit, whether it has a whole and a category |
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..figures import Figure
from ..text.view import View, fold
from .context_phrases import ContextPhrase, TextContext, content, tells_nothing
from .noun_phrases import begins_measure, group_of, opening_verb

_NEXT = re.compile(r"[ ]?([^\w\s])?\W*(\w+)?")
_SIGNS = re.compile(r"[,;:()]")
_WORD = re.compile(r"\w+")
MOST_WORDS = 15
"""Words, function words aside, up to which a subject may be told more fully: beyond, what is added is as often wrong as right."""
NEW = 0.5
"""Share of a phrase's words that the subject must not have yet."""


_SENTENCE, _BACKWARDS = "BA", "BP"
"""Sides in the figure's sentence; sides on which the last phrase is the nearest."""
_FAR = 8
_NEAR = 12
"""Figures on either side that are looked at."""
_REACH = 400
"""Characters before a sentence in which what is named is looked for."""
_OPENING = 3
_VERB = 2
"""Syllables of a phrase that may be a verb alone."""


@dataclass(frozen=True, slots=True)
class Told:
    """A phrase that a figure's subject leaves out, and what the classifier is told of it."""

    phrase: ContextPhrase
    features: tuple[str, ...]


def left_out(
    view: View, context: TextContext, figures: Sequence[Figure], index: int, spans: Sequence[tuple[int, int, str]]
) -> Iterator[Told]:
    """Give the phrases around a figure that its subject leaves out; none where the subject is long.

    Args:
        view: the text.
        context: its phrases.
        figures: its figures, with subject, category, place and attribution.
        index: the figure.
        spans: start, end and kind (place, document) of what the text names, in order.
    """
    figure = figures[index]
    known = content(fold(f"{figure.subject or ''} {figure.category or ''}"))
    if len(known) > MOST_WORDS:
        return
    yield from _Figure(view, context, figures, index, spans, known).left_out()


class _Figure:
    """Describes the phrases around one figure; what is the same for all of them is read once."""

    def __init__(
        self,
        view: View,
        context: TextContext,
        figures: Sequence[Figure],
        index: int,
        spans: Sequence[tuple[int, int, str]],
        known: frozenset[str],
    ) -> None:
        figure = figures[index]
        self._view, self._context, self._figure, self._known = view, context, figure, known
        self._spans = spans[bisect_left(spans, (figure.bounds[0] - _REACH,)) : bisect_left(spans, (figure.bounds[1],))]
        self._sides = list(context.around(figure))
        inside = [one for side, row in self._sides if side in _SENTENCE for one in row if len(one.words & known) * 2 >= len(one.words)]
        self._edges = (min(one.start for one in inside), max(one.end for one in inside)) if inside else None
        near = [other for other in figures[max(0, index - _NEAR) : index + _NEAR] if other is not figure]
        self._starts = [other.start for other in near]
        self._others = [content(fold(other.subject)) for other in near if other.subject and other.sentence == figure.sentence]
        self._kind = group_of(figure)
        self._shared = (f"kind={self._kind}", f"unit={figure.unit or '-'}")
        subject = fold(figure.subject or "").split()
        self._head, self._tail = (subject[0], subject[-1]) if subject else ("-", "-")
        self._linked = f"{figure.total is not None}{bool(figure.category)}"
        self._place = fold(str(figure.place["name"])) if figure.place else ""
        self._source = fold(figure.attribution or "")
        self._per = content(fold(figure.per or "")) | {"một"}

    def left_out(self) -> Iterator[Told]:
        """Give the phrases that the subject leaves out."""
        given: set[frozenset[str]] = set()
        for side, row in self._sides:
            for rank, phrase in enumerate(row):
                new = phrase.words - self._known
                if len(new) > NEW * len(phrase.words) and phrase.words not in given and not new <= self._per and self._tells(phrase):
                    given.add(phrase.words)
                    far = len(row) - 1 - rank if side in _BACKWARDS else rank
                    yield Told(phrase, (*self._shared, *self._where(phrase, side, row, min(far, _FAR)), *self._what(phrase, side)))

    def _tells(self, phrase: ContextPhrase) -> bool:
        """Say whether a phrase can tell what a figure is of: no syllable alone but a name, and no verb alone."""
        words = _WORD.findall(self._view.folded, phrase.start, phrase.end)
        if len(words) == 1 or tells_nothing(" ".join(words)):
            return len(words) == 1 and self._view.text[phrase.start].isupper()
        return len(words) > _VERB or opening_verb(words, measures=True) != " ".join(words)

    def _where(self, phrase: ContextPhrase, side: str, row: Sequence[ContextPhrase], far: int) -> Iterator[str]:
        """Describe where a phrase stands."""
        figure, kind, op, size = self._figure, self._kind, phrase.opener, min(len(self._known), 8)
        low, high = (phrase.end, figure.left) if side == "B" else (figure.end, phrase.start) if side == "A" else (0, 0)
        signs = "".join(sorted(set(_SIGNS.findall(self._view.folded, low, high))))
        crossed = min(sum(low <= start < high for start in self._starts), 3)
        beside = "-"
        if self._edges is not None and side in _SENTENCE:
            first, last = self._edges
            if phrase.start >= last:
                beside = f"R{min(3, sum(last <= one.start < phrase.start for one in row))}"
            elif phrase.end <= first:
                beside = f"L{min(3, sum(phrase.end <= one.start < first for one in row))}"
            else:
                beside = "in"
        opens = phrase.start - figure.bounds[0] < _OPENING
        yield from (
            f"side={side}", f"far={side}{far}", f"far={side}{far}{kind}", f"far={side}{min(far, 3)}{op}", f"opener={side}{op}",
            f"opener={side}{op}{kind}", f"gap={side}{signs}", f"gap={side}{signs}{crossed}", f"crossed={side}{crossed}{kind}",
            f"known={side}{size}", f"known={side}{size}{kind}", f"known={side}{size}{min(far, 3)}", f"beside={side}{beside}",
            f"beside={side}{beside}{op}", f"beside={side}{beside}{size}", f"links={side}{self._linked}{size}", f"opens={side}{opens}{op}",
            f"unit={side}{figure.unit or '-'}",
        )  # fmt: skip

    def _what(self, phrase: ContextPhrase, side: str) -> Iterator[str]:
        """Describe what a phrase says."""
        folded, context, op, size = self._view.folded, self._context, phrase.opener, min(len(self._known), 8)
        text = folded[phrase.start : phrase.end]
        words = _WORD.findall(text)
        printed = self._view.text[phrase.start : phrase.end].split()
        capitals = sum(word[0].isupper() for word in printed)
        names, long = capitals == len(printed), min(len(words), 7)
        titled = round(3 * len(phrase.words & context.title) / len(phrase.words))
        repeated = min(context.pairs[phrase.first] - 1, 3)
        behind = _NEXT.match(folded, phrase.end)
        sign, following = (behind[1] or "", behind[2] or "") if behind is not None else ("", "")
        half = (phrase.end - phrase.start) / 2
        span = next((kind for low, high, kind in self._spans if min(high, phrase.end) - max(low, phrase.start) > half), "-")
        verb, measure = opening_verb(words, measures=True) is not None, begins_measure(words)
        shared = any(len(phrase.words & other) * 2 >= len(phrase.words) for other in self._others)
        yield from (
            f"size={side}{long}", f"size={side}{long}{names}", f"capitals={side}{min(capitals, 3)}{names}", f"title={side}{titled}",
            f"title={side}{titled}{size}", f"place={side}{bool(self._place) and self._place in text}",
            f"source={bool(self._source) and text in self._source}", f"span={side}{span}", f"span={span}{op}", f"head={words[0]}",
            f"first={phrase.first}", f"last={words[-1]}", f"next={side}{following}", f"next={side}{sign}", f"next={side}{sign}{op}",
            f"repeated={side}{repeated}", f"repeated={side}{repeated}{size}", f"verb={side}{verb}{op}", f"verb={side}{verb}{self._kind}",
            f"measure={side}{measure}{self._kind}", f"joins={self._head}/{op}", f"joins={self._head}/{words[0]}", f"joins={side}{self._tail}/{op}", f"shared={side}{shared}", f"shared={side}{shared}{size}",
        )  # fmt: skip
