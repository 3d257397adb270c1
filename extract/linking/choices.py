"""How rules and classifiers meet: the rules propose candidates, a classifier chooses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Protocol

Belief = Mapping[str, float]
"""How likely each folded word belongs to a figure's subject, 0 to 1."""
NOTHING: Belief = MappingProxyType({})


class Decide(Protocol):
    """Chooses among candidates."""

    def __call__(
        self, index: int, candidates: Sequence[Any], features: Sequence[tuple[str, ...]], belief: Belief = NOTHING, /
    ) -> tuple[int, float]:
        """Choose for one figure.

        Args:
            index: the figure's index.
            candidates: what can be chosen.
            features: what is known of each.
            belief: the words that probably belong to it, where candidates are phrases.

        Returns:
            The index of the chosen one and its probability.
        """
        ...
