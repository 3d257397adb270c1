"""Longest-match lookup of phrases at a position of a folded text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

from ..text.view import fold

T = TypeVar("T")


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


class PhraseTable(Generic[T]):
    """Phrases with a value each, found by their longest match at a given position.

    Phrases are folded like the text they are matched on (`solieu.extract.text.view.fold`). A match ends at a word's
    end, unless the phrase ends in a sign such as `%`.
    """

    def __init__(self, phrases: Mapping[str, T] | Iterable[tuple[str, T]]) -> None:
        items = phrases.items() if isinstance(phrases, Mapping) else phrases
        self._by_head: dict[str, list[tuple[str, T]]] = {}
        for phrase, value in items:
            folded = fold(phrase)
            self._by_head.setdefault(folded[:2], []).append((folded, value))
        for bucket in self._by_head.values():
            bucket.sort(key=lambda item: -len(item[0]))

    def match(self, folded: str, position: int) -> tuple[int, T] | None:
        """Give the end of the longest phrase that stands at `position` of `folded`, and its value; else None."""
        for length in (2, 1):
            for phrase, value in self._by_head.get(folded[position : position + length], ()):
                if folded.startswith(phrase, position):
                    end = position + len(phrase)
                    if end >= len(folded) or not (_is_word(phrase[-1]) and _is_word(folded[end])):
                        return end, value
        return None
