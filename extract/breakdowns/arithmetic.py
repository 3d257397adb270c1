"""Wholes that no words tell of and the numbers do: figures in a row that add up to another one are its parts.

"5 người được cứu, 12 người kia mất liên lạc" behind "17 người gặp nạn"; "toàn tỉnh 351 thí sinh vắng mặt" behind 162 and 189.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..figures import LEVEL_KINDS, Figure

ADDS_UP = "cộng"
"""What stands for opening words where the numbers alone tell; nothing is audited there."""
_EXACT = 1e-9
"""How far a sum may be from its whole, as a share of it: floating point only."""
_ADDED = frozenset((*LEVEL_KINDS, "percentage")) - {"duration"}
_BOUNDS = frozenset(("at_least", "at_most", "range"))
_LEAST = 4.0
"""The least whole of which sums are believed."""
_BEHIND, _BEFORE = 2, 8
"""Sentences behind and before a whole in which its parts are looked for."""
_MOST_PARTS = 8
_FEW = 2
"""Parts that must stand in the sentence before their whole, or in its own; more of them may stand further off."""
_BY_CHANCE = 50.0
"""Below this two numbers of different sentences add up to a third by chance."""
_LOOKED_AT = 24
"""Figures on either side that are looked at."""
_OPENS = re.compile(r"(?<!\w)(?:trong đó|gồm|bao gồm)(?!\w)")
_BALANCE = re.compile(r"(?<!\w)(?:xuất siêu|nhập siêu|thặng dư|thâm hụt|bội chi|bội thu|lợi nhuận|lãi|lỗ|chênh lệch)(?!\w)[^.;\d]{0,30}$")
"""Words before an amount that is the difference of two others."""
_BALANCE_REACH = 50


_CONTRIBUTES = re.compile(r"(?<!\w)(?:đóng góp|góp)(?: (?:vào|tới|khoảng|gần|hơn))* ?$")
_OVERALL = re.compile(r"(?<!\w)(?:mức tăng|tốc độ tăng|tăng)(?: trưởng)? chung(?: [^\W\d_]+){0,6} ?$")
"""Words before the growth rate to which all contribute."""
_ROUNDED = 0.005
"""How far a printed contribution may be from the unrounded one."""


def link_sums(folded: str, figures: list[Figure], changed: Sequence[bool]) -> None:
    """Give figures in a row the whole that they add up to, in place; those that have one keep it.

    Args:
        folded: the folded text.
        figures: the figures of a text.
        changed: of each whether it is an amount of change.
    """
    for index, whole in enumerate(figures):
        if not _adds(whole) or (whole.value or 0.0) < _LEAST or changed[index]:
            continue
        parts = _row(figures, index, range(index + 1, min(len(figures), index + 1 + _LOOKED_AT)), changed)
        if whole.kind == "percentage":  # shares are no parts of a share, unless words say so
            parts = parts if parts and _OPENS.search(folded, whole.end, figures[parts[0]].left) else []
        else:
            if not parts and whole.kind == "count":
                parts = _row(figures, index, range(index + 1, min(len(figures), index + 1 + _LOOKED_AT)), changed, alike=False)
                said = len(parts) > _FEW and _OPENS.match(folded, figures[parts[0]].bounds[0]) is not None
                parts = parts if said else []  # "4.208 giáo viên. Trong đó, mầm non là 1.295 hợp đồng, tiểu học 1.154, …"
            parts = parts or _row(figures, index, range(index - 1, max(-1, index - 1 - _LOOKED_AT), -1), changed)
        if any(figures[part].total not in (None, index) for part in parts) or whole.total in parts:
            continue
        if any(_BALANCE.search(folded, max(0, figures[part].left - _BALANCE_REACH), figures[part].left) for part in parts):
            continue  # exports less imports
        if not parts and whole.kind == "count" and _TOGETHER.match(folded, whole.bounds[0]) is not None:
            parts = _same_said(folded, figures, index, changed)
        for part in parts:
            if figures[part].total is None:
                figures[part].total, figures[part].cue = index, ADDS_UP


_TOGETHER = re.compile(r"\W*(?:như vậy|tổng cộng|tính chung|tính tổng cộng)(?!\w)")
"""How a sentence opens that adds up what was told before it."""
_SAID_REACH = 26
_WORD = re.compile(r"[^\W\d_]{2,}")


def _same_said(folded: str, figures: list[Figure], index: int, changed: Sequence[bool]) -> list[int]:
    """Give the two figures before a sum of which the same is said as of it: "vắng 189 thí sinh … 162 thí sinh vắng mặt. Như vậy, 351 thí sinh vắng mặt"."""
    whole = figures[index]
    said = set(_WORD.findall(folded, whole.end, whole.end + _SAID_REACH)[:2])
    found = []
    for other in range(index - 1, max(-1, index - 1 - _LOOKED_AT // 2), -1):
        part = figures[other]
        around = folded[max(part.bounds[0], part.left - _SAID_REACH // 2) : part.left] + folded[part.end : part.end + _SAID_REACH]
        alike = part.kind == whole.kind and part.unit == whole.unit and part.total is None and not changed[other] and part.value is not None
        if alike and whole.sentence - part.sentence <= _BEHIND + 1 and said and said & set(_WORD.findall(around)):
            found.append(other)
    pairs = (
        [one, other]
        for at, one in enumerate(found)
        for other in found[at + 1 :]
        if float(figures[one].value or 0) + float(figures[other].value or 0) == float(whole.value or 0)
    )
    return next(pairs, [])


def _adds(figure: Figure) -> bool:
    """Say whether a figure can be a sum or a part of one: no length of time, no rate but of interest, no bound."""
    if figure.kind not in _ADDED or figure.value is None or figure.qualifier in _BOUNDS:
        return False
    return figure.per is None or figure.kind == "percentage"


def link_contributions(folded: str, figures: list[Figure]) -> None:
    """Give what each branch contributes to a growth rate that rate as its whole, in place: "khu vực dịch vụ đóng góp 4,62 điểm phần trăm".

    Args:
        folded: the folded text.
        figures: the figures of a text.
    """
    parts = [
        index
        for index, figure in enumerate(figures)
        if figure.kind == "percentage_point" and figure.total is None and _CONTRIBUTES.search(folded, max(0, figure.left - 24), figure.left)
    ]
    while parts:
        run = [parts[0]]
        while len(run) < len(parts) and figures[parts[len(run)]].sentence - figures[run[-1]].sentence <= 1:
            run.append(parts[len(run)])
        parts = parts[len(run) :]
        total = sum(float(figures[index].value or 0) for index in run)
        for other in range(run[0] - 1, max(-1, run[0] - 1 - _LOOKED_AT), -1):
            whole = figures[other]
            if whole.kind != "percentage" or whole.value is None:
                continue
            near = abs(total - float(whole.value)) <= _ROUNDED * len(run)
            if near or _OVERALL.search(folded, max(whole.bounds[0], whole.left - 50), whole.left) is not None:
                for index in run:
                    figures[index].total, figures[index].cue = other, ADDS_UP
                break


def _row(figures: list[Figure], index: int, order: Iterable[int], changed: Sequence[bool], alike: bool = True) -> list[int]:
    """Give the figures nearest to a whole on one side, none of its measure left out, that add up to it; empty where none do.

    `alike` says whether only figures of its unit are asked.
    """
    whole = figures[index]
    total, passed = 0.0, False
    parts: list[int] = []
    value = float(whole.value or 0)
    for other in order:
        part = figures[other]
        distance = part.sentence - whole.sentence
        if distance > _BEHIND or distance < -_BEFORE or len(parts) == _MOST_PARTS:
            break
        if part.kind != whole.kind or (alike and part.unit != whole.unit) or changed[other]:
            continue
        if not _adds(part):
            break
        if part.value is not None and part.value > value and not parts and not passed:
            passed = True  # "27 hộ" of "45 hộ", and the parts of the 27 before both
            continue
        if part.value is None or not 0 < part.value < value:
            break
        if any(figures[known].value == part.value and figures[known].sentence != part.sentence for known in parts):
            break  # told again
        parts.append(other)
        total += float(part.value)
        if total > value * (1 + _EXACT):
            break
        if len(parts) > 1 and abs(total - value) <= _EXACT * value:
            if len(parts) == _FEW and value < _BY_CHANCE and figures[parts[0]].sentence != part.sentence:
                return []
            return parts if len(parts) > _FEW or abs(distance) <= 1 else []
    return []
