"""Words that probably belong to a subject, and the candidate that agrees with them and with the ranker."""

from __future__ import annotations

import pytest
from solieu.extract.figures import Figure
from solieu.extract.linking.beliefs import Weigh, believed
from solieu.extract.linking.choices import NOTHING, Belief
from solieu.extract.linking.consensus import consensus
from solieu.extract.linking.context_features import INHERITED, Told
from solieu.extract.linking.context_phrases import TextContext
from solieu.extract.text.view import view as make_view

TEXT = "Ở xã Hoa Sen, trường có 40 em thuộc hộ nghèo."


def figure_at(quote: str, sentence: int = 0, subject: str | None = None) -> Figure:
    start = TEXT.index(quote)
    end = start + len(quote)
    return Figure(
        0, start, end, start + 2, start, "count", 40.0, 40.0, 40.0, "exact", False, "em", "person", None, "40", 1.0, sentence,
        (0, len(TEXT)), subject=subject,
    )  # fmt: skip


def beliefs(figures: list[Figure], index: int, weigh: Weigh) -> Belief:
    return believed(TextContext.of(make_view(TEXT), figures), index, weigh)


def test_words_have_the_probability_of_their_phrase_and_the_counted_noun_is_sure() -> None:
    def weigh(index: int, one: Told) -> float:
        return 0.8 if one.phrase.first == "hộ nghèo" else 0.1

    found = beliefs([figure_at("40 em")], 0, weigh)
    assert found["nghèo"] == found["hộ"] == 0.8
    assert found["hoa"] == found["trường"] == 0.1
    assert found["em"] == 0.9


def test_an_earlier_subject_tells_only_of_words_that_stand_nowhere_near() -> None:
    def weigh(index: int, one: Told) -> float:
        return 0.7 if one.phrase.opener == INHERITED else 0.2

    figures = [figure_at("40 em", 0, "em mồ côi thuộc hộ nghèo"), figure_at("40 em", 0)]
    found = beliefs(figures, 1, weigh)
    assert found["mồ"] == found["côi"] == 0.7
    assert found["nghèo"] == 0.2


@pytest.mark.parametrize(
    ("belief", "chosen"),
    [
        pytest.param(NOTHING, "em thuộc hộ nghèo", id="without a belief the ranker's favourite"),
        pytest.param({"em": 0.9, "mồ": 0.9, "côi": 0.9}, "em mồ côi", id="a belief in other words outweighs a small lead"),
        pytest.param({"em": 0.9, "hộ": 0.5, "nghèo": 0.5}, "em thuộc hộ nghèo", id="a belief in the same words confirms it"),
    ],
)
def test_the_candidate_that_agrees_with_both(belief: dict[str, float], chosen: str) -> None:
    candidates = [("em thuộc hộ nghèo", None), ("em mồ côi", None)]
    best, expected = consensus(candidates, [0.3, 0.0], belief)
    assert candidates[best][0] == chosen and 0 <= expected <= 1
