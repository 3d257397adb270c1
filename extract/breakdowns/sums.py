"""`parts_sum`: do the parts make up their whole, where the text says that they do."""

from __future__ import annotations

import re

from ..figures import Figure
from .check import Check, exact, make, number, rounding, step
from .forest import groups
from .lists import PartList

_OPEN_END = re.compile(r"[^.;\n]{0,80}?(?:…|\.\.|v\.v)")
_GAP = 0.5
"""A sum further from its whole than this is no slip of the pen: the list was read wrongly."""
_MANY = 4
_NEARLY = 0.05
"""Three or more parts that come this near to their whole are taken for all of it."""
_ROUNDED = 0.07
"""Rounding hides no more than this of a whole: "2 triệu" and "3 triệu" are not 4."""
_SHORT_BY = 0.35
"""Nor is one that falls this short: the list names only some of the parts."""
_LABEL = 10
"""A bare number below this may be a label ("phương thức 1"), no part."""
_DETAIL_GAP = 0.15
_OVER = 0.15
"""How far the sum of a list that may leave parts out can exceed the whole; more is overlapping groups ("nữ", "đảng viên")."""


def check_parts(folded: str, figures: list[Figure], lists: list[PartList]) -> list[Check]:
    """Add up the parts of every whole.

    A sum that holds is its own evidence and may rest on links alone; one that does not is claimed only of a list that the
    text opens, whose items all have their numbers, and that is complete or too large.

    Args:
        folded: the folded text.
        figures: the figures with their wholes.
        lists: the lists of parts that the text opens.
    """
    found = {}
    read = set()
    for one in lists:
        read.add(one.whole)
        check = _sum(figures, one.whole, one.parts)
        for size in range(2, len(one.parts)):  # what follows a complete list counts some of it again ("7 em chưa đủ 18 tuổi")
            head = _sum(figures, one.whole, one.parts[:size])
            if not check.ok and head.expected == head.reported:
                check = head
        if (check.ok and len(one.parts) > 1) or (not check.ok and not _open(folded, figures, check) and _claimed(figures, one, check)):
            found[one.whole] = check
    for (whole, _, kind), linked in groups(figures).items():
        if whole in found or kind in ("percentage", "duration") or len(linked) < 2 or not all(exact(figures[i]) for i in (whole, *linked)):
            continue
        parts = tuple(i for i in linked if figures[i].total == whole)
        if any(figures[i].total in parts for i in parts) or len({figures[i].kind for i in (whole, *parts)}) > 1:
            continue
        check = _sum(figures, whole, parts)
        near = abs(check.expected - check.reported) <= _NEARLY * check.reported and not _open(folded, figures, check)
        if check.ok or (near and len(parts) >= _MANY and whole not in read and len({figures[i].unit for i in (whole, *parts)}) == 1):
            found[whole] = check
    return list(found.values())


def _open(folded: str, figures: list[Figure], check: Check) -> bool:
    """Say whether a list that falls short ends in dots: it goes on unprinted."""
    return check.expected < check.reported and _OPEN_END.match(folded, figures[check.members[-1]].end) is not None


def _sum(figures: list[Figure], whole: int, parts: tuple[int, ...]) -> Check:
    total = sum(number(figures[i]) for i in parts)
    finest = min(step(figures[i]) for i in (whole, *parts))  # beside "12,5 tỷ đồng", a part of "8 tỷ đồng" is 8,0
    spread = rounding(figures[whole]) + sum(
        min(rounding(figures[i]), 0.5 * finest) if "," not in figures[i].printed else rounding(figures[i]) for i in parts
    )
    spread = min(spread, _ROUNDED * number(figures[whole]))
    return make("parts_sum", "sum", total, number(figures[whole]), spread, (whole, *parts))


def _claimed(figures: list[Figure], one: PartList, check: Check) -> bool:
    """Say whether the text claims that the parts are the whole."""
    gap = (check.expected - check.reported) / check.reported
    if len(one.parts) == 1:
        return figures[one.parts[0]].unit == figures[one.whole].unit and gap < 1 and one.parts[0] == one.whole + 1
    if not -_SHORT_BY <= gap <= _GAP or one.mixed or (gap < 0 and _short(figures, one, check)):
        return False
    if any(number(figures[i]) > check.reported or (figures[i].unit is None and number(figures[i]) < _LABEL) for i in one.parts):
        return False
    if gap < 0 and _shares_incomplete(figures, one.parts):
        return False
    if one.opening in ("all", "total") or one.rest or one.complementary:
        return True
    if _shares_complete(figures, one.parts):
        return True
    if one.opening == "detail":
        return len(one.parts) >= 3 and abs(gap) <= _DETAIL_GAP
    if gap < 0:
        return len(one.parts) >= 3 and -gap <= _NEARLY and not _shares_incomplete(figures, one.parts)
    return 0 < gap <= _OVER and len(one.parts) >= 3 and not one.overlapping


def _short(figures: list[Figure], one: PartList, check: Check) -> bool:
    """Say whether parts that were not read or have no number may be what is missing."""
    if one.unnumbered is None:
        return True
    return figures[one.whole].kind == "count" and check.reported - check.expected <= one.unnumbered


def _shares_incomplete(figures: list[Figure], parts: tuple[int, ...]) -> bool:
    """Say whether the shares printed with the parts leave something over."""
    shares = [figures[share] for i in parts if (share := figures[i].share) is not None and exact(figures[share])]
    return len(shares) == len(parts) and sum(map(number, shares)) < 99


def _shares_complete(figures: list[Figure], parts: tuple[int, ...]) -> bool:
    """Say whether the shares printed with the parts make up 100 percent."""
    shares = [figures[share] for i in parts if (share := figures[i].share) is not None and exact(figures[share])]
    return len(shares) == len(parts) and abs(sum(map(number, shares)) - 100) <= sum(step(one) for one in shares)
