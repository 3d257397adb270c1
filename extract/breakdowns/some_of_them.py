"""Wholes that the sentence itself names beside some of them: "trong tổng số 456 ha", "30 xe / 70 xe", "hiện có 9 tuyến, … đã điều chỉnh 3 tuyến"."""

from __future__ import annotations

import re

from ..figures import Figure
from .no_part import is_change, is_out_of
from .sizes import can_hold, is_less, is_number_of, some_of

_WITHIN = re.compile(
    r"(?: [^\W\d_]+){0,4} ?\(?,? ?(?:(?:nằm|thuộc|có|ở) )?(?:trong|trên)(?: (?:tổng số|tổng|số))?(?: (?:hơn|gần|khoảng|trên))? ?"
)
_WITHIN_ALL = re.compile(r"[^.;\d\n]{0,80}(?<!\w)(?:trong|trên) tổng số (?:hơn |gần |khoảng |trên )?")
NO_SHARE = re.compile(r"(?<!\w)(?:tăng|giảm|so với|vượt|kế hoạch|chỉ tiêu|cùng kỳ|lãi suất)(?!\w)")
"""Words whose percentages are of a change, a plan or a price, and of no whole."""


def link_some_of(folded: str, figures: list[Figure]) -> None:
    """Give figures the whole that their sentence names, in place.

    Args:
        folded: the folded text.
        figures: the figures of a text; those that have a whole keep it.
    """
    _out_of(folded, figures)
    _among(folded, figures)
    _slashed(folded, figures)
    _had(folded, figures)
    _found_among(folded, figures)
    _harmed_of(folded, figures)


def _out_of(folded: str, figures: list[Figure]) -> None:
    """Find wholes behind "trong": in "Trong 456 ha đất được thu hồi, người dân đã tái chiếm 335 ha" the first is the whole of the second."""
    for index, whole in enumerate(figures):
        if not is_out_of(folded, whole) or whole.total is not None:
            continue
        bracket = folded.rfind("(", whole.bounds[0], whole.left)
        closed = folded.find(")", bracket, whole.bounds[1]) if bracket >= 0 else -1
        high = closed if closed >= whole.end else whole.bounds[1]  # "(trong tổng số 900 ha)" holds nothing behind the bracket
        for other in range(index + 1, len(figures)):
            part = figures[other]
            if part.sentence != whole.sentence or part.start >= high:
                break
            share = part.kind == "percentage" and part.share is None and NO_SHARE.search(folded, whole.end, part.left) is None
            held = can_hold(whole, part) or is_number_of(whole, part)
            if part.total is None and held and (part.kind == whole.kind or share) and not is_change(folded, part):
                part.total, part.cue = index, "trong số"


def _among(folded: str, figures: list[Figure]) -> None:
    """Find wholes right behind their part: "400 giáo viên (trong 600 giáo viên dôi dư)", "200 người nằm trong số hơn 600 người"."""
    for index, part in enumerate(figures[:-1]):
        whole = figures[index + 1]
        possible = part.total is None and whole.sentence == part.sentence and part.kind == whole.kind and can_hold(whole, part)
        said = _WITHIN.fullmatch(folded, part.end, whole.left) or _WITHIN_ALL.fullmatch(folded, part.end, whole.left)
        if possible and said and not is_change(folded, part):
            part.total, part.cue = index + 1, "trong số"


_SLASH = re.compile(r" ?/ ?")


def _slashed(folded: str, figures: list[Figure]) -> None:
    """Find wholes behind a slash where both are told with their noun: "giảm 30 xe / 70 xe"."""
    for index, part in enumerate(figures[:-1]):
        whole = figures[index + 1]
        alike = part.total is None and part.kind == whole.kind == "count" and part.unit == whole.unit
        if alike and is_less(part, whole) and _SLASH.fullmatch(folded, part.end, whole.left):
            part.total, part.cue = index + 1, "/"


_ONLY = re.compile(
    r"[^.;\n\d]{0,80}(?<!\w)(?:nhưng|song|tuy nhiên|mà)(?!\w)[^.;\n\d]{0,80}(?<!\w)(?:mới|chỉ)(?!\w)[^.;\n\d]{0,60}(?<!\w)(?:được|đạt|có)"
    r"(?: (?:khoảng|gần|hơn|trên|tới))* ?"
)
"""Between what is planned and what of it is done: "duyệt chi 800 tỷ đồng, nhưng mới chi trả được gần 91 tỷ đồng"."""
_HAS = re.compile(r"(?<!\w)(?:hiện|hiện nay|đang|đã)? ?có(?: (?:khoảng|hơn|gần|trên|tổng cộng|tất cả|cả thảy))* ?$")
_OF_WHICH = re.compile(r"[^.;\n\d]{0,60} thì (?:có |đã |tới |đến )*")
"""Between what there is and what is said of some: "trên 180 quán bia hơi thì 150 quán lấn vỉa hè"."""
_THEN = re.compile(r"(?<!\w)(?:đã|chỉ|nhưng|song|mới (?:được|đạt|có|chỉ|giải|hoàn|thực|xử|triển))(?!\w)")


