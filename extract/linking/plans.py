"""Plans told over several sentences: "Tỉnh vừa ban hành kế hoạch sáp nhập. Cụ thể, năm 2018 ghép 12 xã" plans what the second sentence says, too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..figures import Figure
from ..text.sentences import sentence_at, sentence_bounds
from ..text.view import View

_ANNOUNCED = re.compile(
    r"(?<!\w)(?:(?:ban hành|phê duyệt|thông qua|xây dựng|lập|trình)(?: [^\W\d_]+){0,5} |theo )(?:kế hoạch|đề án|phương án|lộ trình|quy hoạch)(?! (?:hóa|hoá|năm trước|trước đây)(?!\w))"
    r"|(?<!\w)đặt (?:ra )?mục tiêu(?!\w)"
)
_PROPOSED = re.compile(r"(?<!\w)(?:đề xuất|kiến nghị|đề nghị)(?! (?:truy|khởi|xử|làm|điều|thu hồi))(?!\w)")
_IN_DETAIL = re.compile(r"\W*cụ thể(?!\w)")
"""How a sentence opens that tells a proposal in detail: "… đề xuất sáp nhập các ban. Cụ thể là giữ nguyên 40 ban"."""
_CARRIED_OUT = re.compile(
    r"(?<!\w)(?:đã(?! (?:được (?:phê duyệt|thông qua|ban hành)|ban hành|phê duyệt|thông qua|trình|báo cáo|ký)(?!\w))|(?<!thực )(?<!thể )hiện (?:nay|tại|đang|đã)|(?<=[.;,] )hiện|đến nay|vừa qua|thực tế|trước đây|đang|mới (?:có|đạt|chỉ)|(?<!theo )kết quả|so với cùng kỳ|vẫn)(?!\w)"
)
"""Words of a sentence that tells what there is, or has been done."""
_GOES_ON = re.compile(
    r"\W*(?:cụ thể|theo đó|trong đó|trong số (?:này|đó)|đến (?:hết )?năm|(?:đối )?với [^.,;:()\n\d]{1,40}, đến (?:hết )?năm|từ (?:năm )?20\d\d ?- ?20\d\d|(?:trong )?năm 20\d\d|giai đoạn|nhóm|(?:tổng )?diện tích|tổng số(?! vốn)|số tiền|thực hiện|riêng|ngoài ra|dự kiến|kế hoạch|đề án|phương án)(?!\w)"
)
"""How a sentence opens that goes on with a plan."""
_OPTION = re.compile(r"\W*phương án (?:\d|một|hai|ba|thứ|[abc](?!\w))")
"""How a sentence opens that tells one of several plans."""
_OPTION_TOLD = re.compile(rf"(?m:^|(?<=[.!?] )){_OPTION.pattern}")
_KINDS = frozenset(("count", "money", "measurement", "percentage"))
_THERE = re.compile(r"(?<!\w)(?:của|thuộc|tại|ở|trong số|bán kính|phạm vi)(?: (?:các|cả|tất cả))? $")
"""Right before what is there, whatever is planned with it: "327 chi cục thuộc | 63 cục thuế"."""
_BESIDE = 20


def link_plans(view: View, figures: Sequence[Figure]) -> None:
    """Make targets of the figures that a plan announced in a sentence before them has, in place.

    Args:
        view: the text.
        figures: its figures with the statuses that their own sentences tell.
    """
    if all(form.search(view.folded) is None for form in (_ANNOUNCED, _OPTION_TOLD, _PROPOSED)):
        return
    bounds = sentence_bounds(view.text)
    options = [_OPTION.match(view.folded, low, high) is not None for low, high in bounds]
    planned: list[bool] = []
    proposed = False
    for (low, high), option in zip(bounds, options, strict=True):
        done = _CARRIED_OUT.search(view.folded, low, high) is not None
        goes_on = option or (bool(planned) and planned[-1] and _GOES_ON.match(view.folded, low, high) is not None)
        if proposed and planned and _IN_DETAIL.match(view.folded, low, high) is not None:
            planned[-1] = goes_on = True
        planned.append(not done and (goes_on or _ANNOUNCED.search(view.folded, low, high) is not None))
        proposed = not done and _PROPOSED.search(view.folded, low, high) is not None
    for figure in figures:
        at = sentence_at(bounds, figure.start)
        said = planned[at] and at > 0 and (options[at] or planned[at - 1])
        if not said or figure.status != "actual" or figure.kind not in _KINDS:
            continue
        if _THERE.search(view.folded, max(figure.bounds[0], figure.left - _BESIDE), figure.left) is None:
            figure.status = "target"
