"""How rules and classifiers meet: the rules propose candidates, a classifier chooses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

Decide = Callable[[int, Sequence[Any], Sequence[tuple[str, ...]]], tuple[int, float]]
"""Chooses among candidates: the figure's index, the candidates and their features in, the index chosen and its probability out."""
