"""How far probabilities can be believed."""

from __future__ import annotations

import numpy as np

BINS = 10


def reliability(probabilities: np.ndarray, correct: np.ndarray) -> list[tuple[float, float, int]]:
    """Give the reliability curve: mean probability, share correct and count, per tenth of the probability range."""
    edges = np.minimum((np.asarray(probabilities) * BINS).astype(int), BINS - 1)
    curve = []
    for index in range(BINS):
        chosen = edges == index
        if chosen.any():
            curve.append((float(np.mean(probabilities[chosen])), float(np.mean(correct[chosen])), int(chosen.sum())))
    return curve


def expected_calibration_error(probabilities: np.ndarray, correct: np.ndarray) -> float:
    """Give the expected calibration error over ten equal bins (Naeini, Cooper and Hauskrecht 2015), 0 to 1."""
    total = len(probabilities)
    if not total:
        return 0.0
    curve = reliability(np.asarray(probabilities), np.asarray(correct))
    return sum(count * abs(mean - share) for mean, share, count in curve) / total
