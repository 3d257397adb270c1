"""Change and baseline: is the figure a level or an amount of change, and against what."""

from __future__ import annotations

import re

from ..figures import Figure
from ..text.view import View

_UP = r"tăng|tăng thêm|tăng lên|cao hơn|nhiều hơn|vượt|vượt mức|lớn hơn|nhanh hơn|dài hơn|cao hơn mức|tăng trưởng|tăng bình quân|thêm được"
_DOWN = r"giảm|giảm bớt|giảm xuống|thấp hơn|ít hơn|hụt|giảm bình quân|kém|sụt giảm|nhỏ hơn|rẻ hơn|giảm được|bớt|giảm sâu|giảm mạnh|giảm nhẹ"
_DIRECT = re.compile(
    rf"(?<!\w)(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?: (?:tới|đến|khoảng|gần|hơn|trên|thêm|được|từ|là|bình quân|mỗi năm|nhẹ|mạnh|tương ứng|lần lượt|đều|ít nhất|thêm khoảng|mức trung ương giao|mức giao|số trung ương giao là|số trung ương giao|về số vụ|về|so với))*$"
)
_MORE_THAN = re.compile(r"(?<!\w)(?P<word>cao hơn|thấp hơn|nhiều hơn|ít hơn|tăng|giảm|vượt) (?P<base>(?:[^\W\d_]+ ?){1,6}?)(?: là)? ?$")
_AFTER_LEVEL = re.compile(r"(?:tăng|giảm|hạ)(?: (?:lên|xuống|còn|xuống còn|lên đến|lên tới|đến|tới|về))+ ?(?:còn|khoảng|gần|hơn|trên)? ?$")
_FROM = re.compile(r"(?:tăng|giảm|hạ|nâng)(?: \w+){0,6} từ $")
_BASELINE = re.compile(
    r"[^.;\n]{0,40}?(?:so với|so|hơn|với) (?P<base>(?:cùng kỳ(?: (?:của )?(?:năm )?(?:\d{4}|trước|ngoái))?|(?:cùng thời điểm )?(?:đầu |cuối )?(?:năm|tháng|quý|vụ|đầu năm|cuối năm|giai đoạn|nhiệm kỳ|kế hoạch|chỉ tiêu|mục tiêu|dự toán|trước)[^.;,()\n]{0,60}|[^.;,()\n\d]{2,50}))"
)
_OF_PLAN = re.compile(
    r" ?(?P<base>kế hoạch|chỉ tiêu|dự toán|mục tiêu|nghị quyết|kế hoạch năm|kế hoạch đề ra|chỉ tiêu giao)(?!\w)[^.;,()\n]{0,30}"
)
_SO = re.compile(
    r"^ ?[^.;,()\n]{0,25}?(?:so với|so) (?=cùng|năm|tháng|quý|kế|chỉ|đầu|cuối|mức|dự|trước|sản|vụ|giai|nhiệm|thời|mục|kỳ|trung|bình|các|lần|ngày|tuần|hôm|quy|tổng|số)"
)


def link_changes(view: View, figures: list[Figure]) -> None:
    """Give every figure its change and baseline, in place.

    Args:
        view: the text.
        figures: its figures.
    """
    folded = view.folded
    for index, figure in enumerate(figures):
        floor = figures[index - 1].end if index and figures[index - 1].sentence == figure.sentence else figure.bounds[0]
        limit = figures[index + 1].left if index + 1 < len(figures) and figures[index + 1].sentence == figure.sentence else figure.bounds[1]
        before = folded[max(floor, figure.left - 48) : figure.left].rstrip() + " "
        after = folded[figure.end : max(limit, figure.end)]
        figure.change = _change(before)
        figure.baseline = _baseline(view, figure, before, after, limit)


def _change(before: str) -> str | None:
    if _AFTER_LEVEL.search(before) or _FROM.search(before):
        return None
    match = _DIRECT.search(before.rstrip())
    if match is not None:
        return "increase" if match["up"] else "decrease"
    more = _MORE_THAN.search(before)
    if more is not None and re.search(r"(?:mức|số|kế hoạch|trung ương|năm trước|bình quân|quy định|giao|trung bình)", more["base"]):
        return "increase" if more["word"] in ("cao hơn", "nhiều hơn", "tăng", "vượt") else "decrease"
    return None


def _baseline(view: View, figure: Figure, before: str, after: str, limit: int) -> str | None:
    so = _SO.match(after)
    if so is not None or figure.change is not None:
        match = _BASELINE.match(after)
        if match is not None:
            start = figure.end + match.start("base")
            return view.text[start : figure.end + match.end("base")].strip(" ,-") or None
    if figure.kind == "percentage" and (match := _OF_PLAN.match(after)) is not None:
        return view.text[figure.end + match.start("base") : figure.end + match.end()].strip(" ,-")
    if figure.change is not None:
        more = _MORE_THAN.search(before)
        if more is not None and more["base"].strip():
            return re.sub(r" là$", "", more["base"].strip())
        lead = re.search(
            r"(?<!\w)so với (?P<base>[^.;,()\n]{3,50}?)(?:,| (?:thì )?(?:đã )?(?:tăng|giảm))", view.folded[figure.bounds[0] : figure.left]
        )
        if lead is not None:
            at = figure.bounds[0]
            return view.text[at + lead.start("base") : at + lead.end("base")].strip()
    return None

