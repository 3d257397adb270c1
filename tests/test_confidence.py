"""The confidence of whole rows: what the judge learns, and what the tables say."""

import pytest
from solieu.extract import load
from solieu.models.confidence import Row, RowJudge, fold_of, train_judge

ROWS = [Row(("near" if n % 3 else "far", "count"), bool(n % 3) and n % 10 != 0, f"article {n}") for n in range(300)]


def test_a_judge_learns_which_rows_are_right():
    judge, measured = train_judge(ROWS)
    near, far = judge.probability(("near", "count")), judge.probability(("far", "count"))
    assert near > 0.7
    assert far < 0.3
    assert measured["rows"] == 300 and measured["cross_validated_ece"] < 0.2


def test_the_same_rows_give_the_same_judge():
    assert train_judge(ROWS)[0].to_plain() == train_judge(list(ROWS))[0].to_plain()


def test_what_is_written_is_read_again():
    judge, _ = train_judge(ROWS)
    again = RowJudge.from_plain(judge.to_plain())
    assert again.probability(("near", "never seen")) == judge.probability(("near", "never seen"))


@pytest.mark.parametrize("rows", [[], [Row(("a",), True, "x")] * 9], ids=["no rows", "rows that are all right"])
def test_nothing_to_learn_is_an_error(rows):
    with pytest.raises(ValueError, match="right"):
        train_judge(rows)


def test_a_fold_is_the_same_every_time():
    assert fold_of("bac-giang-2019-trade") == fold_of("bac-giang-2019-trade")
    assert {fold_of(f"article {n}") for n in range(60)} == {0, 1, 2, 3, 4}


def test_a_row_is_surer_of_its_value_than_of_itself():
    nlp = load()
    rows = nlp("Theo UBND huyện Như Xuân, huyện có 400 cán bộ, công chức cấp xã, trong đó 300 người có trình độ đại học.")._.statistics
    assert len(rows) == 2
    for row in rows:
        assert 0 < row.confidence < row.value_confidence <= 1


def test_rules_alone_give_no_other_confidence_than_that_of_the_value():
    for row in load(model="rules")("Xã có 23 hộ nghèo.")._.statistics:
        assert row.confidence == row.value_confidence
