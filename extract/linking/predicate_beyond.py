"""What is said of a figure behind a bracket or behind the figures it is named with.

"132 hộ dân (17 hộ chưa giải tỏa) bị ảnh hưởng bởi dự án", "8.000 hộ với 44.000 nhân khẩu bị ảnh hưởng".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..figures import Figure
from ..text.view import View
from .phrases import trim_tail

_BRACKET = re.compile(r"[^,.;:()\n\d]{0,40}\(")
_WIDEST = 200
"""Characters of the longest bracket that is passed over."""
_MOST = 4
"""Figures behind one that are passed over at most."""
_NAMED_WITH = re.compile(r"(?: [^\W\d_]+){0,7}?(?:,| và| với| cùng| gồm| thuộc| /|/|, trong đó)(?: [^\W\d_]+){0,3} ?")
_TOGETHER = re.compile(r"(?<!\w)(?:và|với|cùng|gồm)(?!\w)|/")
"""Between two figures that one thing is said of."""
_WHERE = re.compile(r"(?: [^\W\d_]+){0,5} (?:tại|ở|của|trên địa bàn|thuộc) ")
"""Between the last of them and the units where they are: "2.800 tàu thuyền | tại | 16 xã bị ảnh hưởng"."""
_PREDICATE = re.compile(
    r"(?:[^.,;:()\n\d]{0,60}? )?(?P<says>(?:(?:đã|đang|sẽ|còn|vẫn|cùng|đều|mới|phải) )*(?:bị|được|chưa|không|có|tham gia|đồng ý|chịu|gặp|thiếu|mất)(?!\w))"
)
_GOES_ON = re.compile(
    r"(?:(?:đã|đang|sẽ|còn|vẫn|cùng|đều|mới|phải|hiện|chỉ|cũng) ){0,2}"
    r"(?:bị|được|chưa|không|có|tham gia|đồng ý|chịu|gặp|thiếu|mất|trúng|đạt|vi phạm|ở|tại|thuộc|của|trên|làm|sống|sinh sống|nhận|đăng ký|mắc|chết|tử vong|nằm|phục vụ|tốt nghiệp|đi|về|vào|phải|ra|dự|nuôi|trồng|nghỉ)(?!\w)"
)
"""What goes on about a noun behind its bracket; another noun ("264 vụ (…) khối lượng gỗ tịch thu …") begins anew."""
_END = re.compile(r"[.,;:()\n]|(?<!\w)(?:và|nhưng|song|trong khi|trong đó)(?!\w)|\d")


def predicates_beyond(view: View, figures: list[Figure], index: int) -> Iterator[str]:
    """Give the words that say something of a figure from behind a bracket or other figures, its noun aside.

    Args:
        view: the text.
        figures: the figures of the text.
        index: the figure.
    """
    figure = figures[index]
    folded, high = view.folded, figure.bounds[1]
    bracket = _BRACKET.match(folded, figure.end, high)
    if bracket is not None:
        close = folded.find(")", bracket.end(), min(high, bracket.end() + _WIDEST))
        if close > 0 and folded[close + 1 : close + 2] == " " and _GOES_ON.match(folded, close + 2):
            found = _until_end(view, close + 2, high)
            if found:
                yield found
    position = figure.end
    for other in figures[index + 1 : index + 1 + _MOST]:
        where = other.group == "place_unit" and position > figure.end and _WHERE.fullmatch(folded, position, other.left) is not None
        if other.sentence != figure.sentence or not (where or _NAMED_WITH.fullmatch(folded, position, other.left)):
            return
        together = where or _TOGETHER.search(folded, position, other.left) is not None
        position = other.end
        if not together:
            continue  # "1 thạc sĩ, 210 người có trình độ đại học": said of the latter only
        said = _PREDICATE.match(folded, position, high)
        if said is not None:
            found = _until_end(view, said.start("says"), high)
            if found:
                yield found
                return


def _until_end(view: View, start: int, high: int) -> str:
    end = _END.search(view.folded, start, high)
    return trim_tail(view.text[start : end.start() if end is not None else high])
