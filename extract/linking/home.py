"""An article's own place: what its figures speak of where nothing else tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import Any

import regex

from ..places.units import Gazetteer
from ..text.lines import line_end
from ..text.view import View
from .country import speaks_of_all
from .foreign import Outside, on_the_clock
from .place_asides import in_school_name, is_aside
from .place_mentions import organ_of
from .place_rows import country_place, place_of
from .residences import is_residence

_NATIONAL = re.compile(r"(?<!vườn )(?<!đại học )(?<!quốc lộ )(?<!\w)quốc gia(?! (?:thành|hà|láng))(?!\w)")
"""What is the nation's: "kỳ thi trung học phổ thông quốc gia", "ban chỉ đạo quốc gia"."""


_ADDRESS = regex.compile(
    r"(?<![\w/])\d{1,4}[A-Z]?(?:[/-]\d+)* (?:(?:đường|phố|Đường|Phố) )?\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,3},(?: [\p{L}\d.]+){1,5},?(?: [\p{L}\d.]+){0,4},? ?$"
)
"""Before a unit: the number and the street of an address."""
_CENTRAL = re.compile(
    r"(?<!\w)(?:ban chỉ đạo|ban chỉ huy|ủy ban|văn phòng|trung tâm)(?: (?:quốc gia|trung ương))(?!\w)|(?<!\w)(?:tổng cục|cục thống kê trung ương)(?!\w)"
)
"""Bodies of the whole country that tell what happened in several provinces: "Ban chỉ đạo trung ương về phòng chống thiên tai thống kê"."""
_ACROSS = 3
"""Provinces from which such a body's article is about the whole country."""
_FIRST_OF = re.compile(r"(?:,? [^\W\d_]+){0,2}? (?:dẫn đầu|đứng đầu|đứng thứ|xếp thứ|xếp hạng|đứng cuối|đội sổ)(?!\w)")
"""Behind the province that a title ranks, in a text that names others with theirs: "Đà Nẵng dẫn đầu chỉ số cải cách hành chính"."""
_LAST = 0.85
"""Part of a text behind which an address is where to write to, and not where anything happens."""


def _is_address(text: str, place: dict[str, Any]) -> bool:
    """Say whether a place ends an address at the end of a text."""
    start = place["start"]
    return start > _LAST * len(text) and _ADDRESS.search(text, max(0, start - 70), start) is not None


_FOCUS = 0.75
"""Share of the districts' mentions from which an article is about that one district."""

_ALONE = 4
"""Times that the only district named below the lead must be named to be what the article is about."""


def home_place(
    view: View, places: list[dict[str, Any]], code: str | None, units: Gazetteer, moment: date | None, found: Outside
) -> dict[str, Any] | None:
    """Give the article's own place: the newspaper's province, else the one province its places lie in, else the first place.

    A province that is only named in passing, in an article about the whole country, is not its home; where title and lead
    name no province but the text names organs of the state or the country, the country is.

    Args:
        view: the text.
        places: rows of `places` with offsets into the view's text.
        code: the newspaper's province, or None.
        units: the gazetteer.
        moment: the article's date, or None.
        found: what the text says of places abroad.

    Returns:
        The place, or None: for an article about other countries, and where nothing tells.
    """
    if found.whole:
        return None
    if code is not None:
        unit = units.province_of(code, moment)
        if unit is not None:
            return place_of(unit, units)
    schools = [place for place in places if place["level"] == "province" and in_school_name(view.folded, place)]
    places = [
        place for place in places
        if not (on_the_clock(view, place) or is_residence(view.folded, place) or is_aside(view.text, view.folded, place)
                or _is_address(view.text, place))
    ]  # fmt: skip
    provinces = [place for place in places if place["level"] == "province"]
    codes = {place["province_code"] for place in places if place["province_code"]}
    lead_end = line_end(view.folded, 2)
    title_end = line_end(view.folded, 1)
    if not codes and schools and schools[0]["end"] <= title_end:
        return schools[0]  # "Trường ĐH Luật TP. HCM công bố điểm"
    titled = [place for place in places if place["end"] <= title_end and place["level"] not in ("country", "region")]
    if titled and len(codes) >= _ACROSS and _FIRST_OF.match(view.folded, titled[0]["end"], title_end) is not None:
        return country_place()
    if titled:
        return titled[0]
    wide = [place for place in places if place["end"] <= title_end and place["level"] == "region"]
    if wide:
        led = {place["province_code"] for place in places if place["start"] < lead_end and place["province_code"]}
        return (_led(places, lead_end) if len(led) == 1 else None) or wide[0]  # "ở miền Tây", and the lead says where
    if any(start < lead_end for start in found.organs) and len(codes) != 1:
        return _led(places, lead_end) or country_place()
    if len(codes) == 1 and provinces:
        spoken_for = speaks_of_all(view.folded) and all(
            organ_of(view.folded, place) is not None for place in places if place["province_code"]
        )
        return country_place() if spoken_for or _in_passing(view, places, lead_end, found.organs) else provinces[0]
    named = [place for place in places if place["level"] != "region"]
    if named and len({place["code"] for place in named}) == 1:
        return named[0]
    first_end = line_end(view.folded, 3)  # where title and lead name none, the first line of the body tells
    local = any(place["province_code"] for place in places if place["start"] < first_end)
    national = found.organs or _NATIONAL.search(view.folded, 0, lead_end) or any(place["level"] == "country" for place in places)
    if not local:
        return country_place() if national else None
    telling = [place for place in places if place["province_code"] and organ_of(view.folded, place) != "state"]
    counted = Counter(place["province_code"] for place in telling)
    code, most = max(counted.items(), key=lambda item: item[1], default=("", 0))
    if not most or 2 * most < counted.total() or not any(place["province_code"] == code for place in telling if place["start"] < first_end):
        reported = any(start < first_end for start in found.organs) and speaks_of_all(view.folded)
        return country_place() if len(counted) >= _ACROSS and (reported or _CENTRAL.search(view.folded, 0, first_end)) else None
    unit = units.province_of(code, moment)
    return place_of(unit, units) if unit is not None else None


