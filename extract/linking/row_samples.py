"""Training samples for the confidence of rows: rows as classifiers make them for articles they have not seen, held against the annotation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from spacy.language import Language

from ...corpus.gold import GoldArticle
from ...models.confidence import Row, fold_of
from ...models.evaluation import Context, match_article
from ...models.ranking import Group, LinkModel
from ..doc import article_of
from ..places.paths import gold_place_codes
from .abbreviations import long_forms
from .component import Linking, deciders, row_deciders, statistic_row, weighers
from .fold_models import outside
from .row_features import row_features


def row_samples(nlp: Language, articles: Iterable[GoldArticle], models: Mapping[int, LinkModel], context: Sequence[Group]) -> list[Row]:
    """Make the rows of annotated articles, five folds by article, and say which of them are right as whole records.

    Args:
        nlp: a pipeline that ends with `solieu_roles`.
        articles: annotated articles.
        models: linking classifiers by fold, of which none has seen the articles of its fold (`fold_models`).
        context: what `context_samples` gave for the same articles.
    """
    every = list(articles)
    found: list[Row] = []
    for fold, model in sorted(models.items()):
        linking = Linking(LinkModel(model.rankers | outside({"context": context}, fold), {}))
        for gold in every:
            if fold_of(gold.article.id) == fold:
                found += _rows(nlp, linking, gold)
    return found


def _rows(nlp: Language, linking: Linking, gold: GoldArticle) -> list[Row]:
    doc = nlp(gold.article)  # type: ignore[arg-type]
    assert linking.model is not None
    view, figures = linking.link(doc, deciders(linking.model), weigh=weighers(linking.model), together=row_deciders(linking.model))
    identity = article_of(doc).get("id")
    rows = [statistic_row(doc, view, figures, figure, identity) for figure in figures]
    context = Context(gold.article.published, long_forms(gold.article.text), gold_place_codes)
    match = match_article(gold, {"statistics": rows}, context).statistics
    outcome = {pair.predicted["statistic_id"]: pair.whole_record for pair in match.pairs}
    outcome.update({row["statistic_id"]: False for row in match.spurious})
    return [
        Row(row_features(view, figures, index), outcome[row["statistic_id"]], gold.article.id)
        for index, row in enumerate(rows)
        if row["statistic_id"] in outcome
    ]
