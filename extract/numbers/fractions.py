"""Two numbers that make a fraction, a ratio, or a part and its whole: "2/3", "hai phần ba", "tỷ lệ 1:4", "18/21 huyện"."""

from __future__ import annotations

import re
from decimal import Decimal

from .mention import Mention, Reading, build
from .quantity import Quantity, quantity_at
from .units import Unit, unit_at

_PARTS = re.compile(r" phần (?=một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|\d)")
_SLASH = re.compile(r" ?/ ?(?=\d)")
_OUT_OF = re.compile(r" trên (?:tổng số |tổng cộng )?(?=\d)")  # "70 trên 135 ghế"
_VERSUS = re.compile(r" chọi (?=\d)")  # "tỷ lệ 1 chọi 4,39": applicants for one place
_COLON = re.compile(r" ?: ?(?=\d)")
_RATE_WORD = re.compile(r"(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ số|tỉ số)(?: \w+){0,3} $")
_PROPORTION = re.compile(r"(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ số|tỉ số)(?: [^\W\d_]+){0,7} $")
_SHARE_OF = re.compile(r" (?:tổng )?số(?= (?!báo|tạp chí|điện|hiệu|thẻ|liền|nhà)[^\W\d_])")  # "9/10 số dân"
_SIMPLE = 5
"""Up to this denominator "1/2 số hộ" is a fraction even before a counting noun; "3/5 xã" is not, since communes are counted."""


def read_fraction(reading: Reading, first: Quantity, index: int) -> list[Mention]:
    """Read the fraction, ratio or part of a whole that begins with `first`.

    Args:
        reading: the text.
        first: the number before the sign.
        index: how many mentions were found before it, so that a part can point at its whole.

    Returns:
        One mention for a ratio, two for a part and its whole, none where it is neither.
    """
    view = reading.view
    folded = view.folded
    words = _PARTS.match(folded, first.end)
    slash = _SLASH.match(folded, first.end)
    rate = _RATE_WORD.search(folded, max(0, first.start - 34), first.start) is not None
    colon = _COLON.match(folded, first.end) if is_proportion(folded, first.start) else None
    out_of = _OUT_OF.match(folded, first.end) if first.form == "digits" and first.scale == 1 else None
    versus = _VERSUS.match(folded, first.end)
    link = words or slash or colon or out_of or versus
    if link is None:
        return []
    second = _denominator(folded, link.end(), bool(words), reading.english)
    if second is None or second.value == 0 or first.value == 0:
        return []
    if folded[second.end : second.end + 1] == "/" and folded[second.end + 1 : second.end + 2].isdigit():
        return []
    if versus:
        return [_ratio(reading, first, second)] if second.value != first.value else []  # "1 chọi 1" is a duel
    share_of = _SHARE_OF.match(folded, second.end) if slash else None
    if share_of and second.value <= 10 and first.value < second.value:
        return [_ratio(reading, first, second)]
    unit = unit_at(view, share_of.end() if share_of else second.end, second.form == "digits", reading.defined, reading.guess)
    if unit is not None and unit.kind == "duration" and reading.mask.end_at(second.end + 1) is not None:
        unit = None  # "bằng 1/5 năm trước"
    if out_of:
        counted = unit is not None and unit.kind == "count" and unit.strength == "strong" and first.value <= second.value
        return _part_and_whole(reading, first, second, unit, index) if counted else []
    if slash and _ranked(folded, first) and first.value <= second.value:
        return _part_and_whole(reading, first, second, unit, index)
    if slash and unit is not None and unit.strength != "guess":
        if second.value <= _SIMPLE and first.value < second.value and unit.group != "place_unit":
            glued = folded[second.end] != " "
            if unit.kind in ("measurement", "money", "duration") and (unit.end - second.end > 2 or (glued and unit.group != "money")):
                value = first.value / second.value
                return [build(view, first, value, value, value, second.end, unit)]
        elif unit.kind != "percentage" and first.value <= _scaled(first, second):
            return _part_and_whole(reading, first, second, unit, index)
    simple = slash and second.value <= 10 and first.value < second.value
    if words or colon or (slash and rate) or simple:
        return [_ratio(reading, first, second)]
    if slash and unit is not None and unit.strength == "guess" and second.value > 10 and first.value <= second.value:
        return _part_and_whole(reading, first, second, unit, index)
    return []


def is_proportion(folded: str, start: int) -> bool:
    """Say whether a proportion is announced before `start`, so that "1:50" there is one: "tỷ lệ pha dung dịch là 1:50"."""
    return _PROPORTION.search(folded, max(0, start - 48), start) is not None


def _ratio(reading: Reading, first: Quantity, second: Quantity) -> Mention:
    """Make the pure number of "2/3", "tỷ lệ 1:4"."""
    value = first.value / second.value
    mention = build(reading.view, first, value, value, value, second.end, None)
    mention.kind, mention.unit, mention.group, mention.strength = "ratio", "1", "ratio", "strong"
    return mention


def _denominator(folded: str, at: int, words: bool, english: bool) -> Quantity | None:
    if words and folded.startswith("tư", at) and not folded[at + 2 : at + 3].isalpha():
        return Quantity(Decimal(4), at, at + 2, "words", Decimal(1), 0.0, "", True)
    return quantity_at(folded, at, english)


def _scaled(first: Quantity, second: Quantity) -> Decimal:
    """Give the whole in the scale that the part is printed in: 250 for "200/250 tỷ đồng"."""
    return second.value / second.scale if first.scale == 1 else second.value


def _ranked(folded: str, first: Quantity) -> bool:
    return re.search(r"(?<!\w)(?:hạng|thứ|vị trí|vị thứ) (?:thứ )?$", folded[max(0, first.start - 14) : first.start]) is not None


def _part_and_whole(reading: Reading, first: Quantity, second: Quantity, unit: Unit | None, index: int) -> list[Mention]:
    """Make the two figures of "18/21 huyện", "200/250 tỷ đồng": the part points at the whole."""
    view = reading.view
    value = first.value * second.scale if first.scale == 1 and second.scale > 1 else first.value
    whole = build(view, second, second.value, second.value, second.value, second.end, unit)
    if _ranked(view.folded, first):
        part = build(view, first, value, value, value, first.end, None)
    else:
        part = build(view, first, value, value, value, second.end, unit)
        part.of = index + 1
    if unit is not None and unit.kind == "score" and second.value % 10 and second.value != 4:
        # no marks are given out of 32: these are spots ("24/32 điểm ngập")
        part.kind = whole.kind = "count"
    whole.left = whole.start
    whole.qualifier, whole.low, whole.high, whole.per = "exact", whole.value, whole.value, whole.per or part.per
    return [part, whole]
