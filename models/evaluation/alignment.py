"""Which predicted row stands for which gold row: overlap of spans, one to one, equal rows first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from ...corpus.article import Article
from ...corpus.gold import GoldRow

PlainRow = Mapping[str, Any]
"""A predicted row with the columns of its table, as JSON would hold them."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A gold row with its half-open span in the article's cleaned text; None where the cleaning dropped it."""

    row: GoldRow
    span: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Alignment:
    """The outcome for one table of one article.

    Attributes:
        pairs: predicted index by gold index, optional gold rows included.
        missed: indices of required gold rows without a partner.
        spurious: indices of predicted rows that count against precision though they have no partner.
        ignored: indices of predicted rows that count neither way (they stand for optional gold rows alone).
    """

    pairs: dict[int, int]
    missed: tuple[int, ...]
    spurious: tuple[int, ...]
    ignored: tuple[int, ...]


def place(article: Article, rows: Sequence[GoldRow]) -> list[Placed]:
    """Move gold spans from the raw page to the cleaned text; what is left of a span that was cut stays."""
    placed = []
    for row in rows:
        positions = (article.to_text_offset(position) for position in range(row.start, row.end))
        inside = [position for position in positions if position is not None]
        placed.append(Placed(row, (inside[0], inside[-1] + 1) if inside else None))
    return placed


def align(gold: Sequence[Placed], predicted: Sequence[PlainRow], equal: Callable[[GoldRow, PlainRow], bool]) -> Alignment:
    """Pair gold and predicted rows whose spans overlap, one to one.

    Of all pairings, the one with most equal rows is taken, among those the one with most pairs, then with most required
    gold rows, then the closest spans.

    Args:
        gold: gold rows with their spans in the text.
        predicted: rows with `start` and `end` in the text.
        equal: whether two rows say the same (the value of a figure, the code of a document or place).
    """
    weights = np.zeros((len(gold), len(predicted)))
    unit = float(min(len(gold), len(predicted)) + 1)
    required_overlap = [False] * len(predicted)
    optional_overlap = [False] * len(predicted)
    for i, one in enumerate(gold):
        if one.span is None:
            continue
        start, end = one.span
        for j, row in enumerate(predicted):
            shared = min(end, row["end"]) - max(start, row["start"])
            if shared <= 0:
                continue
            closeness = shared / (max(end, row["end"]) - min(start, row["start"]))
            weights[i, j] = closeness + unit * (not one.row.optional) + unit**2 + unit**3 * equal(one.row, row)
            (optional_overlap if one.row.optional else required_overlap)[j] = True
    pairs = {int(i): int(j) for i, j in zip(*linear_sum_assignment(weights, maximize=True), strict=True) if weights[i, j] > 0}
    partner = {j: i for i, j in pairs.items()}
    ignored = tuple(
        j for j in range(len(predicted))
        if (gold[partner[j]].row.optional if j in partner else optional_overlap[j] and not required_overlap[j])
    )  # fmt: skip
    return Alignment(
        pairs,
        tuple(i for i, one in enumerate(gold) if i not in pairs and not one.row.optional),
        tuple(j for j in range(len(predicted)) if j not in partner and j not in ignored),
        ignored,
    )
