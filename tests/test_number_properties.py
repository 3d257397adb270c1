"""Numbers written in many forms and read back; offsets on any text; one reading for composed and decomposed letters."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numbers_reading import figures, reader, records

settings.register_profile("numbers", deadline=None)  # the first number loads the lexicons
settings.load_profile("numbers")

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
GROUPS = ("", "nghìn", "triệu", "tỷ")
REGIONAL = {"nghìn": "ngàn", "tỷ": "tỉ", "linh": "lẻ", "lăm": "nhăm", "bảy": "bẩy"}
"""Forms of the south, or of older spelling, for the words the speller writes."""


def below_thousand(number: int, full: bool) -> list[str]:
    """Spell a number below a thousand; `full` spells a missing hundred ("không trăm linh năm")."""
    hundreds, rest = divmod(number, 100)
    tens, units = divmod(rest, 10)
    words = [DIGITS[hundreds], "trăm"] if hundreds or full else []
    if tens == 0:
        if units:
            words += (["linh"] if words else []) + [DIGITS[units]]
        return words
    words += ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    if units:
        last = {1: "một" if tens == 1 else "mốt", 5: "lăm"}.get(units, DIGITS[units])
        words.append(last)
    return words


def spell(number: int) -> str:
    """Spell a number below 10^12 the northern way."""
    groups = [(number // 1000**power) % 1000 for power in range(4)]
    words: list[str] = []
    for power in (3, 2, 1, 0):
        if groups[power]:
            words += below_thousand(groups[power], bool(words))
            words += [GROUPS[power]] if GROUPS[power] else []
    return " ".join(words)


def southern(words: str) -> str:
    """Respell a number in words as the south writes it; "nhăm" only stands behind twenty and more."""
    return " ".join(REGIONAL.get(word, word) if word != "lăm" or "mươi lăm" in words else word for word in words.split())


def grouped(number: int, sign: str) -> str:
    """Write a whole number with a grouping sign."""
    return f"{number:,}".replace(",", sign)


@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_a_number_in_words_is_read_back(number: int) -> None:
    for words in (spell(number), southern(spell(number)), spell(number).capitalize()):
        assert figures(reader(), f"{words} đồng") == [f"money {number} VND"]


@given(st.integers(min_value=2, max_value=999_999), st.sampled_from(("hộ nghèo", "người dân", "xã", "học sinh")))
def test_a_number_in_words_before_a_noun_is_read_back(number: int, noun: str) -> None:
    (record,) = records(reader(), f"Toàn tỉnh có {spell(number)} {noun}.")
    assert (record.kind, record.value) == ("count", number)


@given(st.integers(min_value=1000, max_value=10**12), st.sampled_from((".", " ", "\u00a0", "\u202f")))
def test_grouped_digits_are_read_back(number: int, sign: str) -> None:
    assert figures(reader(), f"chi {grouped(number, sign)} đồng") == [f"money {number} VND"]


@given(st.integers(min_value=1_000_000, max_value=10**12))
def test_english_grouping_is_read_back(number: int) -> None:
    assert figures(reader(), f"chi {grouped(number, ',')} đồng") == [f"money {number} VND"]


@given(st.integers(min_value=0, max_value=99_999_999), st.integers(min_value=1, max_value=99), st.sampled_from(("ha", "tấn", "kWh", "%")))
def test_decimals_are_read_back(whole: int, cents: int, unit: str) -> None:
    (record,) = records(reader(), f"đạt {grouped(whole, '.')},{cents:02d} {unit}")
    assert Decimal(str(record.value)) == Decimal(f"{whole}.{cents:02d}")


@given(
    st.integers(min_value=1, max_value=9999),
    st.sampled_from((("nghìn", 10**3), ("ngàn", 10**3), ("triệu", 10**6), ("tr", 10**6), ("tỷ", 10**9), ("tỉ", 10**9))),
)
def test_scale_words_multiply(tenths: int, scale: tuple[str, int]) -> None:
    printed = f"{Decimal(tenths) / 10:f}".replace(".", ",")
    assert figures(reader(), f"{printed} {scale[0]} đồng") == [f"money {tenths * scale[1] // 10} VND"]


@given(st.integers(min_value=1, max_value=999), st.integers(min_value=1, max_value=999))
def test_a_smaller_scale_behind_a_larger_one_adds(millions: int, thousands: int) -> None:
    assert figures(reader(), f"{millions} triệu {thousands} nghìn đồng") == [f"money {millions * 10**6 + thousands * 1000} VND"]


@given(
    st.integers(min_value=1, max_value=400),
    st.integers(min_value=1, max_value=400),
    st.sampled_from(
        (
            "{} - {} triệu đồng",
            "từ {} đến {} triệu đồng",
            "{} – {} triệu đồng",
            "{}-{} triệu đồng",
            "{} triệu đến {} triệu đồng",
            "từ {} tới {} triệu đồng",
        )
    ),
)
def test_a_range_is_never_a_mean(low: int, more: int, form: str) -> None:
    high = low + more
    assert figures(reader(), f"giá {form.format(low, high)}") == [f"money {low * 10**6}..{high * 10**6} VND"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("trên", "over"),
        ("hơn", "over"),
        ("gần", "nearly"),
        ("khoảng", "about"),
        ("dưới", "under"),
        ("ít nhất", "at_least"),
        ("không quá", "at_most"),
        ("tối đa", "at_most"),
        ("xấp xỉ", "about"),
    ],
)
@given(number=st.integers(min_value=10, max_value=10**6))
@settings(max_examples=20)
def test_bounds_stand_on_the_right_side(words: str, name: str, number: int) -> None:
    assert figures(reader(), f"có {words} {grouped(number, '.')} hộ") == [f"count {number} hộ ({name})"]


@given(st.integers(min_value=1, max_value=500), st.integers(min_value=11, max_value=900))
def test_a_part_of_a_whole_is_two_counts(part: int, more: int) -> None:
    whole = part + more
    assert figures(reader(), f"{part}/{grouped(whole, '.')} học sinh") == [f"count {part} học sinh", f"count {whole} học sinh"]


PIECES = st.sampled_from(
    (
        "5",
        "1.234",
        "12,5%",
        " ",
        "\n",
        "hai",
        "mươi",
        "ba",
        "năm",
        "phẩy",
        "rưỡi",
        "tỷ",
        "triệu",
        "đồng",
        "-",
        "/",
        "đến",
        "từ",
        "xã",
        "người",
        "nửa",
        "gấp",
        "đôi",
        "âm",
        "😀",
        "e\u0302",
        "ệ",
        ".",
        "(",
        "²",
        "½",
        "٣",
        "km",
        "trên",
        "10.000",
    )
)


@given(st.lists(PIECES, max_size=25).map(" ".join) | st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=80))
@settings(max_examples=300)
def test_every_figure_is_quoted_from_the_text(text: str) -> None:
    for record in records(reader(), text):
        assert text[record.start : record.end] == record.quote != ""


@given(st.lists(PIECES, max_size=20).map(" ".join))
def test_decomposed_letters_read_the_same(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert figures(reader(), decomposed) == figures(reader(), composed)


@given(st.integers(min_value=2, max_value=10**6), st.sampled_from(("Ngày mưa to. ", "Ở đây 😀 đông vui. ", "Tin mới\n")))
def test_text_in_front_only_shifts_offsets(number: int, front: str) -> None:
    text = f"Huyện có {spell(number)} hộ."
    (alone,), (behind,) = records(reader(), text), records(reader(), front + text)
    assert (behind.start - len(front), behind.value, behind.quote) == (alone.start, alone.value, alone.quote)
