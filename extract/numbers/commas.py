"""A comma before three digits that can only group thousands: "10,234 ca", "$1,200", "25,500 đồng/lít".

By itself "10,234" is ten and a bit in Vietnamese. Of people and cases there are no thousandths, nor of đồng.
"""

from __future__ import annotations

import re
from decimal import Decimal

from .quantity import Quantity
from .signs import currency_before
from .units import Unit

_COMMA = re.compile(r"[1-9]\d{0,2},\d{3}")
_AVERAGE = re.compile(r"(?<!\w)(?:bình quân|trung bình|mỗi|tỷ lệ|tỷ suất|mức sinh|hệ số|chỉ số)(?!\w)[^.;\n]*$")
_RATED = re.compile(r" ?/ ?[^\W\d]")


def grouped_by_comma(folded: str, quantity: Quantity, unit: Unit | None) -> Decimal | None:
    """Give the value of a number whose comma groups thousands by what is counted; None where it is a decimal comma."""
    if quantity.scale != 1 or not _COMMA.fullmatch(quantity.printed):
        return None
    if unit is None:
        money = currency_before(folded, quantity.start)
        whole = money is not None
    elif unit.kind == "money":
        whole = unit.unit == "VND" or _RATED.match(folded, unit.end) is None
    else:
        averaged = _RATED.match(folded, unit.end) or _AVERAGE.search(folded, max(0, quantity.start - 60), quantity.start)
        whole = unit.kind == "count" and unit.strength == "strong" and not averaged
    return Decimal(quantity.printed.replace(",", "")) if whole else None
