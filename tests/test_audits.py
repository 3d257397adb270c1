"""Audits: every planted error is found, nothing that is right is alarmed, and every check says what it did."""

from __future__ import annotations

import re
from typing import Any

import pytest
from planted import NEVER_ALARMED, PLANTED
from solieu.extract.breakdowns.vietnamese import printed_amount, printed_number

_MARK = re.compile(r"\[([^|\]]+)\|([^|\]]+)\]")
CASES = [pytest.param(check, text, id=name) for check, texts in PLANTED.items() for name, text in texts.items()]


def audits(nlp: Any, text: str) -> list[Any]:
    return list(nlp(text)._.audits)


@pytest.mark.parametrize(("check", "text"), CASES)
def test_as_printed_nothing_is_alarmed(nlp, check, text):
    printed = _MARK.sub(r"\1", text)
    assert printed != text
    assert [one.explanation_en for one in audits(nlp, printed) if not one.ok] == []


@pytest.mark.parametrize(("check", "text"), CASES)
def test_a_planted_error_is_found(nlp, check, text):
    doc = nlp(_MARK.sub(r"\2", text))
    failed = [one for one in doc._.audits if one.check == check and not one.ok]
    assert failed
    named = {row.statistic_id for row in doc._.statistics if check in row.flags}
    assert named == {one for audit in failed for one in audit.statistic_ids}
    assert all(one.difference == pytest.approx(one.expected - one.reported, abs=1e-5) for one in failed)


@pytest.mark.parametrize("text", NEVER_ALARMED.values(), ids=NEVER_ALARMED)
def test_what_the_text_does_not_claim_is_not_alarmed(nlp, text):
    assert [one.explanation_en for one in audits(nlp, text) if not one.ok] == []


@pytest.mark.parametrize(("check", "text"), CASES)
def test_every_check_explains_itself_in_one_sentence_of_each_language(nlp, check, text):
    for shown in (1, 2):
        doc = nlp(_MARK.sub(rf"\{shown}", text))
        quotes = {row.statistic_id: row.quote for row in doc._.statistics}
        for one in doc._.audits:
            for said in (one.explanation_vi, one.explanation_en):
                assert said[0].isupper() or not said[0].isalpha()
                assert said.endswith(").") and "\n" not in said
                assert sum(f"“{quotes[member]}”" in said for member in one.statistic_ids) >= len(set(one.statistic_ids)) - (
                    one.check == "change"
                )
            assert one.ok == ("không khớp" not in one.explanation_vi and "vượt" not in one.explanation_vi)
            assert one.ok == ("does not agree" not in one.explanation_en and "exceeds its whole" not in one.explanation_en)


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        pytest.param(
            "Huyện có 12.400 hộ, trong đó 9.300 hộ dùng nước sạch, chiếm 80%.",
            "“9.300 hộ” trên “12.400 hộ” bằng 75%, không khớp với “80%” (9.300 ÷ 12.400 = 75%; lệch 5 điểm phần trăm).",
            "“9.300 hộ” of “12.400 hộ” is 75%, which does not agree with “80%” (9.300 ÷ 12.400 = 75%; off by 5 percentage points).",
            id="a share that fails shows the quotient and by how much it is off",
        ),
        pytest.param(
            "Công trình có vốn 36,5 tỷ đồng, gồm 20 tỷ đồng vốn trung ương và 16,5 tỷ đồng vốn tỉnh.",
            "“20 tỷ đồng” và “16,5 tỷ đồng” cộng lại bằng 36,5 tỷ, khớp với “36,5 tỷ đồng” (20 tỷ + 16,5 tỷ = 36,5 tỷ).",
            "“20 tỷ đồng” and “16,5 tỷ đồng” add up to 36,5 billion, which agrees with “36,5 tỷ đồng” "
            "(20 billion + 16,5 billion = 36,5 billion).",
            id="a sum of money is shown in the scale it is printed in",
        ),
        pytest.param(
            "Số hộ nghèo giảm từ 1.200 hộ xuống còn 900 hộ, giảm 400 hộ.",
            "Từ “1.200 hộ” đến “900 hộ” là giảm 300, không khớp với mức giảm “400 hộ” như in (1.200 − 900 = 300; lệch 100).",
            "From “1.200 hộ” to “900 hộ” is a decrease of 300, which does not agree with the printed decrease of “400 hộ” "
            "(1.200 − 900 = 300; off by 100).",
            id="a decrease is said as one, without a sign",
        ),
        pytest.param(
            "Huyện có 12 xã, trong đó 15 xã đạt chuẩn.",
            "Phần “15 xã” lớn hơn tổng thể “12 xã” (15 > 12; vượt 3).",
            "The part “15 xã” exceeds its whole “12 xã” (15 > 12; by 3).",
            id="a part beyond its whole is said to be that",
        ),
    ],
)
def test_what_an_explanation_says(nlp, text, vi, en):
    (audit,) = audits(nlp, text)
    assert (audit.explanation_vi, audit.explanation_en) == (vi, en)


@pytest.mark.parametrize(
    ("value", "printed"),
    [(12360, "12.360"), (5.2, "5,2"), (0, "0"), (-0.004, "-0,004"), (1234567.5, "1.234.567,5"), (33.333333, "33,33")],
    ids=lambda value: f"{value} in Vietnamese style",
)
def test_numbers_in_vietnamese_style(value, printed):
    assert printed_number(value) == printed


@pytest.mark.parametrize(
    ("value", "english", "printed"),
    [
        pytest.param(12.5e9, False, "12,5 tỷ", id="billions are tỷ"),
        pytest.param(12.5e9, True, "12,5 billion", id="and billion in English"),
        pytest.param(1234567, False, "1.234.567", id="no digit is lost to a scale word"),
        pytest.param(3e5, False, "300.000", id="below a million there is no scale word"),
    ],
)
def test_amounts_with_scale_words(value, english, printed):
    assert printed_amount(value, english) == printed
