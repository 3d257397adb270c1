"""One arithmetic check, and the rounding that a printed figure allows."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Literal

from ..figures import Figure

Form = Literal["sum", "shares", "share", "plan", "rate", "difference", "growth", "multiple", "more", "percent"]
"""How the arithmetic goes, where a name of `audits.check` covers several ways.

`share` is part ÷ whole, `plan` result ÷ plan, `rate` amount ÷ units; `difference` is now − then, `growth` that in
percent of then, `multiple` now ÷ then, `more` the growth as a multiple of then, and `percent` an amount of change in percent of the level it started from.
"""

_DECIMALS = re.compile(r",(\d+)$|(?<!\d)\d{1,3}\.(\d{1,2})$")
_DIGITS = 3
_JUST_BELOW = 0.99
"""How much of a last place may be cut off; a whole one would be another number."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check.

    Attributes:
        check: the name in `audits`.
        form: how the arithmetic goes.
        expected: what the other figures give; at base scale, percentages as percent.
        reported: what is printed.
        tolerance: what rounding as printed allows.
        members: indices of figures: the whole (the plan, the units) first, the printed result last; now, then, change;
            of a sum of shares all shares.
    """

    check: str
    form: Form
    expected: float
    reported: float
    tolerance: float
    members: tuple[int, ...]

    @property
    def ok(self) -> bool:
        """Whether the figures agree within the rounding as printed."""
        return abs(self.expected - self.reported) <= self.tolerance + 1e-9 * max(1.0, abs(self.reported))


def make(check: str, form: Form, expected: float, reported: float, tolerance: float, members: tuple[int, ...]) -> Check:
    """Give a check with its numbers freed from what floating point adds to them."""
    return Check(check, form, round(expected, 6), round(reported, 6), round(tolerance, 6), members)


def step(figure: Figure) -> float:
    """Give one unit of the last place a figure is printed with: 0.1 for "25,6%", 1 for "439", 1e8 for "2,5 tỷ"."""
    value = figure.value if figure.value is not None else figure.high
    match = _DECIMALS.search(figure.printed)
    decimals = len(match[1] or match[2]) if match else 0
    digits = re.sub(r"\D", "", figure.printed)
    plain = float(digits) / 10**decimals if digits else 0.0
    scale = abs(value) / plain if plain and value else 1.0
    if value and abs(scale - 10.0 ** round(math.log10(scale))) > 1e-6 * scale:  # "8 tỷ 450 triệu" is printed to its last digit
        return float(10 ** (len(str(round(abs(value)))) - len(str(round(abs(value))).rstrip("0"))))
    return scale * 10.0**-decimals


def exact(figure: Figure) -> bool:
    """Say whether a figure is printed as one exact number: only then can arithmetic be held against it.

    In words only small numbers are: "hai chục", "hàng trăm" are not meant to the unit.
    """
    if figure.value is None or (figure.qualifier != "exact" and not (figure.qualifier == "about" and _precise(figure))):
        return False
    return bool(figure.printed) or (figure.kind == "count" and 0 < figure.value < 100 and figure.value % 10 != 0)


def _precise(figure: Figure) -> bool:
    """Say whether an estimate ("ước đạt 381,5 triệu USD") is printed to digits that must add up."""
    return figure.estimate and len(re.sub(r"\D", "", figure.printed).strip("0")) >= _DIGITS


def number(figure: Figure) -> float:
    """Give the value of a figure that is `exact`."""
    return float(figure.value or 0)


def rounding(figure: Figure) -> float:
    """Give half a unit of the last place; nothing for a count, which is printed to the unit unless a scale word stands with it."""
    return 0.0 if figure.kind == "count" and step(figure) <= 1 else 0.5 * step(figure)


def relative_rounding(*figures: Figure) -> float:
    """Give by what fraction a product or quotient of figures may be off, since each of them is rounded."""
    return sum(rounding(figure) / abs(number(figure)) for figure in figures if number(figure))


def printed_tolerance(expected: float, result: Figure, spread: float) -> float:
    """Give what the rounding of a printed result allows.

    Newspapers round to the nearest as well as cut decimals off, but never round up by more than half of the last place.

    Args:
        expected: what arithmetic gives.
        result: the printed result.
        spread: by how much `expected` itself may be off.
    """
    return spread + step(result) * (_JUST_BELOW if abs(expected) > abs(number(result)) else 0.5)
