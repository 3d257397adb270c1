"""The classifier as plain arrays in compressed JSON: nothing in the file can run."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np

from ..corpus.errors import ModelError

FORMAT = 1
"""Version of the file's layout; a file of another version is refused."""
FEATURE_VERSION = 2
"""Version of the feature definitions (`solieu.models.features`); raised whenever a feature changes its meaning."""


class RoleModel:
    """A multinomial logistic regression over indicator features, calibrated by a temperature.

    Args:
        labels: the roles, `figure` among them.
        features: the names of the features, in the order of the weights.
        weights: one row per feature, one column per label.
        temperature: what the logits are divided by before the softmax.
        info: how it was made: versions, seed, hash of the corpus, figures measured.
    """

    def __init__(
        self, labels: Sequence[str], features: Sequence[str], weights: np.ndarray, temperature: float, info: dict[str, Any]
    ) -> None:
        self.labels = list(labels)
        self.features = list(features)
        self.weights = weights
        self.temperature = temperature
        self.info = info
        self._index = {name: index for index, name in enumerate(self.features)}
        self._figure = self.labels.index("figure")
        self._table = np.vstack([weights, np.zeros((1, len(self.labels)))])

    def probabilities(self, samples: Sequence[Sequence[str]]) -> np.ndarray:
        """Give one row of label probabilities per sample (a sample is a list of feature names)."""
        # The last row of the table is all zeros: what a feature unknown to the model weighs, and an empty sample.
        unknown = len(self.features)
        columns: list[int] = []
        starts: list[int] = []
        for names in samples:
            starts.append(len(columns))
            columns.extend(self._index.get(name, unknown) for name in names)
            columns.append(unknown)
        logits = np.add.reduceat(self._table[columns], starts, axis=0) if starts else np.zeros((0, len(self.labels)))
        logits /= self.temperature
        logits -= logits.max(axis=1, keepdims=True)
        exponentials = np.exp(logits)
        result: np.ndarray = exponentials / exponentials.sum(axis=1, keepdims=True)
        return result

    def predict(self, samples: Sequence[Sequence[str]], threshold: float = 0.5) -> list[tuple[str, float]]:
        """Give each sample its role and the probability of what was decided.

        A sample is a figure when the probability of `figure` reaches `threshold`; the probability given is then that of
        `figure`, else one minus it.
        """
        if not samples:
            return []
        table = self.probabilities(samples)
        decided = []
        for row in table:
            figure = float(row[self._figure])
            if figure >= threshold:
                decided.append(("figure", figure))
            else:
                others = row.copy()
                others[self._figure] = -1.0
                decided.append((self.labels[int(others.argmax())], 1.0 - figure))
        return decided

    def to_bytes(self) -> bytes:
        """Give the file's bytes; the same model gives the same bytes."""
        payload = {
            "format": FORMAT,
            "feature_version": FEATURE_VERSION,
            "info": self.info,
            "labels": self.labels,
            "temperature": round(self.temperature, 6),
            "features": self.features,
            "weights": [[round(float(weight), 4) for weight in row] for row in self.weights],
        }
        text = json.dumps(payload, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return gzip.compress(text.encode("utf-8"), 9, mtime=0)

    def save(self, path: Path) -> None:
        """Write the model to a file."""
        path.write_bytes(self.to_bytes())

    @classmethod
    def from_bytes(cls, data: bytes, name: str = "model") -> RoleModel:
        """Read a model; nothing is executed.

        Raises:
            ModelError: it is no such file, or of another format or feature version.
        """
        try:
            payload = json.loads(gzip.decompress(data))
            found = (payload["format"], payload["feature_version"])
            if found != (FORMAT, FEATURE_VERSION):
                raise ModelError(f"{name}: format and features {found}, this version reads {(FORMAT, FEATURE_VERSION)}; train it again")
            weights = np.asarray(payload["weights"], dtype=np.float64)
            if weights.shape != (len(payload["features"]), len(payload["labels"])) or "figure" not in payload["labels"]:
                raise ModelError(f"{name}: weights, features and labels do not fit together")
            return cls(payload["labels"], payload["features"], weights, float(payload["temperature"]), payload["info"])
        except (OSError, ValueError, KeyError, TypeError, EOFError) as error:
            raise ModelError(f"{name}: not a model made by `solieu train`: {error}") from error


def load_role_model(path: Path | None = None) -> RoleModel:
    """Load a role classifier; the shipped one when no path is given.

    Raises:
        ModelError: the file is missing or is no such model.
    """
    if path is None:
        resource = files("solieu.models") / "data" / "roles.json.gz"
        return RoleModel.from_bytes(resource.read_bytes(), "the shipped model")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path}: {error.strerror or error}") from error
    return RoleModel.from_bytes(data, str(path))
