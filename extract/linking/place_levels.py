"""Which of several units a text means: the smallest one, the one that holds them all, the province."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Any

from ..figures import Figure
from ..places.units import LEVELS, Gazetteer, base_id
from .country import counts_countries, counts_provinces, counts_units, is_many, row_back, row_of
from .place_candidates import PlaceScene, place_key
from .place_rows import country_place, place_of

_IN_ROW = 3
"""Provinces in a row right before a figure from which it speaks of none of them."""


_AMONG = re.compile(
    r"(?<!\w)(?:các|những) (?:huyện|quận|thị xã|thành phố|xã|phường|thị trấn)(?:(?:,| và) (?:huyện|quận|thị xã|thành phố|xã|phường|thị trấn))*(?:,| và) ?$"
)
"""Unnamed units in the plural before a named one: "các huyện, TP. Cà Mau" are all of the province."""


def smallest(folded: str, places: list[dict[str, Any]], figures: list[Figure], units: Gazetteer) -> dict[str, Any]:
    """Of the places before a figure take the last, or one inside it that stands right beside ("xã A, huyện B").

    Several of one level in a row ("các huyện Ba Bể, Pác Nặm và Ngân Sơn") stand for what encloses them.
    """
    last = places[-1]
    if _AMONG.search(folded[max(0, last["start"] - 48) : last["start"]]):
        parent = parent_of(last, units)
        if parent is not None:
            return parent
    if len({place["province_code"] for place in row_back(folded, places) if place["province_code"]}) >= _IN_ROW:
        return country_place()
    for place in reversed(places[:-1]):
        if last["start"] - place["end"] > 5 or last["start"] - place["end"] < 0:
            break
        if lies_in(place, last, units):
            last = place
        elif (
            place["level"] == last["level"]
            and place.get("unit_id") != last.get("unit_id")
            and not any(place["end"] <= figure.start < last["start"] for figure in figures)
        ):
            parent = parent_of(last, units)
            if parent is not None and lies_in(place, parent, units):
                return parent
            if parent is None and is_many(row_of(folded, places[-_IN_ROW:])):
                return country_place()
            break
        else:
            break
    return last


_LIST = 60
"""Characters between two units that one sentence names."""


def listed(folded: str, before: list[dict[str, Any]], units: Gazetteer) -> dict[str, Any] | None:
    """Give what holds the last two units named where one sentence names both: what follows is told of neither alone."""
    if len(before) < 2:
        return None
    last, other = before[-1], before[-2]
    gap = folded[other["end"] : last["start"]]
    apart = len(gap) > _LIST or _ENDS.search(gap) is not None
    if apart or last["level"] != other["level"] or last["level"] not in ("district", "commune") or place_key(last) == place_key(other):
        return None
    parent = parent_of(last, units)
    return parent if parent is not None and lies_in(other, parent, units) else None


_ENDS = re.compile(r"\.(?!\d)|[\n;:]")


_IN_SEVERAL = re.compile(
    r"[^.;:()\n]{0,40}(?<!\w)(?:tại|ở|thuộc|trên địa bàn|trong) (?:các|những|hai|ba|bốn|năm|\d+) (?:(?:xã|phường|huyện|quận|thị xã|thị trấn|thành phố|địa phương)(?!\w)[^.;:()\n]{0,24})?$"
)
"""Between a figure and the first of the units it is told of together: "836 ha tại các xã | A, B (huyện C); các xã D, E (huyện F)"."""


def over_districts(folded: str, start: int, places: list[dict[str, Any]], units: Gazetteer) -> dict[str, Any] | None:
    """Give the province of units in several of its districts that a figure before them is told of together; None where there are none.

    Args:
        folded: the text, folded.
        start: where the figure ends.
        places: the places of its sentence behind it, as far as the next figure.
        units: the gazetteer.
    """
    small = [place for place in places if place["level"] in ("district", "commune")]
    if len(small) < 2 or small[0] is not places[0] or _IN_SEVERAL.match(folded, start, small[0]["start"]) is None:
        return None
    chains = [list(units.chain(unit)) for place in small if (unit := units.units.get(place.get("unit_id") or "")) is not None]
    districts = {one.id for chain in chains for one in chain if one.level == "district"}
    outer = {province_around(place, units).get("code") for place in small}
    return province_around(small[0], units) if len(districts) > 1 and len(outer) == 1 else None


def province_around(place: dict[str, Any], units: Gazetteer) -> dict[str, Any]:
    """Give the province a place lies in; a wider place as it is."""
    unit = units.units.get(place.get("unit_id") or "")
    outer = units.province(unit) if unit is not None and place["level"] in ("district", "commune") else None
    return place_of(outer, units) if outer is not None else place


def parent_of(place: dict[str, Any], units: Gazetteer) -> dict[str, Any] | None:
    """Give the unit right above a place; None above a province."""
    unit = units.units.get(place.get("unit_id") or "")
    outer = units.units.get(unit.parent) if unit is not None and unit.parent else None
    return place_of(outer, units) if outer is not None and outer.level != "country" else None


def lies_in(inner: dict[str, Any], outer: dict[str, Any] | None, units: Gazetteer) -> bool:
    """Say whether a place lies in another, larger one."""
    if outer is None or inner.get("unit_id") is None:
        return (
            outer is not None
            and LEVELS.index(inner["level"]) > LEVELS.index(outer["level"])
            and inner["province_code"] == outer["province_code"]
        )
    unit = units.units.get(inner["unit_id"])
    outer_id = (outer.get("unit_id") or "-").partition("@")[0]
    return unit is not None and any(base_id(one) == outer_id or (one.level == "province" and one.code == outer.get("code"))
                                    for one in list(units.chain(unit))[1:])  # fmt: skip


def above_what_is_counted(figures: list[Figure], scene: PlaceScene, units: Gazetteer) -> None:
    """Give what is told of several districts the province around them, and of several communes no commune, in place: "7.760 hộ thuộc
    24 quận, huyện" are not of the one district that was named before.
    """
    for index, figure in enumerate(figures):
        if figure.place is not None and counts_provinces(figure):
            for other in _told_of_them(scene.folded, figures, index):
                other.place = country_place()
            continue
        if (
            figure.place is not None
            and counts_countries(figure)
            and (figure.place["level"] == "country" or place_key(figure.place) != place_key(scene.home))
        ):
            figure.place = None
            continue
        level = counts_units(figure)
        if level is None or figure.place is None:
            continue
        if figure.place["level"] not in (("district", "commune") if level == "district" else ("commune",)):
            figure.place = _with_so_many(figure.place, figure.value or figure.low or 0, level, units)
            continue
        low, high = figure.bounds
        key = place_key(figure.place)
        around = province_around(figure.place, units) if level == "district" else parent_of(figure.place, units)
        if any(scene.keys[i] == key and not figure.start <= scene.places[i]["start"] < figure.end for i in scene.between(low, high)):
            figure.place = around  # it is named beside the figure, and not only by its own "huyện"; what else is told may be its own
            continue
        first = bisect_left(figures, figure.sentence, key=_sentence)
        for other in figures[first : bisect_right(figures, figure.sentence, key=_sentence)]:
            if place_key(other.place) == key:
                other.place = around


_IN_THEM = re.compile(r"(?: [^\W\d_]+){0,4}? (?:ở|tại|của|thuộc|trong|trên)(?: (?:cả|hơn|gần|khoảng|tổng số|địa bàn|phạm vi))* ?")


def _told_of_them(folded: str, figures: list[Figure], index: int) -> list[Figure]:
    """Give a figure that counts provinces, and those right before it that are told of these: "23 ổ dịch của 7 huyện thuộc 7 tỉnh"."""
    told = [figures[index]]
    for other in reversed(figures[max(0, index - _BESIDE) : index]):
        if other.sentence != told[-1].sentence or _IN_THEM.fullmatch(folded, other.end, told[-1].left) is None:
            break
        told.append(other)
    return told


def _sentence(figure: Figure) -> int:
    return figure.sentence


def _with_so_many(place: dict[str, Any], count: float, level: str, units: Gazetteer) -> dict[str, Any]:
    """Give the first unit around a place, or itself, that has ever had so many units of a level: no province has "61 huyện"."""
    unit = units.units.get(place.get("unit_id") or "")
    if unit is None or unit.level not in ("province", "district"):
        return place
    for around in units.chain(unit):
        if around.level == "country":
            return country_place()
        known = units.parts(base_id(around), level)
        if around.level != "region" and (count <= known or not known):
            return place if around is unit else place_of(around, units)
    return country_place()


_BESIDE = 4
"""Figures before one that are looked at."""
_SEVERAL = re.compile(
    r"\W*(?:các|nhiều|một số) (tỉnh|địa phương|huyện)(?:(?:,| và)? (?:tỉnh|thành|thành phố|huyện|thị xã))* (?:đã|đang|cũng|còn|có|bị|được)(?!\w)"
)
"""What opens a sentence that is told of several units: "Các tỉnh đã sơ tán"."""


def several_units(folded: str, start: int) -> str | None:
    """Give the noun of the units that a sentence is told of together without naming them; None where it names or means others."""
    several = _SEVERAL.match(folded, start)
    return several[1] if several is not None else None


def around_several(noun: str, home: dict[str, Any] | None, units: Gazetteer) -> dict[str, Any] | None:
    """Give what several provinces or districts that a sentence does not name lie in, as far as the article's own place tells."""
    if home is None or home["level"] in ("country", "region"):
        return home
    return None if noun == "tỉnh" else province_around(home, units)
