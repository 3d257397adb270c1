"""A bare quantity: digits or words with their scale words ("2 triệu 300 nghìn", "3,5 nghìn tỷ", "12tr", "vài chục")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from .digits import DIGITS, read_digits
from .words import DIGIT_WORDS, NOT_SCALE_BEFORE, NUMBER_WORDS, SCALES, read_words

_SCALE_WORD = re.compile(r" ?(nghìn|ngàn|vạn|triệu|tỷ|tỉ|trăm|chục|tá|million|billion|trillion)(?!\w)")
_GLUED_SCALE = re.compile(r"(k|tr|tỷ|tỉ|triệu|nghìn|ngàn)(?!\w)")
# "1tr2", "12tr5", "3tr250", "1tỷ2": what is glued behind the scale word are its tenths, hundredths, thousandths.
_GLUED_TENTHS = re.compile(r"(k|tr|tỷ|tỉ|triệu)(\d{1,3})(?!\w)(?![.,]\d)")
_SPACED_TENTH = re.compile(r" ([1-9]|mốt|hai|ba|tư|bốn|lăm|sáu|bảy|tám|chín)(?= ?(?:đồng|đ|usd)(?!\w)|$|[.;)\n]|,(?!\d))")
_AND_SOME = re.compile(r" (?:mấy|lẻ(?= (?:người|hộ|đồng|con|cái|tấn|ha|xã)))(?!\w)")
_MORE_SCALES = re.compile(r" (?:chục|trăm)(?: (?:triệu|nghìn|ngàn|tỷ|tỉ))?(?!\w)")
_ENGLISH_SCALES = {"million": 10**6, "billion": 10**9, "trillion": 10**12}
_GLUED_VALUES = {"k": Decimal(1000), "tr": Decimal(10**6)}
# "2 chấm 23", "hai phẩy 23": the point said and the digits printed.
_SPOKEN_POINT = re.compile(r" (?:phẩy|phảy|chấm) (\d{1,4})(?![\w.,/-])")
_DOZENS = re.compile(r" tá(?!\w)(?! (?:điền|dược|lả|tràng))")
_HALF = re.compile(r" (?:rưỡi|rưởi)(?!\w)")
_NEXT_SYLLABLE = re.compile(r" *(\w+)")
_SYLLABLES = re.compile(r"\w+")
_HUNDREDS_TAIL = re.compile(r" (\d{3})(?= ?(?:đồng|đ|vnđ|usd|người)(?!\w))")
_SPACED_TR = re.compile(r" tr(?= ?(?:đồng|đ)(?!\w)| ?/ ?[^\W\d])")

# Scale words that stand alone behind these count vaguely: "hàng trăm", "hơn chục", "nửa triệu", "cả nghìn".
BARE_SCALE = re.compile(
    r"(?<!\w)(hàng|vài ba|vài|mấy|nhiều|cả|hơn|gần|nửa|non|dăm|trên|ngót nghét|ngót|xấp xỉ|cỡ|tới|chừng|khoảng)"
    r" ((?:chục|tá(?! điền)|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?: (?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ))*)(?!\w)"
)
# Two of them need no such word ("chục tỷ đồng"), unless they head a table ("đơn vị: nghìn tỷ đồng").
TWO_SCALES = re.compile(
    r"(?<![\w(])(?<!: )(?<!tính )(?:chục|trăm|nghìn|ngàn|vạn) (?:nghìn|ngàn|triệu|tỷ|tỉ)(?: (?:triệu|tỷ|tỉ))?(?!\w)(?! (?:lệ|trọng|số|giá|suất))"
)
_DIGIT_WORD = "một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín"
WORD_START = re.compile(
    rf"(?<!\w)(?:không(?= (?:phẩy|phảy)| chấm (?:không|{_DIGIT_WORD})(?!\w))|{_DIGIT_WORD}|mười|hăm"
    r"|(?:trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?= (?:rưỡi|rưởi|mốt|hai|ba|tư|bốn|sáu|bảy|tám|chín)(?!\w)|(?<=trăm) mười(?!\w))|mươi(?= (?:người|hộ|ngày|năm|phút|nhà|cây|con)(?!\w)))(?!\w)"
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
        single: whether it is one single number word, or two that a noun must confirm.
        vague: the qualifier that its own words make it ("mười mấy": over), or "".
        sure: whether it is a number even where no unit follows.
    """

    value: Decimal
    start: int
    end: int
    form: str
    scale: Decimal
    doubt: float
    printed: str
    single: bool
    vague: str = ""
    sure: bool = False


def quantity_at(folded: str, at: int, english: bool = False) -> Quantity | None:
    """Read the quantity in digits or words that begins at `at`; None where there is none."""
    if at >= len(folded):
        return None
    return digits_at(folded, at, english) if folded[at].isdigit() else words_at(folded, at)


def other_word(folded: str, end: int) -> bool:
    """Say whether the scale word that ends at `end` begins another word ("tỷ lệ", "triệu tập")."""
    following = _NEXT_SYLLABLE.match(folded, end)
    word = folded[:end].rsplit(" ", 1)[-1]
    return following is not None and following[1] in NOT_SCALE_BEFORE.get(word, ())


