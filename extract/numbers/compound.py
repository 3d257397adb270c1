"""A measure in two parts that is one figure: "1m67", "1 mét 65", "một mét sáu", "2 đô 23 xu", "hai đô la và 50 cent", "5 năm 6 tháng"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from .mention import Reading
from .quantity import Quantity, quantity_at
from .signs import currency_before
from .units import Unit, unit_at
from .words import DIGIT_WORDS

# What stands behind the unit counts its hundredths, or its tenths when it is one digit: heights and lengths are said so; "m2" and "m3" are areas and volumes.
_GLUED = re.compile(r"m(?![23](?!\d))(\d{1,2})(?!\w)(?![.,/-]\d)")
_STOP = r"(?= ?(?:$|[\n.;:)]|,(?!\d)| (?:trở lên|trở xuống|và|thì|là|nhưng|so với)(?!\w)))"
_METRES = re.compile(rf" (\d{{1,2}}|hai|ba|tư|bốn|sáu|bảy|tám|chín){_STOP}")
_CENTS = re.compile(r" (?:và )?(\d{1,2}|[^\W\d_]+(?: [^\W\d_]+){0,2}) (?:xu|xen|cents?)(?!\w)")
_BARE_CENTS = re.compile(rf" (\d\d){_STOP}")
_MONTHS = re.compile(r" (?:và )?(?P<months>\d{1,2}|[^\W\d_]+(?: [^\W\d_]+)?) (?P<unit>tháng)(?!\w)(?! tuổi| \d|/)")
_IN_A_YEAR = 12
_WHOLE_DOLLARS = frozenset(("USD", "EUR", "AUD", "CAD", "SGD", "INR"))


def glued_metres(folded: str, quantity: Quantity) -> tuple[Decimal, int] | None:
    """Read "1m67" and "2m5": the value in metres and where it ends; None where nothing of the kind stands there."""
    if quantity.form != "digits" or not quantity.printed.isdigit() or quantity.scale != 1:
        return None
    match = _GLUED.match(folded, quantity.end)
    return (quantity.value + Decimal(f"0.{match[1]}"), match.end()) if match else None


def millions(reading: Reading, quantity: Quantity) -> Quantity:
    """Read the "M" of "1,2M lượt xem" and "$3M" as millions: in capitals, before what is counted or behind a currency."""
    text, end = reading.view.text, quantity.end + 1
    if quantity.form != "digits" or quantity.scale != 1 or text[quantity.end : end] != "M" or text[end : end + 1].isalnum():
        return quantity
    unit = unit_at(reading.view, end, True, reading.defined)
    counted = unit is not None and unit.kind in ("count", "money") and unit.strength == "strong"
    if not counted and currency_before(reading.view.folded, quantity.start) is None:
        return quantity
    return replace(quantity, value=quantity.value * 10**6, scale=Decimal(10**6), end=end)


def years_and_months(folded: str, quantity: Quantity, unit: Unit | None) -> tuple[Decimal, Unit] | None:
    """Read "5 năm 6 tháng": the months in all, and their unit; None where months do not go on from years."""
    if unit is None or unit.unit != "năm" or unit.kind != "duration" or quantity.value != quantity.value.to_integral_value():
        return None
    match = _MONTHS.match(folded, unit.end)
    months = quantity_at(folded, match.start("months")) if match is not None else None
    if match is None or months is None or months.end != match.end("months") or not 0 < months.value < _IN_A_YEAR:
        return None
    return quantity.value * _IN_A_YEAR + months.value, replace(unit, unit=match["unit"], end=match.end())


def second_part(folded: str, quantity: Quantity, unit: Unit | None) -> tuple[Decimal, int] | None:
    """Read the second part behind a unit: what it adds to the value, in that unit, and where it ends."""
    if unit is None or quantity.value != quantity.value.to_integral_value() or quantity.scale != 1:
        return None
    if unit.unit == "m":
        match = _METRES.match(folded, unit.end)
        if match is None or (folded[unit.end - 1] == "m" and not (match[1].isdigit() and len(match[1]) == 2 and quantity.value < 3)):
            return None
        digits = match[1] if match[1].isdigit() else str(DIGIT_WORDS[match[1]])
        return Decimal(f"0.{digits}"), match.end()
    if unit.unit in _WHOLE_DOLLARS:
        match = _CENTS.match(folded, unit.end) or _BARE_CENTS.match(folded, unit.end)
        cents = quantity_at(folded, match.start(1)) if match is not None else None
        if match is not None and cents is not None and cents.end == match.end(1) and cents.value < 100:
            return cents.value / 100, match.end()
    return None
