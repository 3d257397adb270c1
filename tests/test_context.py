"""The phrases around a figure, and subjects told fully by those that belong to them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from solieu.extract.figures import Figure
from solieu.extract.lexicon import read_lexicon
from solieu.extract.linking.beliefs import Weigh
from solieu.extract.linking.context import tell_fully
from solieu.extract.linking.context_features import Told
from solieu.extract.linking.context_phrases import TextContext, in_dateline
from solieu.extract.text.view import view as make_view

PHRASES = r"""
a preposition parts and opens | Hai xe bị kẹt ở ga Hoa Sen do sạt lở | Hai xe / kẹt / ga Hoa Sen / sạt lở
a dash inside a name joins | tuyến Hoa Sen - Bình Lâm dài | tuyến Hoa Sen - Bình Lâm dài
a dash elsewhere parts | mua vào - bán buôn | mua / bán buôn
an opener inside a verb of two syllables parts nothing | tăng cường cán bộ trẻ | tăng cường cán bộ trẻ
verbs of reporting part | nhà thầu Hoa Sen cho biết tin mừng | nhà thầu Hoa Sen / tin mừng
an opener before its own word parts nothing | mức tăng trưởng kinh tế | mức tăng trưởng kinh tế
a word with a capital opens nothing | tại huyện Như Thanh và xã | huyện Như Thanh / xã
signs part | lúa, ngô; sắn | lúa / ngô / sắn
a new line parts | Trường Hoa Sen\nNhà văn hóa | Trường Hoa Sen / Nhà văn hóa
"""


def figure_at(text: str, quote: str, subject: str | None, **columns: Any) -> Figure:
    """Make a figure of one sentence, whose words are found in the text."""
    start = text.index(quote)
    end = start + len(quote)
    made = Figure(
        0, start, end, end, start, "count", 1.0, 1.0, 1.0, "exact", False, None, "count", None, "1", 1.0, 0, (0, len(text)), subject=subject
    )
    for name, value in columns.items():
        setattr(made, name, value)
    return made


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*row.replace("\\n", "\n").split(" | ")[1:], id=row.split(" | ")[0]) for row in PHRASES.strip().splitlines()],
)
def test_phrases_of_a_text(text: str, expected: str) -> None:
    text = text.replace("\\n", "\n")
    phrases = TextContext.of(make_view(text), []).phrases
    assert [text[one.start : one.end] for one in phrases] == expected.split(" / ")


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        pytest.param("Tin mới\n(Báo Hoa Sen) - Xã có điện", True, id="a paper in brackets at a line's beginning"),
        pytest.param("Tin mới\n(Baohoasen.vn) - Xã có điện", True, id="a site in brackets"),
        pytest.param("Baohoasen.vn - Xã có điện", True, id="a site that opens the text"),
        pytest.param("TTO - Xã có điện", True, id="a paper in capitals"),
        pytest.param("Hoa Sen - Xã có điện", False, id="another name before a dash"),
        pytest.param("Xã Hoa Sen (Bình Lâm) - có điện", False, id="brackets inside a line"),
    ],
)
def test_the_paper_at_a_line_s_beginning(text: str, dateline: bool) -> None:
    view = make_view(text)
    phrases = TextContext.of(view, []).phrases
    assert any(in_dateline(view, one) for one in phrases) is dateline


def test_figures_and_times_are_part_of_no_phrase() -> None:
    text = "đến năm 2020 có 40 hộ nghèo ở ấp Sen"
    found = TextContext.of(make_view(text), [figure_at(text, "40 hộ", None)], [(4, 12)]).phrases
    assert [(text[one.opened : one.end], one.opener) for one in found] == [("nghèo", "#"), ("ở ấp Sen", "ở")]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80) | st.text(alphabet="aơđ -,.&(ở\n1A", max_size=80))
def test_phrases_lie_in_the_text_in_order(text: str) -> None:
    view = make_view(text)
    end = 0
    for phrase in TextContext.of(view, []).phrases:
        assert end <= phrase.opened <= phrase.start < phrase.end <= len(view.text)
        end = phrase.end


def tell(text: str, figures: list[Figure], weigh: Weigh) -> None:
    """Tell the subjects of a text's figures fully."""
    tell_fully(TextContext.of(make_view(text), figures), weigh)