_FIRM = re.compile(r"(?<!\w)(?:công ty|tập đoàn|tổng công ty|ngân hàng|doanh nghiệp|cổ phiếu|cổ đông|mã (?:ck|chứng khoán)|lên sàn)(?!\w)")
_LISTED = re.compile(r"(?<!\w)mã (?:ck|chứng khoán)(?!\w)")
_RESULTS = re.compile(
    r"(?<!\w)(?:cổ phiếu|cổ phần|cổ đông|cổ tức|niêm yết|vốn điều lệ|vốn hóa|vốn chủ sở hữu|lợi nhuận|doanh thu|lãi ròng|tổng tài sản|thoái vốn|chào bán|hose|hnx|upcom)(?!\w)"
)
_ENOUGH_RESULTS = 6
"""Words of a firm's results and shares from which an article that opens with a firm is about it."""


def is_of_firm(view: View, places: Sequence[dict[str, Any]]) -> bool:
    """Say whether a text is about a firm's results or shares, which are of no unit where its sentences name none: title and lead name a
    firm, or the next line gives its code at the exchange, and title and lead name none of the text's `places` but in a firm's name.
    """
    folded, lead_end = view.folded, line_end(view.folded, 2)
    if _FIRM.search(folded, 0, lead_end) is None and _LISTED.search(folded, lead_end, line_end(folded, 3)) is None:
        return False
    if any(place["province_code"] and place["start"] < lead_end and not is_aside(view.text, folded, place) for place in places):
        return False
    return len(list(islice(_RESULTS.finditer(folded), _ENOUGH_RESULTS))) == _ENOUGH_RESULTS


def focus_place(view: View, scopes: list[dict[str, Any]], home: dict[str, Any] | None, units: Gazetteer) -> dict[str, Any] | None:
    """Narrow a province to the one district the article is about: title or lead name it and hardly any other is
    named, or it is the only one named, and often.

    Args:
        view: the text.
        scopes: rows of `places`, what unnamed units point to and what sites tell, with offsets into the view's text.
        home: the article's own place.
        units: the gazetteer.

    Returns:
        The district, or `home` as it is.
    """
    if home is None or home["level"] != "province":
        return home
    counted: Counter[str] = Counter()
    led: set[str] = set()
    communes: dict[str, list[tuple[str, bool]]] = {}
    lead_end = line_end(view.folded, 2)
    for scope in scopes:
        unit = units.units.get(scope.get("unit_id") or "")
        if (
            unit is None
            or not scope.get("quote")
            or scope["level"] not in ("district", "commune")
            or scope["province_code"] != home["code"]
            or is_aside(view.text, view.folded, scope)
        ):
            continue
        district = next((one for one in units.chain(unit) if one.level == "district"), None)
        if district is not None:
            counted[district.id] += 1
            if unit.level == "commune":
                communes.setdefault(district.id, []).append((unit.id, scope["start"] < lead_end))
            if scope["start"] < lead_end:
                led.add(district.id)
    if len(led) == 1:
        only = next(iter(led))
        if counted[only] < max(2, _FOCUS * sum(counted.values())):
            return home
    elif not led and len(counted) == 1 and counted.total() >= _ALONE:
        only = next(iter(counted))
        if units.units[only].name == home["name"]:
            return home  # the city of the province's own name
    else:
        return home
    inner = communes.get(only, [])
    if len({unit for unit, _ in inner}) == 1 and any(early for _, early in inner) and len(inner) >= max(2, 0.3 * counted[only]):
        return place_of(units.units[inner[0][0]], units)
    return place_of(units.units[only], units)


def _led(places: list[dict[str, Any]], lead_end: int) -> dict[str, Any] | None:
    """Give the one province that the lead names, when the article names it more often than all others together."""
    counted = Counter(place["province_code"] for place in places if place["province_code"])
    first = [place for place in places if place["start"] < lead_end and place["province_code"]]
    codes = {place["province_code"] for place in first}
    if len(codes) != 1 or 2 * counted[first[0]["province_code"]] <= counted.total():
        return None
    return next((place for place in places if place["level"] == "province" and place["province_code"] in codes), None)


def _in_passing(view: View, places: list[dict[str, Any]], lead_end: int, organs: Sequence[int]) -> bool:
    """Say whether the one province of an article is named only below the lead, and less often than the country and bodies of it; or, where
    no country is named, in one paragraph beyond the first of the body, and the lead names organs of the state.
    """
    ours = [place for place in places if place["province_code"]]
    countries = sum(place["level"] == "country" for place in places)
    if countries:
        return bool(ours[0]["start"] >= lead_end and countries + len(organs) > len(ours))
    paragraphs = {view.folded.count("\n", 0, place["start"]) for place in ours}
    return any(start < lead_end for start in organs) and len(paragraphs) == 1 and bool(ours[0]["start"] >= line_end(view.folded, 3))
