"""Where a phrase may be cut: never between the two syllables of a word."""

from __future__ import annotations

import pytest
from solieu.extract.linking.compounds import splits_word, two_syllables


@pytest.mark.parametrize(
    ("text", "syllable", "parted"),
    [
        pytest.param("trên toàn quốc nhà máy", "quốc", True, id="the end of 'toàn quốc'"),
        pytest.param("bị cáo khai nhận", "cáo", True, id="the end of 'bị cáo'"),
        pytest.param("diện tích lúa", "tích", True, id="the end of 'diện tích'"),
        pytest.param("của công nhân dân", "nhân", False, id="both neighbours would take it"),
        pytest.param("tổng số học sinh", "học", False, id="the beginning of 'học sinh'"),
        pytest.param("hộ nghèo", "hộ", False, id="the beginning of the text"),
        pytest.param("xã: dân số", "dân", False, id="behind a sign"),
    ],
)
def test_boundaries(text: str, syllable: str, parted: bool) -> None:
    assert splits_word(text, text.index(syllable)) is parted


def test_nothing_is_parted_at_the_end_of_the_text() -> None:
    text = "học sinh "
    assert not any(splits_word(text, len(text) + beyond) for beyond in range(3))


def test_the_dictionary_of_underthesea_is_found() -> None:
    assert {"học sinh", "diện tích"} <= two_syllables()
