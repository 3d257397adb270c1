"""Units that a text knows only as the name of something: of "trạm BOT Biên Hòa" nothing says that it stands in Biên Hòa.

Toll stations, plants and bus stations are called after a town near by, after the next one, or after where a road leads to, so that only
the province is safe to tell of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from ..lexicon import any_of, read_lexicon
from ..places.units import Gazetteer
from ..text.view import View, fold
from .place_asides import is_typed
from .place_rows import place_of

Place = dict[str, Any]

_REACH = 60
_WORDS = 3
"""Words between a site's noun and the name: "nhà máy | xử lý nước thải | Bình Tân"."""


@cache
def _called(words: int) -> re.Pattern[str]:
    """Give what matches the words before a name: a site's noun and up to so many words between."""
    rows = read_lexicon("solieu.extract.linking", "called_sites.tsv", ("noun",))
    nouns = any_of(fold(row["noun"]) for row in rows)
    between = r"(?!(?:ở|tại|của|thuộc|trên|từ|đến|qua|về|cho|và|xã|huyện|tỉnh|quận|thành|tp|phường|thị)(?!\w))[\w-]+"
    return re.compile(rf"(?<!\w)(?:{nouns})(?: {between}){{0,{words}}} ?[-–]? ?$")


def by_province(view: View, places: Sequence[Place], units: Gazetteer) -> list[Place]:
    """Give the places with the province in the stead of each district or commune of which every mention only ends a site's name.

    Args:
        view: the text.
        places: rows of `places`, and what points to them, with offsets into the view's text.
        units: the gazetteer.
    """
    small = [place for place in places if place.get("quote") and place["level"] in ("district", "commune") and place.get("unit_id")]
    called = {place["unit_id"] for place in small if _is_called(view.folded, place)}
    called -= {place["unit_id"] for place in small if place["unit_id"] in called and not _is_called(view.folded, place)}
    return [_province(place, units) if place.get("unit_id") in called else place for place in places] if called else list(places)


def _is_called(folded: str, place: Place) -> bool:
    low = max(0, place["start"] - _REACH)
    words = 0 if is_typed(place) else _WORDS  # "tuyến tránh TP. Biên Hòa", but "dự án An Cư mở rộng, phường Phước Mỹ" lies there
    return _called(words).search(folded, max(low, folded.rfind("\n", low, place["start"]) + 1), place["start"]) is not None


def _province(place: Place, units: Gazetteer) -> Place:
    unit = units.units.get(place["unit_id"])
    province = units.province(unit) if unit is not None else None
    return place | place_of(province, units) if province is not None else place
