"""Attribution and governing document: who says so, and under which document."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import Any

from ..figures import Figure
from ..lexicon import read_lexicon
from ..text.view import View

SAYS = r"(?:cho biết|cho hay|thông tin|khẳng định|nhấn mạnh|nhận xét|nhận định|thừa nhận|tiết lộ|cảnh báo|chia sẻ|nói|kể|tính|nhẩm|than|phản ánh|thông báo|xác nhận|đánh giá|báo cáo|ghi nhận|thống kê|bộc bạch)"
"""Verbs of reporting, as a pattern."""
_ACCORDING = re.compile(r"(?<!\w)(?:cũng )?theo (?P<who>[^,;:\n(]{3,110}?)(?=,|:| \(| (?:cho biết|cho hay|thì)(?!\w)|[.]? ?$)")
_SAID = re.compile(
    rf"(?:^|[.\n\"”] ?|, |- )(?P<who>[^.,;:()\n\"]{{3,90}}?)(?: ?\([^()\n]{{1,90}}\))?(?:,[^.;:\n\"]{{2,90}}?,| - [^.;:\n\"]{{2,90}}?(?: -|,))?,? (?:cũng |đã |vừa )?{SAYS}(?!\w)"
)
_QUOTED = re.compile(
    rf"[\"”],? ?-? ?(?P<who>[^.,;:()\n\"]{{3,70}}?)(?: ?\([^()\n]{{1,90}}\))?(?: - [^.;:\n\"]{{2,60}}? -)?,? (?:{SAYS}|cười)(?!\w)"
)
_REPORT = re.compile(
    r"(?:^|[.\n] ?)(?P<who>(?:báo cáo|thống kê|số liệu|kết quả|kết luận)[^.;:\n]{3,80}?) (?:cho thấy|cho biết|nêu|ghi nhận|cũng cho biết|chỉ ra)(?!\w)"
)
_DOCUMENT = re.compile(
    r"(?:nghị định|nghị quyết|quyết định|thông tư|luật|kế hoạch|chương trình|đề án|chỉ thị|công văn|hợp đồng|quy định|quy hoạch)(?!\w)"
)
_LONGEST_WHO = 110
_CARRIED = 2
"""Sentences of one paragraph for which the one who speaks is remembered."""


@cache
def _heads() -> re.Pattern[str]:
    rows = read_lexicon("solieu.extract.linking", "sources.tsv", ("head",))
    return re.compile(rf"(?:{'|'.join(sorted((re.escape(row['head']) for row in rows), key=lambda head: (-len(head), head)))})(?!\w)")


def link_attributions(view: View, figures: list[Figure]) -> None:
    """Give every figure who reports it, from its sentence or an earlier one of its paragraph, in place."""
    cache: dict[int, str | None] = {}
    previous: tuple[int, str | None] = (-9, None)
    for figure in figures:
        if figure.sentence not in cache:
            found = _who(view, figure.bounds)
            if found is None and figure.sentence - previous[0] <= _CARRIED:
                found = previous[1] if view.text.find("\n", max(0, figure.bounds[0] - 400), figure.bounds[0]) < 0 else None
            cache[figure.sentence] = found
            if found is not None:
                previous = (figure.sentence, found)
        figure.attribution = cache[figure.sentence]


def _who(view: View, bounds: tuple[int, int]) -> str | None:
    low, high = bounds
    folded = view.folded[low:high]
    for pattern in (_ACCORDING, _QUOTED, _REPORT, _SAID):
        for match in pattern.finditer(folded):
            who = view.text[low + match.start("who") : low + match.end("who")].strip(" ,")
            if _DOCUMENT.match(folded, match.start("who")) or " " not in who:
                continue
            if len(who) <= _LONGEST_WHO and ((who[0].isupper() and pattern is _ACCORDING) or _heads().match(folded, match.start("who"))):
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
