"""Boosted trees over indicator features: what weights that are summed cannot say, that one sign counts only beside another.

Gradient boosting (Friedman 2001, "Greedy function approximation: a gradient boosting machine") with Newton steps in the leaves and their
L2 penalty (Chen and Guestrin 2016, "XGBoost: A Scalable Tree Boosting System"), of the listwise objective of `ranking`, which no library
that the project rests on has. A feature is there or not, so the sums of a node over all its possible splits are one product of a sparse matrix;
trees grow best leaf first, as in LightGBM (Ke et al. 2017).
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix

TREES = 200
"""Trees of one model; this and what follows was chosen by cross-validation on the corpus and on annotated articles of a news archive, among
which small trees of many candidates were the best."""
LEAVES = 8
"""Leaves of a tree at most."""
RATE = 0.1
"""How much of each tree is believed."""
LEAST_OF_LEAF = 100
"""Candidates in a leaf at least; features of fewer candidates are left out."""
PENALTY = 20.0
"""L2 penalty of a leaf's value."""
DRAWN = 0.3
"""Share of the features that a tree may ask for, drawn anew for each."""
_FLATTEST = 1e-3
"""Second derivative of the loss at least."""
_UNIT = 100_000
"""Values are kept in this part of one."""


@dataclass(frozen=True, slots=True)
class Tree:
    """One tree; node 0 is its root.

    Attributes:
        feature: by node the feature it asks for; -1 for a leaf.
        absent, present: by node where to go without and with that feature.
        value: by node what a leaf adds to the score; 0 elsewhere.
    """

    feature: tuple[int, ...]
    absent: tuple[int, ...]
    present: tuple[int, ...]
    value: tuple[float, ...]


class Trees:
    """The sum of many trees.

    A candidate reaches a leaf when none of the answers on the way there is another than its own. So for every leaf its wrong answers are
    counted, first of a candidate without any feature, then what each feature it has adds or takes away; where none is left the leaf counts.
    All leaves of all trees are looked at in one go, which is faster than walking (cf. Lucchese et al. 2015, "QuickScorer"). Values are summed
    as whole numbers, so that the order of the sum changes nothing.
    """

    def __init__(self, names: Sequence[str], trees: Sequence[Tree]) -> None:
        import numpy as np

        self.names = tuple(names)
        self.trees = tuple(trees)
        self._index = {name: index for index, name in enumerate(self.names)}
        paths = [path for tree in self.trees for path in _paths(tree)]
        self._values = np.array([round(value * _UNIT) for value, _ in paths], dtype=np.int64)
        self._wrong = np.array([sum(wanted for _, wanted in path) for _, path in paths], dtype=np.int16)
        self._adds = np.zeros((len(self.names), len(paths)), dtype=np.int16)
        for leaf, (_, path) in enumerate(paths):
            for feature, wanted in path:
                self._adds[feature, leaf] += -1 if wanted else 1

    def score(self, features: Sequence[str]) -> float:
        """Give the score of one candidate by the names of the features it has."""
        known = self._index
        has = sorted({known[name] for name in features if name in known})
        wrong = self._wrong + self._adds[has].sum(axis=0, dtype=self._wrong.dtype) if has else self._wrong
        return int(self._values[wrong == 0].sum()) / _UNIT

    def to_plain(self) -> dict[str, Any]:
        """Give names and numbers alone."""
        return {"names": list(self.names), "trees": [[list(row) for row in (t.feature, t.absent, t.present, t.value)] for t in self.trees]}

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Trees:
        """Read what `to_plain` gave.

        Raises:
            KeyError, TypeError, ValueError: it is nothing of that kind, or a tree does not lead downwards.
        """
        names = [str(name) for name in plain["names"]]
        return cls(names, [_checked(tree, len(names)) for tree in plain["trees"]])


def _paths(tree: Tree) -> Iterator[tuple[float, frozenset[tuple[int, bool]]]]:
    """Give the value of every leaf, and which features must be there and which not on the way to it."""
    waiting: list[tuple[int, frozenset[tuple[int, bool]]]] = [(0, frozenset())]
    while waiting:
        node, path = waiting.pop()
        asked = tree.feature[node]
        if asked < 0:
            yield tree.value[node], path
        else:
            waiting += [(tree.absent[node], path | {(asked, False)}), (tree.present[node], path | {(asked, True)})]


def _checked(plain: Sequence[Sequence[Any]], features: int) -> Tree:
    *nodes, values = plain
    feature, absent, present = (tuple(int(one) for one in row) for row in nodes)
    tree = Tree(feature, absent, present, tuple(float(one) for one in values))
    size = len(feature)
    if not size or {len(absent), len(present), len(tree.value)} != {size}:
        raise ValueError("a tree's rows differ in length")
    for node, asked in enumerate(feature):
        if asked >= features or (asked >= 0 and not (node < absent[node] < size and node < present[node] < size)):
            raise ValueError("a tree does not lead from its root to its leaves")  # else walking it might never end
    return tree


def starts_of(sizes: np.ndarray) -> np.ndarray:
    """Give where the candidates of each figure start, by how many each figure has."""
    import numpy as np

    return np.concatenate([[0], np.cumsum(sizes)[:-1]])


