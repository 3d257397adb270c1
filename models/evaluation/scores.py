"""From matched articles to scores: precision, recall, F1, accuracy, with bootstrap intervals and calibration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from ..calibration import expected_calibration_error
from .alignment import Placed, PlainRow
from .matching import ArticleMatch, TableMatch

RESAMPLES = 1000
SEED = 20090427
LEVEL = 0.95
"""Coverage of the intervals."""
SURE = 0.9
"""The confidence from which rows are promised to be right (issue 5)."""

ATTRIBUTES = (
    "kind", "unit", "per", "subject", "category", "place", "period", "status", "change", "baseline", "qualifier",
    "bounds", "attribution", "document", "whole", "share",
)  # fmt: skip
"""Attributes of a figure in the order they are reported."""

LINKS = {"whole": ("total", "total_id"), "share": ("share", "share_id"), "document": ("document", "document_id")}
"""Links that are also scored by themselves, where either side has one: gold column, predicted column."""

_COUNTS = ("right", "predicted", "gold", "judged")


@dataclass(frozen=True, slots=True)
class Score:
    """One measured thing; every share is between 0 and 1, None where there is nothing to divide by.

    Attributes:
        name: `figures`, `value`, an attribute, `whole_record`, `links.whole`, `documents`, `documents.issuer`, `places`, …
        right: rows that are right.
        predicted, gold: rows that count for precision and for recall.
        judged: rows that count for accuracy (found figures whose gold tells).
        precision, recall, f1, accuracy: the shares.
        intervals: lower and upper bound of the four shares by name, resampling articles; None with one article.
    """

    name: str
    right: int
    predicted: int
    gold: int
    judged: int
    precision: float | None
    recall: float | None
    f1: float | None
    accuracy: float | None
    intervals: dict[str, tuple[float, float] | None]


@dataclass(frozen=True, slots=True)
class Group:
    """Scores of the figures of one kind, domain or province."""

    name: str
    articles: int
    value: Score
    whole_record: Score


@dataclass(frozen=True, slots=True)
class Calibration:
    """How far `confidence` can be believed.

    Attributes:
        rows: predicted rows that count and carry a confidence.
        ece_found, ece_whole_record: expected calibration error against found and against right whole records.
        sure: rows with a confidence of at least `SURE`.
        sure_found, sure_whole_record: share of those that are found, and right as a whole record.
    """

    rows: int
    ece_found: float
    ece_whole_record: float
    sure: int
    sure_found: float | None
    sure_whole_record: float | None


Tally = Counter[tuple[str, str]]
"""Counts of one article by score name and one of right, predicted, gold, judged."""


def tally(match: ArticleMatch, kind: str | None = None) -> Tally:
    """Count one article.

    Args:
        match: the matched article.
        kind: count only figures of this kind (the gold kind where there is one, else the predicted kind).
    """
    counts: Tally = Counter()
    table = match.statistics if kind is None else _of_kind(match.statistics, kind)
    _count_figures(counts, table)
    if kind is None:
        for name in ("documents", "places"):
            _count_mentions(counts, name, getattr(match, name))
    return counts


def _of_kind(table: TableMatch, kind: str) -> TableMatch:
    return TableMatch(
        tuple(pair for pair in table.pairs if pair.gold.row.columns.get("kind") == kind),
        tuple(one for one in table.missed if one.row.columns.get("kind") == kind),
        tuple(row for row in table.spurious if row.get("kind") == kind),
    )


def _add(counts: Tally, name: str, *numbers: int) -> None:
    """Add right, predicted, gold and judged rows to the counts of a score."""
    for key, number in zip(_COUNTS, numbers, strict=True):
        counts[name, key] += number


def _count_figures(counts: Tally, table: TableMatch) -> None:
    predicted, gold = len(table.pairs) + len(table.spurious), len(table.pairs) + len(table.missed)
    found = [pair for pair in table.pairs if pair.found]
    _add(counts, "figures", len(table.pairs), predicted, gold, gold)
    _add(counts, "value", len(found), predicted, gold, len(table.pairs))
    for name in ATTRIBUTES:
        judged = [pair for pair in found if pair.attributes.get(name) is not None]
        if not judged and name in ("attribution", "document"):
            continue  # the gold does not know the attribute
        unknown = len(found) - len(judged)
        right = sum(bool(pair.attributes[name]) for pair in judged)
        _add(counts, name, right, predicted - unknown, gold - unknown, len(judged))
    _add(counts, "whole_record", sum(pair.whole_record for pair in found), predicted, gold, len(found))
    for name, (wanted, pointer) in LINKS.items():
        _count_links(counts, name, wanted, pointer, table)


def _count_links(counts: Tally, name: str, wanted: str, pointer: str, table: TableMatch) -> None:
    golds: list[Placed] = [pair.gold for pair in table.pairs] + list(table.missed)
    if not any(wanted in one.row.columns for one in golds):
        return
    given: list[PlainRow] = [pair.predicted for pair in table.pairs] + list(table.spurious)
    both = [pair for pair in table.pairs if pair.gold.row.columns.get(wanted) and pair.predicted.get(pointer)]
    right = sum(bool(pair.attributes.get(name)) for pair in both)
    gold = sum(bool(one.row.columns.get(wanted)) for one in golds)
    _add(counts, f"links.{name}", right, sum(bool(row.get(pointer)) for row in given), gold, len(both))


def _count_mentions(counts: Tally, name: str, table: TableMatch) -> None:
    found = [pair for pair in table.pairs if pair.found]
    predicted, gold = len(table.pairs) + len(table.spurious), len(table.pairs) + len(table.missed)
    _add(counts, name, len(found), predicted, gold, len(table.pairs))
    for attribute in sorted({key for pair in found for key in pair.attributes}):
        judged = [pair for pair in found if pair.attributes.get(attribute) is not None]
        right = sum(bool(pair.attributes[attribute]) for pair in judged)
        _add(counts, f"{name}.{attribute}", right, predicted - len(found) + len(judged), gold - len(found) + len(judged), len(judged))


def score(tallies: Sequence[Tally], seed: int = SEED, resamples: int = RESAMPLES) -> dict[str, Score]:
    """Give the scores of a set of articles with percentile bootstrap intervals (Efron 1979), articles resampled.

    Args:
        tallies: counts per article.
        seed: of the resampling; the same seed gives the same intervals.
        resamples: number of resamples.
    """
    names = [name for name in _order() if any((name, "gold") in one for one in tallies)]
    table = np.array([[[one[name, key] for key in _COUNTS] for name in names] for one in tallies], dtype=float)
    table = table.reshape(len(tallies), len(names), len(_COUNTS))
    sums = table.sum(axis=0)
    draws = None
    if len(tallies) > 1 and resamples:
        drawn = np.random.default_rng(seed).multinomial(len(tallies), np.full(len(tallies), 1 / len(tallies)), size=resamples)
        draws = np.einsum("ra,anc->rnc", drawn.astype(float), table)
    scores = {}
    for index, name in enumerate(names):
        shares = _shares(sums[index][None, :])
        spread = _shares(draws[:, index, :]) if draws is not None else None
        point = {key: None if np.isnan(values[0]) else float(values[0]) for key, values in shares.items()}
        right, predicted, gold, judged = (int(number) for number in sums[index])
        scores[name] = Score(
            name, right, predicted, gold, judged, point["precision"], point["recall"], point["f1"], point["accuracy"],
            {key: _interval(spread[key]) if spread is not None and point[key] is not None else None for key in shares},
        )  # fmt: skip
    return scores


def _shares(counts: np.ndarray) -> dict[Literal["precision", "recall", "f1", "accuracy"], np.ndarray]:
    right, predicted, gold, judged = counts.T
    with np.errstate(divide="ignore", invalid="ignore"):
        return {
            "precision": right / predicted,
            "recall": right / gold,
            "f1": 2 * right / (predicted + gold),
            "accuracy": right / judged,
        }


def _interval(values: np.ndarray) -> tuple[float, float] | None:
    known = values[~np.isnan(values)]
    if not len(known):
        return None
    lower, upper = np.quantile(known, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(lower), float(upper)


def _order() -> Iterator[str]:
    yield from ("figures", "value", *ATTRIBUTES, "whole_record")
    yield from (f"links.{name}" for name in LINKS)
    yield from ("documents", "documents.doc_type", "documents.issuer", "documents.issued", "places")


def group_scores(matches: Sequence[ArticleMatch], key: Callable[[ArticleMatch], str | None]) -> tuple[Group, ...]:
    """Give the scores of articles grouped by domain, province or any other label; articles without one are left out."""
    groups: dict[str, list[ArticleMatch]] = {}
    for match in matches:
        if label := key(match):
            groups.setdefault(label, []).append(match)
    return tuple(_group(label, [tally(match) for match in groups[label]]) for label in sorted(groups))


def kind_scores(matches: Sequence[ArticleMatch]) -> tuple[Group, ...]:
    """Give the scores of the figures of each kind that the gold or the predictions have."""
    kinds: set[Any] = set()
    for match in matches:
        kinds |= {pair.gold.row.columns.get("kind") for pair in match.statistics.pairs}
        kinds |= {one.row.columns.get("kind") for one in match.statistics.missed}
        kinds |= {row.get("kind") for row in match.statistics.spurious}
    groups = []
    for kind in sorted(str(kind) for kind in kinds if kind):
        tallies = [one for match in matches if (one := tally(match, kind))["figures", "gold"] or one["figures", "predicted"]]
        groups.append(_group(kind, tallies))
    return tuple(groups)


def _group(name: str, tallies: Sequence[Tally]) -> Group:
    scores = score(tallies)
    return Group(name, len(tallies), scores["value"], scores["whole_record"])


def calibration(matches: Sequence[ArticleMatch]) -> Calibration | None:
    """Hold the rows' `confidence` against whole records and their `value_confidence` against figures found.

    Rows without a `value_confidence` are held against both by their `confidence`; None when no row carries one.
    """
    outcomes: list[tuple[PlainRow, bool, bool]] = []
    for match in matches:
        outcomes += [(pair.predicted, pair.found, pair.whole_record) for pair in match.statistics.pairs]
        outcomes += [(row, False, False) for row in match.statistics.spurious]
    rows = [
        (
            float(row["confidence"]),
            found,
            whole,
            float(row["confidence"] if row.get("value_confidence") is None else row["value_confidence"]),
        )
        for row, found, whole in outcomes
        if row.get("confidence") is not None
    ]
    if not rows:
        return None
    table = np.array(rows, dtype=float)
    sure = table[table[:, 0] >= SURE]
    return Calibration(
        len(table),
        float(expected_calibration_error(table[:, 3], table[:, 1])),
        float(expected_calibration_error(table[:, 0], table[:, 2])),
        len(sure),
        float(sure[:, 1].mean()) if len(sure) else None,
        float(sure[:, 2].mean()) if len(sure) else None,
    )
