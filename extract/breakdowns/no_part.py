"""What is no part of anything told before: amounts of change, ends of a movement, extremes, wholes of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..figures import Figure
from ..numbers.units import noun_table

_OUT_OF = re.compile(r"(?<!\w)trong (?:tổng số |số |tổng |tổng cộng )?$")
CHANGED = re.compile(
    r"(?<!\w)(?:tăng|giảm|thêm|hơn|vượt|hụt|cao hơn|thấp hơn|nhiều hơn|ít hơn|bớt|so với)(?: thêm| khoảng| gần| hơn| trên| tới| đến)*$"
)
"""Words before a figure by which something changed."""
_MOST = re.compile(
    r"(?<!\w)(?:thấp|cao|nhiều|ít|lớn|nhỏ|mạnh|nhanh|chậm|dài|ngắn|sâu) nhất(?: [^\W\d_]+){0,4} ?\(?(?:khoảng |gần |hơn |trên )?$"
)
_TAKES_UP = re.compile(r"(?<!\w)chiếm(?!\w)")
_WHERE = re.compile(r"(?<!\w)(?:thuộc|của|tại|ở|do)(?: các)? $")
"""Right before what something is of or done by: "11 ban thuộc | 8 sở, ngành"."""
_REACH = 60


def is_out_of(folded: str, figure: Figure) -> bool:
    """Say whether a figure is introduced as a whole: "trong tổng số | 456 ha"."""
    return _OUT_OF.search(folded[max(figure.bounds[0], figure.left - 18) : figure.left]) is not None


def is_extreme(folded: str, figure: Figure) -> bool:
    """Say whether a figure is the most or least of a row of levels, and no part of one: "trong đó mức thấp nhất là 35.000 đồng"."""
    low = max(figure.bounds[0], figure.left - _REACH)
    if figure.kind == "count" or _MOST.search(folded, low, figure.left) is None:
        return False
    return _TAKES_UP.search(folded, low, figure.left) is None


def is_where(folded: str, figure: Figure, whole: Figure) -> bool:
    """Say whether a figure counts what a part is of, in other units than the whole."""
    return figure.kind == "count" and figure.unit != whole.unit and _WHERE.search(folded, max(0, figure.left - 16), figure.left) is not None


_MOVED = re.compile(r"(?<!\w)(?:từ|xuống|xuống còn|lên|thành)(?: (?:còn|khoảng|hơn|gần|trên))? ?$")


def moved(folded: str, figure: Figure) -> bool:
    """Say whether a figure is one end of a movement ("giảm từ 23 ban xuống còn 13 ban"), so no part of a sum."""
    if _MOVED.search(folded[max(figure.bounds[0], figure.left - 16) : figure.left]):
        return True
    return re.match(r" ?(?:xuống|lên|còn)(?: còn)? \d", folded[figure.end : figure.end + 16]) is not None


def is_change(folded: str, figure: Figure) -> bool:
    """Say whether a figure is an amount of change ("giảm 435 người"), not a level."""
    return CHANGED.search(folded[max(figure.bounds[0], figure.left - 24) : figure.left].rstrip()) is not None


_BEHIND_BRACKET = re.compile(r"\)(?:,|;| và|, và| cùng| cùng với) (?:(?:làm|khiến|có|hơn|gần|khoảng|ít nhất|trên) )*$")


def is_beyond_parts(folded: str, figures: Sequence[Figure], whole: int, part: Figure) -> bool:
    """Say whether a figure stands in one row with its supposed whole, behind brackets that hold the parts: "8 người chết (3 ở A, 5 ở B) và 2 người mất tích"."""
    closed = folded.rfind(")", figures[whole].end, part.left)
    opened = folded.rfind("(", figures[whole].end, max(closed, figures[whole].end))
    if opened < 0 or closed < 0 or _BEHIND_BRACKET.search(folded, closed, part.left) is None:
        return False
    return any(opened < one.start < closed and one.total == whole for one in figures[whole + 1 : whole + 1 + _MOST_PARTS])


_THEIR = re.compile(
    r" (?P<what>(?:\w+,? ){1,6}?)(?=(?:đạt|có|được|bị|đã|đang|là|biết|sử dụng|tham gia|hoàn thành|không|chưa|còn|cho|thiếu|sống|ở|tại|trong)(?!\w))"
)
"""Behind a percentage: whose it is."""


def is_of_others(folded: str, whole: Figure, part: Figure) -> bool:
    """Say whether a percentage of a later statement names whose it is in words that its supposed whole does not have: "120 cán bộ đi học.
    98% cán bộ, công chức cấp xã đạt chuẩn".
    """
    if part.kind != "percentage" or whole.kind != "count" or _PARTED.search(folded, whole.end, part.left) is None:
        return False
    named = _THEIR.match(folded, part.end, part.bounds[1])
    if named is None or noun_table().match(folded, named.start("what")) is None:
        return False
    return not set(_WORDS.findall(named["what"])) <= set(_WORDS.findall(folded[whole.bounds[0] : min(whole.bounds[1], part.left)]))


_CLAUSES = re.compile(r"[.;:,(\n](?!\d)")
_LEADS = re.compile(
    r"\W*(?:(?:trong đó|riêng|còn|và|có|số|tỷ lệ|tỉ lệ|tỷ suất|các|những|toàn tỉnh|toàn huyện|hiện|hiện nay|đến nay)(?!\w) ?)*"
)
_KINDS_OF_WHOLES = frozenset(("person", "household", "place_unit", "event", "animal"))
"""Classes of things of which none is a part of another one's."""


