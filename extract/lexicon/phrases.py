"""Longest-match lookup of phrases at a position of a folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from ..text.view import fold

T = TypeVar("T")
_HEAD = re.compile(r"\w+|[^\w\s]")


def any_of(words: Iterable[str]) -> str:
    """Give the alternatives of a pattern for these words, the longest first, so that no word hides one that it begins."""
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))


class PhraseTable(Generic[T]):
    """Phrases with a value each, found by their longest match at a given position.

    Phrases are folded like the text they are matched on (`solieu.extract.text.view.fold`). A match ends at a word's
    end, unless the phrase ends in a sign such as `%`. Phrases are kept by their first word or sign, so a look-up tries
    only those that begin alike.
    """

    def __init__(self, phrases: Mapping[str, T] | Iterable[tuple[str, T]]) -> None:
        items = phrases.items() if isinstance(phrases, Mapping) else phrases
        self._by_head: dict[str, list[tuple[str, T]]] = {}
        for phrase, value in items:
            folded = fold(phrase)
            head = _HEAD.match(folded)
            if head is not None:
                self._by_head.setdefault(head[0], []).append((folded, value))
        for bucket in self._by_head.values():
            bucket.sort(key=lambda item: -len(item[0]))

    def match(self, folded: str, position: int) -> tuple[int, T] | None:
        """Give the end of the longest phrase that stands at `position` of `folded`, and its value; else None."""
        head = _HEAD.match(folded, position)
        if head is None:
            return None
        bucket = self._by_head.get(head[0])
        if bucket is None:
            return None
        for phrase, value in bucket:
            if folded.startswith(phrase, position):
                end = position + len(phrase)
                following = folded[end : end + 1]
                if not (following.isalnum() or following == "_") or not (phrase[-1].isalnum() or phrase[-1] == "_"):
                    return end, value
        return None
