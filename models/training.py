"""Training the role classifier: features and labels in, calibrated weights out, the same every time."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize_scalar
from sklearn import __version__ as sklearn_version
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from .calibration import expected_calibration_error
from .persistence import RoleModel

SEED = 20090427
FOLDS = 5
STRENGTH = 1.0
"""Inverse of the L2 penalty. Chosen on the dev split among 0.1, 0.3, 1, 3, 10; rerun `solieu train` after changing it."""
RAREST = 2
"""A feature must occur this often in the corpus to be kept."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One number of the corpus: its features, its role, and the article it comes from."""

    features: tuple[str, ...]
    label: str
    article: str


def train(samples: Sequence[Sample]) -> RoleModel:
    """Train and calibrate a role classifier.

    The temperature is fitted on out-of-fold predictions (five folds by article), so that probabilities are those of
    unseen articles.

    Raises:
        ValueError: fewer than two roles, or none of them `figure`.
    """
    labels = sorted({sample.label for sample in samples})
    if len(labels) < 2 or "figure" not in labels:
        raise ValueError("training needs figures and at least one other role")
    counts = Counter(name for sample in samples for name in set(sample.features))
    kept = {name for name, count in counts.items() if count >= RAREST}
    articles = sorted({sample.article for sample in samples})
    fold_of = {article: int(hashlib.sha256(f"{SEED}{article}".encode()).hexdigest(), 16) % FOLDS for article in articles}
    folds = np.array([fold_of[sample.article] for sample in samples])
    target = np.array([labels.index(sample.label) for sample in samples])
    out_of_fold = np.zeros((len(samples), len(labels)))
    for fold in sorted(set(fold_of.values())):
        inside = [sample for sample, one in zip(samples, folds, strict=True) if one != fold]
        outside = [sample for sample, one in zip(samples, folds, strict=True) if one == fold]
        model = _fit(inside, labels, kept, {})
        out_of_fold[folds == fold] = np.log(model.probabilities([sample.features for sample in outside]) + 1e-12)
    temperature = _temperature(out_of_fold, target)
    scaled = _softmax(out_of_fold / temperature)
    figure = labels.index("figure")
    info = {
        "scikit-learn": sklearn_version,
        "seed": SEED,
        "articles": len(articles),
        "samples": len(samples),
        "corpus_sha256": _digest(samples),
        "cross_validated": {
            "accuracy": round(float((scaled.argmax(axis=1) == target).mean()), 4),
            "figure_f1": round(_f1(scaled[:, figure] >= 0.5, target == figure), 4),
            "ece": round(expected_calibration_error(scaled[:, figure], target == figure), 4),
        },
    }
    model = _fit(samples, labels, kept, info)
    model.temperature = temperature
    return model


def _fit(samples: Sequence[Sample], labels: list[str], kept: set[str], info: dict[str, object]) -> RoleModel:
    vectorizer = DictVectorizer(sort=True)
    matrix = vectorizer.fit_transform([{name: 1.0 for name in sample.features if name in kept} for sample in samples])
    classifier = LogisticRegression(C=STRENGTH, max_iter=400, tol=1e-6, fit_intercept=False, random_state=SEED)
    classifier.fit(matrix, [sample.label for sample in samples])
    names = [str(name) for name in vectorizer.get_feature_names_out()]
    weights = np.zeros((len(names), len(labels)))
    coefficients = classifier.coef_
    present = [str(label) for label in classifier.classes_]
    if len(present) == 2 and coefficients.shape[0] == 1:
        coefficients = np.vstack([-coefficients[0], coefficients[0]])
    for row, label in zip(coefficients, present, strict=True):
        weights[:, labels.index(label)] = row
    for label in set(labels) - set(present):
        weights[names.index("bias"), labels.index(label)] = -20.0
    return RoleModel(labels, names, np.round(weights, 4), 1.0, dict(info))


def _temperature(logits: np.ndarray, target: np.ndarray) -> float:
    def loss(temperature: float) -> float:
        table = _softmax(logits / temperature)
        return float(-np.log(table[np.arange(len(target)), target] + 1e-12).mean())

    return round(float(minimize_scalar(loss, bounds=(0.3, 5.0), method="bounded", options={"xatol": 1e-4}).x), 4)


def _softmax(logits: np.ndarray) -> np.ndarray:
    shifted = np.exp(logits - logits.max(axis=1, keepdims=True))
    result: np.ndarray = shifted / shifted.sum(axis=1, keepdims=True)
    return result


def _f1(predicted: np.ndarray, true: np.ndarray) -> float:
    hit = float((predicted & true).sum())
    return 2 * hit / max(1.0, float(predicted.sum() + true.sum()))


def _digest(samples: Sequence[Sample]) -> str:
    digest = hashlib.sha256()
    for sample in samples:
        digest.update(f"{sample.article}\t{sample.label}\t{' '.join(sample.features)}\n".encode())
    return digest.hexdigest()
