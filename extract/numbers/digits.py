"""Numbers in digits: what a run of digits and separators means in a Vietnamese text.

Vietnamese groups thousands with full stops or blanks and marks decimals with a comma (1.234.567,8); pages copied from
elsewhere also print the English way round (1,234,567.8 and 12.5%).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

# A run of digits with separators. Blanks group only full groups of three; "427, 46m3" is a decimal comma with a lost
# blank only when two digits are glued to a unit. All parts are bounded, so nothing backtracks far.
CURRENCY_GLUED = r"(?<=(?<!\w)(?:usd|eur|gbp|vnd|vnđ|inr|jpy|cny|krw|aud|cad|sgd|thb))"
"""Right behind these codes a number may stand without a blank: "USD1,23"."""
BEHIND_DATE = r"(?:(?<=\d[/-]\d,)|(?<=\d[/-]\d\d,))(?<!,\d\d-\d\d,)"
"""Right behind a day and its comma a number may stand without a blank: "đến ngày 24/7,108 dự án"; not behind the prices of "35,78-36,23 triệu"."""
_THOUSANDS = r"\d{2,3}\.\d{3}(?!\d)"
BEHIND_CLASS = rf"(?:(?<=loại \d,)|(?<=nhóm \d,)|(?<=hạng \d,))(?={_THOUSANDS})"
"""So it may behind a class before full thousands: "60.000 đồng xe loại 3,110.000 đồng xe loại 4"."""
DIGITS = re.compile(
    rf"(?:(?<![\w.,])(?!(?<=loại |nhóm |hạng )\d,{_THOUSANDS})|{CURRENCY_GLUED}|{BEHIND_DATE}|{BEHIND_CLASS})"
    r"(?:\d{1,3}(?: \d{3}){1,4}(?:,\d{1,6})?(?![\d.]|[ ,/-]\d)"
    r"|\d{1,3}(?:\.\d{3}){1,5},\d{1,6}"
    r"|\d{1,3}(?:,\d{3}){1,5}\.\d{1,6}"
    r"|\d{1,3}(?:\.\d{3}){2,5}|\d{1,3}(?:,\d{3}){2,5}"
    r"|\d{1,15}, \d{2}(?=m[23²³]|ha\b|kg\b|%)"
    r"|\d{1,15}[.,]\d{1,9}"
    r"|\d{1,15})"
    r"(?![\d])(?![.,]\d)"
)


@dataclass(frozen=True, slots=True)
class Digits:
    """What a run of digits says.

    Attributes:
        value: the number.
        doubt: 0 for a sure reading; up to 1 where the separators could also be read the other way.
        other: that other reading, when there is one.
    """

    value: Decimal
    doubt: float = 0.0
    other: Decimal | None = None


def prefers_english(text: str) -> bool:
    """Say whether a text as a whole writes numbers the English way (1,234,567 or 12.5%).

    Only forms that cannot be Vietnamese count as evidence, against those that cannot be English.
    """
    english = len(re.findall(r"\b\d{1,3}(?:,\d{3}){2,}\b|\b\d+\.\d{1,2}(?= ?%)|\b\d{1,3},\d{3}\.\d{1,2}\b", text))
    vietnamese = len(re.findall(r"\b\d{1,3}(?:\.\d{3}){2,}\b|\b\d+,\d{1,2}(?= ?%)|\b\d{1,3}\.\d{3},\d", text))
    return english > 2 * vietnamese and english > 0


def read_digits(printed: str, english: bool = False) -> Digits:
    """Read a run of digits that `DIGITS` matched.

    Args:
        printed: the run, e.g. `1.234,5`.
        english: whether the rest of the text writes numbers the English way.

    >>> read_digits("1.234.567,8").value, read_digits("12.5").value, read_digits("1.234").value
    (Decimal('1234567.8'), Decimal('12.5'), Decimal('1234'))
    """
    run = printed.replace(" ", "")
    dots, commas = run.count("."), run.count(",")
    if ", " in printed:
        return Digits(Decimal(run.replace(",", ".")), 0.3)
    if not dots and not commas:
        return Digits(Decimal(run))
    if dots and commas:
        if run.rindex(".") > run.rindex(","):
            return Digits(Decimal(run.replace(",", "")))
        return Digits(Decimal(run.replace(".", "").replace(",", ".")))
    sign = "." if dots else ","
    plain = Decimal(run.replace(sign, ""))
    if run.count(sign) > 1:
        return Digits(plain)
    head, tail = run.split(sign)
    decimal = Decimal(f"{head}.{tail}")
    groups = len(tail) == 3 and 1 <= len(head) <= 3 and head.lstrip("0") != ""
    if groups and sign == "," and tail == "000":
        return Digits(plain, 0.2, decimal)  # nobody prints three zeros as decimals
    if not groups:
        return Digits(decimal)
    if (sign == ".") != english:
        return Digits(plain, 0.0 if not english else 0.2, decimal)
    return Digits(decimal, 0.3, plain)
