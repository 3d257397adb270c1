"""The words around place names, from `gazetteer/words.tsv`: what says the level, and what says that it is no place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ..lexicon import LexiconError, any_of, read_lexicon

_PACKAGE = "solieu.extract.places"
_KINDS = frozenset(
    "type nottype short modifier organ lead person thing body firm notthing before opening club after notname surname syllable".split()
)


@dataclass(frozen=True, slots=True)
class TypeWord:
    """A type word.

    Attributes:
        type: in full and lower case.
        levels: levels it can mean.
        kind: `type`, `short` or `organ`.
    """

    type: str
    levels: tuple[str, ...]
    kind: str


class Words:
    """The lexicon as patterns over folded text; "before" patterns end where the name begins."""

    def __init__(self, rows: Iterable[dict[str, str]]) -> None:
        by_kind: dict[str, list[str]] = {kind: [] for kind in _KINDS}
        self.types: dict[str, TypeWord] = {}
        self.syllables: dict[str, str] = {}
        for row in rows:
            if row["kind"] not in by_kind:
                raise LexiconError(f"{_PACKAGE}/gazetteer/words.tsv: unknown kind {row['kind']!r}")
            by_kind[row["kind"]].append(row["word"])
            if row["kind"] in ("type", "short", "organ"):
                full, _, levels = row["value"].partition("|")
                self.types[row["word"]] = TypeWord(full, tuple(levels.split(",")), row["kind"])
            elif row["kind"] == "syllable":
                self.syllables[row["word"]] = row["value"]
        full_types = any_of(word for word in self.types if self.types[word].kind == "type")
        modifiers = any_of(by_kind["modifier"])
        self.type = re.compile(rf"(?<!\w)(?:(?P<word>{any_of(self.types)})(?!\w)\.?(?:,? (?:{modifiers})(?!\w)){{0,2}})(?: |(?<=\.)\n)?")
        self.several = re.compile(
            rf"(?<!\w)(?:{full_types})(?:(?: ?/ ?|, ?| và | hoặc |, và )(?:{full_types}|thành|thị)(?!\w)){{0,4}}(?: (?:{modifiers})(?!\w)){{0,2}}"
        )
        self.mixed_before = re.compile(rf"(?<!\w)(?P<word>{full_types})(?: ?/ ?|, ?| và | hoặc | - )$")
        self.nottype = _behind(by_kind["nottype"], " ")
        self.lead = re.compile(rf" ?(?:{any_of(by_kind['lead'])}) ?(?=\w)")
        self.person = _behind(by_kind["person"], r"\.? ")
        self.thing = _behind(by_kind["thing"], " ")
        self.notthing = _behind(by_kind["notthing"], " ")
        self.body = re.compile(rf"(?<!các )(?<!nhiều )(?<!\w)(?:{any_of(by_kind['body'])})((?: [\w&-]+){{0,10}} )$")
        self.firm = re.compile(rf"(?<!\w)(?:{any_of(by_kind['firm'] + by_kind['body'])})((?: [\w&-]+){{0,10}} )$")
        self.before = _behind(by_kind["before"], " ")
        self.opening = frozenset(by_kind["opening"])
        self.clubs = frozenset(by_kind["club"])
        self.after = re.compile(rf" (?:{any_of(by_kind['after'])})(?!\w)")
        self.notname = re.compile(rf"(?:{any_of(by_kind['notname'])})(?!\w)")
        self.surnames = frozenset(by_kind["surname"])
        self.shorts = tuple(word for word in self.types if self.types[word].kind == "short")


def _behind(words: Iterable[str], tail: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(words)}){tail}$")


@cache
def words() -> Words:
    """Load the words; the first call reads the file."""
    return Words(row for row in read_lexicon(_PACKAGE, "words.tsv", ("kind", "word", "value"), "gazetteer"))
