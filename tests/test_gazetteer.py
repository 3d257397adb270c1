"""The gazetteer: sound links, both code systems, and facts of its history."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest
from solieu.extract.places.units import LEVELS, REFORM, Gazetteer, Unit, base_id, gazetteer, name_key

_CODE = {"province": r"\d{2}", "district": r"\d{3}", "commune": r"\d{5}"}


@pytest.fixture(scope="module")
def units() -> Gazetteer:
    return gazetteer()


def valid(unit: Unit, day: str) -> bool:
    return (not unit.valid_from or unit.valid_from <= day) and (not unit.valid_to or day <= unit.valid_to)


def in_force(units: Gazetteer, level: str, day: str) -> list[Unit]:
    return [unit for unit in units.units.values() if unit.level == level and unit.system and valid(unit, day)]


def test_every_parent_exists_and_is_of_a_higher_level(units: Gazetteer) -> None:
    for unit in units.units.values():
        if unit.parent:
            assert LEVELS.index(units.units[unit.parent].level) < LEVELS.index(unit.level), unit


def test_every_successor_is_a_unit_of_2025(units: Gazetteer) -> None:
    for unit in units.units.values():
        assert all(units.units[heir].system == "2025" for heir in unit.successors), unit


def test_every_earlier_unit_has_a_successor(units: Gazetteer) -> None:
    assert [unit.id for unit in units.units.values() if unit.system == "gso" and not unit.successors] == []


def test_codes_have_the_length_of_their_level(units: Gazetteer) -> None:
    for unit in units.units.values():
        if unit.code and unit.level in _CODE:
            assert re.fullmatch(_CODE[unit.level], unit.code), unit


def test_ids_carry_system_and_code(units: Gazetteer) -> None:
    for unit in units.units.values():
        if unit.code and unit.system:
            assert base_id(unit) == f"{unit.system}:{unit.code}"


@pytest.mark.parametrize(
    ("level", "day", "count"),
    [
        ("province", "2019-10-03", 63), ("province", "2025-06-30", 63), ("province", "2025-07-01", 34), ("province", "2026-01-01", 34),
        ("province", "2008-07-31", 64), ("province", "2008-08-01", 63), ("district", "2025-06-30", 696), ("district", "2025-07-01", 0),
        ("commune", "2025-06-30", 10035), ("commune", "2025-07-01", 3321),
    ],
)  # fmt: skip
def test_how_many_units_were_in_force(units: Gazetteer, level: str, day: str, count: int) -> None:
    assert len(in_force(units, level, day)) == count


@pytest.mark.parametrize("day", ["2010-01-01", "2015-01-01", "2019-10-10", "2021-06-01", "2023-06-01", "2025-02-01", "2025-07-01"])
def test_no_code_is_in_force_twice(units: Gazetteer, day: str) -> None:
    counts = Counter(base_id(unit) for unit in units.units.values() if unit.code and unit.system and valid(unit, day))
    assert [one for one, count in counts.items() if count > 1] == []


def test_no_row_stands_twice(units: Gazetteer) -> None:
    counts = Counter((unit.system, unit.code, unit.valid_from, unit.valid_to) for unit in units.units.values() if unit.code)
    assert [row for row, count in counts.items() if count > 1] == []


def test_days_are_in_order(units: Gazetteer) -> None:
    for unit in units.units.values():
        for day in (unit.valid_from, unit.valid_to):
            assert not day or date.fromisoformat(day)
        assert not (unit.valid_from and unit.valid_to) or unit.valid_from <= unit.valid_to


def test_units_of_2025_begin_with_the_reform_and_the_others_end_before(units: Gazetteer) -> None:
    for unit in units.units.values():
        if unit.system == "2025":
            assert unit.valid_from >= REFORM.isoformat(), unit
        elif unit.system == "gso" and unit.valid_to:
            assert unit.valid_to < REFORM.isoformat(), unit


def test_a_code_can_pass_to_a_unit_of_another_name(units: Gazetteer) -> None:
    old = {unit.code: unit.name for unit in in_force(units, "province", "2025-06-30")}
    new = {unit.code: unit.name for unit in in_force(units, "province", "2025-07-01")}
    assert {code: (old[code], new[code]) for code in new if old[code] != new[code]} == {
        "15": ("Yên Bái", "Lào Cai"), "24": ("Bắc Giang", "Bắc Ninh"), "44": ("Quảng Bình", "Quảng Trị"), "52": ("Bình Định", "Gia Lai"),
        "80": ("Long An", "Tây Ninh"), "82": ("Tiền Giang", "Đồng Tháp"), "91": ("Kiên Giang", "An Giang"),
    }  # fmt: skip


# a name, the last or first day of a period and what was in force then: code, type, the province around it
FACTS = [
    ("Hà Tây", "2008-07-31", "28", "tỉnh", "Hà Tây"),
    ("Hà Tây", "2008-08-01", None, None, None),
    ("Mê Linh", "2009-01-01", "250", "huyện", "Hà Nội"),
    ("Hà Bắc", "1990-01-01", "", "tỉnh", "Hà Bắc"),
    ("Hà Bắc", "1997-06-01", None, None, None),
    ("Bắc Ninh", "1997-06-01", "27", "tỉnh", "Bắc Ninh"),
    ("Minh Hải", "1990-01-01", "", "tỉnh", "Minh Hải"),
    ("Bắc Thái", "1990-01-01", "", "tỉnh", "Bắc Thái"),
    ("Bắc Kạn", "1997-06-01", "06", "tỉnh", "Bắc Kạn"),
    ("Đắk Nông", "2004-06-01", "67", "tỉnh", "Đắk Nông"),
    ("Hậu Giang", "2004-06-01", "93", "tỉnh", "Hậu Giang"),
    ("Yên Hưng", "2010-01-01", "206", "huyện", "Quảng Ninh"),
    ("Quảng Yên", "2012-01-01", "206", "thị xã", "Quảng Ninh"),
    ("Hoành Bồ", "2019-12-31", "204", "huyện", "Quảng Ninh"),
    ("Hoành Bồ", "2020-02-01", None, None, None),
    ("Tĩnh Gia", "2020-05-31", "407", "huyện", "Thanh Hóa"),
    ("Nghi Sơn", "2020-06-01", "407", "thị xã", "Thanh Hóa"),
    ("Sầm Sơn", "2016-01-01", "382", "thị xã", "Thanh Hóa"),
    ("Sầm Sơn", "2018-01-01", "382", "thành phố", "Thanh Hóa"),
    ("Từ Liêm", "2013-01-01", "019", "huyện", "Hà Nội"),
    ("Nam Từ Liêm", "2015-01-01", "019", "quận", "Hà Nội"),
    ("Bắc Từ Liêm", "2015-01-01", "021", "quận", "Hà Nội"),
    ("Quận 2", "2020-12-31", "769", "quận", "Hồ Chí Minh"),
    ("Quận 9", "2020-12-31", "763", "quận", "Hồ Chí Minh"),
    ("Thủ Đức", "2020-12-31", "762", "quận", "Hồ Chí Minh"),
    ("Thủ Đức", "2021-01-01", "769", "thành phố", "Hồ Chí Minh"),
    ("Sơn Tây", "2008-01-01", "269", "thành phố", "Hà Tây"),
    ("Sơn Tây", "2010-01-01", "269", "thị xã", "Hà Nội"),
    ("Chí Linh", "2009-01-01", "290", "huyện", "Hải Dương"),
    ("Chí Linh", "2015-01-01", "290", "thị xã", "Hải Dương"),
    ("Chí Linh", "2020-01-01", "290", "thành phố", "Hải Dương"),
    ("Long Khánh", "2019-05-31", "732", "thị xã", "Đồng Nai"),
    ("Long Khánh", "2019-06-01", "732", "thành phố", "Đồng Nai"),
    ("Sông Cầu", "2009-01-01", "557", "huyện", "Phú Yên"),
    ("Sông Cầu", "2010-01-01", "557", "thị xã", "Phú Yên"),
    ("Tam Kỳ", "2005-01-01", "502", "thị xã", "Quảng Nam"),
    ("Tam Kỳ", "2007-01-01", "502", "thành phố", "Quảng Nam"),
    ("Kim Bảng", "2024-12-31", "350", "huyện", "Hà Nam"),
    ("Kim Bảng", "2025-01-01", "350", "thị xã", "Hà Nam"),
    ("Phú Quốc", "2020-01-01", "911", "huyện", "Kiên Giang"),
    ("Phú Quốc", "2022-01-01", "911", "thành phố", "Kiên Giang"),
    ("Phú Quốc", "2025-07-01", "31078", "đặc khu", "An Giang"),
    ("Thừa Thiên Huế", "2024-12-31", "46", "tỉnh", None),
    ("Huế", "2024-12-31", "474", "thành phố", None),
    ("Huế", "2025-01-01", "46", "thành phố", "Huế"),
    ("Đạ Tẻh", "2024-11-30", "682", "huyện", "Lâm Đồng"),
    ("Kỳ Anh", "2014-01-01", "447", "huyện", "Hà Tĩnh"),
]


@pytest.mark.parametrize(("name", "day", "code", "kind", "province"), FACTS, ids=[f"{fact[0]} on {fact[1]}" for fact in FACTS])
def test_facts_of_history(units: Gazetteer, name: str, day: str, code: str | None, kind: str | None, province: str | None) -> None:
    key = name_key(name.removeprefix("Quận ")) if name.startswith("Quận ") else name_key(name)
    high = [unit for unit in units.by_name[key] if valid(unit, day) and unit.system and (unit.level != "commune" or day >= "2025-07-01")]
    if kind is not None:
        high = [unit for unit in high if unit.type == kind]
    found = {unit.code or "" for unit in high if province is None or (units.province(unit) or unit).name == province}
    assert found == ({code} if code is not None else set())


def test_names_are_looked_up_in_any_spelling(units: Gazetteer) -> None:
    for one, other in [("Kì Anh", "Kỳ Anh"), ("Qui Nhơn", "Quy Nhơn"), ("Đăk Lăk", "Đắk Lắk"), ("Hoà An", "Hòa An"), ("Cư M’gar", "Cư M'gar"),
                       ("Bà Rịa Vũng Tàu", "Bà Rịa - Vũng Tàu"), ("Lí Sơn", "Lý Sơn"), ("Phường 05", "Phường 5"), ("Thuỷ Nguyên", "Thủy Nguyên")]:  # fmt: skip
        assert set(units.by_name.get(name_key(one), ())) & set(units.by_name.get(name_key(other), ())) or name_key(one) == name_key(other)


def test_it_is_loaded_once() -> None:
    assert gazetteer() is gazetteer()


@pytest.mark.parametrize(
    ("base", "level", "least", "most"),
    [
        pytest.param("gso:06", "district", 8, 8, id="Bắc Kạn never had more than eight districts"),
        pytest.param("gso:79", "district", 24, 26, id="those of Hồ Chí Minh that were merged count too"),
        pytest.param("gso:402", "commune", 16, 24, id="the communes of a district"),
        pytest.param("gso:402", "province", 0, 0, id="a district holds no province"),
        pytest.param("gso:no", "district", 0, 0, id="nor does what there is not"),
    ],
)
def test_how_many_units_lie_in_one(units: Gazetteer, base: str, level: str, least: int, most: int) -> None:
    assert least <= units.parts(base, level) <= most