def _had(folded: str, figures: list[Figure]) -> None:
    """Find what is told of some of those there are: "hiện có 9 tuyến xe buýt, trung tâm đã điều chỉnh 3 tuyến và 2 tuyến"."""
    for index, part in enumerate(figures[1:], 1):
        whole = figures[index - 1]
        alike = whole.kind == part.kind in ("money", "measurement") and whole.unit == part.unit and whole.sentence == part.sentence
        alike = alike and whole.per is None and part.per is None
        if part.total is None and alike and is_less(part, whole) and _ONLY.fullmatch(folded, whole.end, part.left):
            part.total, part.cue = index - 1, "trong số"
        if (
            part.total is None
            and some_of(whole, part)
            and whole.sentence == part.sentence
            and _OF_WHICH.fullmatch(folded, whole.end, part.left)
        ):
            part.total, part.cue = index - 1, "trong số"
    for index, whole in enumerate(figures):
        if whole.kind != "count" or not whole.unit or _HAS.search(folded, max(whole.bounds[0], whole.left - 24), whole.left) is None:
            continue
        for part in figures[index + 1 :]:
            if part.sentence != whole.sentence:
                break
            clause = max(whole.end, folded.rfind(",", whole.end, part.left))
            said = _THEN.search(folded, clause, part.left) is not None and "trong khi" not in folded[whole.end : part.left]
            if some_of(whole, part) and said and part.total is None and not is_change(folded, part):
                part.total, part.cue = index, "trong số"


_EXAMINED = re.compile(
    r"(?<!\w)(?:kiểm tra|thanh tra|rà soát|xét nghiệm|khám|sàng lọc|lấy|thử nghiệm|kiểm nghiệm|kiểm định|hậu kiểm|xảy ra|phát hiện|tiếp nhận|ghi nhận|thụ lý|làm xong)"
    r"(?: [^\W\d_]+){0,6}? ?(?:hơn |gần |khoảng |trên |tổng số )?$"
)
"""Words before things that were looked into, or came up."""
_THEREOF = re.compile(
    r"(?<!\w)(?:phát hiện|kết quả|cho kết quả|xác định|đã làm rõ|làm rõ|đã giải quyết|đã khám phá|khám phá|đã xử lý|đã điều tra|đã khởi tố|hòa giải thành|giải quyết xong|có)"
    r"(?: [^\W\d_]+){0,4}? ?$"
)
"""Words before how many of them turned out so, or were dealt with."""
_FAULTY = re.compile(
    r"[^.;,:()\n\d]{0,48}?(?<!\w)(?:vi phạm|dương tính|âm tính|không đạt|chưa đạt|không đảm bảo|không bảo đảm|chưa đảm bảo|sai phạm|mắc|nhiễm|hết hạn|không có (?:giấy|nguồn))(?!\w)"
)
_DEALT = re.compile(r"(?<!\w)(?:làm rõ|giải quyết|khám phá|xử lý|điều tra|khởi tố|hòa giải)(?!\w)")
_CASES = frozenset(("vụ", "đơn", "hồ sơ", "tin báo", "đơn thư", "vụ việc"))
_CHANGED_SINCE = re.compile(r"(?<!\w)(?:so với|cùng kỳ|trước đó|năm (?:trước|ngoái)|tăng|giảm|thêm|khác)(?!\w)")
_LOOK = 4
"""Figures of the same and the next sentence that are asked whether they are some of those examined."""


def _found_among(folded: str, figures: list[Figure]) -> None:
    """Find what turned up among the things that were looked into: "kiểm tra 512 xe, phát hiện 92 xe vi phạm", "xảy ra 33 vụ, đã làm rõ 31 vụ"."""
    for index, whole in enumerate(figures):
        if whole.kind != "count" or _EXAMINED.search(folded, max(whole.bounds[0], whole.left - _NEAR_WORDS), whole.left) is None:
            continue
        for other in range(index + 1, min(len(figures), index + 1 + _LOOK)):
            part = figures[other]
            if part.sentence - whole.sentence > 1 or (part.kind == "count" and part.unit == whole.unit and not is_less(part, whole)):
                break
            if part.total is not None or not some_of(whole, part) or is_change(folded, part):
                continue
            low = max(whole.end, part.bounds[0])
            led = _THEREOF.search(folded, max(low, part.left - _NEAR_WORDS), part.left)
            if led is None or _CHANGED_SINCE.search(folded, low, part.left) is not None:
                continue
            dealt = part.unit in _CASES and _DEALT.search(led[0]) is not None
            if dealt or _FAULTY.match(folded, part.number_end) is not None:
                part.total, part.cue = index, "trong số"


_NEAR_WORDS = 48
_THERE_IS = re.compile(
    r"(?<!\w)(?:có|trồng|nuôi|thả|thả nuôi|gieo trồng|vườn(?: [^\W\d_]+){1,2})(?: (?:được|khoảng|hơn|gần|trên|tổng cộng))* ?$"
)
"""Before what there is, of which some comes to harm."""
_HARMED = re.compile(r"(?: [^\W\d_]+){0,3}? (?:khác )?(?:(?:đã )?(?:bị|chết|thiệt hại|mất trắng|hư hỏng|ngập)|vàng lá)(?!\w)")
_CULTURES = frozenset(("area", "animal", "plant"))


def _harmed_of(folded: str, figures: list[Figure]) -> None:
    """Find how much of a crop or herd came to harm: "Toàn tỉnh có 2.500 ha tiêu. Hạn khiến 150 ha tiêu chết hoàn toàn"."""
    for index, part in enumerate(figures[1:], 1):
        if (
            part.total is not None
            or part.group not in _CULTURES
            or _HARMED.match(folded, part.number_end) is None
            or is_change(folded, part)
        ):
            continue
        for other in range(index - 1, max(-1, index - 1 - _LOOK), -1):
            whole = figures[other]
            if part.sentence - whole.sentence > 1:
                break
            alike = whole.kind == part.kind and whole.unit == part.unit and is_less(part, whole) and whole.total is None
            if alike and _THERE_IS.search(folded, max(whole.bounds[0], whole.left - _NEAR_WORDS), whole.left) is not None:
                if _HARMED.match(folded, whole.number_end) is None:
                    part.total, part.cue = other, "trong số"
                break
