"""Two numbers that are the ends of one range: "từ 35 đến 40 lớp", "10 - 15 triệu đồng", "hai ba người"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from ..lexicon import read_lexicon
from .mention import Mention, Reading, build
from .quantity import Quantity, quantity_at, scale_at
from .signs import currency_before
from .units import Unit, unit_at

_LINK = re.compile(r" ?- ?|\.\.\.| ?÷ ?| ?~ ?| (?:cho đến|cho tới|đến|tới|-) (?:(?:khoảng|gần|hơn|trên|dưới|dưới mức|không quá|mốc|mức) )?")
_BETWEEN = re.compile(r"(?<!\w)(?:giữa|nằm giữa|khoảng giữa) $")
_AND = re.compile(r" và ")
_CURRENCY = re.compile(r"(?:us\$|\$|€|£|¥|₫|usd|eur|gbp|vnd|vnđ) ?(?=\d)")
_TWO_PRICES = re.compile(r"(?<!\w)(?:mv|mua vào|giá mua|mua) ?(?:-|/|và) ?(?:br|bán ra|giá bán|bán)(?!\w)")
"""Words by which two amounts beside each other are what a thing is bought and sold at, and no range."""
_STATEMENT_END = re.compile(r"[;\n]|\. ")
_PRICES_BEFORE, _PRICES_BEHIND = 90, 60
_DASHES = frozenset(("-", "...", "÷", "~"))
_FROM = re.compile(r"(?<!\w)từ $")


def read_range(reading: Reading, first: Quantity) -> Mention | None:
    """Read the range whose lower end is `first`, or give None."""
    view = reading.view
    folded = view.folded
    digits = first.form == "digits"
    unit_between = unit_at(view, first.end, digits or not first.single, reading.defined)
    gaps = [first.end]
    glued = unit_between is not None and unit_between.strength == "weak" and folded[first.end] != " "
    if unit_between is not None and (unit_between.strength == "strong" or glued or unit_between.kind == "measurement"):
        gaps.append(unit_between.end)
    between = _BETWEEN.search(folded, max(0, first.start - 12), first.start) is not None
    for gap in gaps:
        link = _LINK.match(folded, gap) or (_AND.match(folded, gap) if between else None)
        if link is None or reading.mask.end_at(link.end()) is not None:
            continue
        sign = _CURRENCY.match(folded, link.end())  # "$10-$20", "VND1000 - VND2000"
        second = quantity_at(folded, sign.end() if sign else link.end(), reading.english)
        if second is None:
            continue
        if second.form == "words" and digits and second.single and not _is_measured(reading, second):
            continue
        if second.end < len(folded) and folded[second.end] == "/" and folded[second.end + 1 : second.end + 2].isdigit():
            continue
        low, high = share_scale(first, second)
        if low >= high or (link[0].strip() in _DASHES and two_prices(folded, first.start, second.end)):
            continue
        unit = unit_at(view, second.end, second.form == "digits" or not second.single, reading.defined, reading.guess)
        if gap != first.end and not _same_unit(unit_between, unit):
            continue
        if sign is not None and currency_before(folded, first.start) is None:
            continue
        spelled = link[0].strip() in _DASHES
        from_word = _FROM.search(folded, max(0, first.start - 3), first.start)
        if spelled and unit is None and second.scale == 1 and not from_word and sign is None:
            continue
        if second.form == "words" and unit is None and second.single:
            continue
        scaled = replace(first, scale=max(first.scale, second.scale))
        return build(view, scaled, None, low, high, second.end, unit)
    return None


def two_prices(folded: str, start: int, end: int) -> bool:
    """Say whether amounts between two offsets are told as buying and selling prices: "36,95 - 37,19 triệu đồng (mua vào - bán ra)"."""
    before = folded[max(0, start - _PRICES_BEFORE) : start]
    behind = _STATEMENT_END.split(folded[end : end + _PRICES_BEHIND], maxsplit=1)[0]
    return _TWO_PRICES.search(behind) is not None or _TWO_PRICES.search(_STATEMENT_END.split(before)[-1]) is not None


def _is_measured(reading: Reading, quantity: Quantity) -> bool:
    """Say whether a length, an area or the like stands behind a number word: the "một mét" of "0,6 đến một mét"."""
    unit = unit_at(reading.view, quantity.end, False, reading.defined)
    return unit is not None and unit.kind == "measurement"


def _same_unit(between: Unit | None, behind: Unit | None) -> bool:
    return between is not None and behind is not None and behind.unit == between.unit


def share_scale(first: Quantity, second: Quantity) -> tuple[Decimal, Decimal]:
    """Give both ends at base scale: the scale word or the zeros of the second count for the first too."""
    low, high = first.value, second.value
    if first.scale == 1 and second.scale > 1 and low < 1000:
        plain = second.value / second.scale
        if low < plain or low * second.scale < high:
            return low * second.scale, high
    if first.scale == 1 and second.scale == 1 and low < 1000 and second.printed.count(".") == 1 and high >= 1000:
        shared = low * 1000
        if shared < high and "." not in first.printed and "," not in first.printed and high > 100 * low:
            return shared, high
    return low, high


@cache
def _pairs() -> tuple[re.Pattern[str], dict[str, tuple[Decimal, Decimal]]]:
    rows = read_lexicon("solieu.extract.numbers", "approximate_pairs.tsv", ("form", "low", "high"))
    table = {row["form"]: (Decimal(row["low"]), Decimal(row["high"])) for row in rows}
    forms = "|".join(form.replace(" ", ",? ") for form in table)
    return re.compile(rf"(?<!\w)(?:{forms})(?! (?:mươi|phần|phẩy))(?!\w)"), table


def pair_pattern() -> str:
    """Give the pattern of two number words that make an approximate range ("hai ba", "năm bảy", "một, hai")."""
    return _pairs()[0].pattern


def read_pair(reading: Reading, start: int) -> Mention | None:
    """Read "hai ba người", "ba bốn trăm triệu đồng": two words for a range, before a unit or counting noun."""
    pattern, table = _pairs()
    folded = reading.view.folded
    match = pattern.match(folded, start)
    if match is None:
        return None
    low, high = table[match[0].replace(",", "")]
    scale, end = Decimal(1), match.end()
    while (found := scale_at(folded, end)) is not None:
        scale, end = scale * found[0], found[1]
    unit = unit_at(reading.view, end, False, reading.defined)
    if scale == 1 and (unit is None or unit.strength == "guess" or (unit.strength == "weak" and "," in match[0])):
        return None
    quantity = Quantity(low * scale, start, end, "words", scale, 0.0, "", False)
    return build(reading.view, quantity, None, low * scale, high * scale, end, unit)
