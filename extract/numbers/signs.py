"""Signs before a number: the minus of a value below zero, and the currency of "$20" and "USD 5 triệu"."""

from __future__ import annotations

import re

from ..text.view import View
from .units import Unit, unit_table

_CURRENCY = re.compile(r"(?<![\w$€£¥])(?:us\$|vn\$|a\$|s\$|hk\$|\$|€|£|¥|₫|₹|usd|eur|gbp|jpy|vnđ|vnd|inr|cny|krw|aud|cad|sgd|thb|rs\.?) ?$")
_MINUS_WORD = re.compile(r"(?<!\w)âm $")
# "siêu âm", "ghi âm", "thu âm": a sound, not a sign.
_SOUND = re.compile(r"(?<!\w)(?:siêu|ghi|thu|phát|lồng|hòa|nguyên|phụ|giọng|tiếng|đa|bát|ngũ|hạ|cõi|thanh|bộ|loa|hồi|nốt) âm $")
_MINUS_SIGN = re.compile(r"(?:^|[\s(:;,=])-$")
_RANGE_DASH = re.compile(r"[\d%] -$")
_LEVEL = re.compile(
    r"(?<!\w)(?:cote|cốt|cos|cao trình|cao độ)(?!\w)[^.;\n]{0,24} -$|\((?:cũ|trước|trước đó|hiện|nay)(?: [^\W\d_]+){0,5} -$"
)
"""Words before a level below zero: "khai thác tới cote | -150 m"."""
_COLD = re.compile(r"(?<!\w)trừ $")
_SIGNED = {"percentage", "percentage_point", "money"}


def currency_before(folded: str, start: int) -> tuple[Unit, int] | None:
    """Read the currency sign or code right before a number; gives the unit and where the sign begins.

    The unit's own `end` is of no use here: it stands before the number.
    """
    match = _CURRENCY.search(folded, max(0, start - 6), start)
    if match is None:
        return None
    found = unit_table().match(match[0].strip(" ."), 0)
    if found is None:
        return None
    unit, kind, group = found[1]
    return Unit(unit, kind, group, "strong", start), match.start()


def negative_before(view: View, start: int, unit: Unit | None, words: bool) -> int | None:
    """Say where the sign of a negative number begins, or None where there is none.

    "âm 5 độ C", "-2,3%". A dash is a sign only where it touches the number, stands off from what is before it, and
    temperatures, shares or money follow, since news sets dashes before the items of a list.
    """
    folded = view.folded
    group = unit.group if unit else ""
    if start and folded[start - 1] == "-":
        deep = group == "length" and _LEVEL.search(folded, max(0, start - 40), start) is not None
        fits = group == "temperature" or deep or (unit is not None and unit.kind in ("percentage", "percentage_point"))
        alone = start == 1 and not words and unit is None
        if (
            (fits or alone)
            and _MINUS_SIGN.search(folded, max(0, start - 2), start)
            and not _RANGE_DASH.search(folded, max(0, start - 4), start)
        ):
            return start - 1
        return None
    if folded[max(0, start - 4) : start].endswith("âm "):
        fits = unit is None or unit.kind in _SIGNED or group in ("temperature", "length")
        if fits and _MINUS_WORD.search(folded, max(0, start - 5), start) and not _SOUND.search(folded, max(0, start - 14), start):
            return start - 3
        return None
    if group == "temperature" and _COLD.search(folded, max(0, start - 5), start):
        return start - 4
    return None
