"""Choosing for a row of figures at once: what each would take by itself, weighed against that neighbours mostly agree.

The best row of choices is found by dynamic programming (Viterbi 1967, "Error bounds for convolutional codes"), whose scores are the
logarithms of each figure's own probabilities and a bonus for every tie between neighbours that agree.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from ...models.ranking import Ranker
from .choices import Decide

RULE_BONUS = {"period": 0.3, "place": 0.5}
"""Logarithm of how much more the rules' candidate counts than by its features, by what is linked; 0 to 1.3 were compared on annotated
articles of a news archive."""
_NEVER = -1000.0


@dataclass(frozen=True, slots=True)
class Link:
    """What one figure of a row can take.

    Attributes:
        index: the figure's index.
        candidates: what it can take.
        keys: of each candidate what makes it the same as another figure's.
        features: what is known of each; empty where there is nothing to choose.
        tie: logarithm of how much likelier it is that the figure takes the same as the one before it.
        allowed: says of a candidate's index and its probability whether it may be taken; the rules' candidate always may.
    """

    index: int
    candidates: Sequence[Any]
    keys: Sequence[Hashable]
    features: Sequence[tuple[str, ...]]
    tie: float
    allowed: Callable[[int, float], bool] | None = None


DecideRow = Callable[[Sequence[Link]], list[tuple[int, float]]]
"""Chooses for figures in the order of the text: of each the index of its candidate, and how likely that is by itself."""


def one_by_one(decide: Decide) -> DecideRow:
    """Choose for every figure by itself; what has nothing to choose is not asked for."""
    return lambda row: [decide(link.index, link.candidates, link.features) if link.features else (0, 1.0) for link in row]


def chained(ranker: Ranker, rule_bonus: float) -> DecideRow:
    """Choose the likeliest row of candidates.

    Args:
        ranker: the classifier of candidates.
        rule_bonus: logarithm of how much more the rules' candidate counts than by its features.
    """

    def weighed(link: Link, scores: Sequence[float]) -> list[float]:
        if not link.features:
            return list(scores)
        return [
            score + rule_bonus if "rule" in features else score if link.allowed is None or link.allowed(at, math.exp(score)) else _NEVER
            for at, (features, score) in enumerate(zip(link.features, scores, strict=True))
        ]

    def decide(row: Sequence[Link]) -> list[tuple[int, float]]:
        own = [ranker.log_probabilities(link.features) if link.features else [0.0] for link in row]
        scores = [weighed(link, of_link) for link, of_link in zip(row, own, strict=True)]
        best = best_row([link.keys for link in row], scores, [link.tie for link in row])
        return [(at, math.exp(of_link[at])) for at, of_link in zip(best, own, strict=True)]

    return decide


def best_row(keys: Sequence[Sequence[Hashable]], scores: Sequence[Sequence[float]], ties: Sequence[float]) -> list[int]:
    """Give the row of choices with the highest sum of scores and ties kept; of equal ones the first.

    Args:
        keys: of each place in the row the keys of its candidates, at least one.
        scores: their scores.
        ties: of each place what it is worth to have the key of the place before it; that of the first is not read.

    Returns:
        The index of the candidate taken at each place.
    """
    if not keys:
        return []
    totals, back = list(scores[0]), [[0] * len(scores[0])]
    for at in range(1, len(keys)):
        overall = max(range(len(totals)), key=lambda one: (totals[one], -one))
        by_key: dict[Hashable, int] = {}
        for one, key in enumerate(keys[at - 1]):
            if key not in by_key or totals[one] > totals[by_key[key]]:
                by_key[key] = one
        sums, sources = [], []
        for key, score in zip(keys[at], scores[at], strict=True):
            same = by_key.get(key)
            kept = same is not None and totals[same] + ties[at] >= totals[overall]
            source = same if kept and same is not None else overall
            sums.append(score + totals[source] + (ties[at] if kept else 0.0))
            sources.append(source)
        totals = sums
        back.append(sources)
    at_end = max(range(len(totals)), key=lambda one: (totals[one], -one))
    row = [at_end]
    for sources in reversed(back[1:]):
        row.append(sources[row[-1]])
    return row[::-1]
