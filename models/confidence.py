"""Confidence of whole rows: the probability that a statistic is right in value, kind, unit, subject, place, period, status, change and whole.

Logistic regression over features of the finished row; it is trained on rows that linking classifiers made for articles they had
not seen, so that its probabilities are those of new articles.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

SEED = 20090427
FOLDS = 5
RAREST = 5
"""A feature must occur this often to be kept."""
STRENGTH = 0.1
"""Inverse of the L2 penalty, chosen by cross-validation among 0.03, 0.1, 0.3."""
FIELD_SHIFT = 0.5
"""What is added to the log-odds of a judge trained on the project's own corpus: a quarter of its rows are right, of a news archive's four in ten.

Only the share of right rows is corrected (Saerens, Latinne and Decaestecker 2002, "Adjusting the outputs of a classifier to new a priori
probabilities"); measured on annotated articles of an archive, where it brings the expected calibration error from 0.14 to 0.05."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row in training: its features, whether it was right as a whole record, and its article."""

    features: tuple[str, ...]
    right: bool
    article: str


def logistic(score: float) -> float:
    """Give the probability, 0 to 1, that a score stands for; beyond 30 either way it is the same."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


class RowJudge:
    """Gives the probability that a row is right."""

    def __init__(self, weights: Mapping[str, float], bias: float) -> None:
        self.weights = dict(weights)
        self.bias = bias

    def probability(self, features: Sequence[str]) -> float:
        """Give the probability, 0 to 1, that the row with these features is right in every attribute."""
        weigh = self.weights.get
        return logistic(self.bias + sum([weigh(name, 0.0) for name in features]))

    def to_plain(self) -> dict[str, Any]:
        """Give what JSON can hold."""
        return {"bias": round(self.bias, 4), "weights": {name: round(weight, 4) for name, weight in sorted(self.weights.items())}}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> RowJudge:
        """Read what `to_plain` gave."""
        return cls({str(name): float(weight) for name, weight in plain["weights"].items()}, float(plain["bias"]))


def fold_of(article: str) -> int:
    """Give the fold of an article: the same one every time."""
    return int(hashlib.sha256(f"{SEED}{article}".encode()).hexdigest(), 16) % FOLDS


def train_judge(rows: Sequence[Row], shift: float = 0.0) -> tuple[RowJudge, dict[str, Any]]:
    """Train the judge; what is reported is cross-validated by article.

    Args:
        rows: rows and whether they are right.
        shift: what is added to the log-odds of the judge that is given back, where rows of other articles are oftener right
            (`FIELD_SHIFT`); what is reported is without it.

    Raises:
        ValueError: rows that are all right, all wrong, or none.
    """
    if len({row.right for row in rows}) < 2:
        raise ValueError("training needs rows that are right and rows that are not")
    import numpy as np

    from .calibration import expected_calibration_error

    given: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        inside = [row for row in rows if fold_of(row.article) != fold]
        outside = [row for row in rows if fold_of(row.article) == fold]
        if outside and len({row.right for row in inside}) == 2:
            judge = _fit(inside)
            given += [(judge.probability(row.features), row.right) for row in outside]
    sure = [right for probability, right in given if probability >= 0.8]
    judge = _fit(rows)
    judge.bias = round(judge.bias + shift, 4)
    return judge, {
        "rows": len(rows),
        "right": sum(row.right for row in rows),
        "features": len(judge.weights),
        "cross_validated_ece": round(
            float(expected_calibration_error(np.array([one[0] for one in given]), np.array([one[1] for one in given]))), 4
        ),
        "cross_validated_from_0.8": [sum(sure), len(sure)],
        "shift": shift,
    }


def _fit(rows: Sequence[Row]) -> RowJudge:
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    counts = Counter(name for row in rows for name in set(row.features))
    vectorizer = DictVectorizer(sort=True)
    matrix = vectorizer.fit_transform([{name: 1.0 for name in row.features if counts[name] >= RAREST} for row in rows])
    classifier = LogisticRegression(C=STRENGTH, max_iter=500, tol=1e-6, random_state=SEED)
    classifier.fit(matrix, [row.right for row in rows])
    names = vectorizer.get_feature_names_out()
    return RowJudge(
        {str(name): round(float(weight), 4) for name, weight in zip(names, classifier.coef_[0], strict=True)},
        round(float(classifier.intercept_[0]), 4),
    )