def scale_at(folded: str, position: int) -> tuple[Decimal, int] | None:
    """Read a scale word at `position` (a blank before it allowed), unless it begins another word ("tỷ lệ")."""
    match = _SCALE_WORD.match(folded, position)
    if match is None:
        return None
    following = _NEXT_SYLLABLE.match(folded, match.end())
    if following and following[1] in NOT_SCALE_BEFORE.get(match[1], ()):
        return None
    return Decimal(SCALES.get(match[1]) or _ENGLISH_SCALES[match[1]]), match.end()


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
    spoken = _SPOKEN_POINT.match(folded, match.end()) if match[0].isdigit() else None
    if spoken:
        digits = replace(digits, value=digits.value + Decimal(f"0.{spoken[1]}"))
    scale, end = _scales(folded, spoken.end() if spoken else match.end())
    value = digits.value * scale
    tenths = _GLUED_TENTHS.match(folded, match.end())
    if scale == 1 and tenths and digits.value < 1000:
        scale = _GLUED_VALUES.get(tenths[1], Decimal(SCALES.get(tenths[1], 1)))
        value, end = digits.value * scale + Decimal(f"0.{tenths[2]}") * scale, tenths.end()
    elif scale > 1:
        half = _HALF.match(folded, end)
        if half:
            value, end = value + scale / 2, half.end()
            more, end = _scales(folded, end)  # "2 nghìn rưỡi tỷ"
            value, scale = value * more, scale * more
        else:
            value, end = _smaller_parts(folded, value, scale, end)
    return Quantity(value, match.start(), end, "digits", scale, digits.doubt, match[0], False)


def _smaller_parts(folded: str, value: Decimal, scale: Decimal, end: int) -> tuple[Decimal, int]:
    """Add what follows in smaller scales: "2 triệu 300 nghìn", "1 tỷ 200 triệu", "12 nghìn 500 đồng"."""
    while end < len(folded) and folded[end] == " ":
        tenth = _SPACED_TENTH.match(folded, end) if scale in (10**6, 10**9) else None
        if tenth:
            return value + Decimal(DIGIT_WORDS.get(tenth[1], tenth[1])) * scale / 10, tenth.end(1)
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
        if scale == 1000 and smaller >= 10**6 and part < scale:
            return (value + part) * smaller, after  # "2 nghìn 300 tỷ"
        if smaller >= scale or part * smaller >= scale:
            break
        value, scale, end = value + part * smaller, smaller, after
    return value, end


def words_at(folded: str, position: int) -> Quantity | None:
    """Read a quantity in words at `position`."""
    spans = []
    stop = min(len(folded), position + 160)
    last = position
    for match in _SYLLABLES.finditer(folded, position, stop):
        if match.start() > last + 3 or folded[last : match.start()].strip(" "):
            break
        spans.append(match)
        last = match.end()
        if match[0] not in NUMBER_WORDS:
            break  # one more word is enough to tell "năm trăm" from "năm tù"
    words = [match[0] for match in spans]
    if words and words[0] == "mươi":
        return Quantity(Decimal(10), position, spans[0].end(), "words", Decimal(10), 0.0, "", False, "about")
    number = read_words(words)
    if number is None:
        return None
    end = spans[number.length - 1].end()
    value = number.value
    scale = Decimal(1)
    spoken = _SPOKEN_POINT.match(folded, end) if number.value == number.value.to_integral_value() else None
    if spoken:
        value, end = value + Decimal(f"0.{spoken[1]}"), spoken.end()
    if number.length == 1:
        # "hai trăm" is read above; "mười nghìn" too; what is left is a single word with chục/tá behind it.
        found = scale_at(folded, end)
        if found is not None and found[0] in (10, 12):
            value, end, scale = value * found[0], found[1], found[0]
    taken = words[: number.length]
    dozens = _DOZENS.match(folded, end) if number.length > 1 else None
    if dozens:
        value, end, scale = value * 12, dozens.end(), Decimal(12)
    single = scale == 1 and spoken is None and all(word in DIGIT_WORDS for word in taken)
    if scale == 1:
        scale = next((Decimal(SCALES[word]) for word in reversed(taken) if word in SCALES), scale)
    vague = ""
    some = _AND_SOME.match(folded, end)
    if some and not single:
        end, vague = some.end(), "over"
        more = _MORE_SCALES.match(folded, end)
        end = more.end() if more and taken[-1] == "trăm" else end
        following, end = _scales(folded, end)
        value, scale = value * following, scale * following
    sure = single and not folded[:position].strip() and not folded[end:].strip()
    return Quantity(value, position, end, "words", scale, 0.0, "", single, vague, sure)


def bare_scale_at(match: re.Match[str]) -> Quantity:
    """Read "hàng trăm", "hơn chục", "nửa triệu", "trăm triệu": one match of `BARE_SCALE` or `TWO_SCALES`.

    The span begins at the scale word, but for "nửa".
    """
    marked = match.re is BARE_SCALE
    printed = match[2] if marked else match[0]
    value = Decimal(1)
    for word in printed.split():
        value *= SCALES[word]
    start, end = match.span(2) if marked else match.span()
    half = marked and match[1] == "nửa"
    if half:
        value, start = value / 2, match.start(1)
    sure = half or " " in printed
    return Quantity(value, start, end, "scale", value, 0.0, "", False, "" if marked else "about", sure)
