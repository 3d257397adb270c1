"""Linking classifiers for the articles they have not seen, five folds by article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ...corpus.gold import GoldArticle
from ...models.confidence import FOLDS, fold_of
from ...models.ranking import Group, LinkModel, Ranker, fit_ranker
from .samples import TRAINING


def fold_models(articles: Iterable[GoldArticle], groups: Mapping[str, Sequence[Group]]) -> dict[int, LinkModel]:
    """Train linking classifiers for every fold on the articles of the other folds.

    Args:
        articles: annotated articles.
        groups: what `link_samples` gave for them.

    Returns:
        By fold; with fewer articles than folds a fold may have none.
    """
    folds = sorted({fold_of(gold.article.id) for gold in articles})
    found = {fold: LinkModel(outside(groups, fold), {}) for fold in folds}
    return {fold: model for fold, model in found.items() if len(folds) == FOLDS or model.rankers}


def outside(groups: Mapping[str, Sequence[Group]], fold: int) -> dict[str, Ranker]:
    """Train rankers on what is not of a fold, where there is anything to choose from."""
    rankers = {}
    for name, every in groups.items():
        inside = [group for group in every if fold_of(group.article) != fold]
        if any(len(group.candidates) > 1 for group in inside):
            rankers[name] = fit_ranker(inside, **TRAINING.get(name, {}))
    return rankers
