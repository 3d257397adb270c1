"""Times that are only compared with, "so với cùng kỳ năm 2018", or looked on to, "tầm nhìn đến năm 2050"."""

from __future__ import annotations

import re
from typing import Any

_AGAINST = re.compile(
    r"(?<!\w)(?:(?:so với|so sánh với|so|thay vì|(?:cao|thấp|nhiều|ít|đông|lớn|nhỏ|rẻ|đắt) hơn)(?! sánh(?! với))(?: (?:[^\W\d_][^\W\d]*|\d{1,2}(?= (?:ngày|tháng|quý|tuần|đợt|kỳ|vụ)(?!\w))|(?<=thứ )\d{1,2})){0,12}"
    r"|gấp(?: (?:đôi|rưỡi|(?:[\d.,]+|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?: lần)?))(?: (?!trong|vào|từ|ở|tại|đến|sau|kể)[^\W\d_]+){0,6}"
    r"|(?:tăng|giảm)(?:[^.;()\n]|(?<=\d)\.(?=\d)){1,40} với|(?:cùng kỳ|(?<!nếu )như|bằng|hơn|kém|tương đương|ngang|ngang với)(?: (?:cùng kỳ|của|với|mức|thời điểm|giai đoạn|sản lượng|năm|các|đầu|cuối|vụ|vải|tháng|quý))*) ?$"
)
"""Words before a period that is only compared with, as far as no comma or number parts them from it."""
_RECORD = re.compile(
    r"(?<!\w)(?:(?:cao|thấp|lớn|nhiều|ít|đông|nặng|tốt|nhanh|mạnh|sâu|dài|đắt|rẻ|khốc liệt|nghiêm trọng)(?: [^\W\d_]+)? nhất|kỷ lục)"
    r"(?: [^\W\d_]+| \d{1,2}){0,5}[ (,]+(?:trong|của|từ|kể từ|so với|giai đoạn|tính từ)?(?: [^\W\d_]+| \d{1,2}){0,2} ?\(?$"
)
"""Words before a period over which a record is told of: "mức tăng cao nhất trong 3 quý I (từ 2016-2018)"."""
_SINCE_WHEN = frozenset({"from", "range", "span", "since", "ago", "years", "decade"})
"""Forms of period over which a record can be told of."""
_VISION = re.compile(r"(?<!\w)(?:tầm nhìn|định hướng|(?:có )?(?:tính|xét)|hướng)(?: (?:tới|đến))? ?$")
"""Before a year to which a plan only looks on: "quy hoạch đến năm 2020, tầm nhìn | đến năm 2030"."""


def is_against(folded: str, period: dict[str, Any]) -> bool:
    """Say whether a period is only compared with or looked on to, and no time at which its sentence tells anything."""
    if period["kind"] in _SINCE_WHEN and _RECORD.search(folded, max(0, period["start"] - 70), period["start"]) is not None:
        return True
    if period["kind"] == "until" and _VISION.search(folded, max(0, period["start"] - 20), period["start"]) is not None:
        return True
    found = _AGAINST.search(folded, max(0, period["start"] - 70), period["start"])
    if found is None:
        return False
    opens = found.start() == 0 or folded[found.start() - 2 : found.start()].strip() in ("", ".", ";", "\n")
    return not (opens and found[0].startswith("cùng kỳ"))  # "Cùng kỳ quý II/2017 lỗ 33,1 tỷ đồng" tells a level
