"""The numerals of dates: words, Roman numbers, years in two digits and years told from now."""

from __future__ import annotations

from .clock import Clock

_WORDS = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12, "i": 1, "ii": 2, "iii": 3, "iv": 4, "chục": 10, "hơn chục": 10,
}  # fmt: skip


_WORDS |= {"lăm": 5, "ba mươi": 30, "ba mươi mốt": 31, "hai mươi": 20, "hai mươi mốt": 21}
_WORDS |= {
    f"{tens} {unit}": value + number
    for tens, value in (("mười", 10), ("hai mươi", 20))
    for unit, number in (
        ("một", 1),
        ("hai", 2),
        ("ba", 3),
        ("tư", 4),
        ("bốn", 4),
        ("lăm", 5),
        ("sáu", 6),
        ("bảy", 7),
        ("tám", 8),
        ("chín", 9),
    )
}
# Years in two digits reach this far ahead of the article; further on they are of last century ("3/9/91").
_REACH = 10


def number_of(text: str | None) -> int | None:
    """Read a small number in digits, words or Roman numerals; None for anything else."""
    if text is None:
        return None
    return int(text) if text.isdigit() else _WORDS.get(text)


def year_of(text: str | None, clock: Clock) -> int | None:
    """Resolve "2019", "nay", "ngoái", or nothing (the article's year)."""
    if text is None:
        return clock.year
    if text.isdigit():
        return int(text) if len(text) == 4 else _full(int(text), clock)
    shift = {"nay": 0, "kia": -2, "này": 0, "ngoái": -1, "trước": -1, "qua": -1, "vừa qua": -1, "vừa rồi": -1, "sau": 1, "tới": 1}.get(text)
    return None if shift is None or clock.year is None else clock.year + shift


def _full(two_digits: int, clock: Clock) -> int:
    year = 2000 + two_digits
    return year - 100 if year > (clock.year or 2025) + _REACH else year


def second_year(first: str, second: str) -> int:
    """Complete the second year of "2012-13"."""
    return int(second) if len(second) == 4 else int(first[:2] + second)
