"""Which kind of statistic a number with its unit makes, by the words around it."""

from __future__ import annotations

import re

from .quantity import Quantity
from .units import Unit

_TIMES = re.compile(r"(?<!\w)(?:gấp|tăng|giảm|hơn|nhiều hơn|cao hơn|thấp hơn|kém|bằng|chênh|chênh lệch|nhân|lớn)(?!\w)[^.;,\n]*$")
_RANK = re.compile(r"(?<!\w)(?:đứng|xếp|xếp hạng|vị trí|hạng|lớn|xếp vị trí|đứng ở vị trí|ở vị trí|vươn lên|xếp vị thứ)"
                   r"(?: (?:hạng|vị trí|vị|thứ|ở|lên|hàng|tốp|top))* ?(?:thứ )?$")  # fmt: skip
_COEFFICIENT = re.compile(r"(?<!\w)(?:hệ số|chỉ số gini|gini|hệ số lương)[^.;\n]{0,70}$")
_SCORE = re.compile(r"(?<!\w)(?:đạt|chỉ số|điểm số|được|trung bình|bình quân|chuẩn|pci|papi|par index|tổng điểm|sàn|thi|mức)(?!\w)"
                    r"[^.;\n]{0,40}$")  # fmt: skip
_PLACE_POINT = re.compile(r" (?:trường|sạt|du lịch|cầu|bán|bầu|nóng|đen|giao|nhóm|tiếp|trông|chốt|dân cư|thi|phát|thu|tập|đỗ|dừng|"
                          r"kinh doanh|khai thác|nghẽn|ngập|tái|cách ly|tiêm|lẻ|xung yếu|di tích|văn hóa|kiểm|mỏ|quan trắc)")  # fmt: skip


def kind_of(folded: str, start: int, end: int, unit: Unit | None, quantity: Quantity, left: int) -> tuple[str, str]:
    """Decide the kind of a number.

    Args:
        folded: the folded text.
        start, end: the figure with its unit.
        unit: what stands behind the number.
        quantity: the number itself.
        left: where the qualifiers before the number begin.

    Returns:
        The kind of the contract and the group of what is counted or measured.
    """
    before = folded[max(0, left - 48) : left].rsplit("\n", 1)[-1]
    if unit is None:
        if _RANK.search(before):
            return "rank", "rank"
        fractional = quantity.value != quantity.value.to_integral_value()
        if fractional and _COEFFICIENT.search(folded[max(0, left - 90) : left].rsplit("\n", 1)[-1]):
            return "ratio", "ratio"
        return "count", "none"
    if unit.kind == "multiple":
        fractional = quantity.value != quantity.value.to_integral_value()
        if fractional or _TIMES.search(before):
            return "multiple", "ratio"
        return "count", "event"
    if unit.kind == "score":
        if _PLACE_POINT.match(folded, end):
            return "count", "place_unit"
        fractional = quantity.value != quantity.value.to_integral_value()
        return ("score", "score") if fractional or _SCORE.search(before) or quantity.value > 10 else ("count", "score")
    if unit.strength == "guess" and _RANK.search(before):
        return "rank", "rank"
    return unit.kind, unit.group
