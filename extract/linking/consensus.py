"""The phrase that agrees best with all the likely ones, where several may be meant.

The likeliest candidate alone is often one word too short or too long; the one with the greatest expected agreement is right more
often (minimum Bayes risk decoding: Kumar and Byrne 2004, "Minimum Bayes-Risk Decoding for Statistical Machine Translation").
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from ...models.evaluation.words import STOP_WORDS
from ..text.view import fold
from .choices import NOTHING, Belief

_WORD = re.compile(r"[^\W_]+")
_MOST = 12
"""Likeliest candidates that are weighed against each other."""
_LEAST = 0.004
"""Probability under which a candidate is not weighed."""
_TEMPERATURE = 1.0
"""How far the probabilities are flattened first; chosen on the dev split and the development articles among 0.1 to 3.2,
with what is left out told afterwards (`context`): a longer phrase than the likeliest need not be chosen for that."""

_BELIEVED = 0.6
"""How much agreement with the words believed in counts beside that with the likely candidates; chosen among 0.15 to 0.85."""
_ELSEWHERE, _AS_LIKELY = 0.05, 0.3
"""Belief in a word that stands in none of the phrases asked for, and how much of its probability among the likely candidates is added."""

Pair = tuple[str | None, str | None]


def consensus(candidates: Sequence[Pair], scores: Sequence[float], belief: Belief = NOTHING) -> tuple[int, float]:
    """Choose the phrase with the greatest expected agreement.

    Args:
        candidates: subject and category of each.
        scores: its score; the softmax of the scores is its probability.
        belief: how likely each folded word belongs to the phrase that is meant, by another classifier; empty where there is none.

    Returns:
        The index of the phrase (the likelier of equals, then the first) and its expected agreement, 0 to 1.
    """
    top = max(scores)
    weights = [math.exp((score - top) / _TEMPERATURE) for score in scores]
    total = sum(weights)
    likely = sorted(range(len(scores)), key=lambda index: (-weights[index], index))[:_MOST]
    likely = [index for index in likely if weights[index] >= _LEAST * total]
    words = {index: _content(candidates[index]) for index in likely}
    known = dict(belief)
    if belief:  # of words that stand too far off to be asked for, the likely candidates tell
        for other in likely:
            for word in words[other] - belief.keys():
                known[word] = known.get(word, _ELSEWHERE) + _AS_LIKELY * weights[other] / total
    best, gain = likely[0], -1.0
    for index in likely:
        expected = sum(weights[other] * _agreement(words[other], words[index]) for other in likely) / total
        if belief:
            expected += _BELIEVED * (_believed(known, words[index]) - expected)
        if expected > gain + 1e-9:
            best, gain = index, expected
    return best, min(1.0, gain)


def _agreement(wanted: frozenset[str], given: frozenset[str]) -> float:
    """Give the F1 of two sets of words."""
    size = len(wanted) + len(given)
    return 2 * len(wanted & given) / size if size else 1.0


def _believed(belief: Belief, given: frozenset[str]) -> float:
    """Give the expected F1 of a set of words, numerator and denominator each by their expectation."""
    size = sum(belief.values()) + len(given)
    return 2 * sum(belief[word] for word in given) / size if size else 0.0


def _content(pair: Pair) -> frozenset[str]:
    """Give the folded words of a candidate but stop words."""
    subject, category = pair
    words = _WORD.findall(fold(subject or ""))
    if category:
        words += _WORD.findall(fold(category))
    return frozenset(words) - STOP_WORDS
