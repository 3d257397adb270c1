"""Units that several figures share: "5 và 6 kg", "tăng từ 1,2 triệu lên 2,5 triệu đồng"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .mention import Mention

_LINK = re.compile(r"(?:,| và| hoặc| hay| lên| lên tới| lên đến| lên hơn| lên gần| lên khoảng| xuống| xuống còn| còn|; ) ?$")
_AMONG = re.compile(r" trong (?:(?:tổng )?số )?")
_SHARED = frozenset(("money", "measurement", "percentage", "percentage_point", "count"))


def share_units(folded: str, mentions: Sequence[Mention]) -> None:
    """Give a bare number the unit of the figure it is joined to; changes the mentions in place.

    Each stays a figure of its own. Only units and nouns that a lexicon holds are shared, and a number joined by a
    comma alone shares only when the list goes on to an "và" ("5, 6 và 7 tấn").
    """
    _share_whole(folded, mentions)
    closed = False
    for index in range(len(mentions) - 2, -1, -1):
        mention, following = mentions[index], mentions[index + 1]
        gap = folded[mention.end : following.left]
        match = _LINK.fullmatch(gap) if len(gap) < 12 else None
        if match is None:
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
        mention.unit, mention.kind, mention.group = following.unit, following.kind, following.group
        mention.per = mention.per or following.per
        mention.strength = "weak"


def _share_whole(folded: str, mentions: Sequence[Mention]) -> None:
    """Give the 4 of "4 trong số 7 cấp phó" the noun of the 7, of which it is a part."""
    for index in range(len(mentions) - 1):
        part, whole = mentions[index], mentions[index + 1]
        if part.unit is not None or part.kind != "count" or part.value is None or whole.value is None or part.value > whole.value:
            continue
        if whole.kind == "count" and whole.strength == "strong" and _AMONG.fullmatch(folded[part.end : whole.left]):
            part.unit, part.group, part.strength, part.of = whole.unit, whole.group, "weak", index + 1
