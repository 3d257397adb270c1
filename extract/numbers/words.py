"""Numbers in words: "hai mươi ba", "một trăm linh năm", "ba phẩy hai", "trăm rưỡi", "một triệu hai".

Works on a list of folded syllables and says how many of them make up a number. Which single words really are numbers
("năm" is also year, "ba" father, "tư" private) is for the caller to decide by what stands around.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

DIGIT_WORDS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5, "sáu": 6,
    "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}  # fmt: skip
SCALES = {
    "chục": 10, "tá": 12, "trăm": 100, "nghìn": 1000, "ngàn": 1000, "vạn": 10_000, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9,
}  # fmt: skip
_BIG = {"nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ"}
_HALF = {"rưỡi", "rưởi"}
_LINK = {"lẻ", "linh"}
_TAIL_ONLY = {"mốt", "lăm", "nhăm"}
_POINT = {"phẩy", "phảy", "chấm"}
NUMBER_WORDS = frozenset(DIGIT_WORDS) | frozenset(SCALES) | _HALF | _LINK | _POINT | {"mười", "mươi", "hăm"}
"""Every syllable that can be part of a number."""
# "năm" behind a ten or a scale word is five before these, and years before all else: "hai mươi năm", "một nghìn năm trăm".
_AFTER_FIVE = {"trăm", "mươi", "chục", "đồng"} | _POINT | _BIG
# Two digit words read as one number when they cannot be "two or three": "hai tư", "ba bảy", not "hai ba", "ba ba", "hai năm".
_NOT_SECOND = {"không", "một", "năm", "lăm", "mốt", "nhăm"}

# Words that turn a scale word before them into the beginning of another word (tỷ lệ, triệu tập, vạn vật).
NOT_SCALE_BEFORE = {
    "tỷ": {"lệ", "trọng", "số", "giá", "suất", "phú", "mỉ", "thí"},
    "tỉ": {"lệ", "trọng", "số", "giá", "suất", "phú", "mỉ", "thí"},
    "triệu": {"tập", "hồi", "phú"},
    "vạn": {"vật", "sự", "thọ", "niên", "phúc", "ninh", "hạnh"},
    "tá": {"điền", "dược", "lả", "tràng"},
    "ngàn": {"đời", "xưa", "thu"},
    "nghìn": {"đời", "xưa", "thu"},
}


@dataclass(frozen=True, slots=True)
class WordNumber:
    """A number in words: its value and how many syllables it takes."""

    value: Decimal
    length: int


def _below_thousand(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """Read "hai trăm linh ba", "bốn mươi lăm", "mười hai", "chín": the value and where it ends."""
    count = len(words)
    start = at
    if at >= count:
        return None
    total = 0
    hundreds = False
    if at + 1 < count and words[at] in DIGIT_WORDS and words[at] not in _TAIL_ONLY and words[at + 1] == "trăm":
        total, at, hundreds = DIGIT_WORDS[words[at]] * 100, at + 2, True
        if at < count and words[at] in _HALF:
            return total + 50, at + 1
        if at < count and words[at] == "mốt":
            return total + 10, at + 1
        if at + 1 < count and words[at] in _LINK and words[at + 1] in DIGIT_WORDS:
            return total + DIGIT_WORDS[words[at + 1]], at + 2
    if at < count and words[at] == "mười":
        if at + 1 < count and words[at + 1] in DIGIT_WORDS and words[at + 1] not in ("mốt", "tư", "không", "năm"):
            return total + 10 + DIGIT_WORDS[words[at + 1]], at + 2
        return total + 10, at + 1
    if at < count and words[at] == "hăm" and at + 1 < count and words[at + 1] in DIGIT_WORDS:
        return total + 20 + DIGIT_WORDS[words[at + 1]], at + 2
    if at < count and words[at] in DIGIT_WORDS and words[at] not in _TAIL_ONLY:
        digit = DIGIT_WORDS[words[at]]
        following = words[at + 1] if at + 1 < count else ""
        if following in ("mươi", "chục"):
            tail = words[at + 2] if at + 2 < count else ""
            if following == "mươi" and tail in DIGIT_WORDS and tail != "không" and not _years(words, at + 2):
                return total + digit * 10 + DIGIT_WORDS[tail], at + 3
            if tail in _HALF and following == "chục":
                return total + digit * 10 + 5, at + 3
            return total + digit * 10, at + 2
        if digit and (following in _TAIL_ONLY or _second_digit(words, at, hundreds)):
            return total + digit * 10 + DIGIT_WORDS[following], at + 2
        if hundreds and digit == 5 and following in DIGIT_WORDS and following not in ("không", "năm"):
            return total + 50 + DIGIT_WORDS[following], at + 2  # "hai trăm năm chín"
        if hundreds and (_years(words, at) or words[at] == "một"):
            return total, at  # "một trăm một" is not said of 110: that is "trăm mốt"
        if hundreds:
            # "một trăm hai" is 120 when it ends there; "hai trăm ba nghìn" is not said.
            return total + digit * 10, at + 1
        return total + digit, at + 1
    if hundreds:
        return total, at
    if at + 1 < count and words[at] == "trăm" and not hundreds:
        tens_said = at + 2 < count and words[at + 1] in DIGIT_WORDS
        if tens_said and _second_digit(words, at + 1, True):
            return 100 + 10 * DIGIT_WORDS[words[at + 1]] + DIGIT_WORDS[words[at + 2]], at + 3
        if words[at + 1] == "mười" or (tens_said and (words[at + 2] == "mươi" or words[at + 2] in _TAIL_ONLY)):
            tens = _below_thousand(words, at + 1)
            return (100 + tens[0], tens[1]) if tens else None
        if _is_scale(words, at + 1):
            return 100, at + 1
        if words[at + 1] in _HALF:
            return 150, at + 2
        if words[at + 1] in DIGIT_WORDS and words[at + 1] not in ("không", "năm", "một"):
            return 100 + 10 * DIGIT_WORDS[words[at + 1]], at + 2
    return None if at == start else (total, at)


def _years(words: Sequence[str], at: int) -> bool:
    """Say whether the syllable at `at` is "năm" in the sense of years, by what stands behind it."""
    return words[at] == "năm" and (words[at + 1] if at + 1 < len(words) else "") not in _AFTER_FIVE


def _second_digit(words: Sequence[str], at: int, hundreds: bool) -> bool:
    """Say whether two digit words at `at` make one number: "hai tư" 24, "bảy bảy" 77; "ba bốn" is three or four.

    Behind a hundred they always do: "một trăm hai ba" is 123.
    """
    first, second = words[at], words[at + 1] if at + 1 < len(words) else ""
    if second not in DIGIT_WORDS or second in _NOT_SECOND or first in ("năm", "một", "không"):
        return False
    following = words[at + 2] if at + 2 < len(words) else ""
    if following in _AFTER_FIVE and following not in _BIG and following not in _POINT:
        return False
    return hundreds or second == "tư" or (DIGIT_WORDS[second] != DIGIT_WORDS[first] + 1 and (first, second) != ("ba", "ba"))


def _is_scale(words: Sequence[str], at: int) -> bool:
    if at >= len(words) or words[at] not in _BIG:
        return False
    following = words[at + 1] if at + 1 < len(words) else ""
    return following not in NOT_SCALE_BEFORE.get(words[at], ())


def read_words(words: Sequence[str]) -> WordNumber | None:
    """Read the number that begins at the first of the folded syllables.

    >>> read_words("hai mươi ba phẩy năm tấn".split())
    WordNumber(value=Decimal('23.5'), length=5)
    >>> read_words("một triệu hai".split()).value
    Decimal('1200000')
    """
    total = Decimal(0)
    at = 0
    last_scale: Decimal | None = None
    group: tuple[int, int] | None = _below_thousand(words, 0)
    if group is None and _bare_head(words):
        group = (1, 0)  # "triệu rưỡi", "nghìn hai": one of it
    if group is None:
        return None
    while group is not None:
        value, end = Decimal(group[0]), group[1]
        if end < len(words) and words[end] in _POINT:
            fraction = _decimals(words, end + 1)
            if fraction is not None:
                value, end = value + fraction[0], fraction[1]
        if not _is_scale(words, end):
            if last_scale is not None:
                # A lone digit behind a scale word is a tenth of it: "một triệu hai" is 1.2 million.
                lone = end == at + 1 and words[at] in DIGIT_WORDS
                linked = at > 0 and words[at - 1] in _LINK
                if lone and not linked and (_years(words, at) or words[at] == "một"):
                    break  # "hai nghìn năm" are years, "hai nghìn một cân" a price
                total += value * last_scale / 10 if lone and not linked else value
            else:
                total += value
            at = end
            break
        scale = Decimal(1)
        while _is_scale(words, end):
            scale *= SCALES[words[end]]
            end += 1
        if last_scale is not None and scale >= last_scale:
            if last_scale > 10_000 or scale < 10**6:
                break
            total, value = (total + value) * scale, Decimal(0)  # "ba nghìn hai trăm tỷ" is 3,200 billion
        total += value * scale
        at, last_scale = end, scale
        if at < len(words) and words[at] in _HALF:
            total += scale / 2
            at += 1
            break
        if at < len(words) and words[at] == "mốt":
            total += scale / 10
            at += 1
            break
        tail = _decimals(words, at + 1) if at < len(words) and words[at] in _POINT else None
        if tail is not None:
            total, at = total + tail[0], tail[1]  # "một nghìn phẩy không năm"
            break
        after = at + 1 if at < len(words) and words[at] in _LINK else at
        group = _below_thousand(words, after)
        if group is not None:
            at = after
    return WordNumber(total, at) if at else None


def _bare_head(words: Sequence[str]) -> bool:
    """Say whether a scale word opens a number: "nghìn rưỡi", "triệu hai", "tỷ tư"."""
    if len(words) < 2 or words[0] not in _BIG or not _is_scale(words, 0):
        return False
    if words[1] in _LINK:
        return len(words) > 2 and words[2] in DIGIT_WORDS
    return words[1] in _HALF or (words[1] in DIGIT_WORDS and words[1] not in ("không", "năm", "một"))


def _digit_behind(words: Sequence[str], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1] in DIGIT_WORDS and words[at + 1] not in _TAIL_ONLY


def _decimals(words: Sequence[str], at: int) -> tuple[Decimal, int] | None:
    """Read what stands behind "phẩy": single digits ("không năm") or a number below a hundred ("hai lăm")."""
    digits = ""
    while at < len(words) and words[at] in ("không", "linh", "lẻ"):
        digits += "0"
        at += 1
    run = at
    while (
        run < len(words)
        and words[run] in DIGIT_WORDS
        and words[run] not in _TAIL_ONLY
        and not (run > at and _years(words, run) and not _digit_behind(words, run))
    ):
        run += 1
    if run - at > 1 and (run >= len(words) or words[run] not in ("mươi", "chục", "trăm", *_TAIL_ONLY)):
        return Decimal(f"0.{digits}{''.join(str(DIGIT_WORDS[word]) for word in words[at:run])}"), run
    group = _below_thousand(words, at)
    if group is not None and group[0] < 1000:
        digits += str(group[0])
        at = group[1]
    return (Decimal(f"0.{digits}"), at) if digits else None
