"""Change and baseline: is the figure a level or an amount of change, and against what."""

from __future__ import annotations

import re

import regex

from ..figures import Figure
from ..text.view import View

_UP = r"tăng|tăng thêm|tăng lên|cao hơn|nhiều hơn|vượt|vượt mức|lớn hơn|nhanh hơn|dài hơn|tăng trưởng|tăng bình quân|thêm được|đắt hơn|đông hơn|mở rộng thêm|nâng thêm|lấn thêm|đội thêm|nhích"
_DOWN = r"giảm|giảm bớt|giảm xuống|thấp hơn|ít hơn|(?<!thiếu )hụt|giảm bình quân|kém|sụt giảm|nhỏ hơn|rẻ hơn|giảm được|bớt|giảm sâu|giảm mạnh|giảm nhẹ|rút ngắn|hao hụt|mất đi"
_DIRECT = re.compile(
    rf"(?<!\w)(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?: (?:tới|đến|gấp|vỏn vẹn|đúng|chỉ|hẳn|thêm tới|khoảng|gần|hơn|trên|thêm|được|từ|là|bình quân|mỗi năm|nhẹ|mạnh|tương ứng|lần lượt|đều|ít nhất|thêm khoảng|mức trung ương giao|mức giao|số trung ương giao là|số trung ương giao|về số vụ|về|so với))*$"
)
_MORE_THAN = re.compile(
    r"(?<!\w)(?P<word>cao hơn|thấp hơn|nhiều hơn|ít hơn|đông hơn|đắt hơn|rẻ hơn|sớm hơn|tăng|giảm|vượt) (?P<base>(?:[^\W\d_]+ ?){1,6}?)(?: là)? ?$"
)
_SINCE = re.compile(
    rf"(?<!\w)(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?: [^\W\d_]+){{0,2}} so với (?P<base>(?:cùng (?:kỳ|thời điểm)|(?:cuối |đầu )?(?:năm|tháng|vụ|quý|kỳ|mùa))(?!\w)[^.;,()\n]{{0,30}}?)"
    r" (?:là|thêm)(?: (?:khoảng|gần|hơn|trên))* ?$"
)
"""Before an amount told behind what it is compared with: "cao hơn so với năm 2014 là 8,31%"."""
_LESS = frozenset({"thấp hơn", "ít hơn", "rẻ hơn", "sớm hơn", "giảm"})
_VERBS = frozenset({"tăng", "giảm"})
"""Behind these stands what changes ("giảm giá vé 20%"), seldom what it is compared with ("tăng cùng kỳ 5%")."""
_THEN = re.compile(
    r"(?:hơn )?(?:so với )?(?:cùng (?:kỳ|thời điểm)|(?:năm|tháng|vụ|quý|kỳ|mùa) (?:trước|ngoái|\d)|kế hoạch|chỉ tiêu|mục tiêu|dự toán|dự kiến|quy định)(?!\w)"
)
_RATES = ("percentage", "percentage_point", "multiple", "money")
"""Kinds by which what stands behind the verb can change; a count there is of something else: "giảm giá vé cho 301 xe"."""
_REACHED = re.compile(r"(?<!\w)(?:lên|xuống|về|từ|và|với|cho|trị giá|con số|khi đạt|đạt|ước đạt|chỉ đạt|mức cao|mức thấp)(?!\w)")
_AHEAD = re.compile(r"^(?:hơn )?(?:so với )?")
_LOOSE = re.compile(r"(?: (?:là|từ|khoảng|hơn|gần|đến|tới|trên|thêm))+$")
_COMPARED = re.compile(
    r"(?<!\w)(?:mức|số|kế hoạch|dự kiến|trung ương|cùng kỳ|năm|tháng|vụ|bình quân|ngày|quy định|giao|trung bình|thị trường|giá)(?!\w)"
)
_LEVEL_OF = re.compile(r"(?:^|(?<!\w)(?:hẳn|so với) ?)(?:mức|số|con số)(?: chung| bình quân| trung bình| tăng)? ?$")
"""What follows is the other level itself: "thấp hơn mức 1,2% của cả nước"."""
_SHORTER = re.compile(
    r"(?<!\w)(?:rút ngắn|kéo giảm|cắt giảm|giảm)(?: (?:thời gian|hành trình|quãng đường|khoảng cách|chi phí|số|tỷ lệ|diện tích|lượng)(?: [^\W\d_]+){0,3})(?: ít nhất| khoảng| hơn| gần| trên| được)? ?$"
)
_THERETO = re.compile(
    r"(?<!\w)(?:(?P<up>tăng|nâng|kéo dài|mở rộng)(?: [^\W\d_]+){1,5} thêm|(?P<down>giảm|hạ|rút|cắt)(?: [^\W\d_]+){1,5} (?:bớt|đi))(?: khoảng| gần| hơn| trên)? ?$"
)
"""Before an amount by which something named in between grows or falls: "tăng tốc độ tối đa thêm 10 km/h"."""
_MOVES = re.compile(r"(?<!\w)(?:tăng|giảm)(?!\w)")
_MOST = re.compile(
    r"(?<!\w)(?:(?P<up>tăng)|(?P<down>giảm)) (?:mạnh|cao|nhiều|ít|thấp|nhanh|chậm|sâu)(?:(?: nhất)? \(| nhất,? (?:với|là)) $"
)
"""Before a rate in brackets: "ngành điện tử tăng mạnh nhất (38%)", "huyện A giảm nhiều nhất với 35 thôn"."""
_GROWN = re.compile(r",? (?:tăng|giảm)(?!\w)")
"""Behind a level: by how much it has grown, "khu vực thương mại tăng nhiều nhất với 6.231 doanh nghiệp, tăng trên 10%"."""
_GROWTH = re.compile(
    r"(?<!\w)(?:tăng trưởng|(?:tốc độ|mức|tỷ lệ|tỉ lệ|nhịp độ) tăng)(?: (?!(?:chiếm|tỷ trọng|lãi suất|thay|lên|xuống|và|với|tự nhiên)(?!\w))[^\W\d_]+){0,8} $"
)
"""Words before a rate of growth: "mục tiêu tăng trưởng kinh tế đạt 8,5%"."""
_RATE_OF = re.compile(
    r"(?<!\w)(?:(?P<up>tăng)|(?P<down>giảm))(?: (?!(?:lên|xuống|còn|đến|tới|chiếm|đạt|tỷ|tỉ|là|với|và|cho|từ|lãi|để|nên|trừ|nghèo|giá|mức|phí|học|thuế)(?!\w))[^\W\d_]+){1,5} (?:từ |ít nhất |bình quân |khoảng |hơn |trên )?$"
)
"""Before a rate: what falls or grows by it, "kéo giảm tai nạn giao thông từ | 10-20%"."""
_EARLY = re.compile(
    r"(?<!\w)(?P<word>sớm|muộn|chậm)(?: hơn)?(?P<base> (?:so với )?(?:dự kiến|kế hoạch|tiến độ|hợp đồng))?(?: khoảng| gần| trước)? ?$"
)
_SURPASS = re.compile(r"(?<!\w)vượt(?: (?:qua|quá|xa|tới|đến|khoảng|gần|hơn|trên|(?P<mark>mức|mốc|ngưỡng|con số)))* ?$")
_SIZES = ("measurement", "money", "duration")
_PLUS = re.compile(r"\(\+ ?$")
_AND = re.compile(r",? và ?(?:giảm |tăng )?|, ")
_AFTER_LEVEL = re.compile(
    r"(?:tăng|giảm|hạ|nâng|nhích)(?:(?: (?!thêm|hơn|bình)[^\W\d_]+){1,5}? (?:lên|xuống|còn|về)(?: (?:còn|đến|tới))?"
    r"|(?: (?:lên|xuống|còn|đến|tới|về))+)(?: (?:mức|con số|mốc|ngưỡng))?(?: (?:còn|là|khoảng|gần|hơn|trên))? ?$"
)
"""Before a level that was reached: "tăng lên mức 12%", "giảm mức phí xuống còn 50%"."""
_STRAIGHT = re.compile(r"(?<!\w)(?:(?P<up>tăng)|(?P<down>giảm)) (?:tới|đến) ?$")
"""An amount, where a share or multiple follows: "tăng tới 68%" is no level as "tăng tới 500 hộ" is."""
_BRACKET = 30
"""Characters from a change to its share in brackets."""
_FROM = re.compile(r"(?:tăng|giảm|hạ|nâng|nhích|rút ngắn|kéo dài|rút)(?: \w+){0,6} từ (?:(?:mức|con số|khoảng) )?$")
_THERE = re.compile(r" ?[^.;\n]{0,30}(?:xuống|lên|còn|đến|tới)(?!\w)")
_BASELINE = re.compile(
    r"[^.;\n]{0,40}?(?:so với|so|hơn|với) (?P<base>(?:cùng kỳ(?: (?:của )?(?:năm )?(?:\d{4}|trước|ngoái))?|(?:cùng thời điểm )?(?:đầu |cuối )?(?:năm|tháng|quý|vụ|đầu năm|cuối năm|giai đoạn|nhiệm kỳ|kế hoạch|chỉ tiêu|mục tiêu|dự toán|trước)[^.;,()\n]{0,60}|[^.;,()\n]{2,60}))"
)
_AND_MORE = re.compile(r" (?:và|nhưng|song|còn|thì) (?:tăng|giảm|đạt|bằng|cao|thấp|gấp|vượt)(?!\w)")
"""What is told next of the same figure: "so với tháng trước | và tăng 9,1%"."""
_NAMED_NEXT = regex.compile(
    r"(?:,|;| và|, và) (?:(?:huyện|xã|tỉnh|quận|phường|thị xã|thành phố|TP\.?) )?\p{Lu}[^\W\d_]*(?: \p{Lu}[^\W\d_]*){0,3} "
)
"""Between figures of one row: whose the next one is, by name."""
_COMPARED_BEFORE = re.compile(r"(?<!\w)so với [^.;()\n]{3,60}$|(?<!\w)so với [^.;()\n]{3,60} (?:tăng|giảm) [^.;()\n]{0,60}$")
_ROW = re.compile(r"(?: [^\W\d_]+){0,3}(?:,|;? và|, và) ")
"""Between two figures of one row that share a verb."""
_NEXT_CHANGED = re.compile(r"\)(?:,|;? và|, và) (?:số )?")
_LISTED = re.compile(r"(?: (?!so(?!\w)|còn|xuống|lên|và|đạt)[^\W\d_]+){1,6}(?:,|,? và) (?:(?:tối thiểu|ít nhất|khoảng|gần|hơn|trên) )?")
"""Between two percentages of one list: "giảm 3% biên chế xã, tối thiểu | 4% biên chế huyện"."""
_OF_NOUN = re.compile(r" (?!so(?!\w)|và|trong|nhưng|còn|là|do)[^\W\d_]")
_ITS_SHARE = re.compile(r"(?: [^\W\d_]+){0,3} \((?:tương đương |bằng |khoảng )?[+-]?\d[\d.,]* ?%")
"""Between a change with its percentage and the next one of a row, and behind that."""
_UNITS = frozenset(("organisation", "place_unit", "education"))
"""Groups of nouns of which a row that opens with a change tells changes only."""
_SO_ONLY = re.compile(r" ?(?:so với|so|hơn)(?: (?:mức|con số|tổng số|số|hơn|gần))* ?")
_THEN_BEHIND = re.compile(
    r"(?<!\w)(?P<base>cùng (?:kỳ|thời điểm)(?: (?:của )?(?:năm )?(?:(?:19|20)\d\d|trước|ngoái))?|(?:năm|tháng|quý|vụ) (?:trước|ngoái|(?:19|20)\d\d))(?!\w)"
)
_FAR_BEHIND = 60
_FUNDS = frozenset(("quỹ", "văn phòng", "trạm", "đội", "tổ", "ban", "phòng", "trung tâm"))
_POSTS = ("trưởng", "cấp phó", "phó", "biên chế", "lãnh đạo", "chức danh")
_BACK = 12
"""Figures of a sentence that are looked back on."""
_OF_PLAN = re.compile(
    r" ?(?P<base>kế hoạch|chỉ tiêu|dự toán|mục tiêu|nghị quyết|kế hoạch năm|kế hoạch đề ra|chỉ tiêu giao)(?!\w)[^.;,()\n]{0,30}"
)
_TIMES = re.compile(r"(?<!\w)(?:gấp|bằng)(?: (?:khoảng|gần|hơn|trên|tới|đến|chỉ))? ?$")
_TIMES_OF = re.compile(
    r" (?:so với )?(?P<base>(?:ngày thường|năm (?:\d{4}|trước|ngoái)|cùng kỳ|mức|kỳ|trung bình|bình quân|vụ|quý|tháng)(?!\w)[^.;,()\n]{0,50})"
)
"""What a multiple is taken of: "gấp 1,3 lần kỳ nghỉ năm ngoái"."""
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
    rows: set[int] = set()  # figures that share the change of the one before
    for index, figure in enumerate(figures):
        floor = figures[index - 1].end if index and figures[index - 1].sentence == figure.sentence else figure.bounds[0]
        limit = figures[index + 1].left if index + 1 < len(figures) and figures[index + 1].sentence == figure.sentence else figure.bounds[1]
        told = figure.start if _MOVES.search(folded, figure.left, figure.start) else figure.left  # "ước tăng 8%", "tăng gấp đôi"
        before = folded[max(floor, told - 48) : told].rstrip() + " "
        after = folded[figure.end : max(limit, figure.end)]
        passed = folded.startswith("vượt ", figure.left)  # "tăng mạnh, vượt mốc 40 triệu": the level
        figure.change = None if passed else _change(figure, before, after)
        shared = None if figure.change else _shared(view, figures, index, after)
        figure.change = figure.change or shared
        figure.baseline = _baseline(view, figure, before, after, limit)
        if shared is not None:
            figure.baseline = figures[index - 1].baseline = figure.baseline or figures[index - 1].baseline
            rows.add(index)
    for index in sorted(rows, reverse=True):  # "giảm 10 vụ (10,9%), 7 người chết (9,7%) so với cùng kỳ"
        figures[index - 1].baseline = figures[index - 1].baseline or figures[index].baseline
    for figure in figures:
        if figure.change is not None and figure.kind == "percentage" and figure.value is not None and figure.value < 0:
            figure.value = figure.low = figure.high = -figure.value  # "giảm 150 vụ (-41%)": the change says that it fell


