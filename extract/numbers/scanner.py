"""From a text to its numbers: what begins where, and who reads it, for every number outside a mask."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace

from ..text.view import View
from ..tokenizer.patterns import CODE
from .alone import read_alone
from .commas import grouped_by_comma
from .compound import glued_metres, millions, second_part, years_and_months
from .digits import BEHIND_CLASS, BEHIND_DATE, CURRENCY_GLUED, prefers_english
from .fractions import read_fraction
from .mention import Mask, Mention, Reading, build
from .quantity import BARE_SCALE, TWO_SCALES, WORD_START, bare_scale_at, other_word, quantity_at, scale_at
from .ranges import pair_pattern, read_pair, read_range
from .sharing import share_units
from .specials import FIRST, HALF, HALF_UNIT, MULTIPLE, first_rank, half, half_unit, times
from .units import Unit, unit_at
from .wordlike import RANKED, word_number_ok

# Digits right behind a letter, a digit and a dash, or a letter and a dash ("29A-123", "covid-19") are part of a name.
_DIGIT = rf"(?=\d)(?:(?<![\w.,])(?<!\w-)|{CURRENCY_GLUED}|{BEHIND_DATE}|{BEHIND_CLASS})\d"
_WORD_NUMBER = WORD_START.pattern + "|" + BARE_SCALE.pattern + "|" + TWO_SCALES.pattern
_START = re.compile(
    rf"(?P<half>{HALF.pattern})|{_DIGIT}|(?P<pair>{pair_pattern()})|(?P<half_unit>{HALF_UNIT.pattern})"
    rf"|(?P<times>{MULTIPLE.pattern})|(?P<first>{FIRST.pattern})|{_WORD_NUMBER}"
)
_SAID_AGAIN = re.compile(r" ?\( ?(?P<words>[^()\d\n]{2,60}?) ?\)")
_ALONE = ("gấp ", "gấp hơn ", "gấp gần ", "gấp tới ", "gấp đến ", *RANKED)
"""Behind these a single number word needs no unit: "gấp ba", "đứng thứ hai"."""
_CODE = re.compile(CODE)
# Behind these a number says how many times as much, whatever follows: "tăng gấp ba chỉ sau một năm"; but "cần gấp 50 đơn vị máu"
_TIMES_AS = re.compile(r"(?<!\w)(?:tăng|cao|nhiều|lớn|đông|đắt|rẻ|nhanh|mạnh|nặng|hơn|giảm|lên) gấp (?:hơn |gần |tới |đến |khoảng )?$")
_THAN_YEAR = re.compile(r" năm (?:ngoái|trước|kia|rồi|nay|(?:19|20)\d\d)(?!\w)")  # "gấp ba năm ngoái"


def scan_numbers(
    view: View,
    mask: Mask,
    defined: Mapping[str, str],
    guess: Callable[[str], str | None] | None = None,
) -> list[Mention]:
    """Find the numbers of a text in order.

    Args:
        view: the text.
        mask: where not to look.
        defined: abbreviations that the article itself defines, short to long.
        guess: as for `unit_at`.
    """
    folded = view.folded
    reading = Reading(view, prefers_english(folded), mask, defined, guess)
    alone = read_alone(reading)
    if alone is not None:
        return [alone]
    mentions: list[Mention] = []
    position = 0
    while (match := _START.search(folded, position)) is not None:
        masked = mask.end_at(match.start())
        if masked is not None:
            position = max(masked, match.start() + 1)
            continue
        found = _special(reading, match)
        if found is None:
            code = _code_end(view, match)
            if code:
                position = code
                continue
            found = _number_at(reading, match, len(mentions))
        mentions.extend(found)
        position = max((max(mention.end, mention.reach) for mention in found), default=0)
        position = max(position, match.start() + 1)
    share_units(folded, mentions)
    return mentions


def _special(reading: Reading, match: re.Match[str]) -> list[Mention] | None:
    """Read what is no plain number: a pair of words, a half, a multiple; None where it is none of them after all."""
    if match["pair"]:
        pair = read_pair(reading, match.start())
        return [pair] if pair is not None else None
    folded, start = reading.view.folded, match.start()
    if match["half"]:
        found = half_unit(reading, match.end() - len("nửa"), match.end()) if match[0].endswith(" nửa") else None
        if found is not None:
            return [found]
        return [half(reading.view, start, match.end())]
    if match["times"]:
        return [times(reading.view, start, match.end())]
    if match["first"]:
        return [first_rank(reading.view, start, match.end())]
    if match["half_unit"] and not BARE_SCALE.match(folded, start):
        found = half_unit(reading, start, match.end())
        return [found] if found is not None else []
    return None


def _code_end(view: View, match: re.Match[str]) -> int | None:
    """Give the end of a document's code that begins here ("70/2009/QĐ-TTg", "18-NQ/TW"), or None."""
    start = match.start()
    if not view.folded[start].isdigit():
        return None
    code = _CODE.match(view.text, start)
    return code.end() if code is not None else None


