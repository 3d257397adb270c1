"""Numbers as Vietnamese newspapers print them: full stops part thousands, a comma the decimals."""

from __future__ import annotations

SCALES: tuple[tuple[float, str, str], ...] = ((1e9, "tỷ", "billion"), (1e6, "triệu", "million"))


def printed_number(value: float) -> str:
    """Write a number in Vietnamese style with two decimals at most; more only where two would leave nothing.

    >>> printed_number(12360), printed_number(5.25), printed_number(0.066185), printed_number(-0.004)
    ('12.360', '5,25', '0,07', '-0,004')
    """
    text = f"{abs(value):,.{2 if abs(value) >= 0.05 or value == 0 else 6}f}"
    text = text.rstrip("0").rstrip(".").translate(str.maketrans(",.", ".,"))
    return f"-{text}" if value < 0 and text != "0" else text


def printed_amount(value: float, english: bool = False) -> str:
    """Write a large number with its scale word where that loses nothing: 12.500.000.000 as "12,5 tỷ", 1.234.567 as it is.

    Args:
        value: the number at base scale.
        english: whether the scale word is "million" or "triệu".
    """
    for scale, vi, en in SCALES:
        if abs(value) >= scale and abs(value / scale * 100 - round(value / scale * 100)) < 1e-6:
            return f"{printed_number(value / scale)} {en if english else vi}"
    return printed_number(value)
