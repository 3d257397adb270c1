"""Numbers without a number word: "một nửa", "nửa tấn", "gấp đôi", "xếp thứ nhất"."""

from __future__ import annotations

import re
from decimal import Decimal

from ..text.view import View
from .mention import Mention, Reading, bounds, build
from .qualifiers import Qualifier, qualifier_before
from .quantity import Quantity
from .units import unit_at

HALF = re.compile(
    r"(?<!\w)(?:một nửa|1 nửa|quá nửa|hơn nửa|gần nửa|già nửa|nửa(?= (?:số|diện tích|dân số|tổng|trong số|lượng|sản lượng|quân số)(?!\w)))"
    r"(?!\w)(?! (?:cuối|đầu|đêm|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\w))"
)
HALF_UNIT = re.compile(r"(?<!\w)nửa(?= (?!đêm(?!\w))(?:[^\W\d_]+))")  # "nửa đêm" is midnight
MULTIPLE = re.compile(r"(?<!\w)(?:gấp|tăng|hơn|giảm|nhân) (đôi|rưỡi|gấp đôi|gấp rưỡi)(?!\w)(?! (?:công|người))")
# "xếp thứ nhất cả nước", "đứng hạng nhì"; a prize or medal ("giải nhất", "huân chương hạng nhì") is none
FIRST = re.compile(
    r"(?:(?<=đứng thứ )|(?<=xếp thứ )|(?<=vị trí thứ )|(?<=hạng thứ )|(?<=vị thứ )|(?<=xếp hạng )|(?<=đứng hạng )|(?<=xếp vị thứ ))(?:nhất|nhì)(?!\w)"
)
_MULTIPLES = {"đôi": Decimal(2), "rưỡi": Decimal("1.5")}
_HALF_WORDS = {"quá": "over", "hơn": "over", "già": "over", "gần": "nearly"}


def half_unit(reading: Reading, start: int, end: int) -> Mention | None:
    """Read half of a unit: "nửa tấn", "hơn nửa ha", "nửa tháng"; `start:end` is a match of `HALF_UNIT`."""
    view = reading.view
    unit = unit_at(view, end, True, reading.defined)
    if unit is None or unit.kind not in ("measurement", "money", "duration") or unit.end - end < 3:
        return None
    value = Decimal("0.5")
    quantity = Quantity(value, start, end, "words", Decimal(1), 0.0, "", False)
    return build(view, quantity, value, value, value, end, unit)


def half(view: View, begin: int, end: int) -> Mention:
    """Read "một nửa", "quá nửa", "nửa số": `begin:end` is a match of `HALF`."""
    folded = view.folded
    first = folded[begin:end].split()[0]
    start = begin if first in ("một", "1") else end - len("nửa")
    qualifier: Qualifier | None = qualifier_before(folded, start)
    name = qualifier.name if qualifier else _HALF_WORDS.get(first, "exact")
    value = Decimal("0.5")
    low, high = bounds(value, name)
    left = qualifier.start if qualifier else begin
    return Mention(start, end, start, end, "words", "", value, low, high, name, False, left,
                   "ratio", "1", "ratio", "strong", None, 0.0, False)  # fmt: skip


def first_rank(view: View, start: int, end: int) -> Mention:
    """Read "xếp thứ nhất", "đứng hạng nhì": `start:end` is a match of `FIRST`."""
    value = Decimal(1 if view.folded[start:end] == "nhất" else 2)
    return Mention(start, end, start, end, "words", "", value, value, value, "exact", False, start,
                   "rank", "hạng", "rank", "weak", None, 0.0, True)  # fmt: skip


def times(view: View, begin: int, end: int) -> Mention:
    """Read "gấp đôi", "tăng gấp rưỡi": `begin:end` is a match of `MULTIPLE`."""
    words = view.folded[begin:end].split()
    value = _MULTIPLES[words[-1]]
    before = qualifier_before(view.folded, begin)
    more = len(words) > 2 and words[0] == "hơn"  # "tăng hơn gấp đôi"
    name = before.name if before else "over" if more else "exact"
    low, high = bounds(value, name)
    number = begin + len(words[0]) + 1
    start = begin if words[0] == "gấp" else number
    left = before.start if before else begin
    return Mention(start, end, number, end, "words", "", value, low, high, name, False, left,
                   "multiple", "lần", "ratio", "strong", None, 0.0, False)  # fmt: skip
