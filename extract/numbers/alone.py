"""A text that is nothing but a numeral: "không", "âm năm", "hai mươi ba nghìn", "9/4", "không phần trăm".

In running text a single number word needs evidence around it ("năm" is also year, "không" not). Where the whole text
is a numeral, with at most its unit, there is nothing else it could be.
"""

from __future__ import annotations

import re
from decimal import Decimal

from .digits import DIGITS, read_digits
from .mention import Mention, Reading, build
from .quantity import Quantity
from .units import Unit, unit_at
from .words import DIGIT_WORDS, NUMBER_WORDS, SCALES, read_words

_LONGEST = 240
"""Longer texts are not looked at; the longest numeral in words is shorter."""
_SIGN = re.compile(r"\s*(?:(?:âm|trừ) +)?")
_SYLLABLE = re.compile(r"(\w+) *")
_END = re.compile(r"\s*[.!?]?\s*")
_SHORT = re.compile(
    rf"\s*(?P<signed>(?P<sign>- ?|[Ââ]m )?(?P<number>(?:(?P<digits>{DIGITS.pattern})|(?<!\w)\.(?P<point>\d{{1,6}}))(?P<scale>[MGKk])?))\s*[.!?]?\s*"
)
_CAPITALS = {"k": Decimal(1000), "K": Decimal(1000), "M": Decimal(10**6), "G": Decimal(10**9)}
_FRACTION = re.compile(r"\s*(-?)(?:(\d{1,3}) )?(\d{1,4})/(\d{1,4})\s*")


def read_alone(reading: Reading) -> Mention | None:
    """Read a text that consists of one numeral, or of one numeral and its unit; None where it does not."""
    folded = reading.view.folded
    if len(folded) > _LONGEST:
        return None
    fraction = _FRACTION.fullmatch(folded)
    if fraction:
        return _fraction(reading, fraction)
    short = _SHORT.fullmatch(reading.view.text)
    return _short(reading, short) if short else _words(reading)


def _short(reading: Reading, match: re.Match[str]) -> Mention | None:
    """Read "3M", ".77", "-1.2M", "- 1,200,000": scales in capitals, no digit before the point, a sign that stands off.

    Such forms are what test suites and tables print; in running text "3M" is a firm and a dash opens an item.
    """
    if not (match["scale"] or match["sign"] or match["point"]):
        return None
    value = Decimal(f"0.{match['point']}") if match["point"] else read_digits(match["digits"], reading.english).value
    scale = _CAPITALS.get(match["scale"] or "", Decimal(1))
    value *= scale if not match["sign"] else -scale
    first = Quantity(abs(value), match.start("number"), match.end("number"), "digits", scale, 0.0, match["digits"] or "", False)
    mention = build(reading.view, first, value, value, value, match.end("number"), None)
    mention.value, mention.low, mention.high, mention.start = value, value, value, match.start("signed")
    return mention


def _fraction(reading: Reading, match: re.Match[str]) -> Mention | None:
    """Read "9/4", "-3/4", "23 1/5"; of what may be a date, too, only proper fractions ("2/3")."""
    start = match.start(2) if match[2] else match.start(3)
    proper = int(match[3]) < int(match[4]) <= 10
    if int(match[4]) == 0 or (not proper and reading.mask.end_at(match.start(3)) is not None):
        return None
    value = Decimal(match[2] or 0) + Decimal(match[3]) / Decimal(match[4])
    quantity = Quantity(value, start, match.end(4), "digits", Decimal(1), 0.0, match[3], False)
    mention = build(reading.view, quantity, value, value, value, match.end(4), None)
    mention.kind, mention.unit, mention.group, mention.strength = "ratio", "1", "ratio", "strong"
    return mention


def _words(reading: Reading) -> Mention | None:
    folded = reading.view.folded
    sign = _SIGN.match(folded)
    start = sign.end() if sign else 0
    spans = []
    at = start
    while (match := _SYLLABLE.match(folded, at)) is not None and match[1] in NUMBER_WORDS:
        spans.append(match)
        at = match.end()
    words = [span[1] for span in spans]
    number = _value(words)
    if number is None:
        return None
    value, length = number
    end = spans[length - 1].end(1)
    pair = _pair(words)
    if pair is not None and _END.fullmatch(folded, spans[-1].end()):
        value, end = pair, spans[-1].end(1)
    unit: Unit | None = None
    if _END.fullmatch(folded, end) is None:
        unit = unit_at(reading.view, end, True, reading.defined)
        if unit is None or unit.strength == "guess" or unit.kind == "count" or _END.fullmatch(folded, unit.end) is None:
            return None
    # "một", "năm" and the like before a unit are left to the ordinary reading, but for zero, which it never reads.
    if unit is not None and length == 1 and words[0] != "không" and not (sign and sign[0].strip()) and unit.kind != "duration":
        return None
    scale = next((Decimal(SCALES[word]) for word in reversed(words[:length]) if word in SCALES), Decimal(1))
    quantity = Quantity(value, start, end, "words", scale, 0.0, "", False, sure=True)
    mention = build(reading.view, quantity, value, value, value, end, unit)
    if sign and sign[0].strip() and mention.value == value and value:
        low = -value
        mention.value, mention.low, mention.high, mention.start = low, low, low, len(sign[0]) - len(sign[0].lstrip())
    return mention


def _pair(words: list[str]) -> Decimal | None:
    """Read two digit words: "sáu bảy" by itself is 67, before a noun six or seven."""
    if len(words) != 2 or words[0] not in DIGIT_WORDS or words[1] not in DIGIT_WORDS or words[1] == "năm" or words[0] == "không":
        return None
    return Decimal(10 * DIGIT_WORDS[words[0]] + DIGIT_WORDS[words[1]])


def _value(words: list[str]) -> tuple[Decimal, int] | None:
    """Give the value of number words and how many of them it takes; single words of every kind count here."""
    if not words:
        return None
    if len(words) == 1 and (words[0] in DIGIT_WORDS or words[0] in SCALES):
        return Decimal(DIGIT_WORDS.get(words[0], SCALES.get(words[0], 0))), 1
    if all(word in SCALES for word in words):
        return None  # "trăm triệu đồng" is vague
    number = read_words(words)
    if number is not None:
        return number.value, number.length
    return None
