"""Linking classifiers: which of several candidates belongs to a figure, by conditional logistic regression.

A candidate is described by indicator features; its score is the sum of their weights, and the probabilities over the
candidates of one figure are the softmax of the scores (McFadden 1974, "Conditional logit analysis of qualitative choice
behavior"). Weights maximise the logarithm of the probability that a right candidate is chosen, each right one counted by how
good it is, less an L2 penalty: all candidates are weighed against each other at once (a listwise objective: Cao et al. 2007,
"Learning to rank: from pairwise approach to listwise approach"), and where several are right none of them is taught against.

Beside the weights stand boosted trees (`boosting`) of the same objective. The logarithms of their probabilities are averaged, which is more often
right than either: weights know of many rare features, trees of how the frequent ones go together.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import repeat
from pathlib import Path
from typing import Any

from ..corpus.errors import ModelError
from .boosting import LEAST_OF_LEAF, Trees, boost, likelihoods, listwise, starts_of
from .confidence import RowJudge, logistic

FORMAT = 3
"""Version of the file's layout and of the candidates' features; a file of another version is refused."""
SEED = 20090427
FOLDS = 5
RAREST = 3
ALIKE = 0.1
"""Two candidates whose worth differs by no more are equally good where accuracy is measured."""
RIGHT = 0.5
"""Worth from which a candidate is a right one."""
STRENGTH = 0.3
"""Inverse of the L2 penalty, chosen by cross-validation among 0.03, 0.1, 0.3, 1, 3."""
ROUNDS = 300
"""Iterations of L-BFGS at most."""

Features = Sequence[str]


@dataclass(frozen=True, slots=True)
class Group:
    """The candidates of one figure in training: their features, which one is right, and the article.

    `worth` says how good each candidate is, 0 to 1, where there is more than right and wrong (a phrase of which a word is
    missing); see `goodness`.
    """

    candidates: tuple[tuple[str, ...], ...]
    right: int
    article: str
    worth: tuple[float, ...] = ()

    def loss(self, index: int) -> float:
        """Give how much worse than the right candidate another one is, 0 to 1."""
        return self.worth[self.right] - self.worth[index] if self.worth else float(index != self.right)

    def goodness(self, index: int) -> float:
        """Give what choosing a candidate is worth in training, 0 to 1: nothing for a wrong one, and by its fourth power the fuller
        phrase more than one that is just right (chosen among the powers 2 to 8).
        """
        if not self.worth:
            return float(index == self.right)
        return self.worth[index] ** 4 if self.worth[index] >= RIGHT else 0.0


class Ranker:
    """Scores candidates by the weights of their features, and by trees where there are any."""

    def __init__(self, weights: Mapping[str, float], temperature: float = 1.0, trees: Trees | None = None) -> None:
        self.weights = dict(weights)
        self.temperature = temperature
        self.trees = trees

    def scores(self, candidates: Sequence[Features]) -> list[float]:
        """Give the score of each candidate."""
        return [self._score(features) for features in candidates]

    def probability(self, features: Features) -> float:
        """Give the probability of a candidate against nothing at all, whose score is 0."""
        return logistic(self._score(features) / self.temperature)

    def _score(self, features: Features) -> float:
        summed = sum(map(self.weights.get, features, repeat(0.0)))
        return summed if self.trees is None else summed + self.trees.score(features)

    def log_probabilities(self, candidates: Sequence[Features]) -> list[float]:
        """Give the logarithm of each candidate's probability among them; there must be one at least."""
        scores = [score / self.temperature for score in self.scores(candidates)]
        top = max(scores)
        norm = top + math.log(sum(math.exp(score - top) for score in scores))
        return [score - norm for score in scores]

    def choose(self, candidates: Sequence[Features]) -> tuple[int, float]:
        """Give the index of the best candidate (the first of equals) and its probability among them."""
        scores = [score / self.temperature for score in self.scores(candidates)]
        best = max(range(len(scores)), key=lambda index: (scores[index], -index))
        top = scores[best]
        return best, 1.0 / sum(math.exp(score - top) for score in scores)