TEXT = "Sáng nay mưa bão, 150 người bị kẹt ở ga Hoa Sen, nhà thầu Bình Lâm cho biết."
FULLER = """
a phrase with its preposition follows | ở ga Hoa Sen | người bị kẹt ở ga Hoa Sen
another stands in brackets | nhà thầu Bình Lâm | người bị kẹt (nhà thầu Bình Lâm)
both in the order of the text | nhà thầu Bình Lâm / ở ga Hoa Sen | người bị kẹt ở ga Hoa Sen (nhà thầu Bình Lâm)
nothing is added where nothing belongs | - | người bị kẹt
"""


@pytest.mark.parametrize(
    ("likely", "expected"), [pytest.param(*row.split(" | ")[1:], id=row.split(" | ")[0]) for row in FULLER.strip().splitlines()]
)
def test_a_subject_is_told_fully(likely: str, expected: str) -> None:
    figures = [figure_at(TEXT, "150 người", "người bị kẹt")]

    def weigh(index: int, told: Told) -> float:
        return 0.9 * (TEXT[told.phrase.opened : told.phrase.end] in likely.split(" / "))

    tell(TEXT, figures, weigh)
    assert figures[0].subject == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Tỉnh đã tăng cường cán bộ trẻ cho các xã thuộc 61 huyện", "huyện", id="what is done in the places that are counted"),
        pytest.param("Tỉnh đã tăng cường cán bộ trẻ cho 61 huyện", "huyện (tăng cường cán bộ trẻ)", id="what is done for what is counted"),
    ],
)
def test_what_is_done_in_places_tells_nothing_of_them(text: str, expected: str) -> None:
    figures = [figure_at(text, "61 huyện", "huyện")]
    tell(text, figures, lambda _, told: 0.9 * (text[told.phrase.start : told.phrase.end].endswith("tăng cường cán bộ trẻ")))
    assert figures[0].subject == expected


def test_what_is_known_or_unlikely_is_not_added() -> None:
    seen: list[str] = []
    figures = [figure_at(TEXT, "150 người", "người bị kẹt ở ga Hoa Sen")]

    def weigh(index: int, told: Told) -> float:
        seen.append(TEXT[told.phrase.start : told.phrase.end])
        return 0.2

    tell(TEXT, figures, weigh)
    assert figures[0].subject == "người bị kẹt ở ga Hoa Sen"
    assert "ga Hoa Sen" not in seen and "nhà thầu Bình Lâm" in seen


def test_a_share_says_what_its_count_says() -> None:
    text = "Ở thôn Lâm Thượng có 40 em (80%) đạt."
    figures = [figure_at(text, "40 em", "em"), figure_at(text, "80%", "em", share=0, kind="percentage")]
    asked: list[int] = []

    def weigh(index: int, told: Told) -> float:
        asked.append(index)
        return 0.9 * (told.phrase.opener == "^ở")

    tell(text, figures, weigh)
    assert {figure.subject for figure in figures} == {"em ở thôn Lâm Thượng"} and set(asked) == {0}


def test_a_part_says_what_its_whole_says() -> None:
    text = "Ở thôn Lâm Thượng có 40 em, trong đó 9 em giỏi."
    figures = [figure_at(text, "40 em", "em"), figure_at(text, "9 em", "em", total=0, category="giỏi")]
    tell(text, figures, lambda index, told: 0.9 * (told.phrase.opener == "^ở" and index == 0))
    assert {figure.subject for figure in figures} == {"em ở thôn Lâm Thượng"}


