"""Training samples for telling subjects fully: the phrases around figures, and which of them the annotated subject has.

Subjects are those of linking classifiers that have not seen the article, so that what they leave out is what they will leave out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spacy.language import Language

from ...corpus.gold import GoldArticle
from ...models.confidence import fold_of
from ...models.ranking import Group, LinkModel
from .component import Linking, deciders, row_deciders, weighers
from .context_features import Told
from .samples import EMPHASIS, Teacher, is_ordinary

_AMONG = 0.6
"""Share of a phrase's words that the annotated subject must have."""


def context_samples(nlp: Language, articles: Iterable[GoldArticle], models: Mapping[int, LinkModel]) -> list[Group]:
    """Collect the phrases around every annotated figure.

    Args:
        nlp: a pipeline that ends with `solieu_roles`.
        articles: annotated articles.
        models: linking classifiers by fold, of which none has seen the articles of its fold (`fold_models`).

    Returns:
        Two candidates for each phrase, the phrase and nothing.
    """
    found: list[Group] = []
    for gold in articles:
        model = models.get(fold_of(gold.article.id))
        if model is not None:
            found += _samples(nlp, Linking(model), gold) * (EMPHASIS if is_ordinary(gold) else 1)
    return found


def _samples(nlp: Language, linking: Linking, gold: GoldArticle) -> list[Group]:
    assert linking.model is not None
    teacher = Teacher(gold)
    found: list[Group] = []

    def weigh(index: int, one: Told) -> float:
        row, figure = teacher.row(index), teacher.figures[index]
        if row is not None and figure.subject:
            new = teacher.words(row.columns.get("subject"), row.columns.get("category")) - teacher.words(figure.subject, figure.category)
            right = len(one.phrase.words & new) >= _AMONG * len(one.phrase.words)
            found.append(Group((one.features, ()), int(not right), gold.article.id))
        return 0.0

    model = linking.model
    weigh_all = weighers(model) | {"context": weigh}
    linking.link(nlp(gold.article), deciders(model), teacher.watch, weigh_all, row_deciders(model))  # type: ignore[arg-type]
    return found
