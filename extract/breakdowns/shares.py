"""Which percentage expresses which count."""

from __future__ import annotations

import re

from ..figures import LEVEL_KINDS, Figure
from ..numbers.units import noun_table
from .forest import AGAINST
from .group_shares import is_of_group
from .no_part import CHANGED
from .sizes import can_hold
from .some_of_them import NO_SHARE

_SHARE_LINK = re.compile(
    r"^[^.;\n]{0,40}?(?:,|\(|-|và)? ?(?:(?:tỷ lệ|tỉ lệ) [^.,;\n]{2,40} (?:là|đạt|chiếm|còn)|chiếm(?: tỷ lệ| tỉ lệ)?|đạt(?: tỷ lệ| tỉ lệ)?|tương đương|tương ứng|tỷ lệ|tỉ lệ|bằng|, hay|tức|\()"
    r"(?: (?:khoảng|gần|hơn|trên|là|đạt|với|tới|đến|xấp xỉ))*:? ?$"
)
_REVERSE_LINK = re.compile(
    r"^ ?(?:\(|, ?(?:với|tương đương|tương ứng|tức|hay)|tương đương|tương ứng(?: với)?|với|\(với|\(tương đương|hay)(?: (?:khoảng|gần|hơn|trên|là))*(?: |$)$"
)
_SHARE_OF = re.compile(
    r"^ (?:tổng|số|diện tích|sản lượng|kinh phí|vốn)[^.,;\n()\d]{0,40} ?\((?:tương đương|tức|tương ứng|khoảng|gần|hơn)(?: (?:với|khoảng|gần|hơn|trên))* ?$"
)
_OUT_OF_ALL = re.compile(r"^[^.;\n]{0,40}(?:trong|trên) (?:tổng số|số) $")


def link_shares(folded: str, figures: list[Figure]) -> None:
    """Pair counts with the percentages printed beside them ("24 người, chiếm 0,2%"; "51% (6.936 người)")."""
    _link_pairs(folded, figures)
    for index in range(len(figures) - 1):
        first, second = figures[index], figures[index + 1]
        if index and figures[index - 1].total == index and figures[index - 1].cue == "/":
            continue
        if (
            first.sentence != second.sentence
            or first.share is not None
            or second.share is not None
            or (first.cue == "/" and second.kind != "percentage")
        ):
            continue
        gap = folded[first.end : second.left]
        if second.kind == "percentage" and first.kind in LEVEL_KINDS:
            if (
                (first.group not in ("person", "household") and _OF_PEOPLE.match(folded, second.end))
                or "trong đó" in gap
                or _names_other(folded, first, second)
                or (first.group == "place_unit" and gap == " đạt ")
            ):
                continue
            against = AGAINST.match(folded[second.end : second.end + 24]) and _OF_CAPACITY.match(folded, second.end) is None
            if _SHARE_LINK.match(gap) and not NO_SHARE.search(gap) and not against:
                _pair(figures, index, index + 1)
            continue
        reverse = (
            first.kind == "percentage"
            and second.kind in LEVEL_KINDS
            and ((len(gap) < 26 and _REVERSE_LINK.match(gap)) or _SHARE_OF.match(gap))
        )
        if reverse and not CHANGED.search(folded[max(0, first.left - 20) : first.left].rstrip()):
            _pair(figures, index, index + 1)


_OF_PEOPLE = re.compile(r" (?:tổng )?(?:dân số|số dân|người dân)(?!\w)")
"""Behind a percentage: whose it is, where no people were counted: "625.000 liều vắc xin, đạt 45% dân số"."""
_OF_CAPACITY = re.compile(
    r" so với (?:tổng |toàn bộ )?(?:số|dung tích|diện tích|công suất|năng lực|quy mô)(?! (?:năm|tháng|quý|cùng))(?!\w)"
)
"""Behind a share: the whole, where "so với" compares with no time and no plan ("chiếm 26% so với dung tích thiết kế")."""
_OTHER_RATE = re.compile(r"[,;] (?:công suất|hiệu suất|tỷ suất|tỉ suất|tốc độ|lãi suất|hệ số|độ che phủ|mức tăng)(?!\w)")
"""A rate that is no share of what was counted: "3.200 phòng, công suất sử dụng phòng đạt 55%"."""
_RATE_OF = re.compile(r"(?:tỷ lệ|tỉ lệ) ([^.,;\n]{2,40}?) (?:là|đạt|chiếm|còn)(?!\w)")


def _names_other(folded: str, count: Figure, share: Figure) -> bool:
    """Say whether a percentage is told of others than the count before it: "23.000 hộ dân, tỷ lệ hộ nghèo còn 8,5%"."""
    if is_of_group(folded, count, share):
        return True
    if _OTHER_RATE.search(folded, count.end, share.left) is not None:
        return True
    rate = _RATE_OF.search(folded, count.end, share.left)
    if rate is None:
        return False
    if (
        not set(rate[1].split()).isdisjoint(folded[count.number_end : count.end].split())
        and noun_table().match(folded, rate.start(1)) is None
    ):
        return False  # "18 hộ nghèo, tỷ lệ nghèo còn 17,8%"
    return folded.find(rate[1], count.start, rate.start()) < 0


def _link_pairs(folded: str, figures: list[Figure]) -> None:
    """Pair the percentage behind two counts with the part: "18/21 huyện, đạt 85,7%", "1.823 chuyến trong tổng số 2.609 chuyến, chiếm 69,9%"."""
    for index in range(len(figures) - 2):
        # "18/21 huyện, đạt 85,7%": the percentage goes with the part
        part, whole, share = figures[index : index + 3]
        out_of = _OUT_OF_ALL.search(folded[part.end : whole.left]) is not None and can_hold(whole, part)
        if ((part.total == index + 1 and part.cue == "/") or out_of) and share.kind == "percentage" and part.share is None:
            gap = folded[whole.end : share.left]
            if share.sentence == part.sentence and _SHARE_LINK.match(gap) and not NO_SHARE.search(gap):
                _pair(figures, index, index + 2)
                part.total = share.total = index + 1
                part.cue = share.cue = "/"


def _pair(figures: list[Figure], first: int, second: int) -> None:
    if figures[second].share is None:
        figures[first].share, figures[second].share = second, first
