"""The word "một" before a noun: mostly an article ("một công ty cho biết"), at times a count ("một người chết, hai người bị thương")."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

_ONLY = re.compile(
    r"(?<!\w)(?:chỉ|chỉ có|chỉ còn|duy nhất|còn|mới có|thêm|đủ|đúng|vỏn vẹn|ít nhất|tối thiểu|hơn|gần|khoảng|mỗi \w+|mất|tăng|giảm) $"
)
_HARM = re.compile(
    r" (?:\w+ ){0,2}(?:chết|tử vong|bị thương|thiệt mạng|mất tích|tử nạn|thương vong|duy nhất|trọng thương|nguy kịch|bị cuốn|bị sập|bị hư hỏng|bị cháy|hy sinh)(?!\w)"
)
_JOINED = re.compile(r"(?:[^.\n;]{0,32}?(?:,|;| và| cùng| với| hoặc) ?(?:có |một |bị |làm |khiến )?)")


def is_toll(folded: str, end: int) -> bool:
    """Say whether the person or thing that ends at `end` came to harm: "hai phi công hy sinh"."""
    return _HARM.match(folded, end) is not None


def is_article(folded: str, rows: Sequence[Mapping[str, Any]], index: int) -> bool:
    """Say whether the number at `index` is "một" as an article.

    It is a count where words say so ("chỉ một hộ"), where someone is hurt, and in a list with other counts ("hai xã và
    một thị trấn"); before a unit of measurement it always is.

    Args:
        folded: the folded text.
        rows: all numbers of the text in order, offsets into `folded`.
        index: which of them.
    """
    row = rows[index]
    if not row["single"] or not folded.startswith("một", row["start"]) or row["kind"] != "count" or row["of"] is not None:
        return False
    if row["per"] or row["qualifier"] != "exact" or _ONLY.search(folded, max(0, row["left"] - 14), row["left"]):
        return False
    if _HARM.match(folded, row["end"]):
        return False
    for other, first, second in ((index - 1, index - 1, index), (index + 1, index, index + 1)):
        if 0 <= other < len(rows) and rows[other]["kind"] == "count" and rows[other]["strength"] == "strong":
            if folded.startswith("một", rows[other]["start"]):
                continue
            if _JOINED.fullmatch(folded, rows[first]["end"], max(rows[first]["end"], rows[second]["start"])):
                return False
    return True
