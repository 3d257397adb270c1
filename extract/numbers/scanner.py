"""From a text to its numbers: quantity, range, unit, denominator, qualifier and kind, for every number outside a mask."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ..text.view import View
from .digits import prefers_english
from .kinds import kind_of
from .qualifiers import Qualifier, qualifier_after, qualifier_before
from .quantity import BARE_SCALE, WORD_START, Quantity, bare_scale_at, digits_at, words_at
from .units import Unit, per_at, per_before, unit_at
from .wordlike import word_number_ok

_START = re.compile(r"(?<![\w.,])(?<!\d-)\d|" + WORD_START.pattern + "|" + BARE_SCALE.pattern)
_RANGE = re.compile(r" ?- ?|\.\.\.| ?÷ ?| ?~ ?| (?:đến|tới|cho đến|cho tới|-) (?:khoảng |gần |hơn |trên )?")
_SLASH = re.compile(r" ?/ ?(?=\d)")
_FRACTION_WORDS = re.compile(r" phần (?=một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|\d)")
_ONE_HALF = re.compile(r"(?<!\w)(?:một nửa|1 nửa|quá nửa|hơn nửa|gần nửa|già nửa)(?!\w)(?! (?:cuối|đầu))")
_MULTIPLE = re.compile(r"(?<!\w)(?:gấp|tăng|hơn|giảm|nhân) (đôi|rưỡi|ba(?! )|gấp đôi|gấp rưỡi)(?!\w)(?! (?:công|người))")
_RATIO_COLON = re.compile(r" ?: ?(?=\d)")
_MULTIPLES = {"đôi": Decimal(2), "rưỡi": Decimal("1.5"), "ba": Decimal(3)}


@dataclass(slots=True)
class Mention:
    """A number as found in a text, before anybody has decided whether it is a reported figure.

    `start:end` is the figure with its unit, `number_start:number_end` the bare number, both half-open spans in the
    view's text. `doubt` is 0 for a sure reading of the digits. `of` is the index of the mention that this one is
    printed as a part of ("18/21 huyện": the 18 is of the 21), or None.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    form: str
    printed: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    qualifier: str
    estimate: bool
    left: int
    kind: str
    unit: str | None
    group: str
    strength: str
    per: str | None
    doubt: float
    single: bool
    of: int | None = None


