"""Boosted trees beside the weights of a ranker, and the classes of words that they ask for."""

from __future__ import annotations

from typing import Any

import pytest
from solieu.extract.lexicon import read_lexicon
from solieu.extract.linking.cohesion import Cohesion
from solieu.extract.linking.word_classes import VERBS, WordClasses, class_of
from solieu.extract.text.sentences import sentence_bounds
from solieu.extract.text.view import fold
from solieu.models.boosting import Tree, Trees
from solieu.models.ranking import Group, LinkModel, fit_ranker

TWO_LEVELS = Tree((0, -1, 1, -1, -1), (1, 0, 3, 0, 0), (2, 0, 4, 0, 0), (0.0, 0.5, 0.0, -1.0, 2.0))


def only_together() -> list[Group]:
    """Figures whose candidate is right where it is both `near` and a `verb`'s, and wrong where it is one alone; weights cannot say that."""
    kinds = ((("near", "verb"), 0), (("near", "verb"), 0), (("near",), 1), (("verb",), 1))
    return [Group((features, ()), right, str(at)) for at in range(300) for features, right in kinds]


@pytest.mark.parametrize(
    ("features", "score"),
    [
        pytest.param((), 0.5, id="without the first sign"),
        pytest.param(("second",), 0.5, id="the second sign alone is not asked for"),
        pytest.param(("first",), -1.0, id="with the first sign alone"),
        pytest.param(("first", "second", "unknown"), 2.0, id="with both, and one that the tree does not know"),
    ],
)
def test_a_tree_adds_the_value_of_its_leaf(features: tuple[str, ...], score: float) -> None:
    assert Trees(("first", "second"), [TWO_LEVELS]).score(features) == score
    assert Trees(("first", "second"), [TWO_LEVELS, TWO_LEVELS]).score(features) == 2 * score


def test_trees_learn_what_counts_only_together() -> None:
    groups = only_together()

    def right(trees: float) -> float:
        ranker = fit_ranker(groups, strength=1.0, rarest=1, trees=trees)
        return sum(ranker.choose(group.candidates)[0] == group.right for group in groups) / len(groups)

    assert right(0.0) < 0.9
    assert right(0.9) == 1.0


def test_trees_twice_are_the_same_and_survive_their_file() -> None:
    one, other = (LinkModel({"place": fit_ranker(only_together(), trees=0.5)}, {}).to_bytes() for _ in range(2))
    assert one == other
    again = LinkModel.from_bytes(one)
    assert again.to_bytes() == one
    assert again.rankers["place"].trees is not None


@pytest.mark.parametrize(
    "tree",
    [
        pytest.param([[0, -1], [1, 0], [0, 0], [0.0, 1.0]], id="a node that leads back to itself"),
        pytest.param([[0, -1], [1, 0], [7, 0], [0.0, 1.0]], id="a node that leads out of the tree"),
        pytest.param([[3, -1, -1], [1, 0, 0], [2, 0, 0], [0.0, 1.0, 1.0]], id="a feature without a name"),
        pytest.param([[-1], [0], [0], []], id="rows of different length"),
        pytest.param([[], [], [], []], id="no node"),
        pytest.param([[-1], [0], [0]], id="no values"),
    ],
)
def test_a_tree_that_would_lead_nowhere_is_refused(tree: Any) -> None:
    with pytest.raises(ValueError, match=r"tree|unpack"):
        Trees.from_plain({"names": ["first"], "trees": [tree]})


@pytest.mark.parametrize(
    ("words", "sort"),
    [
        pytest.param("học sinh giỏi cấp tỉnh", "person", id="who is counted"),
        pytest.param("cho biết", "say", id="what somebody says"),
        pytest.param("xảy ra trên quốc lộ", "happen", id="what happens"),
        pytest.param("diện tích gieo trồng", "measure", id="what is measured"),
        pytest.param("Khởi tố bị can", "enforce", id="what the police do, with a capital"),
        pytest.param("xyz", "-", id="no word"),
    ],
)
def test_words_have_the_class_of_their_commonest_sense(words: str, sort: str) -> None:
    assert class_of(fold(words)) == sort


def test_every_class_of_the_lexicon_is_explained() -> None:
    rows = read_lexicon("solieu.extract.linking", "word_classes.tsv", ("word", "class"))
    words = [row["word"] for row in rows]
    assert len(words) == len(set(words)) > 4000
    assert all(word == fold(word) for word in words)
    nouns = "person office body place works thing living money land paper event mishap crime programme measure unit time part field act abstract"
    assert {row["class"] for row in rows} == VERBS | {*nouns.split(), "quality", "grammar"}


def test_verbs_and_nouns_are_found_in_a_span() -> None:
    text = fold("Công an huyện đã khởi tố 12 bị can, thu giữ 30 xe máy.")
    words, at = WordClasses.of(text, [(0, len(text)), (0, len(text))]), text.index("12")
    assert words.verb(0, at, last=True) == "enforce"
    assert words.noun(at, text.index(",")) == "person"
    assert words.verb(0, 3) == "-"


def test_sentences_that_repeat_words_hang_together() -> None:
    text = "Huyện có 40 trường học đạt chuẩn. Trường học đạt chuẩn tăng 5 trường. Mưa lớn gây ngập nhiều nơi."
    cohesion = Cohesion(fold(text), sentence_bounds(text))
    assert cohesion.shared(0, 1) == 3
    assert cohesion.shared(0, 2) == 0
    assert cohesion.names(1, "trường")
    assert not cohesion.names(2, "trường")
    assert not cohesion.names(9, "trường")