def _number_at(reading: Reading, match: re.Match[str], index: int) -> list[Mention]:
    """Read the number, range, fraction or pair that begins at a match of `_START`."""
    view = reading.view
    folded = view.folded
    bare = BARE_SCALE.match(folded, match.start()) or TWO_SCALES.match(folded, match.start())
    first = bare_scale_at(bare) if bare else quantity_at(folded, match.start(), reading.english)
    if first is None or (bare and other_word(folded, bare.end())):
        return []
    if first.form == "words" and not word_number_ok(view, first):
        return []
    said = _SAID_AGAIN.match(folded, first.end) if first.form == "digits" and not bare else None
    if said is not None:
        again = quantity_at(folded, said.start("words"), reading.english)
        if again is not None and again.value == first.value and again.end == said.end("words"):
            first = replace(first, end=said.end())  # "10 (mười) suất quà"
            scale = scale_at(folded, said.end()) if first.scale == 1 else None
            if scale is not None:  # "2 (hai) triệu đồng"
                first = replace(first, value=first.value * scale[0], scale=scale[0], end=scale[1])
    first = millions(reading, first)
    metres = glued_metres(folded, first)
    if metres is not None:
        long = Unit("m", "measurement", "length", "strong", metres[1])
        return [build(view, first, metres[0], metres[0], metres[0], first.end, long)]
    if first.end < len(folded) and folded[first.end].isalpha():
        glued = unit_at(view, first.end, True, reading.defined)
        if glued is None:
            return []  # "30a", "10A1": a label, not a number
    if not bare:
        fraction = read_fraction(reading, first, index)
        if fraction:
            return fraction
        ranged = read_range(reading, first)
        if ranged is not None:
            return [ranged]
    unit = unit_at(view, first.end, first.form == "digits" or (first.form == "words" and not first.single), reading.defined, reading.guess)
    if unit is not None and unit.kind == "duration" and _THAN_YEAR.match(folded, first.end) and folded.endswith("gấp ", 0, first.start):
        unit = None
    counted = unit is not None and unit.kind in ("count", "measurement", "duration") and first.scale == 1
    if counted and _TIMES_AS.search(folded, max(0, first.start - 24), first.start):
        unit = None
    among = folded.startswith(" trong số", first.end) or folded.startswith(" trong tổng số", first.end)
    if (
        (bare or (first.single and not among))
        and unit is None
        and not first.sure
        and first.form != "digits"
        and not folded[: first.start].endswith(_ALONE)
    ):
        return []
    value = grouped_by_comma(folded, first, unit) or first.value
    part = second_part(folded, first, unit)
    if part is not None and unit is not None:
        value, unit = value + part[0], replace(unit, end=part[1])
    months = years_and_months(folded, first, unit)
    if months is not None:
        value, unit = months
    return [build(view, first, value, value, value, first.end, unit)]
