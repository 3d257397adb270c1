"""Attribution and governing document: who says so, and under which document."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Any

from ..figures import Figure
from ..text.view import View

_ACCORDING = re.compile(
    r"(?<!\w)(?:cũng )?theo (?P<who>(?:(?:số liệu|thống kê|báo cáo|đánh giá|kết quả|thông tin|tổng hợp)[^,.;\n]{0,40}?(?:của|từ) )?(?P<name>[^,.;:\n]{3,80}?))(?=,|:| (?:cho biết|thì)|$)"
)
_SAID = re.compile(
    r"(?:^|[.\n\"”] ?)(?P<who>(?:ông|bà|đồng chí|đại diện|lãnh đạo|bác sĩ|trung tá|đại tá|thiếu tá|thượng tá|theo)[^.;:\n]{4,140}?)(?:,)? (?:cho biết|cho hay|thông tin|khẳng định|nhấn mạnh|chia sẻ|nói|phản ánh|thông báo|xác nhận|đánh giá|báo cáo)(?!\w)"
)
_REPORT = re.compile(
    r"(?:^|[.\n] ?)(?P<who>(?:báo cáo|thống kê|số liệu)[^.;:\n]{3,80}?) (?:cho thấy|cho biết|nêu|ghi nhận|cũng cho biết|chỉ ra)(?!\w)"
)
_ORGAN = re.compile(
    r"(?:^|[.\n] ?)(?P<who>(?:bộ|sở|ubnd|hđnd|cục|chi cục|tổng cục|ban|phòng|công an|trung tâm)[^.;:,\n]{3,70}?) (?:cũng )?(?:cho biết|cho hay|thông tin|thông báo)(?!\w)"
)
_NOT_WHO = re.compile(
    r"(?:đó|quy hoạch|kế hoạch|quy định|đúng|hướng|nghị quyết|quyết định|luật|nghị định|thông tư|chương trình|đề án|mô hình|dự kiến|lộ trình|yêu cầu|tiêu chuẩn|chuẩn|phương thức|hình thức|tỷ lệ|dõi)(?!\w)"
)


def link_attributions(view: View, figures: list[Figure]) -> None:
    """Give every figure who reports it, from its sentence or the one that opens its paragraph, in place."""
    cache: dict[int, str | None] = {}
    previous: tuple[int, str | None] = (-9, None)
    for figure in figures:
        if figure.sentence not in cache:
            found = _who(view, figure.bounds)
            if found is None and figure.sentence - previous[0] <= 2:
                found = previous[1] if view.text.find("\n\n", max(0, figure.bounds[0] - 400), figure.bounds[0]) < 0 else None
            cache[figure.sentence] = found
            if found is not None:
                previous = (figure.sentence, found)
        figure.attribution = cache[figure.sentence]


def _who(view: View, bounds: tuple[int, int]) -> str | None:
    low, high = bounds
    folded = view.folded[low:high]
    for pattern in (_ACCORDING, _SAID, _REPORT, _ORGAN):
        match = pattern.search(folded)
        if match is None or _NOT_WHO.match(folded, match.start("who")):
            continue
        who = view.text[low + match.start("who") : low + match.end("who")].strip(" ,")
        if 3 <= len(who) <= 140:
            return who
    return None


_UNDER = re.compile(
    r"(?<!\w)(?:theo|thực hiện|tại|căn cứ|triển khai)(?: (?:quy định (?:của|tại)|khoản \d+,?|điều \d+,?|nội dung|tinh thần))* ?$"
)


_UNDER_BEHIND = re.compile(r"[^.,;:\n\d]{0,60}(?<!\w)theo(?: quy định(?: của| tại)?| tinh thần)? ?")
"""What leads from a figure to the document it is reported under: "được hỗ trợ 30% theo Nghị định …"."""


def _start(row: dict[str, Any]) -> int:
    return int(row["start"])


def link_documents(view: View, figures: list[Figure], documents: list[dict[str, Any]]) -> None:
    """Give a figure the document it is reported under: one behind it after "theo", else one before it in its sentence after "theo", "thực hiện"."""
    for figure in figures:
        low, high = figure.bounds
        after = next((row for row in documents[bisect_left(documents, figure.end, key=_start) :][:1] if row["start"] < high), None)
        if after is not None and _UNDER_BEHIND.fullmatch(view.folded, figure.end, after["start"]):
            figure.document_id = after["document_id"]
            continue
        for row in reversed(documents):
            if low <= row["start"] and row["end"] <= figure.left and _UNDER.search(view.folded[max(low, row["start"] - 40) : row["start"]]):
                figure.document_id = row["document_id"]
                break
