"""Places under generated input: names written in many forms and read back, offsets on any text, one result for NFC and NFD."""

from __future__ import annotations

import unicodedata
from datetime import date
from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from solieu import extract
from solieu.extract.doc import rows_of
from solieu.extract.places.periods import at_date
from solieu.extract.places.units import Unit, gazetteer

DAY = "2019-10-10"
SHORT = {"thành phố": ("TP ", "TP. ", "TP.", "Tp. "), "thị xã": ("TX ", "TX. ", "TX."), "quận": ("Q.", "Q. "), "huyện": ("H.", "H. "),
         "phường": ("P.", "P. "), "thị trấn": ("TT ", "TT. "), "xã": ("X.",), "tỉnh": ("T.",)}  # fmt: skip
OLD_TONES = {"òa": "oà", "óa": "oá", "ỏa": "oả", "ọa": "oạ", "ùy": "uỳ", "úy": "uý", "ủy": "uỷ", "òe": "oè"}
LETTERS = st.text(alphabet="aAđĐứỨ ,.-(:/\n0123456789“”’🙂\u0301\u0323ẢỷT.PQH", max_size=60)


@cache
def nlp() -> Any:
    pipeline = extract.blank(words=False)
    pipeline.add_pipe("solieu_places")
    return pipeline


def read(text: str, home: str | None = None) -> list[dict[str, Any]]:
    doc = nlp().make_doc(text)
    doc._.article = {"published": DAY, "province_code": home}
    return rows_of(nlp()(doc), "places") or []


def in_force() -> list[Unit]:
    return [
        unit for unit in gazetteer().units.values()
        if unit.system == "gso" and unit.code and (not unit.valid_from or unit.valid_from <= DAY) and (not unit.valid_to or unit.valid_to >= DAY)
    ]  # fmt: skip


UNITS = in_force()
DISTRICTS = [unit for unit in UNITS if unit.level == "district"]
COMMUNES = [unit for unit in UNITS if unit.level == "commune"]
PROVINCES = [unit for unit in UNITS if unit.level == "province"]


def old_tones(name: str) -> str:
    """Write the tone mark on the other vowel at the end of syllables, as many papers do."""
    parts = []
    for word in name.split(" "):
        tail = next((new for new in OLD_TONES if word.lower().endswith(new) and not word.lower().startswith("qu")), None)
        parts.append(word[: -len(tail)] + OLD_TONES[tail] if tail else word)
    return " ".join(parts)


@st.composite
def written(draw: Any, units: list[Unit]) -> tuple[Unit, str]:
    """A unit and its name behind a type word, in one of the ways the press writes it."""
    unit = draw(st.sampled_from(units))
    head = draw(st.sampled_from([f"{unit.type} ", f"{unit.type.capitalize()} ", *SHORT.get(unit.type, ())]))
    name = draw(st.sampled_from([unit.name, old_tones(unit.name), unit.name.replace("'", "’")]))
    return unit, f"{head}{name}"


@settings(max_examples=150, deadline=None)
@given(written(PROVINCES), st.sampled_from(["Mưa to ở {}.", "{} có mưa to.", "(Tin từ {})"]))
def test_a_province_is_read_back(pair: tuple[Unit, str], frame: str) -> None:
    unit, printed = pair
    assert [row["code"] for row in read(frame.format(printed))] == [unit.code]


@settings(max_examples=200, deadline=None)
@given(written(DISTRICTS), st.sampled_from(["{}, tỉnh {}", "{} ({})", "{}, {}", "{} thuộc {}"]))
def test_a_district_is_read_back_beside_its_province(pair: tuple[Unit, str], frame: str) -> None:
    unit, printed = pair
    province = gazetteer().province(unit)
    assert province is not None
    if province.type != "tỉnh":
        frame = frame.replace("tỉnh ", "TP ")
    text = "Mưa to ở " + frame.format(printed, province.name) + "."
    assert [row["code"] for row in read(text)][:1] == [unit.code]


@settings(max_examples=200, deadline=None)
@given(written(COMMUNES))
def test_a_commune_is_read_back_beside_its_district_and_province(pair: tuple[Unit, str]) -> None:
    unit, printed = pair
    district = at_date(gazetteer(), gazetteer().units[unit.parent or ""], date.fromisoformat(DAY))
    province = gazetteer().province(unit)
    assert province is not None
    head = "TP" if province.type == "thành phố" else "tỉnh"
    rows = read(f"Mưa to ở {printed}, {district.type} {district.name}, {head} {province.name}.")
    assert rows[0]["code"] in {
        one.code for one in COMMUNES if one.name == unit.name and one.type == unit.type and one.parent == unit.parent
    }


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(DISTRICTS), min_size=2, max_size=4, unique_by=lambda unit: unit.name), st.sampled_from(PROVINCES))
def test_a_list_of_districts_of_one_province(units: list[Unit], province: Unit) -> None:
    inside = [unit for unit in DISTRICTS if unit.parent == province.id and unit.type == "huyện"][: len(units)]
    if len(inside) < 2:
        return
    names = ", ".join(unit.name for unit in inside[:-1]) + " và " + inside[-1].name
    rows = read(
        f"Tỉnh {province.name} họp. Các huyện {names} đều dự."
        if province.type == "tỉnh"
        else f"TP {province.name} họp. Các huyện {names} đều dự."
    )
    assert [row["code"] for row in rows[1:]] == [unit.code for unit in inside]


@settings(max_examples=150, deadline=None)
@given(written(UNITS), LETTERS, LETTERS)
def test_offsets_hold_on_any_text(pair: tuple[Unit, str], before: str, after: str) -> None:
    text = f"{before} {pair[1]} {after}"
    for row in read(text):
        assert text[row["start"] : row["end"]] == row["quote"]
        assert 0 <= row["confidence"] <= 1


@settings(max_examples=150, deadline=None)
@given(written(UNITS), written(DISTRICTS))
def test_decomposed_text_gives_the_same_units(one: tuple[Unit, str], other: tuple[Unit, str]) -> None:
    text = f"Sáng nay, {one[1]} và {other[1]} có mưa."
    assert [row["code"] for row in read(text)] == [row["code"] for row in read(unicodedata.normalize("NFD", text))]


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(["ông", "bà", "anh", "chị", "ca sĩ", "bị cáo"]),
    st.sampled_from(["", "Nguyễn ", "Trần ", "Lê "]),
    st.sampled_from(PROVINCES),
)
def test_a_person_of_that_name_is_no_place(title: str, family: str, province: Unit) -> None:
    assert read(f"Hôm qua {title} {family}{province.name} kể lại.") == []


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(["đường", "phố", "chợ", "trường", "báo", "sông"]), st.sampled_from(PROVINCES))
def test_a_thing_of_that_name_is_no_place(thing: str, province: Unit) -> None:
    assert read(f"Hôm qua, {thing} {province.name} đông người.") == []
