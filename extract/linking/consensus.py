"""The phrase that agrees best with all the likely ones, where several may be meant.

The likeliest candidate alone is often one word too short or too long; the one with the greatest expected agreement is right more
often (minimum Bayes risk decoding: Kumar and Byrne 2004, "Minimum Bayes-Risk Decoding for Statistical Machine Translation").
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from ...models.evaluation.words import STOP_WORDS

_WORD = re.compile(r"[^\W_]+")
_MOST = 12
"""Likeliest candidates that are weighed against each other."""
_LEAST = 0.004
"""Probability under which a candidate is not weighed."""
_TEMPERATURE = 1.3
"""How far the probabilities are flattened first; chosen on the dev split and the development articles among 0.1 to 3.2,
with what is left out told afterwards (`context`): a longer phrase than the likeliest need not be chosen for that."""

Pair = tuple[str | None, str | None]


def consensus(candidates: Sequence[Pair], scores: Sequence[float]) -> tuple[int, float]:
    """Choose the phrase with the greatest expected agreement.

    Args:
        candidates: subject and category of each.
        scores: its score; the softmax of the scores is its probability.

    Returns:
        The index of the phrase (the likelier of equals, then the first) and its expected agreement, 0 to 1.
    """
    top = max(scores)
    weights = [math.exp((score - top) / _TEMPERATURE) for score in scores]
    total = sum(weights)
    likely = sorted(range(len(scores)), key=lambda index: (-weights[index], index))[:_MOST]
    likely = [index for index in likely if weights[index] >= _LEAST * total]
    words = {index: _content(candidates[index]) for index in likely}
    best, gain = likely[0], -1.0
    for index in likely:
        expected = sum(weights[other] * _agreement(words[other], words[index]) for other in likely) / total
        if expected > gain + 1e-9:
            best, gain = index, expected
    return best, min(1.0, gain)


def _agreement(wanted: frozenset[str], given: frozenset[str]) -> float:
    """Give the F1 of two sets of words."""
    size = len(wanted) + len(given)
    return 2 * len(wanted & given) / size if size else 1.0


def _content(pair: Pair) -> frozenset[str]:
    """Give the words of a candidate but stop words; all are of one text, so their spelling is one."""
    subject, category = pair
    words = _WORD.findall((subject or "").lower())
    if category:
        words += _WORD.findall(category.lower())
    return frozenset(words) - STOP_WORDS
