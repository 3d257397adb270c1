"""Matching the rows predicted for one article with its gold rows, by the rules of the gold format's README."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...corpus.gold import GoldArticle
from .alignment import Alignment, Placed, PlainRow, align, place
from .attributes import (
    WHOLE_RECORD,
    Context,
    document_right,
    has_name,
    judge_document,
    judge_statistic,
    place_right,
    value_right,
)

Predictions = Mapping[str, Sequence[PlainRow]]
"""The rows of one article by table (`statistics`, `documents`, `places`)."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A required gold row and its predicted row.

    Attributes:
        found: whether the value (or code) is right.
        attributes: whether each attribute is right, None where the gold does not tell; empty unless found.
        whole_record: whether everything that makes a whole record is right.
    """

    gold: Placed
    predicted: PlainRow
    found: bool
    attributes: Mapping[str, bool | None] = field(default_factory=dict)
    whole_record: bool = False


@dataclass(frozen=True, slots=True)
class TableMatch:
    """The outcome for one table of one article: pairs, missed gold rows, spurious predicted rows; optional ones are out."""

    pairs: tuple[Pair, ...]
    missed: tuple[Placed, ...]
    spurious: tuple[PlainRow, ...]

    @property
    def cleaned_away(self) -> tuple[Placed, ...]:
        """Missed gold rows that could not be found since the cleaning dropped their text."""
        return tuple(one for one in self.missed if one.span is None)


@dataclass(frozen=True, slots=True)
class ArticleMatch:
    """The outcome for one article."""

    gold: GoldArticle
    statistics: TableMatch
    documents: TableMatch
    places: TableMatch


def match_article(gold: GoldArticle, predicted: Predictions, context: Context | None = None) -> ArticleMatch:
    """Match the rows predicted for an article with its gold rows.

    Args:
        gold: the annotated article; spans of its rows count into the raw page.
        predicted: plain rows by table; spans count into `gold.article.text`. Missing tables are empty.
        context: abbreviations and place codes; by default neither is known.
    """
    known = context or Context(gold.article.published)
    article = gold.article
    documents = place(article, gold.documents)
    given_documents = list(predicted.get("documents", ()))
    document_pairs = align(documents, given_documents, document_right)
    places = place(article, gold.places)
    given_places = [row for row in predicted.get("places", ()) if has_name(row)]
    place_pairs = align(places, given_places, lambda one, row: place_right(one, row, known))
    return ArticleMatch(
        gold,
        _match_statistics(gold, predicted, known, _document_partners(documents, given_documents, document_pairs)),
        _table(
            documents, given_documents, document_pairs,
            [(i, j, document_right(documents[i].row, given_documents[j])) for i, j in document_pairs.pairs.items()],
            lambda i, j: judge_document(documents[i].row, given_documents[j], known),
        ),
        _table(
            places, given_places, place_pairs,
            [(i, j, place_right(places[i].row, given_places[j], known)) for i, j in place_pairs.pairs.items()],
            lambda i, j: {},
        ),
    )  # fmt: skip


def _match_statistics(gold: GoldArticle, predicted: Predictions, context: Context, documents: Mapping[str, frozenset[Any]]) -> TableMatch:
    placed = place(gold.article, gold.statistics)
    given = list(predicted.get("statistics", ()))
    aligned = align(placed, given, value_right)
    gold_of = {given[j].get("statistic_id"): placed[i].row.id for i, j in aligned.pairs.items()}

    def judge(i: int, j: int) -> dict[str, bool | None]:
        row, columns = given[j], placed[i].row.columns
        judged = judge_statistic(placed[i].row, row, context)
        for name, wanted, pointer in (("whole", "total", "total_id"), ("share", "share", "share_id")):
            target, wanted_id = row.get(pointer), columns.get(wanted)
            judged[name] = gold_of.get(target) == wanted_id if target and wanted_id else not target and not wanted_id
        if "document" in columns:
            target = row.get("document_id")
            wanted_id = columns["document"]
            judged["document"] = target in documents.get(wanted_id, ()) if wanted_id and target else not wanted_id and not target
        return judged

    found = [(i, j, value_right(placed[i].row, given[j])) for i, j in aligned.pairs.items()]
    return _table(placed, given, aligned, found, judge)


def _document_partners(gold: Sequence[Placed], given: Sequence[PlainRow], aligned: Alignment) -> dict[str, frozenset[Any]]:
    """Give the `document_id`s that stand for each gold document: of its own mention and of others with the same code."""
    by_code: dict[Any, set[Any]] = {}
    own: dict[str, set[Any]] = {}
    for i, j in aligned.pairs.items():
        if (target := given[j].get("document_id")) and document_right(gold[i].row, given[j]):
            own.setdefault(gold[i].row.id, set()).add(target)
            by_code.setdefault(gold[i].row.columns.get("code"), set()).add(target)
    return {
        one.row.id: frozenset(own.get(one.row.id, set()) | (by_code.get(code, set()) if (code := one.row.columns.get("code")) else set()))
        for one in gold
    }


def _table(
    gold: Sequence[Placed],
    given: Sequence[PlainRow],
    aligned: Alignment,
    found: Sequence[tuple[int, int, bool]],
    judge: Any,
) -> TableMatch:
    pairs = []
    for i, j, right in sorted(found):
        if gold[i].row.optional:
            continue
        attributes = judge(i, j) if right else {}
        complete = right and all(attributes.get(name) is not False for name in WHOLE_RECORD)
        pairs.append(Pair(gold[i], given[j], right, attributes, complete))
    return TableMatch(tuple(pairs), tuple(gold[i] for i in aligned.missed), tuple(given[j] for j in aligned.spurious))
