"""Verbs of the press, looked up by their syllables."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ..lexicon import read_lexicon

_LONGEST = 3
"""Syllables of the longest verb."""


@cache
def predicates() -> frozenset[str]:
    """Give the verbs of `data/predicates.tsv`, folded, syllables parted by a space."""
    return frozenset(row["verb"] for row in read_lexicon("solieu.extract.linking", "predicates.tsv", ("verb",)))


def verb_to(syllables: Sequence[str]) -> str | None:
    """Give the verb that ends with the last of some folded syllables, the longest first; None when there is none."""
    verbs = predicates()
    for size in range(min(_LONGEST, len(syllables)), 0, -1):
        phrase = " ".join(syllables[-size:])
        if phrase in verbs:
            return phrase
    return None


def ends_inside_verb(before: str, tail: str) -> bool:
    """Say whether a word at the end of a phrase is the second half of a verb: "phát | hiện", "đình | chỉ".

    Args:
        before: the phrase without the word, folded.
        tail: the word, folded.
    """
    last, first = before.rsplit(maxsplit=1), tail.split()
    return bool(last and first) and f"{last[-1]} {first[0]}" in predicates()
