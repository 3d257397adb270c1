"""Training samples for the role classifier: the numbers of annotated articles, with the roles their marks give them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from ...corpus.gold import GoldArticle, GoldRow
from ...models.features import Surroundings, number_features
from ...models.training import Sample
from ..doc import rows_of, view_of
from .component import in_view
from .durations import duration_cue
from .rules import ruled_role

UNMARKED = "article"
"""Role of a number word that no mark holds: an article, a pronoun, part of a set phrase."""


def role_samples(nlp: Language, articles: Iterable[GoldArticle]) -> Iterator[Sample]:
    """Give a sample for every number that the rules leave to the classifier.

    Args:
        nlp: a pipeline that ends with `solieu_numbers`.
        articles: annotated articles.
    """
    for gold in articles:
        doc = nlp(gold.article)  # type: ignore[arg-type]
        marks = [*_spans(gold, gold.numbers), *_spans(gold, gold.statistics, "figure")]
        yield from _samples(doc, gold.article.id, marks)


def _spans(gold: GoldArticle, rows: Iterable[GoldRow], label: str | None = None) -> list[tuple[int, int, str]]:
    """Give the spans of gold rows in the cleaned text, with their labels; rows in dropped furniture are left out."""
    found = []
    for row in rows:
        start = gold.article.to_text_offset(row.start)
        last = gold.article.to_text_offset(row.end - 1)
        if start is not None and last is not None:
            found.append((start, last + 1, label or str(row.columns["role"])))
    return found


def _samples(doc: Doc, article_id: str, marks: list[tuple[int, int, str]]) -> Iterator[Sample]:
    text = view_of(doc)
    around = Surroundings(text.folded, text.text)
    for row in rows_of(doc, "numbers") or ():
        placed = in_view(text, row)
        if ruled_role(text.folded, placed, text.text) is not None:
            continue
        label = _label(row["start"], row["number_end"], marks)
        yield Sample(tuple(number_features(around, placed, duration_cue(text.folded, placed))), label, article_id)


def _label(start: int, end: int, marks: list[tuple[int, int, str]]) -> str:
    """Give the label of the mark that shares most characters with a number; figures win a tie."""
    best = max(marks, key=lambda mark: (min(end, mark[1]) - max(start, mark[0]), mark[2] == "figure"), default=None)
    if best is None or min(end, best[1]) <= max(start, best[0]):
        return UNMARKED
    return best[2]