@pytest.mark.parametrize(
    ("text", "quote", "subject", "phrase", "expected"),
    [
        pytest.param(
            "Có 20 người học đại học, cao đẳng, trung cấp (vượt mức).",
            "20 người",
            "người học đại học",
            "cao đẳng",
            "người học đại học, cao đẳng, trung cấp",
            id="a list goes on to its end",
        ),
        pytest.param(
            "Xã cử 20 người ưu tú và nhiệt tình.",
            "20 người",
            "người ưu tú",
            "nhiệt tình",
            "người ưu tú và nhiệt tình",
            id="and joins as printed",
        ),
        pytest.param(
            "Cán bộ về các xã thuộc 61 huyện nghèo.", "61 huyện", "huyện nghèo", "các xã", "huyện nghèo", id="what lies in them is not said"
        ),
        pytest.param(
            "Có 8 người đi Lâm Thượng; lo 93% hộ.", "93%", "hộ", "lâm thượng", "hộ", id="nor what is of a figure before a semicolon"
        ),
        pytest.param("Ông Lâm cho biết có 9 hộ.", "9 hộ", "hộ", "ông lâm", "hộ", id="nor who reports"),
        pytest.param("Có 9 hộ ở xã; trồng keo lai.", "9 hộ", "hộ", "keo lai", "hộ", id="nor what stands behind a semicolon"),
        pytest.param("Về 6 đơn vị (Sở Lâm Bình; Sở Hoa Sen).", "6 đơn vị", "đơn vị", "sở lâm bình", "đơn vị", id="nor the first of a list"),
        pytest.param("Đổi mới công tác hộ. Có 9 hộ.", "9 hộ", "hộ", "đổi mới công tác hộ", "hộ", id="nor what adds only hollow words"),
        pytest.param("Tin từ Sở Lâm Bình, có 9 hộ.", "9 hộ", "hộ", "sở lâm bình", "hộ", id="nor whose news it is"),
        pytest.param("Nuôi cán bộ lượt CB có 9 cán bộ.", "9 cán bộ", "cán bộ", "lượt cb", "cán bộ", id="nor a short form of it"),
        pytest.param("Tuy nhiên, xã có 9 hộ.", "9 hộ", "hộ", "tuy nhiên", "hộ", id="nor words that only lead on"),
    ],
)
def test_what_is_added_and_how(text: str, quote: str, subject: str, phrase: str, expected: str) -> None:
    figures = [figure_at(text, quote, subject, left=text.index(quote))]
    if "8 người" in text:
        figures.insert(0, figure_at(text, "8 người", "người"))
    tell(text, figures, lambda index, told: 0.9 * (text[told.phrase.start : told.phrase.end].lower() == phrase))
    assert figures[-1].subject == expected


@pytest.mark.parametrize(
    ("text", "quote", "word"),
    [
        pytest.param(
            "Vườn thú Sông Lam sẽ nuôi dưỡng khoảng 300 loài động vật.",
            "300 loài động vật",
            "Sông Lam",
            id="what has them opens the sentence",
        ),
        pytest.param(
            "Sạt lở trên đường sắt khiến gần 150 người bị kẹt ở ga Hoa Sen.", "150 người", "ga Hoa Sen", id="where they are follows"
        ),
    ],
)
def test_shipped_classifier_tells_what_a_short_subject_leaves_out(nlp: Any, text: str, quote: str, word: str) -> None:
    row = next(one for one in nlp(text)._.statistics if one.quote == quote)
    assert word.lower() in (row.subject or "").lower()


def test_years_in_prison_are_a_sentence(nlp: Any) -> None:
    (row,) = nlp("Ngày 5/6, tòa tuyên phạt bị cáo Trần Văn Lâm 9 năm tù về tội trộm cắp.")._.statistics
    assert (row.subject or "").startswith("mức án")


def test_the_sub_group_of_another_figure_is_not_added() -> None:
    text = "Xã có 8 người trình độ đại học, 9 người trình độ cao đẳng."
    figures = [
        figure_at(text, "8 người", "người", category="trình độ đại học"),
        figure_at(text, "9 người", "người", category="trình độ cao đẳng"),
    ]
    seen: list[str] = []

    def weigh(index: int, told: Told) -> float:
        seen.append(told.phrase.first)
        return 0.0

    tell(text, figures, weigh)
    assert "trình độ" not in seen


def test_every_word_of_the_lexicon_has_one_kind() -> None:
    rows = read_lexicon("solieu.extract.linking", "context_openers.tsv", ("word", "kind"))
    assert len({row["word"] for row in rows}) == len(rows)