def _change(figure: Figure, before: str, after: str) -> str | None:
    if _PLUS.search(before.rstrip()):
        return "increase"
    straight = _STRAIGHT.search(before) if figure.kind in ("percentage", "percentage_point", "ratio", "multiple") else None
    if straight is not None:
        return "increase" if straight["up"] else "decrease"
    if _AFTER_LEVEL.search(before) or (_FROM.search(before) and (figure.value is not None or _THERE.match(after) is not None)):
        return None  # but "giảm từ 3-4%" tells by how much
    surpass = _SURPASS.search(before)
    if surpass is not None and (surpass["mark"] or figure.kind in _SIZES) and not _SO.match(after) and not _OF_PLAN.match(after):
        return None  # "vượt 16 km đường rừng", "thu ngân sách vượt 6.000 tỷ đồng", "lạm phát vượt mức 20%"
    match = _DIRECT.search(before.rstrip()) or (_MOST.search(before) if _GROWN.match(after) is None else None)
    if match is not None:
        return "increase" if match["up"] else "decrease"
    if _SHORTER.search(before):
        return "decrease"
    if (thereto := _THERETO.search(before)) is not None:
        return "increase" if thereto["up"] else "decrease"
    if figure.kind == "percentage" and _GROWTH.search(before) is not None:
        return "increase"
    if figure.kind == "percentage" and (rate := _RATE_OF.search(before)) is not None and not _THERE.match(after):
        return "increase" if rate["up"] else "decrease"
    if (since := _SINCE.search(before)) is not None:
        return "increase" if since["up"] else "decrease"
    early = _EARLY.search(before)
    if early is not None and figure.kind == "duration" and (_SO.match(after) or _OF_PLAN.match(after) or early["base"]):
        return "decrease" if early["word"] == "sớm" else "increase"
    more = _more_than(before)
    if more is None:
        return None
    if more["word"] in _VERBS and not _THEN.match(more["base"]) and (figure.kind not in _RATES or _REACHED.search(more["base"])):
        return None
    return "decrease" if more["word"] in _LESS else "increase"


