"""Counting nouns that say little alone, from `data/counting_words.tsv`."""

from __future__ import annotations

from functools import cache

from ..lexicon import read_lexicon


@cache
def _words(kind: str) -> frozenset[str]:
    rows = read_lexicon("solieu.extract.linking", "counting_words.tsv", ("kind", "noun"))
    return frozenset(row["noun"] for row in rows if row["kind"] == kind)


def generic_nouns() -> frozenset[str]:
    """Give the nouns that stand for any other: "4 người" of "439 cán bộ"."""
    return _words("generic")


def classifiers() -> frozenset[str]:
    """Give the nouns that say nothing without the thing: "12 vụ" are of "vụ tai nạn"."""
    return _words("classifier")
