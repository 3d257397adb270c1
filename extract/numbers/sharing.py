"""Units that several figures share: "5 và 6 kg", "tăng từ 1,2 triệu lên 2,5 triệu đồng"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from decimal import Decimal
from math import prod

from .mention import Mention
from .ranges import two_prices
from .words import SCALES

_LINK = re.compile(r"(?:,| và| hoặc| hay| lên| lên tới| lên đến| lên hơn| lên gần| lên khoảng| xuống| xuống còn| còn|; ) ?$")
_AMONG = re.compile(r" trong (?:(?:tổng )?số )?")
_SCALE_WORDS = re.compile(r"(?: (?:nghìn|ngàn|vạn|triệu|tỷ|tỉ))+$")
_LEAST_SUM = 100
"""Đồng under which there is no sum."""
_SHARED = frozenset(("money", "measurement", "percentage", "percentage_point", "count"))


def share_units(folded: str, mentions: Sequence[Mention]) -> None:
    """Give a bare number the unit of the figure it is joined to; changes the mentions in place.

    Each stays a figure of its own. Only units and nouns that a lexicon holds are shared, and a number joined by a
    comma alone shares only when the list goes on to an "và" ("5, 6 và 7 tấn").
    """
    _share_whole(folded, mentions)
    _share_before(folded, mentions)
    _share_equal(folded, mentions)
    closed, scale = False, Decimal(1)
    for index in range(len(mentions) - 2, -1, -1):
        mention, following = mentions[index], mentions[index + 1]
        carried, scale = scale, Decimal(1)
        gap = folded[mention.end : following.left]
        match = _LINK.fullmatch(gap) if len(gap) < 12 else None
        if match is None and not (gap.strip() == "-" and following.kind == "money" and two_prices(folded, mention.start, following.end)):
            closed = False
            continue
        comma = gap.strip() == ","
        joined = closed or not comma
        closed = joined and (closed or gap.strip() == "và")
        if not joined or mention.unit is not None or mention.kind != "count" or mention.form == "scale":
            continue
        if following.unit is None or following.kind not in _SHARED or following.strength == "guess" or following.of is not None:
            continue
        if following.kind == "count" and following.strength != "strong":
            continue
        if (
            following.value is None
            or mention.value is None
            or (len(mention.printed) > 1 and mention.printed.isdigit() and mention.printed[0] == "0")
        ):
            continue
        scale = _scale_of(folded, following) or carried
        if following.unit == "VND" and scale == 1 and mention.value < _LEAST_SUM <= following.value:
            continue  # "loại 2 xuống 45.000 đồng"
        _share_scale(folded, mention, following, scale)
        mention.unit, mention.kind, mention.group = following.unit, following.kind, following.group
        mention.per = mention.per or following.per
        mention.strength = "weak"


def _scale_of(folded: str, mention: Mention) -> Decimal | None:
    """Give what the scale words of a number make: 1,000,000 for "45 triệu"; None where it has none."""
    words = _SCALE_WORDS.search(folded, mention.number_start, mention.number_end)
    return None if words is None else Decimal(prod(SCALES[word] for word in words[0].split()))


def _share_scale(folded: str, mention: Mention, following: Mention, scale: Decimal) -> None:
    """Give a bare number the scale of the figure it is joined to: the 30 of "từ 30 lên 45 triệu đồng", not the 500 of "từ 500 lên 2 nghìn".

    The scale is shared where both numbers are then of one order of magnitude, and by small amounts of đồng always.
    """
    if scale == 1 or _scale_of(folded, mention) or mention.form != "digits" or mention.value is None or not following.value:
        return
    times = mention.value * scale / following.value
    if mention.value >= 1000 or not (Decimal("0.1") <= times <= 10 or (following.unit == "VND" and mention.value < 100)):
        return
    mention.value *= scale
    mention.low = mention.low * scale if mention.low is not None else None
    mention.high = mention.high * scale if mention.high is not None else None


def _share_whole(folded: str, mentions: Sequence[Mention]) -> None:
    """Give the 4 of "4 trong số 7 cấp phó" the noun of the 7, of which it is a part."""
    for index in range(len(mentions) - 1):
        part, whole = mentions[index], mentions[index + 1]
        if part.unit is not None or part.kind != "count" or part.value is None or whole.value is None or part.value > whole.value:
            continue
        if whole.kind == "count" and whole.strength == "strong" and _AMONG.fullmatch(folded[part.end : whole.left]):
            part.unit, part.group, part.strength, part.of = whole.unit, whole.group, "weak", index + 1


_APART = re.compile(r"[.\n](?: |$|\n)")
_MONEY_BETWEEN = re.compile(r"(?<!\w)(?:giá|vốn|tiền|lương|thu nhập|đầu tư|doanh thu|chi|trả|kinh phí|trị giá|vay|nợ|phạt|hỗ trợ)(?!\w)")
_LOOKED_BACK = 4
_BESIDE, _SAME_SENTENCE = 30, 160
"""Characters between two figures of one row, and between two sums of one statement, at most."""


def _share_before(folded: str, mentions: Sequence[Mention]) -> None:
    """Give a sum without a currency that of the sum before it ("vay 513 triệu USD; trạm kia vay 81 triệu"), a number in millions beside a
    counted one its noun ("Hà Nội có 10 triệu dân, Huế 2 triệu"), and points behind places called points the same kind.
    """
    for index, (before, mention) in enumerate(itertools.pairwise(mentions)):
        bare = mention.kind == "money" and mention.end == mention.number_end
        if bare and (currency := _currency_before(folded, mentions, index + 1)) is not None:
            mention.unit = currency
            continue
        gap = folded[before.end : mention.left]
        if len(gap) > _SAME_SENTENCE or _APART.search(gap) is not None:
            continue
        if (
            bare and before.kind == "count" and before.strength == "strong" and len(gap) <= _BESIDE
            and ";" not in gap and gap.startswith(",") and _MONEY_BETWEEN.search(gap) is None and _scale_of(folded, before)
        ):  # fmt: skip
            mention.kind, mention.unit, mention.group, mention.strength = "count", before.unit, before.group, "weak"
        elif _does_as_those(folded, before, mention, gap):
            mention.kind, mention.unit, mention.group, mention.strength = "count", before.unit, before.group, "weak"
            mention.end = mention.number_end
        elif mention.kind == "score" and before.kind == "count" and mention.unit == before.unit and mention.end > mention.number_end:
            mention.kind, mention.group = "count", before.group


_STEP = re.compile(r"(?<!\w)(?:xuống|lên|còn|giá|là|phạt)(?: (?:còn|tới|đến))? ?$")
"""What leads to each sum of a row: "loại 2 xuống 45.000 đồng, loại 3 xuống 65.000"."""
_ENDS = re.compile(r" ?(?:[.,;)\n]|$)")
_LARGE, _HUGE = 10_000, 100_000_000
"""Numbers from which an equal sum says what a bare one is, and from which one beside sums is a sum: "trả giá 205.065.800.000"."""
_ROW = 40
"""Characters between two sums of such a row at most."""


def _share_equal(folded: str, mentions: Sequence[Mention]) -> None:
    """Give a number without a noun the currency of an equal sum of the text ("bị phạt 90 triệu" and "90 triệu đồng"), or of the sum before it
    in a row to which the same words lead.
    """
    sums = {mention.value: mention for mention in mentions if mention.kind == "money" and mention.unit is not None and mention.value}
    for index, mention in enumerate(mentions):
        if mention.kind != "count" or mention.unit is not None or not mention.value:
            continue
        like = _price_behind(folded, mentions, index)
        if like is not None:
            mention.per = like.per
        elif _ENDS.match(folded, mention.number_end) is not None:
            large = _scale_of(folded, mention) is not None or mention.value >= _LARGE
            like = (sums.get(mention.value) if large else None) or _sum_before(folded, mentions, index)
            if like is None and mention.value >= _HUGE:
                like = next(iter(sums.values()), None)
        if like is not None:
            mention.kind, mention.unit, mention.group, mention.strength = "money", like.unit, like.group, "weak"


_PER = re.compile(r" ?/ ?([^\W\d_]+\d?)(?!\w)")


def _price_behind(folded: str, mentions: Sequence[Mention], index: int) -> Mention | None:
    """Give the sum right behind a bare number of thousands that has its denominator, too: "ở mức 25.000/kg, tôm 30.000 đồng/kg"."""
    mention, following = mentions[index], mentions[index + 1] if index + 1 < len(mentions) else None
    per = _PER.match(folded, mention.number_end) if (mention.value or 0) >= 1000 else None
    if per is None or following is None or following.unit != "VND" or per[1] != following.per:
        return None
    beside = following.left - mention.end <= _ROW and _APART.search(folded, mention.end, following.left) is None
    return following if beside else None


def _sum_before(folded: str, mentions: Sequence[Mention], index: int) -> Mention | None:
    """Give the sum before a number of thousands that the same word leads to; None where there is none."""
    mention = mentions[index]
    named = (one for one in reversed(mentions[max(0, index - _LOOKED_BACK) : index]) if one.unit is not None)  # and no "loại 5"
    before = next(named, None)
    if before is None or before.kind != "money" or before.end == before.number_end or mention.left - before.end > _ROW:
        return None
    step = _STEP.search(folded, before.end, mention.left)
    led = _STEP.search(folded, max(0, before.left - _ROW), before.left)
    if step is None or led is None or step[0] != led[0] or _APART.search(folded, before.end, mention.left) is not None:
        return None
    return before if mention.value is not None and mention.value >= 1000 else None


_DOES = re.compile(r" (?:bị|được|đã|không|chưa|chỉ|đăng ký|tham gia|xin|vắng|trúng|phải|còn)(?= [^\W\d_])")
_NEXT_OF_ROW = re.compile(r"[^.;:()\n\d]{0,70}(?:,|;| và|, và) ")


def _does_as_those(folded: str, before: Mention, mention: Mention, gap: str) -> bool:
    """Say whether a bare number tells what more of the people counted right before it do: "351 thí sinh vắng mặt, 8 bị đình chỉ"."""
    bare = mention.unit is None or mention.strength == "guess"
    if not bare or mention.kind != "count" or before.kind != "count" or before.strength != "strong" or before.group != "person":
        return False
    whole = mention.value is not None and mention.value == mention.value.to_integral_value() and mention.form == "digits"
    return whole and _NEXT_OF_ROW.fullmatch(gap) is not None and _DOES.match(folded, mention.number_end) is not None


def _currency_before(folded: str, mentions: Sequence[Mention], index: int) -> str | None:
    """Give the foreign currency printed with the sum last told before a bare one in its sentence; None for đồng, or none."""
    for other in reversed(mentions[max(0, index - _LOOKED_BACK) : index]):
        gap = folded[other.end : mentions[index].left]
        if len(gap) > _SAME_SENTENCE or _APART.search(gap) is not None:
            return None
        if other.kind == "money" and (other.end > other.number_end or other.unit != "VND"):
            return other.unit if other.unit != "VND" else None
    return None