def _more_than(before: str) -> re.Match[str] | None:
    """Find what a figure is compared with right before it: "cao hơn | giá thế giới | 3 triệu đồng"; None where that is its own level."""
    more = _MORE_THAN.search(before)
    if more is None or not _COMPARED.search(more["base"]) or _LEVEL_OF.search(more["base"]):
        return None
    return more


def _shared(view: View, figures: list[Figure], index: int, after: str) -> str | None:
    """Give the change a figure shares with the one before: "giảm 19 vụ (20,4%)", "tăng 1.200 tấn và 448 tỷ đồng so với …"."""
    folded, previous, figure = view.folded, figures[index - 1], figures[index]
    if not index or previous.change is None or previous.sentence != figure.sentence:
        return None
    gap = folded[previous.end : figure.left]
    if previous.unit == figure.unit and previous.kind == figure.kind and _NAMED_NEXT.fullmatch(view.text, previous.end, figure.left):
        return previous.change  # "huyện A giảm 1 xã, B 2 xã"
    if (
        figure.kind == "percentage"
        and (figure.share == index - 1 or previous.share == index or previous.kind != "percentage")
        and gap.endswith("(")
        and len(gap) < _BRACKET
        and not _SO.match(gap)  # "tăng 6 điểm so với năm 2015 (52%)": the earlier level
    ):
        return previous.change
    if figure.kind == previous.kind == "count" and gap.strip() == "/":
        return previous.change  # "tăng 300 vụ / 370 bị can"
    if figure.kind == previous.kind == "percentage" and _LISTED.fullmatch(gap) and _OF_NOUN.match(folded, figure.end):
        return previous.change
    if figure.kind == "count" and previous.kind == "percentage" and _NEXT_CHANGED.fullmatch(gap) and _ITS_SHARE.match(folded, figure.end):
        return previous.change  # "giảm 10 vụ (10,9%), 7 người chết (9,7%)"
    if (
        figure.kind == previous.kind == "count"
        and previous.baseline
        and _COMPARED_BEFORE.search(folded, figure.bounds[0], previous.left)
        and _ROW.fullmatch(gap)
    ):
        return previous.change  # "so với cùng kỳ giảm 15 vụ, 8 người chết và 12 người bị thương"
    if figure.kind == previous.kind == "count" and _of_one_body(previous, figure) and _ROW.fullmatch(gap):
        told = [other for other in figures[max(0, index - _BACK) : index] if other.sentence == figure.sentence]
        return previous.change if all(other.change for other in told) else None  # "giảm 1 sở, 15 phòng, 210 thôn"
    return previous.change if _AND.fullmatch(gap) and _SO.match(after) else None