class LinkModel:
    """The rankers by what they link (`place`, `subject`, `whole`), what judges finished rows, and how they were made."""

    def __init__(self, rankers: Mapping[str, Ranker], info: Mapping[str, Any], judge: RowJudge | None = None) -> None:
        self.rankers = dict(rankers)
        self.info = dict(info)
        self.judge = judge

    def to_bytes(self) -> bytes:
        """Give the file's bytes; the same model gives the same bytes."""
        payload = {
            "format": FORMAT,
            "info": self.info,
            "judge": self.judge.to_plain() if self.judge is not None else None,
            "rankers": {
                name: {
                    "temperature": ranker.temperature,
                    "trees": ranker.trees.to_plain() if ranker.trees is not None else None,
                    "weights": {key: round(weight, 4) for key, weight in sorted(ranker.weights.items())},
                }
                for name, ranker in sorted(self.rankers.items())
            },
        }
        return gzip.compress(json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8"), 9, mtime=0)

    @classmethod
    def from_bytes(cls, data: bytes, name: str = "model") -> LinkModel:
        """Read a model; nothing is executed.

        Raises:
            ModelError: it is no such file, or of another format.
        """
        try:
            payload = json.loads(gzip.decompress(data))
            if payload["format"] != FORMAT:
                raise ModelError(f"{name}: format {payload['format']}, this version reads {FORMAT}; train it again")
            rankers = {str(key): _read(value) for key, value in payload["rankers"].items()}
            judge = RowJudge.from_plain(payload["judge"]) if payload["judge"] is not None else None
            return cls(rankers, payload["info"], judge)
        except (OSError, ValueError, KeyError, TypeError, EOFError, AttributeError) as error:
            raise ModelError(f"{name}: not a linking model made by `solieu train`: {error}") from error


def _read(plain: Mapping[str, Any]) -> Ranker:
    trees = Trees.from_plain(plain["trees"]) if plain["trees"] is not None else None
    return Ranker({str(name): float(weight) for name, weight in plain["weights"].items()}, float(plain["temperature"]), trees)


def load_link_model(path: Path | None = None) -> LinkModel:
    """Load the linking classifiers; the shipped ones when no path is given.

    Raises:
        ModelError: the file is missing or is no such model.
    """
    if path is None:
        return LinkModel.from_bytes((files("solieu.models") / "data" / "links.json.gz").read_bytes(), "the shipped model")
    try:
        return LinkModel.from_bytes(path.read_bytes(), str(path))
    except OSError as error:
        raise ModelError(f"{path}: {error.strerror or error}") from error


def fit_ranker(groups: Sequence[Group], strength: float = STRENGTH, rarest: float = RAREST, trees: float = 0.0) -> Ranker:
    """Train one ranker without measuring it.

    Args:
        groups: the candidates of annotated figures.
        strength: inverse of the L2 penalty.
        rarest: features of fewer candidates are left out.
        trees: how much boosted trees count beside the weights, 0 (there are none) to 1.

    Raises:
        ValueError: no group has two candidates.
    """
    useful = _useful(groups)
    return _fit(useful, _kept(useful, rarest), strength, trees)


def _useful(groups: Sequence[Group]) -> list[Group]:
    useful = [group for group in groups if len(group.candidates) > 1]
    if not useful:
        raise ValueError("no figure with two candidates to train on")
    return useful


def _kept(groups: Sequence[Group], rarest: float) -> set[str]:
    counts = Counter(name for group in groups for features in group.candidates for name in set(features))
    return {name for name, count in counts.items() if count >= rarest}


def train_ranker(
    groups: Sequence[Group], strength: float = STRENGTH, rarest: float = RAREST, trees: float = 0.0
) -> tuple[Ranker, dict[str, Any]]:
    """Train one ranker; the accuracy reported is cross-validated by article.

    Args:
        groups: the candidates of annotated figures.
        strength: inverse of the L2 penalty.
        rarest: features of fewer candidates are left out.
        trees: how much boosted trees count beside the weights, 0 (there are none) to 1.

    Raises:
        ValueError: no group has two candidates.
    """
    useful = _useful(groups)
    kept = _kept(useful, rarest)
    right = 0
    chosen: list[tuple[float, bool]] = []
    fold_of = {group.article: int(hashlib.sha256(f"{SEED}{group.article}".encode()).hexdigest(), 16) % FOLDS for group in useful}
    for fold in range(FOLDS):
        inside = [group for group in useful if fold_of[group.article] != fold]
        outside = [group for group in useful if fold_of[group.article] == fold]
        if not inside or not outside:
            continue
        ranker = _fit(inside, kept, strength, trees)
        for group in outside:
            best, probability = ranker.choose(group.candidates)
            chosen.append((probability, group.loss(best) <= ALIKE))
            right += group.loss(best) <= ALIKE
    model = _fit(useful, kept, strength, trees)
    return model, {
        "figures": len(useful),
        "cross_validated_accuracy": round(right / max(1, len(chosen)), 4),
        "features": len(model.weights),
    }


def _fit(groups: Sequence[Group], kept: set[str], strength: float, share: float) -> Ranker:
    import numpy as np
    from scipy.optimize import minimize
    from sklearn.feature_extraction import DictVectorizer

    rows = [{name: 1.0 for name in features if name in kept} for group in groups for features in group.candidates]
    worth = np.array([group.goodness(index) for group in groups for index in range(len(group.candidates))])
    sizes = np.array([len(group.candidates) for group in groups])
    starts = starts_of(sizes)
    vectorizer = DictVectorizer(sort=True)
    matrix = vectorizer.fit_transform(rows).tocsr()
    transposed = matrix.T.tocsr()

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        likely = likelihoods(scores, starts, sizes)
        good = likely * worth
        found = np.add.reduceat(good, starts) + 1e-12
        gradient = likely - good / np.repeat(found, sizes)
        value = 0.5 * float(weights @ weights) - strength * float(np.log(found).sum())
        return value, weights + strength * (transposed @ gradient)

    solution = minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS})
    names = [str(name) for name in vectorizer.get_feature_names_out()]
    weights = (1 - share) * solution.x
    ranker = Ranker({name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True) if abs(weight) >= 5e-4})
    if share:
        common = np.flatnonzero(np.asarray(matrix.sum(axis=0)).ravel() >= LEAST_OF_LEAF)
        ranker.trees = boost(matrix[:, common], [names[at] for at in common], listwise(worth, sizes), SEED, share)
    return ranker
