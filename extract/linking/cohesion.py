"""How much two sentences speak of the same: what holds at a place or a time goes on to hold where the same words return.

Lexical cohesion (Halliday and Hasan 1976, "Cohesion in English"; Hearst 1997, "TextTiling"), counted over pairs of syllables, since
most Vietnamese words have two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ...models.evaluation.words import STOP_WORDS
from ..figures import Figure

_WORD = re.compile(r"[^\W\d_]{2,}")
_MOST = 3
_FAR = 4


class Cohesion:
    """The words of a text's sentences, each read once asked for."""

    def __init__(self, folded: str, sentences: Sequence[tuple[int, int]]) -> None:
        self._folded, self._sentences = folded, sentences
        self._pairs: dict[int, frozenset[tuple[str, str]]] = {}

    def shared(self, one: int, other: int) -> int:
        """Give how many pairs of syllables two sentences share, by their indices; 3 stands for more."""
        return min(_MOST, len(self._of(one) & self._of(other)))

    def names(self, sentence: int, noun: str | None) -> bool:
        """Say whether a sentence has what a figure counts."""
        if not noun or not 0 <= sentence < len(self._sentences):
            return False
        low, high = self._sentences[sentence]
        return noun in self._folded[low:high]

    def described(self, figure: Figure, sentence: int, start: int) -> list[str]:
        """Describe how a mention goes with a figure.

        Args:
            figure: the figure.
            sentence: the index of the mention's sentence.
            start: where the mention starts.
        """
        low, high = min(start, figure.start), max(start, figure.start)
        lines = min(_FAR, self._folded.count("\n", low, high)) if high - low < 4000 else _FAR
        if sentence == figure.sentence:
            return [f"@lines={lines}", "@shared=own"]
        return [
            f"@lines={lines}",
            f"@shared={self.shared(sentence, figure.sentence)}",
            f"@names={self.names(sentence, figure.unit)}",
            f"@back={'later' if start > figure.start else min(8, figure.sentence - sentence)}",
        ]

    def _of(self, sentence: int) -> frozenset[tuple[str, str]]:
        found = self._pairs.get(sentence)
        if found is None:
            low, high = self._sentences[sentence] if 0 <= sentence < len(self._sentences) else (0, 0)
            words = [word for word in _WORD.findall(self._folded, low, high) if word not in STOP_WORDS]
            found = self._pairs[sentence] = frozenset(pairwise(words))
        return found
