"""How the generator prints numbers: Vietnamese digits, scale words, words."""

from __future__ import annotations

from decimal import Decimal
from random import Random

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
SCALES = {"nghìn": 10**3, "ngàn": 10**3, "vạn": 10**4, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9, "nghìn tỷ": 10**12}


def plain(value: float, decimals: int = 0) -> str:
    """Print a number with points between thousands and a decimal comma.

    >>> plain(12345.5, 1)
    '12.345,5'
    """
    return f"{value:,.{decimals}f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def in_words(value: int) -> str:
    """Print a whole number from 1 to 99 in words.

    >>> in_words(25)
    'hai mươi lăm'
    """
    tens, ones = divmod(value, 10)
    if not tens:
        return _DIGITS[ones]
    head = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    if not ones:
        return head
    if ones == 1 and tens > 1:
        return f"{head} mốt"
    return f"{head} {'lăm' if ones == 5 else _DIGITS[ones]}"


def scaled(random: Random, scale: str, low: float, high: float) -> tuple[str, float]:
    """Draw an amount and print it with a scale word; gives what is printed and the value at base scale."""
    decimals = random.choice((0, 0, 1, 2))
    steps = max(1, round(random.uniform(low, high) * 10**decimals))
    value = Decimal(steps).scaleb(-decimals)
    text = plain(float(value), decimals)
    if "," in text:
        text = text.rstrip("0").rstrip(",")
    base = value * SCALES[scale]
    return f"{text} {scale}", int(base) if base == int(base) else float(base)
