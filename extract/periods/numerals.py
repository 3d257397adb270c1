"""The numerals of dates: words, Roman numbers, years in two digits and years told from now."""

from __future__ import annotations

from .clock import Clock

_WORDS = {
    "một": 1, "giêng": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
    "mười": 10, "mười một": 11, "mười hai": 12, "chạp": 12, "i": 1, "ii": 2, "iii": 3, "iv": 4, "chục": 10, "hơn chục": 10,
}  # fmt: skip


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
        return int(text) if len(text) == 4 else 2000 + int(text)
    shift = {"nay": 0, "này": 0, "ngoái": -1, "trước": -1, "qua": -1, "vừa qua": -1, "sau": 1, "tới": 1}.get(text)
    return None if shift is None or clock.year is None else clock.year + shift


def second_year(first: str, second: str) -> int:
    """Complete the second year of "2012-13"."""
    return int(second) if len(second) == 4 else int(first[:2] + second)