def is_of_other_things(folded: str, whole: Figure, share: Figure) -> bool:
    """Say whether a percentage's own clause says that it is of other things than those counted: "199 xã …; tỷ lệ hộ nghèo còn 30,8%"."""
    if share.kind != "percentage" or whole.kind != "count" or whole.group not in _KINDS_OF_WHOLES:
        return False
    low = max((match.end() for match in _CLAUSES.finditer(folded, max(share.bounds[0], whole.end), share.left)), default=whole.end)
    leads = _LEADS.match(folded, low, share.left)
    named = noun_table().match(folded, leads.end() if leads is not None else low)
    if named is None or named[0] > share.left:
        return False
    return named[1][1] in _KINDS_OF_WHOLES and named[1][1] != whole.group


_PARTED = re.compile(r"[.;\n](?!\d)")
_WORDS = re.compile(r"\w+")
_MOST_PARTS = 40
_DECIMALS = re.compile(r"\d+[.,](\d{1,6})(?!\d)")
_FEW = 50
"""The most things of which every share in whole percent tells how many are meant."""


def is_no_number(folded: str, whole: Figure, share: Figure) -> bool:
    """Say whether a percentage is no whole number of the few things counted, so no share of them: 71,83% of "2 tỉnh" are 1,44 provinces.

    The share may be rounded or cut off at its last digit; one that is told roughly ("khoảng 70%") may be any.
    """
    count, percent = whole.value, share.value
    if whole.kind != "count" or count is None or percent is None or not 0 < count <= _FEW:
        return False
    if {share.qualifier, whole.qualifier} != {"exact"}:
        return False
    decimals = _DECIMALS.match(folded, share.start)
    digits = len(decimals[1]) if decimals is not None else 0
    some = float(count) * float(percent) / 100
    return abs(some - round(some)) > float(count) * 10.0**-digits / 100 + 1e-9


_LEFT_OVER = re.compile(
    r"(?<!\w)(?:đến (?:nay|cuối|hết|năm|tháng|ngày)|cuối năm|hiện(?: nay)?|nay)(?!\w)[^.;:,()\n]{0,40}(?<!\w)(?:chỉ )?còn(?: (?:khoảng|hơn|gần|trên|lại|có))* ?$"
)
"""Before what is left later of what there was, which is no part of it: "Đến cuối năm còn | 10.156 hộ"."""
_COMPARED = re.compile(r"(?<!\w)so với(?: (?:mức|con số|tổng số|số))?(?: (?:hơn|gần|khoảng|trên))? ?$")
_ROW_OF_NAMES = re.compile(r"(?: [^\W\d_]+){0,3}, [^.;:()\n\d]{2,30} ")
_NO_PARTS = frozenset(("score", "rank", "multiple", "ratio"))
"""Kinds of which none is a part of another."""
_CUE_BETWEEN = re.compile(r"(?<!\w)(?:trong đó|gồm|riêng|còn lại|cụ thể)(?!\w)|[:(;]")
_REACH = 30


def is_compared(folded: str, whole: Figure) -> bool:
    """Say whether a figure is only what another one is compared with ("giảm 25,9% so với 5.164 căn cùng kỳ"), of which nothing told later is a part."""
    return _COMPARED.search(folded, max(whole.bounds[0], whole.left - _REACH), whole.left) is not None


def has_no_parts(whole: Figure, part: Figure) -> bool:
    """Say whether figures are of a kind that has no parts: scores, ranks."""
    return whole.kind == part.kind and part.kind in _NO_PARTS and part.cue != "/"


def is_next_of_names(folded: str, whole: Figure, part: Figure, beside: Figure) -> bool:
    """Say whether a count stands in a row of units, each with its own: "Quảng Nam 10 người, Quảng Ngãi 5 người, Phú Yên 1 người".

    Args:
        folded: the folded text.
        whole: what it would be a part of.
        part: the count.
        beside: the figure right before it.
    """
    if whole.sentence != part.sentence or part.kind != "count" or _CUE_BETWEEN.search(folded, whole.end, part.left) is not None:
        return False
    return beside.end <= part.left and _ROW_OF_NAMES.fullmatch(folded, beside.end, part.left) is not None


def is_no_whole(folded: str, figures: list[Figure], whole: int, part: int) -> bool:
    """Say whether a figure cannot be another one's whole, by its kind, by what it is told for, or by the row that both stand in."""
    one, other = figures[whole], figures[part]
    if has_no_parts(one, other) or is_beyond_parts(folded, figures, whole, other) or is_of_others(folded, one, other):
        return True
    if whole > part:
        return False
    if _LEFT_OVER.search(folded, max(other.bounds[0], other.left - _REACH), other.left) and one.sentence != other.sentence:
        return other.cue not in ("trong đó", "gồm")
    before = figures[whole - 1] if whole else None
    listed = before is not None and before.sentence == one.sentence and _ROW_OF_NAMES.fullmatch(folded, before.end, one.left) is not None
    row = listed and is_next_of_names(folded, one, other, figures[part - 1])
    return is_compared(folded, one) or (row and other.cue not in ("trong đó", "gồm"))
