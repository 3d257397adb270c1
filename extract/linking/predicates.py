"""Verbs of the press, looked up by their syllables."""

from __future__ import annotations

from functools import cache

from ..lexicon import read_lexicon


@cache
def predicates() -> frozenset[str]:
    """Give the verbs of `data/predicates.tsv`, folded, syllables parted by a space."""
    return frozenset(row["verb"] for row in read_lexicon("solieu.extract.linking", "predicates.tsv", ("verb",)))


def ends_inside_verb(before: str, tail: str) -> bool:
    """Say whether a word at the end of a phrase is the second half of a verb: "phát | hiện", "đình | chỉ".

    Args:
        before: the phrase without the word, folded.
        tail: the word, folded.
    """
    last, first = before.rsplit(maxsplit=1), tail.split()
    return bool(last and first) and f"{last[-1]} {first[0]}" in predicates()
