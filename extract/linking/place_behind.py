"""The place that a statement names behind a figure: "106 người chết | ở các tỉnh miền Trung"."""

from __future__ import annotations

import re
from typing import Any

from ..figures import Figure
from ..places.units import Gazetteer
from .country import is_many, row_of
from .place_levels import over_districts, parent_of
from .place_rows import country_place

_OF_PARTS = re.compile(r"(?<!\w)(?:gồm|trong đó|cụ thể|riêng|(?:nhiều|cao|thấp|ít|lớn) nhất (?:là|ở|tại))(?!\w)")
"""Words that open a row of parts."""


def place_behind(
    folded: str, right: list[dict[str, Any]], figure: Figure, figures: list[Figure], index: int, units: Gazetteer
) -> dict[str, Any] | None:
    """Take the first place behind a figure when nothing but words stands between, before the next figure."""
    if not right:
        return None
    place = right[0]
    nearest = figures[index + 1].start if index + 1 < len(figures) else 1 << 60
    if place["start"] > nearest and figures[index + 1].sentence == figure.sentence:
        return None
    gap = folded[figure.end : place["start"]]
    if _OF_PARTS.search(gap) is not None:
        return None  # "106 người chết, gồm Quảng Trị 48 người": the place of a part
    if place["level"] in ("country", "region") and re.search(r"(?:nhất|của|khu vực|với) $", gap[-9:]):
        return None
    if re.search(r"[;.:\n]|\),", gap) or len(gap) > 110 or gap.count(",") > 1:
        return None
    all_over = over_districts(folded, figure.end, [one for one in right if one["start"] < nearest], units)
    if all_over is not None:
        return all_over | {name: place.get(name) for name in ("start", "end", "quote")}
    row = row_of(folded, right)
    parents = {(parent_of(one, units) or {"unit_id": None})["unit_id"] for one in row}
    several = len({one.get("unit_id") for one in row}) > 1
    together = several and len(parents) == 1 and (None not in parents or place["level"] == "province")  # "phường A và xã B"
    if (is_many(row) or together) and row[-1]["end"] < nearest:
        outer = parent_of(place, units) or (country_place() if place["level"] == "province" else place)
        return outer | {name: place.get(name) for name in ("start", "end", "quote")}
    return place
