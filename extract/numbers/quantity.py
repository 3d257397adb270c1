"""A bare quantity: digits or words with their scale words ("2 triệu 300 nghìn", "3,5 nghìn tỷ", "12tr", "vài chục")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from .digits import DIGITS, read_digits
from .words import DIGIT_WORDS, NOT_SCALE_BEFORE, SCALES, read_words

_SCALE_WORD = re.compile(r" ?(nghìn|ngàn|vạn|triệu|tỷ|tỉ|trăm|chục|tá)(?!\w)")
_GLUED_SCALE = re.compile(r"(k|tr|tỷ|tỉ|triệu|nghìn)(?!\w)")
_GLUED_VALUES = {"k": Decimal(1000), "tr": Decimal(10**6)}
_HALF = re.compile(r" (?:rưỡi|rưởi)(?!\w)")
_NEXT_SYLLABLE = re.compile(r" *(\w+)")
_SYLLABLES = re.compile(r"\w+")
_HUNDREDS_TAIL = re.compile(r" (\d{3})(?= ?(?:đồng|đ|vnđ|usd|người)(?!\w))")
_SPACED_TR = re.compile(r" tr(?= ?(?:đồng|đ)(?!\w))")

# Scale words that stand alone behind these count vaguely: "hàng trăm", "hơn chục", "nửa triệu", "cả nghìn".
BARE_SCALE = re.compile(
    r"(?<!\w)(hàng|vài ba|vài|mấy|nhiều|cả|hơn|gần|nửa|non|dăm|trên|ngót)"
    r" ((?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?: (?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ))*)(?!\w)"
)
WORD_START = re.compile(
    r"(?<!\w)(?:không(?= (?:phẩy|phảy))|một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười|hăm|trăm(?= rưỡi))(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number without its unit.

    Attributes:
        value: the number at base scale.
        start, end: half-open span in the folded text.
        form: `digits`, `words` or `scale` (a bare scale word).
        scale: the product of the scale words behind the digits, 1 when there is none.
        doubt: how unsure the reading of separators is, 0 to 1.
        printed: the digits as printed, or "".
        single: whether it is one single number word.
    """

    value: Decimal
    start: int
    end: int
    form: str
    scale: Decimal
    doubt: float
    printed: str
    single: bool


def scale_at(folded: str, position: int) -> tuple[Decimal, int] | None:
    """Read a scale word at `position` (a blank before it allowed), unless it begins another word ("tỷ lệ")."""
    match = _SCALE_WORD.match(folded, position)
    if match is None:
        return None
    following = _NEXT_SYLLABLE.match(folded, match.end())
    if following and following[1] in NOT_SCALE_BEFORE.get(match[1], ()):
        return None
    return Decimal(SCALES[match[1]]), match.end()


def _scales(folded: str, position: int) -> tuple[Decimal, int]:
    """Read scale words one behind the other ("nghìn tỷ"): their product and where they end."""
    glued = _GLUED_SCALE.match(folded, position)
    product, end = Decimal(1), position
    if glued:
        product, end = _GLUED_VALUES.get(glued[1], Decimal(SCALES.get(glued[1], 1))), glued.end()
    elif _SPACED_TR.match(folded, position):
        return Decimal(10**6), position + 3
    while (found := scale_at(folded, end)) is not None:
        product, end = product * found[0], found[1]
    return product, end


def digits_at(folded: str, position: int, english: bool = False) -> Quantity | None:
    """Read a quantity in digits at `position`, with scale words and smaller parts behind it."""
    match = DIGITS.match(folded, position)
    if match is None:
        return None
    digits = read_digits(match[0], english)
    scale, end = _scales(folded, match.end())
    value = digits.value * scale
    if scale > 1:
        half = _HALF.match(folded, end)
        if half:
            value, end = value + scale / 2, half.end()
        else:
            value, end = _smaller_parts(folded, value, scale, end)
    return Quantity(value, match.start(), end, "digits", scale, digits.doubt, match[0], False)


def _smaller_parts(folded: str, value: Decimal, scale: Decimal, end: int) -> tuple[Decimal, int]:
    """Add what follows in smaller scales: "2 triệu 300 nghìn", "1 tỷ 200 triệu", "12 nghìn 500 đồng"."""
    while end < len(folded) and folded[end] == " ":
        match = DIGITS.match(folded, end + 1)
        if match is None:
            break
        smaller, after = _scales(folded, match.end())
        part = read_digits(match[0]).value
        if smaller == 1:
            tail = _HUNDREDS_TAIL.match(folded, end)
            if scale == 1000 and tail:
                return value + Decimal(tail[1]), tail.end()
            break
        if smaller >= scale or part * smaller >= scale:
            break
        value, scale, end = value + part * smaller, smaller, after
    return value, end


def words_at(folded: str, position: int) -> Quantity | None:
    """Read a quantity in words at `position`."""
    spans = []
    stop = min(len(folded), position + 90)
    last = position
    for match in _SYLLABLES.finditer(folded, position, stop):
        if match.start() > last + 1 or (match.start() == last + 1 and folded[last] not in " "):
            break
        spans.append(match)
        last = match.end()
    words = [match[0] for match in spans]
    number = read_words(words)
    if number is None:
        return None
    end = spans[number.length - 1].end()
    value = number.value
    scale = Decimal(1)
    if number.length == 1:
        # "hai trăm" is read above; "mười nghìn" too; what is left is a single word with chục/tá behind it.
        found = scale_at(folded, end)
        if found is not None and found[0] in (10, 12):
            value, end, scale = value * found[0], found[1], found[0]
    single = number.length == 1 and scale == 1 and words[0] in DIGIT_WORDS
    if scale == 1:
        scale = next((Decimal(SCALES[word]) for word in reversed(words[: number.length]) if word in SCALES), scale)
    return Quantity(value, position, end, "words", scale, 0.0, "", single)


def bare_scale_at(match: re.Match[str]) -> Quantity:
    """Read "hàng trăm", "hơn chục", "nửa triệu": one match of `BARE_SCALE`; the span begins at the scale word."""
    value = Decimal(1)
    for word in match[2].split():
        value *= SCALES[word]
    start = match.start(2)
    if match[1] == "nửa":
        value, start = value / 2, match.start(1)
    return Quantity(value, start, match.end(2), "scale", value, 0.0, "", False)
