"""The whole evaluation in one call, for the command line and for notebooks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ...corpus.article import Article
from ...corpus.errors import SolieuError
from ...corpus.gold import GoldArticle
from .attributes import Context, PlaceCodes
from .errors import list_errors
from .matching import Predictions, match_article
from .report import Report
from .scores import calibration, group_scores, kind_scores, score, tally

TABLES = ("statistics", "documents", "places")


class EvaluationError(SolieuError):
    """There is nothing to evaluate, or the predictions do not go with the gold articles."""


def evaluate_articles(
    gold: Iterable[GoldArticle],
    predict: Callable[[list[Article]], Iterable[Any]],
    *,
    long_forms: Callable[[str], Mapping[str, str]] | None = None,
    place_codes: PlaceCodes | None = None,
    title: str = "evaluation",
) -> Report:
    """Run something that predicts over gold articles and report how right it is.

    Args:
        gold: annotated articles (`annotated_articles("dev")`, `read_gold(folder, texts)`).
        predict: takes the articles and gives, in their order, for each a mapping of plain rows by table or a Doc of the
            pipeline; `nlp.pipe` does.
        long_forms: gives the abbreviations that hold for a text, short to long.
        place_codes: resolves gold places that have no code; without it they are not judged (statistics) or matched by
            name (places).
        title: stands over the report.

    Raises:
        EvaluationError: no articles, or more or fewer predictions than articles.
    """
    articles = list(gold)
    if not articles:
        raise EvaluationError(f"{title}: no gold articles to evaluate on")
    predicted = [plain_tables(one) for one in predict([one.article for one in articles])]
    if len(predicted) != len(articles):
        raise EvaluationError(f"{title}: {len(articles)} articles, but predictions for {len(predicted)}")
    matches = []
    for one, rows in zip(articles, predicted, strict=True):
        known = long_forms(one.article.text) if long_forms is not None else {}
        matches.append(match_article(one, rows, Context(one.article.published, known, place_codes)))
    return Report(
        title=title,
        articles=len(matches),
        scores=score([tally(match) for match in matches]),
        kinds=kind_scores(matches),
        domains=group_scores(matches, lambda match: match.gold.domain),
        provinces=group_scores(matches, lambda match: match.gold.province),
        calibration=calibration(matches),
        errors=tuple(error for match in matches for error in list_errors(match)),
        cleaned_away=sum(len(getattr(match, name).cleaned_away) for match in matches for name in TABLES),
    )


def plain_tables(predicted: Any) -> Predictions:
    """Give plain rows by table from a mapping (as it is) or from a Doc with `doc._.statistics` and the other tables."""
    if isinstance(predicted, Mapping):
        return predicted
    return {name: [row.to_plain() for row in getattr(predicted._, name)] for name in TABLES}
