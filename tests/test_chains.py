"""Rows of choices: the best row is that of all rows with the highest sum."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from solieu.extract.linking.chains import Link, best_row, chained, one_by_one
from solieu.models.ranking import Ranker

PLACES = st.lists(st.lists(st.tuples(st.sampled_from("abc"), st.integers(-4, 4)), min_size=1, max_size=3), max_size=5)


def _worth(row: tuple[int, ...], keys: list[list[str]], scores: list[list[int]], ties: list[int]) -> int:
    kept = sum(ties[at] for at in range(1, len(row)) if keys[at][row[at]] == keys[at - 1][row[at - 1]])
    return kept + sum(scores[at][one] for at, one in enumerate(row))


@settings(max_examples=200, deadline=None)
@given(PLACES, st.lists(st.integers(0, 3), min_size=5, max_size=5))
def test_no_other_row_is_worth_more(places: list[list[tuple[str, int]]], ties: list[int]) -> None:
    keys = [[key for key, _ in place] for place in places]
    scores = [[score for _, score in place] for place in places]
    found = best_row(keys, scores, ties[: len(keys)])
    assert len(found) == len(places)
    every = product(*(range(len(place)) for place in places))
    assert _worth(tuple(found), keys, scores, ties) == max(_worth(row, keys, scores, ties) for row in every)


RANKER = Ranker({"good": 1.0, "bad": -1.0, "little": 0.2})
CASES = [
    pytest.param(0.0, [0, 1, 0], id="untied figures each take what they would by themselves"),
    pytest.param(2.0, [0, 0, 0], id="tied figures take what their neighbours take where they themselves hardly lean elsewhere"),
]


@pytest.mark.parametrize(("tie", "expected"), CASES)
def test_ties_weigh_against_what_a_figure_would_take_by_itself(tie: float, expected: list[int]) -> None:
    sure, leaning = (("good",), ("bad",)), ((), ("little",))
    row = [Link(at, ("x", "y"), ("x", "y"), features, tie) for at, features in enumerate((sure, leaning, sure))]
    assert [at for at, _ in chained(RANKER, 0.0)(row)] == expected


def test_a_candidate_that_may_not_be_taken_is_not() -> None:
    features = (("rule",), ("good",))
    allowed, barred = (Link(0, "xy", "xy", features, 0.0, lambda *_, may=may: may) for may in (True, False))
    assert [chained(RANKER, 0.5)([link])[0][0] for link in (allowed, barred)] == [1, 0]


def test_the_rules_candidate_counts_by_its_bonus() -> None:
    link = Link(0, "xy", "xy", (("rule",), ("good",)), 0.0)
    assert [chained(RANKER, bonus)([link])[0][0] for bonus in (0.5, 1.5)] == [1, 0]


def test_one_by_one_asks_only_where_there_is_a_choice() -> None:
    asked: list[int] = []

    def decide(index: int, *_: object) -> tuple[int, float]:
        asked.append(index)
        return 1, 0.5

    row = [Link(0, ("x",), ("x",), (), 0.0), Link(1, ("x", "y"), ("x", "y"), ((), ()), 0.0)]
    assert one_by_one(decide)(row) == [(0, 1.0), (1, 0.5)]
    assert asked == [1]