class Mask:
    """Spans of a text that belong to something else (dates, documents) and hold no numbers of their own."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def end_at(self, position: int) -> int | None:
        """Give the end of the masked span that holds `position`, or None."""
        index = bisect_right(self._starts, position) - 1
        if index >= 0 and position < self._spans[index][1]:
            return self._spans[index][1]
        return None


def scan_numbers(
    view: View,
    mask: Mask,
    defined: Mapping[str, str],
    guess: Callable[[str], str | None] | None = None,
) -> list[Mention]:
    """Find the numbers of a text in order; arguments as for `unit_at`, `mask` says where not to look."""
    mentions: list[Mention] = []
    folded = view.folded
    english = prefers_english(folded)
    position = 0
    specials = sorted(
        [(match.start(), match, "half") for match in _ONE_HALF.finditer(folded)]
        + [(match.start(), match, "multiple") for match in _MULTIPLE.finditer(folded)],
        key=lambda item: item[0],
    )
    special_starts = {start: (match, name) for start, match, name in specials}
    pattern = _START if not specials else re.compile(
        _ONE_HALF.pattern + "|" + _MULTIPLE.pattern + "|" + _START.pattern)  # fmt: skip
    while (match := pattern.search(folded, position)) is not None:
        masked = mask.end_at(match.start())
        if masked is not None:
            position = max(masked, match.start() + 1)
            continue
        if match.start() in special_starts:
            special, name = special_starts[match.start()]
            mentions.append(_half(folded, special) if name == "half" else _times(folded, special))
            position = special.end()
            continue
        found = _number_at(view, match, english, mask, defined, guess, len(mentions))
        mentions.extend(found)
        position = max((mention.end for mention in found), default=0)
        position = max(position, match.start() + 1)
    return mentions


def _quantity(folded: str, at: int, english: bool) -> Quantity | None:
    if at >= len(folded):
        return None
    return digits_at(folded, at, english) if folded[at].isdigit() else words_at(folded, at)


def _number_at(
    view: View,
    match: re.Match[str],
    english: bool,
    mask: Mask,
    defined: Mapping[str, str],
    guess: Callable[[str], str | None] | None,
    index: int,
) -> list[Mention]:
    """Read the number, range, fraction or pair that begins at a match of `_START`."""
    folded = view.folded
    bare = BARE_SCALE.match(folded, match.start())
    first = bare_scale_at(bare) if bare else _quantity(folded, match.start(), english)
    if first is None:
        return []
    if first.form == "words" and not word_number_ok(view, first):
        return []
    if first.end < len(folded) and folded[first.end].isalpha():
        glued = unit_at(view, first.end, True, defined)
        if glued is None:
            return []  # "30a", "10A1": a label, not a number
    if not bare:
        fraction = _fraction(view, first, english, defined, guess, index)
        if fraction:
            return fraction
        ranged = _range(view, first, english, mask, defined, guess)
        if ranged is not None:
            return [ranged]
    unit = unit_at(view, first.end, first.form == "digits", defined, guess)
    if bare and unit is None:
        return []
    mention = _mention(view, first, first.value, first.value, first.value, first.end, unit)
    return [mention]


def _mention(
    view: View,
    first: Quantity,
    value: Decimal | None,
    low: Decimal | None,
    high: Decimal | None,
    number_end: int,
    unit: Unit | None,
) -> Mention:
    folded = view.folded
    end = unit.end if unit else number_end
    half = re.compile(r" rưỡi(?!\w)").match(folded, end)
    if half and unit and value is not None and first.scale == 1:
        value, end = value + Decimal("0.5"), half.end()
        low = high = value
    per = per_at(view, end, unit)
    each = per_before(folded, first.start) if per is None and unit is not None else None
    before = qualifier_before(folded, first.start, first.form == "scale") if value is not None else None
    after = qualifier_after(folded, per[1] if per else end)
    name, estimate, left = "exact" if value is not None else "range", False, first.start
    for qualifier in (after[0] if after else None, before):
        if qualifier is not None and value is not None:
            name = qualifier.name
    if before is not None:
        estimate, left = before.estimate, before.start
        deeper = qualifier_before(folded, before.start)
        if deeper is not None:
            estimate, left = estimate or deeper.estimate, deeper.start
    if value is not None:
        low, high = bounds(value, name)
    kind, group = kind_of(folded, first.start, end, unit, first, left)
    canonical = unit.unit if unit else None
    return Mention(
        first.start, end, first.start, number_end, first.form, first.printed, value, low, high, name, estimate, left,
        kind, canonical, group, unit.strength if unit else "none", per[0] if per else each, first.doubt, first.single,
    )  # fmt: skip


def bounds(value: Decimal, qualifier: str) -> tuple[Decimal | None, Decimal | None]:
    """Give low and high for a value and its qualifier, as the contract's `low, high` column says."""
    if qualifier in ("over", "at_least"):
        return value, None
    if qualifier in ("nearly", "under", "at_most"):
        return None, value
    return value, value


def _range(
    view: View,
    first: Quantity,
    english: bool,
    mask: Mask,
    defined: Mapping[str, str],
    guess: Callable[[str], str | None] | None,
) -> Mention | None:
    """Read "từ 35 đến 40 lớp", "10 - 15 triệu đồng", "50-60.000 đồng", "2 đến 3 người", "10% đến 15%"."""
    folded = view.folded
    unit_between = unit_at(view, first.end, first.form == "digits", defined)
    ends = [first.end]
    if unit_between is not None and unit_between.strength == "strong":
        ends.append(unit_between.end)
    for gap in ends:
        link = _RANGE.match(folded, gap)
        if link is None or mask.end_at(link.end()) is not None:
            continue
        second = _quantity(folded, link.end(), english)
        if second is None or (second.form == "words" and first.form == "digits"):
            continue
        if second.end < len(folded) and folded[second.end] == "/" and folded[second.end + 1 : second.end + 2].isdigit():
            continue
        low, high = _share_scale(first, second)
        if low is None or low >= high:
            continue
        unit = unit_at(view, second.end, second.form == "digits", defined, guess)
        if gap != first.end and (unit is None or unit_between is None or unit.unit != unit_between.unit):
            continue
        spelled = link[0].strip() in ("-", "...", "÷", "~")
        if spelled and unit is None and not re.search(r"từ $", folded[max(0, first.start - 3) : first.start]):
            continue
        if second.form == "words" and unit is None:
            continue
        return _mention(view, first, None, low, high, second.end, unit)
    return None


