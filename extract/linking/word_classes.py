"""What sort of thing words name: people, works, money; what is said, happens, is done.

A classifier that has seen five hundred articles has met most words a few times or never; of the class of a word it has seen much (word
classes as features: Miller, Guinness and Zamanian 2004, "Name Tagging with Word Clusters and Discriminative Training"; here the classes are a lexicon's).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from ..figures import Figure, clause_start
from ..lexicon import PhraseTable, read_lexicon
from ..text.view import fold

VERBS = frozenset(
    "be say ask plan happen harm enforce offend check give get sell make do attend change reach compare move lack feel do_other".split()
)
"""Classes of `data/word_classes.tsv` that are of verbs."""
_SILENT = frozenset(("grammar", "noise"))
_TOKEN = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.;:!?\n,()]")
_BEHIND = 60
"""Characters behind a figure in which its verb is looked for."""
_NOUN = 30
"""Characters behind a number in which its noun is looked for, and before it the noun of what is measured."""


@cache
def _table() -> PhraseTable[str]:
    rows = read_lexicon("solieu.extract.linking", "word_classes.tsv", ("word", "class"))
    return PhraseTable((row["word"], row["class"]) for row in rows)


def class_of(words: str) -> str:
    """Give the class of the longest word that folded words begin with; "-" where the lexicon has none."""
    found = _table().match(words, 0)
    return found[1] if found is not None else "-"


def classes_in(folded: str, low: int, high: int) -> list[tuple[int, int, str]]:
    """Give start, end and class of the words of a span of a folded text that have one, the longest at each place, function words aside."""
    found: list[tuple[int, int, str]] = []
    table, end = _table(), 0
    for token in _TOKEN.finditer(folded, low, high):
        if token.start() < end:
            continue
        match = table.match(folded, token.start())
        if match is None:
            continue
        end = match[0]
        if match[1] not in _SILENT:
            found.append((token.start(), end, match[1]))
    return found


@dataclass(frozen=True, slots=True)
class WordClasses:
    """The classed words of some sentences of a text, in order.

    Attributes:
        starts, ends: their spans.
        classes: their classes.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    classes: tuple[str, ...]

    @classmethod
    def of(cls, folded: str, spans: Iterable[tuple[int, int]]) -> WordClasses:
        """Read these spans of a folded text, which do not overlap; one that is given twice is read once."""
        rows = [row for low, high in sorted(set(spans)) for row in classes_in(folded, low, high)]
        return cls(tuple(row[0] for row in rows), tuple(row[1] for row in rows), tuple(row[2] for row in rows))

    def within(self, low: int, high: int) -> Sequence[str]:
        """Give the classes of the words that begin in a span."""
        return self.classes[bisect_left(self.starts, low) : bisect_left(self.starts, high)]

    def verb(self, low: int, high: int, *, last: bool = False) -> str:
        """Give the class of the first or last verb of a span; "-" where there is none."""
        verbs = [one for one in self.within(low, high) if one in VERBS]
        return "-" if not verbs else verbs[-1] if last else verbs[0]

    def noun(self, low: int, high: int, *, last: bool = False) -> str:
        """Give the class of the first or last word of a span that is neither verb nor unit, units where there is nothing else."""
        found = [one for one in self.within(low, high) if one not in VERBS and one != "quality"]
        nouns = [one for one in found if one != "unit"] or found
        return "-" if not nouns else nouns[-1] if last else nouns[0]


def describe(folded: str, figures: Sequence[Figure]) -> None:
    """Say of every figure, in place (`Figure.signs`), what sort of thing it is of and what is said of that.

    | sign | what it says |
    | --- | --- |
    | `doing` | class of the last verb before the figure in its clause, else in its sentence |
    | `done` | class of the first verb behind it, up to the next sign |
    | `main` | class of the first verb of its sentence |
    | `noun` | class of the noun it counts; for what is measured, of the last noun before it |
    """
    words = WordClasses.of(folded, (figure.bounds for figure in figures))
    for figure in figures:
        low, high = figure.bounds
        clause = clause_start(folded, figure.left, low)
        doing = words.verb(clause, figure.left, last=True)
        if doing == "-":
            doing = words.verb(low, figure.left, last=True)
        stop = _STOP.search(folded, figure.end, min(high, figure.end + _BEHIND))
        behind = stop.start() if stop is not None else min(high, figure.end + _BEHIND)
        noun = "-"
        if figure.kind == "count":
            noun = words.noun(figure.number_end, min(behind, figure.number_end + _NOUN)) if behind > figure.number_end else "-"
            noun = noun if noun != "-" else class_of(fold(figure.unit or ""))
        if noun == "-":
            noun = words.noun(max(clause, figure.left - 2 * _NOUN), figure.left, last=True)
        figure.signs = (f"@doing={doing}", f"@done={words.verb(figure.end, behind)}", f"@main={words.verb(low, high)}", f"@noun={noun}")
