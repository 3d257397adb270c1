"""Units that several figures share: "5 và 6 kg", "tăng từ 1,2 triệu lên 2,5 triệu đồng"."""

from __future__ import annotations

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
_SHARED = frozenset(("money", "measurement", "percentage", "percentage_point", "count"))


def share_units(folded: str, mentions: Sequence[Mention]) -> None:
    """Give a bare number the unit of the figure it is joined to; changes the mentions in place.

    Each stays a figure of its own. Only units and nouns that a lexicon holds are shared, and a number joined by a
    comma alone shares only when the list goes on to an "và" ("5, 6 và 7 tấn").
    """
    _share_whole(folded, mentions)
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
