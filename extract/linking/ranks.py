"""What a rank is told of, "Hà Nội đứng thứ hai cả nước về giá cả" is the "thứ hạng về giá cả của Hà Nội cả nước", and the score of who ranks
first or last: "Đà Nẵng dẫn đầu với 93,31 điểm" is the "chỉ số cải cách hành chính của Đà Nẵng".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ..figures import Figure
from ..text.view import View

_VERB = r"(?:đứng|xếp(?: hạng)?|giữ|vươn lên|tụt xuống|tụt|nằm|lọt vào|góp mặt|vững vàng|ở)"
_PLACED = re.compile(
    rf"(?<!\w)(?:(?:lần lượt|chỉ|đã|cùng|lại|hiện|vẫn|cũng|được|đang) )*{_VERB}(?: (?:đứng|ở|hạng|vị trí|vị thứ|thứ|số|xuống|lên|tới|đến))* ?$"
)
"""A verb of ranking right before its number: "Đà Nẵng | đứng ở vị trí thứ | 5"."""
_WHO = re.compile(
    r"(?:(?:^|[\s\S]*[,;:()\n\"“”]|[\s\S]*(?<!\w)(?:và|trong đó|nhưng|còn|thì|là|vì|do|có|dù|để)(?= )) ?)"
    r"(?P<who>(?!(?:và|của|là|với|nhưng|thì|có|dù|mà|vẫn|khả năng|những|các|lại|được|một|trong|tại|ở|theo|với|năm|từ|sau|cụ thể|đặc biệt|đồng thời|đây|nơi|nhờ|khi|ngoài|hiện|tiếp|người|cũng|đó|này|ngay)(?!\w))[^\W\d_]+(?:[ -]+[^\W\d_]+){0,7})(?<! để)(?<! thì)(?<! mà)(?<! như)(?<! không) $"
)
"""Who or what is ranked, before the verb: words of its clause without a number."""
_ABOUT = re.compile(
    r"(?:/\d+)?(?: (?!(?:về|với|và|nhưng|sau|khi)(?!\w))[^\W\d_]+| \d+){0,8} về (?P<what>(?!(?:nhì|đích|nước|quê)(?!\w))[^\W\d_]+(?: (?!(?:với|và có|trong|tại|ở|năm|nhưng|của|trên|so|từ|sau|là|đạt|khi|do)(?!\w))[^\W\d_]+){0,9})"
)
"""Behind the number: what is ranked by."""
_AMONG = re.compile(
    r"(?:/\d+)?(?P<of> (?:(?:trong|trên|của|tại|ở|theo|châu|khu vực)(?= (?!thời gian|năm|lúc|vòng|đó|này|khi|mình|giai đoạn|tháng|nhiều)[^\W\d_])|cả nước|thế giới|toàn quốc|toàn cầu|đông nam á)(?!\w)(?: (?!(?:về|với|và|nhưng|sau|khi|năm|là|có|từ|đã|sẽ|mà|nơi|thì|đó|thời gian|vòng|nhiều|những năm)(?!\w))[^\W\d_]+| \d{2,3}(?= [^\W\d_])){0,10})"
)
"""Behind the number: among whom."""
_MEASURE = re.compile(
    r"(?:chỉ số|mức|giá|tỷ lệ|tỉ lệ|tốc độ|doanh thu|sản lượng|thu nhập|điểm|tổng|dân số|năng suất|lượng|số|tài nguyên|quy mô)(?!\w)"
)
"""How a measure begins: "mức giá chung của Gia Lai | đứng thứ 23"."""
_GOES_ON = re.compile(
    rf"[^.;,()\n]{{0,40}}, (?:cũng |hiện |và )?{_VERB}(?: (?:ở|hạng|vị trí|vị thứ|thứ|số))* ?"
    r"|(?: [^\W\d_]+){0,9}(?:,|;| và|, và)(?: (?:hạng|vị trí|thứ))+ ?"
)
"""Between a figure and the rank that it gives, "96,2 triệu người | , đứng thứ | 15", and between two ranks of one thing."""
_INDEX = re.compile(
    r"(?<!\w)chỉ số(?: (?!(?:này|đó|trên|cao|thấp|thành phần|tăng|giảm|đạt|của|là|có|năm|trong|tại|ở|và|với|do|được|còn|nêu|các|cả|so|từ|đến|trung bình)(?!\w))[^\W\d_]+){1,6}"
)
"""The name of an index that units are ranked by: "chỉ số cải cách hành chính"."""
_TOPS = re.compile(
    r"(?: ?\([^()\n]{1,20}\))? (?:(?:đã|đang|tiếp tục|vươn lên|là (?:địa phương|đơn vị|tỉnh|bộ|nơi|thành phố)|có) )*(?:dẫn đầu|đứng đầu|đứng cuối|xếp cuối|đứng chót|(?:đạt|có) (?:chỉ số|điểm|số điểm|kết quả) (?:cao|thấp)(?: thứ \w+)? nhất|(?:đứng|xếp)(?: ở)?(?: vị trí)? thứ [^\W\d_]+)"
    r"(?: [^\W\d_]+){0,5}? ?(?:với|đạt|\()(?: (?:giá trị|kết quả|số điểm|điểm số|tổng điểm|chỉ số|tổng số điểm|mức))* ?$"
)
"""Between who ranks first or last and the score: "Đà Nẵng | dẫn đầu với | 93,31 điểm"."""
_IS = re.compile(
    r"(?<!\w)(?:đứng|xếp|dẫn) (?:đầu|cuối|chót|thứ [^\W\d_]+)(?: [^\W\d_]+){0,7} là (?P<who>[^\W\d_]+(?:[ -]+[^\W\d_]+){0,6}) (?:\(|với |đạt )$"
)
"""Before the score of who ranks last: "đứng cuối bảng xếp hạng là Ủy ban Dân tộc (| 72,1%"."""
_UNIT = re.compile(r"^(?:Tỉnh|Thành phố|Huyện|Xã|Quận|Phường|Thị xã)(?= )")
_SCORES = frozenset(("score", "percentage"))
_RANKED = _SCORES | {"rank"}
_REACH = 120
_SENTENCES = 2
"""Sentences over which ranks of one kind are told in a row."""


def tell_ranks(view: View, figures: Sequence[Figure]) -> None:
    """Give ranks their subject, in place: what is ranked by, who is, and among whom, as the words around the number say.

    A rank of which none is told keeps the subject it has.

    Args:
        view: the text.
        figures: its figures in order, with their subjects.
    """
    last: tuple[int, str] | None = None
    indices = [match.span() for match in _INDEX.finditer(view.folded)] if any(one.kind in _RANKED for one in figures) else []
    for index, figure in enumerate(figures):
        folded, text = view.folded, view.text
        if figure.kind in _SCORES:
            _tell_leader(view, figures, index, indices)
        if figure.kind != "rank":
            continue
        low = max(figure.bounds[0], figure.left - _REACH, figures[index - 1].end if index else 0)
        verb = _PLACED.search(folded, low, figure.left)
        named = _WHO.match(folded[low : verb.start()]) if verb is not None and "lần lượt" not in verb[0] else None
        who = text[low + named.start("who") : low + named.end("who")] if named is not None else ""
        about = _ABOUT.match(folded, figure.end, figure.bounds[1])
        among = _AMONG.match(folded, figure.end, figure.bounds[1])
        what = ""
        if about is not None:
            what = text[about.start("what") : about.end("what")]
        elif who and _MEASURE.match(who.lower()):
            what, who = who, ""
        elif (
            index
            and (last is not None or figures[index - 1].kind != "rank")
            and figures[index - 1].subject
            and _GOES_ON.fullmatch(folded, figures[index - 1].end, figure.left)
        ):
            what = last[1] if last is not None and figures[index - 1].kind == "rank" else str(figures[index - 1].subject)
        elif last is not None and figure.sentence - last[0] <= _SENTENCES:
            what = last[1]
        elif who and among is None:
            what = _index_before(view, indices, figure.start) or ""
        if not (what or (who and among is not None)):
            continue
        if what:
            last = (figure.sentence, what)
        subject = (
            "thứ hạng" + (f" về {what[0].lower()}{what[1:]}" if what else "") + (f" của {_lowered(who)}" if who and who not in what else "")
        )
        if among is not None:
            subject += text[among.start("of") : among.end("of")]
        figure.subject, figure.category, figure.told = subject, None, True


def _lowered(who: str) -> str:
    """Give a unit's name as it stands within a phrase: "tỉnh Phú Yên"."""
    return _UNIT.sub(lambda unit: unit[0].lower(), who)


def _index_before(view: View, indices: Sequence[tuple[int, int]], position: int) -> str | None:
    """Give the name of the index that a text spoke of last."""
    at = bisect_left(indices, (position, position)) - 1
    return view.text[indices[at][0] : min(indices[at][1], position)].strip() if at >= 0 else None


def _tell_leader(view: View, figures: Sequence[Figure], index: int, indices: Sequence[tuple[int, int]]) -> None:
    """Give the score of who ranks first or last its subject, in place, where the text names an index."""
    figure = figures[index]
    low = max(figure.bounds[0], figure.left - _REACH, figures[index - 1].end if index else 0)
    before = view.folded[low : figure.left]
    tops, named = _TOPS.search(before), _IS.search(before)
    if tops is not None:
        named = _WHO.match(before[: tops.start()] + " ")
    if named is None or (of := _index_before(view, indices, figure.start)) is None:
        return
    who = view.text[low + named.start("who") : low + named.end("who")]
    figure.subject, figure.category, figure.told = f"{of} của {_lowered(who)}", None, True