def likelihoods(scores: np.ndarray, starts: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Give the probability of every candidate among those of its figure: the softmax of their scores."""
    import numpy as np

    shifted = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
    likely: np.ndarray = shifted / np.repeat(np.add.reduceat(shifted, starts), sizes)
    return likely


Slopes = Callable[["np.ndarray"], "tuple[np.ndarray, np.ndarray]"]
"""Gives first and second derivative of the loss by the score of every candidate."""


def listwise(worth: np.ndarray, sizes: np.ndarray) -> Slopes:
    """Give the slopes of the conditional logit loss (`ranking`).

    Args:
        worth: how good each candidate is, 0 to 1.
        sizes: how many candidates each figure has, in order.
    """
    import numpy as np

    starts = starts_of(sizes)

    def slopes(scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        likely = likelihoods(scores, starts, sizes)
        good = likely * worth
        found = np.repeat(np.add.reduceat(good, starts) + 1e-12, sizes)
        return likely - good / found, np.maximum(likely * (1 - likely), _FLATTEST)

    return slopes


def boost(matrix: csr_matrix, names: Sequence[str], slopes: Slopes, seed: int, share: float = 1.0) -> Trees:
    """Train trees; the same input gives the same trees.

    Args:
        matrix: candidates by features, ones and zeros.
        names: the features' names.
        slopes: derivatives of the loss.
        seed: of the draws of features.
        share: by which the finished scores are multiplied.
    """
    import numpy as np

    draw = np.random.default_rng(seed)
    scores = np.zeros(matrix.shape[0])
    grown: list[Tree] = []
    for _ in range(TREES):
        drawn = draw.random(matrix.shape[1]) < DRAWN
        tree, leaf_of = _grow(matrix, *slopes(scores), drawn)
        grown.append(tree)
        scores += np.array(tree.value)[leaf_of]
    return _trimmed(names, grown, share)


def _trimmed(names: Sequence[str], grown: Sequence[Tree], share: float) -> Trees:
    """Give the trees with the names that they ask for and no others, their values multiplied."""
    asked = sorted({one for tree in grown for one in tree.feature if one >= 0})
    place = {one: index for index, one in enumerate(asked)} | {-1: -1}
    kept = [
        Tree(
            tuple(place[one] for one in tree.feature),
            tree.absent,
            tree.present,
            tuple(round(share * one * _UNIT) / _UNIT for one in tree.value),
        )
        for tree in grown
    ]
    return Trees([names[one] for one in asked], kept)


class _Leaf:
    """A leaf while a tree grows: its candidates, the sums of them all, and those of them that have each feature."""

    def __init__(self, rows: np.ndarray, sums: np.ndarray, table: np.ndarray, drawn: np.ndarray) -> None:
        import numpy as np

        self.rows, self.sums, self.table = rows, sums, table
        slope, bend, count = table
        fits = drawn & (count >= LEAST_OF_LEAF) & (sums[2] - count >= LEAST_OF_LEAF)
        gain = slope**2 / (bend + PENALTY) + (sums[0] - slope) ** 2 / (sums[1] - bend + PENALTY) - sums[0] ** 2 / (sums[1] + PENALTY)
        gain = np.where(fits, gain, 0.0)
        self.best = int(np.argmax(gain))
        self.gain = float(gain[self.best])

    def value(self) -> float:
        return -RATE * float(self.sums[0]) / (float(self.sums[1]) + PENALTY)


def _grow(matrix: csr_matrix, slope: np.ndarray, bend: np.ndarray, drawn: np.ndarray) -> tuple[Tree, np.ndarray]:
    """Grow one tree; give it, and the leaf of every candidate."""
    import numpy as np

    told = np.column_stack([slope, bend, np.ones_like(slope)])

    def leaf(rows: np.ndarray, part: csr_matrix) -> _Leaf:
        return _Leaf(rows, told[rows].sum(axis=0), np.asarray(part.T @ told[rows]).T, drawn)

    feature, absent, present, value = [-1], [0], [0], [0.0]
    leaves = {0: leaf(np.arange(matrix.shape[0]), matrix)}
    waiting = [(-leaves[0].gain, 0)]
    while waiting and len(leaves) < LEAVES:
        gain, node = heapq.heappop(waiting)
        if gain > -1e-9:
            break
        parent = leaves.pop(node)
        has = np.asarray(matrix[parent.rows, parent.best].todense()).ravel() > 0
        rare = 2 * int(has.sum()) <= len(has)  # the sums of the larger half are what is left
        few, many = (parent.rows[has], parent.rows[~has]) if rare else (parent.rows[~has], parent.rows[has])
        small = leaf(few, matrix[few])
        large = _Leaf(many, parent.sums - small.sums, parent.table - small.table, drawn)
        with_it, without = (small, large) if rare else (large, small)
        feature[node], absent[node], present[node] = parent.best, len(feature), len(feature) + 1
        for child in (without, with_it):
            leaves[len(feature)] = child
            heapq.heappush(waiting, (-child.gain, len(feature)))
            for row, empty in ((feature, -1), (absent, 0), (present, 0), (value, 0.0)):
                row.append(empty)  # type: ignore[arg-type]
    leaf_of = np.zeros(matrix.shape[0], dtype=np.int64)
    for node, one in leaves.items():
        value[node] = one.value()
        leaf_of[one.rows] = node
    return Tree(tuple(feature), tuple(absent), tuple(present), tuple(value)), leaf_of
