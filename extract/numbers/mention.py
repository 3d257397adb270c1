"""A number with all that belongs to it: bounds, unit, denominator, qualifier and kind, as found in a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..text.view import View
from .denominators import per_at, per_before, per_opening
from .kinds import kind_of
from .qualifiers import qualifier_after, qualifier_before
from .quantity import Quantity
from .signs import currency_before, negative_before
from .units import Unit

_TIERS = frozenset(
    {
        "tỉnh",
        "thành phố",
        "thành",
        "quận",
        "huyện",
        "thị xã",
        "thị",
        "xã",
        "phường",
        "thị trấn",
        "thôn",
        "bản",
        "ấp",
        "buôn",
        "làng",
        "khu phố",
    }
)
"""Units of one country in parallel: a slash between two of them is no rate."""
_AND_A_HALF = re.compile(r" rưỡi(?!\w)")


@dataclass(slots=True)
class Mention:
    """A number as found in a text, before anybody has decided whether it is a reported figure.

    `start:end` is the figure with its unit, `number_start:number_end` the bare number, both half-open spans in the
    view's text. `doubt` is 0 for a sure reading of the digits. `of` is the index of the mention that this one is
    printed as a part of ("18/21 huyện": the 18 is of the 21), or None. `reach` is where its denominator ends, when that
    holds a number of its own ("trên 10.000 dân").
    """

    start: int
    end: int
    number_start: int
    number_end: int
    form: str
    printed: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    qualifier: str
    estimate: bool
    left: int
    kind: str
    unit: str | None
    group: str
    strength: str
    per: str | None
    doubt: float
    single: bool
    of: int | None = None
    reach: int = 0


class Mask:
    """Spans of a text that belong to something else (dates, documents) and hold no numbers of their own."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def end_at(self, position: int) -> int | None:
        """Give the end of the masked span that holds `position`, or None."""
        index = bisect_right(self._starts, position) - 1
        if index >= 0 and position < self._spans[index][1]:
            return self._spans[index][1]
        return None


@dataclass(frozen=True, slots=True)
class Reading:
    """How one text is read: the same for all its numbers.

    Attributes:
        view: the text.
        english: whether it writes numbers the English way.
        mask: where no numbers are.
        defined: abbreviations that the article itself defines, short to long.
        guess: see `unit_at`.
    """

    view: View
    english: bool
    mask: Mask
    defined: Mapping[str, str]
    guess: Callable[[str], str | None] | None


def bounds(value: Decimal, qualifier: str) -> tuple[Decimal | None, Decimal | None]:
    """Give low and high for a value and its qualifier, as the contract's `low, high` column says."""
    if qualifier in ("over", "at_least"):
        return value, None
    if qualifier in ("nearly", "under", "at_most"):
        return None, value
    return value, value


def build(
    view: View,
    first: Quantity,
    value: Decimal | None,
    low: Decimal | None,
    high: Decimal | None,
    number_end: int,
    unit: Unit | None,
) -> Mention:
    """Make the mention of a quantity: look at both sides of it for what qualifies it.

    Args:
        view: the text.
        first: the quantity, for a range the first of two.
        value: its value, None for a range.
        low: the lower end of a range, else the value.
        high: the upper end of a range, else the value.
        number_end: where the bare number ends.
        unit: what stands behind it.
    """
    folded = view.folded
    start, end = first.start, unit.end if unit else number_end
    if unit is None:
        money = currency_before(folded, start)
        if money is not None:
            unit, start = money
    half = _AND_A_HALF.match(folded, end)
    if half and unit and value is not None and first.scale == 1:
        value, end = value + Decimal("0.5"), half.end()
    sign = negative_before(view, start, unit, first.form == "words")
    if sign is not None:
        start = sign
        if value is not None:
            value = -value
        elif low is not None:
            low = -low
    per = per_at(view, end, unit, money=first.scale >= 1000)
    if per is not None and unit is not None and per[0] in _TIERS and unit.unit in _TIERS:
        per = None  # "40 quận/huyện" counts units of either kind
    if per is not None and unit is None and first.scale == 1:
        per = None
    each = per_before(folded, start) if per is None and (unit is not None or first.scale >= 1000) else None
    before = qualifier_before(folded, start, first.form == "scale", small=value is not None and value < 10) if value is not None else None
    after = qualifier_after(folded, per[1] if per else end)
    name, estimate, left = ("exact" if value is not None else "range"), False, start
    if first.vague and value is not None:
        name = first.vague
    for qualifier in (after[0] if after else None, before):
        if qualifier is not None and value is not None:
            name = qualifier.name
    if before is not None:
        estimate, left = before.estimate, before.start
        deeper = qualifier_before(folded, before.start)
        if deeper is not None:
            estimate, left = estimate or deeper.estimate, deeper.start
    if value is not None:
        low, high = bounds(value, name)
    kind, group, canonical = kind_of(folded, start, end, unit, first, left, value is None or per is not None)
    if unit is None and kind != "money":
        each = None  # "mỗi xã 3 nghìn" of nobody knows what
    if unit is not None and (kind == "rank" or (kind == "money" and unit.strength == "guess")):
        end = number_end
    if per is None and each is None and unit is not None and kind in ("money", "measurement", "count") and unit.strength == "strong":
        each = per_opening(folded, left)
    strength = unit.strength if unit else "weak" if canonical else "none"
    return Mention(
        start, end, first.start, number_end, first.form, first.printed, value, low, high, name, estimate, left,
        kind, canonical, group, strength, per[0] if per else each, first.doubt, first.single,
        reach=per[1] if per else end,
    )  # fmt: skip
