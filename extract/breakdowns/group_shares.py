"""Shares that a named group takes up of what was counted right before: "1.200 đảng viên, | nữ | chiếm 30%" is a part and not how many the 1.200 are."""

from __future__ import annotations

import re

from ..figures import LEVEL_KINDS, Figure
from .no_part import is_change

_TAKES = r"(?: (?:chỉ|đã|cũng|mới|vẫn|lại|hiện))* chiếm(?: (?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|khoảng|gần|hơn|trên|tới|đến|chỉ|xấp xỉ|thấp nhất|cao nhất))* ?"
_WORDS = r"[^\W\d_]+(?:(?: | - |-)[^\W\d_]+){0,9}?"
_GROUP = re.compile(rf"(?:[^\W\d_]+ ?){{0,6}}[,;] (?:(?:riêng|còn|và) )?(?P<group>{_WORDS}){_TAKES}")
"""Between a count and the share of a group of it."""
NEXT_GROUP = re.compile(rf"(?:,|;| và|, và) (?:(?:riêng|còn) )?{_WORDS}(?:{_TAKES}| )")
"""Between two percentages of a row of groups."""
OWN_WHOLE = re.compile(r" (?!(?:và|còn|nhưng|song|trong khi|riêng|nên|tổng số|số)(?!\w))[^\W\d_]")
"""Behind a share: what it is of, "chiếm 70% | các sản phẩm thịt"."""
_NO_GROUP = re.compile(
    r"(?:trong|và|tức|tương|qua|hiện|hay|tỷ|tỉ|số (?:này|đó|trên|còn)|tổng số|con số|cao|thấp|nhiều|ít|lần|đạt|tăng|giảm|còn|từ|với|đã|được|bị|là|vẫn"
    r"|tuy|nhưng|song|mà|theo|đây|nay|năm|tháng|đến|do|vì|bằng|gồm|nâng|đưa|khi|nếu|chỉ|mới|so|nguyên nhân|các loại|có|không|chưa|tính|bình quân|mức|sản phẩm này)(?!\w)"
)
"""How words between a count and its own share open, which name no group of it."""


def is_of_group(folded: str, count: Figure, share: Figure) -> bool:
    """Say whether a percentage behind a count is told of a named group of it, and not of the count itself.

    Args:
        folded: the folded text.
        count: the figure before.
        share: the percentage.
    """
    if count.kind not in LEVEL_KINDS or count.kind == "percentage" or count.group == "place_unit":
        return False
    between = _GROUP.fullmatch(folded, count.end, share.left)
    if between is None or _NO_GROUP.match(between["group"]):
        return False
    if folded.find(between["group"], count.bounds[0], between.start("group")) >= 0:
        return False  # "300 hộ nghèo, hộ nghèo chiếm 7,5%": the same
    return not is_change(folded, count)


_OWN_WORDS = re.compile(
    r"(?:(?:[,;:] ?)?(?<!\w)trong (?:số )?đó|[,;:])(?:,? (?:có|số|riêng|tỷ lệ|tỉ lệ|còn|thì)(?!\w))* (?P<own>[^,;:.\n\d()]{2,60})$"
)
_BESIDE = re.compile(r"(?: [^\W\d_]+){0,3}(?: với|,| và|, với| \() (?:(?:tổng số|hơn|gần|khoảng|trên) )?")
"""Between two counts of the same people: "1.100 hộ với 4.900 khẩu"."""
_REACH = 70


def settle_nouns(folded: str, figures: list[Figure]) -> None:
    """Give a share the count whose noun it names, where that of others stands beside it, in place: "1.100 hộ với 4.900 khẩu, trong đó hộ nghèo
    chiếm 35%" is a share of the 1.100.

    Args:
        folded: the folded text.
        figures: the figures with their wholes.
    """
    for figure in figures:
        total = figure.total
        if figure.kind != "percentage" or not total or figure.share is not None:
            continue
        near, other = figures[total], figures[total - 1]
        if near.kind != "count" or other.kind != "count" or not near.unit or not other.unit or near.sentence != other.sentence:
            continue
        own = _OWN_WORDS.search(folded, max(figure.bounds[0], figure.left - _REACH), figure.left)
        if own is None or _BESIDE.fullmatch(folded, other.end, near.left) is None:
            continue
        if _begins(own["own"], other.unit) and not _begins(own["own"], near.unit):
            figure.total = total - 1


def _begins(words: str, noun: str) -> bool:
    return words.startswith(noun) and not words[len(noun) : len(noun) + 1].isalpha()