def _share_scale(first: Quantity, second: Quantity) -> tuple[Decimal | None, Decimal]:
    """Give both ends of a range at base scale: the scale word or the zeros of the second count for the first too."""
    low, high = first.value, second.value
    if first.scale == 1 and second.scale > 1 and low < 1000:
        plain = second.value / second.scale
        if low < plain or low * second.scale < high:
            return low * second.scale, high
    if first.scale == 1 and second.scale == 1 and low < 1000 and second.printed.count(".") == 1 and high >= 1000:
        shared = low * 1000
        if shared < high and "." not in first.printed and "," not in first.printed and high / low > 100:
            return shared, high
    return low, high


def _fraction(
    view: View,
    first: Quantity,
    english: bool,
    defined: Mapping[str, str],
    guess: Callable[[str], str | None] | None,
    index: int,
) -> list[Mention]:
    """Read "18/21 huyện" (two counts), "2/3 diện tích", "hai phần ba", "tỷ lệ 1:4" (ratios)."""
    folded = view.folded
    words = _FRACTION_WORDS.match(folded, first.end)
    slash = _SLASH.match(folded, first.end)
    colon = _RATIO_COLON.match(folded, first.end) if "tỷ lệ" in folded[max(0, first.start - 12) : first.start] or (
        "tỉ lệ" in folded[max(0, first.start - 12) : first.start]) else None  # fmt: skip
    link = words or slash or colon
    if link is None:
        return []
    at = link.end()
    if words and folded.startswith("tư", at) and not folded[at + 2 : at + 3].isalpha():
        second = Quantity(Decimal(4), at, at + 2, "words", Decimal(1), 0.0, "", True)
    else:
        found = _quantity(folded, at, english)
        if found is None:
            return []
        second = found
    if second.value == 0 or (second.end < len(folded) and folded[second.end : second.end + 1] == "/"):
        return []
    unit = unit_at(view, second.end, second.form == "digits", defined, guess)
    counted = unit is not None and unit.kind == "count" and unit.strength != "guess" and not words
    simple = second.value <= 5 and first.value < second.value and unit is not None and unit.group != "place_unit"
    if slash and counted and not simple and first.value <= second.value:
        whole = _mention(view, second, second.value, second.value, second.value, second.end, unit)
        part = _mention(view, first, first.value, first.value, first.value, second.end, unit)
        part.of = index + 1
        whole.left = whole.start
        whole.qualifier, whole.low, whole.high = "exact", whole.value, whole.value
        return [part, whole]
    if (words or colon or (slash and second.value <= 10 and first.value < second.value)) and second.value > 0:
        value = first.value / second.value
        mention = _mention(view, first, value, value, value, second.end, None)
        mention.kind, mention.unit, mention.group = "ratio", "1", "ratio"
        return [mention]
    return []


def _half(folded: str, match: re.Match[str]) -> Mention:
    start = match.start() if match[0].startswith(("một", "1")) else match.end() - len("nửa")
    qualifier: Qualifier | None = qualifier_before(folded, start)
    name = qualifier.name if qualifier else {"quá": "over", "hơn": "over", "già": "over", "gần": "nearly"}.get(
        match[0].split()[0], "exact")  # fmt: skip
    value = Decimal("0.5")
    low, high = bounds(value, name)
    return Mention(start, match.end(), start, match.end(), "words", "", value, low, high, name, False, match.start(),
                   "ratio", "1", "ratio", "strong", None, 0.0, False)  # fmt: skip


def _times(folded: str, match: re.Match[str]) -> Mention:
    word = match[1].split()[-1]
    value = _MULTIPLES[word]
    before = qualifier_before(folded, match.start())
    name = before.name if before else "exact"
    low, high = bounds(value, name)
    start = match.start() if match[0].startswith("gấp") else match.start(1)
    return Mention(start, match.end(), match.start(1), match.end(), "words", "", value, low, high, name, False,
                   before.start if before else match.start(), "multiple", "lần", "ratio", "strong", None, 0.0, False)  # fmt: skip