def _of_one_body(previous: Figure, figure: Figure) -> bool:
    """Say whether what two figures count is of one body that was made smaller or larger: its parts, or those who head them."""
    return (
        {figure.group, previous.group} <= _UNITS
        or (previous.group in _UNITS and figure.unit in _FUNDS)
        or (_leads(previous) and _leads(figure))
    )


def _leads(figure: Figure) -> bool:
    return any(word in (figure.unit or "") for word in _POSTS)


def _baseline(view: View, figure: Figure, before: str, after: str, limit: int) -> str | None:
    if _SO_ONLY.fullmatch(after) is not None:  # "giảm 9,4% so với 32 dự án cùng kỳ năm 2017"
        then = _THEN_BEHIND.search(view.folded, limit, min(figure.bounds[1], limit + _FAR_BEHIND))
        return view.text[then.start("base") : then.end("base")].strip() if then is not None else None
    so = _SO.match(after)
    if so is not None or figure.change is not None:
        match = _BASELINE.match(after)
        if match is not None and not _LEVEL_OF.match(match["base"].strip()):
            start = figure.end + match.start("base")
            end = figure.end + match.end("base")
            more = _AND_MORE.search(view.folded, start, end)
            return view.text[start : more.start() if more is not None else end].strip(" ,-").removesuffix(" và") or None
    if figure.kind == "percentage" and (match := _OF_PLAN.match(after)) is not None:
        start, end = figure.end + match.start("base"), figure.end + match.end()
        more = _AND_MORE.search(view.folded, start, end)
        return view.text[start : more.start() if more is not None else end].strip(" ,-")
    if figure.kind in ("percentage", "multiple", "ratio") and (match := _TIMES_OF.match(after)) is not None and _TIMES.search(before):
        return view.text[figure.end + match.start("base") : figure.end + match.end("base")].strip(" ,-")
    if figure.change is not None:
        if (since := _SINCE.search(before)) is not None:
            return since["base"].strip()
        more = _more_than(before)
        if more is not None and (more["word"] not in _VERBS or _THEN.match(more["base"])):
            base = _LOOSE.sub("", _AHEAD.sub("", more["base"].strip()))
            return base if base and not _LEVEL_OF.search(base) else None
        lead = re.search(
            r"(?<!\w)so(?: sánh)? với (?P<base>[^.;,()\n]{3,50}?)(?:,| (?:thì )?(?:đã )?(?:tăng|giảm))",
            view.folded[figure.bounds[0] : figure.left],
        )
        if lead is not None:
            at = figure.bounds[0]
            return view.text[at + lead.start("base") : at + lead.end("base")].strip()
    return None
