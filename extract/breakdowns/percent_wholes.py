"""What a percentage is of, where words beside it name something that was counted: "90% học viên" behind "300 học viên"."""

from __future__ import annotations

import re

from ..figures import Figure
from .group_shares import NEXT_GROUP, OWN_WHOLE, is_of_group

NAMED = "của"
"""What stands for opening words where a percentage names its whole."""
_OF_NUMBER = re.compile(r" (?:trong |của )?(?:tổng )?số (?:các |những )?")
_OF_THAT = re.compile(r" (?:của |trong )?số (?:đó|này|trên)(?!\w)")
"""Behind a share of what was counted last: "270.000 vé được bán, 59% số đó qua mạng"."""
_DIRECTLY = re.compile(r" (?:các |những )?")
_PLAN = re.compile(r" (?:so với )?(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu)[^.;\n\d()]{0,30}\((?:khoảng |hơn |gần |trên )?")
_OUT_OF = re.compile(r" (?:trong|trên)(?: tổng)?(?: số)? (?:hơn |gần |khoảng |trên )?")
_IN_BRACKET = re.compile(r"[^.;\n()\d]{0,60}\((?:trong đó |có |khoảng |hơn |gần |trên ){0,2}")
_TELLS_WHICH = re.compile(r" (?:là|có|thuộc|nữ|nam|được|bị|chưa|đã|số)(?!\w)")
_ASKED = re.compile(
    r"(?<!\w)(?:khảo sát|phỏng vấn|lấy ý kiến|thăm dò|điều tra xã hội học)(?: [^\W\d_]+){0,6} (?:hơn |gần |khoảng |trên |với |của )*$"
)
_ASKED_REACH = 70
_RESPONDENTS = re.compile(
    r" (?:tổng )?(?:số )?(?:(?:các |những )?(?:người|doanh nghiệp|hộ|học sinh|sinh viên|phụ huynh|người dân|độc giả|đối tượng|cán bộ|công nhân|lao động)(?: dân)? )?"
    r"(?:được hỏi|được khảo sát|được phỏng vấn|tham gia khảo sát|trả lời (?:khảo sát|phỏng vấn)|tham gia trả lời)(?!\w)"
)
"""Behind a percentage: those who were asked, however far back it was said how many they are."""
_SURVEYED = re.compile(r"(?<!\w)(?:khảo sát|phỏng vấn|lấy ý kiến|thăm dò|điều tra)(?!\w)[^.;\n]{0,48}$")
_SURVEY_BACK = 8
"""Sentences over which those who were asked are remembered."""
_TAKES_UP = re.compile(r"(?<!\w)chiếm(?: (?:chỉ|khoảng|gần|hơn|trên|tới|đến|tỷ lệ|tỉ lệ))* ?$")
_CAUSES = re.compile(r"\W*(?:nguyên nhân|lý do|cơ cấu|về cơ cấu|theo cơ cấu)(?!\w)")
"""How a sentence opens that parts what the one before counts."""
_OF_NOUN = re.compile(r" (?:của |trong )?(?:tổng )?số (?P<noun>[^\W\d_]+)(?!\w)")
_EVENT = "vụ"
_REST = re.compile(r"(?<!\w)còn lại(?: (?:là|khoảng|gần|hơn))* ?$")
_FALLS_SHORT = re.compile(
    r"[^.;\n\d]{0,60}(?<!\w)(?:nhưng|song|tuy nhiên|mà|trong khi)(?!\w)[^.;\n\d]{0,60}(?<!\w)(?:chỉ|mới)(?!\w)[^.;\n\d]{0,30}(?<!\w)(?:được|đạt|có|là)"
    r"(?: (?:khoảng|gần|hơn|trên|tới))* ?"
)
"""Between what is needed and the share of it that is there: "cần 25.700 tỷ đồng nhưng ngân sách chỉ cân đối được 10%"."""
_AGAINST = re.compile(r"(?<!\w)(?:tăng|giảm|so với|vượt|lãi suất|thuế|phí|giá)(?: [^\W\d_]+){0,3} ?$")
"""Words before a percentage that is of no group."""
_AGAINST_REACH = 24
_ANYBODY = "người"
_LEAST = 20.0
"""The least count that percentages without opening words are of."""
_NEAR = 1
"""Sentences between a percentage and what it is of; what a survey found is told in its own."""
_BACK = 12
"""Figures that are looked back on."""


def link_named_wholes(folded: str, figures: list[Figure]) -> None:
    """Give percentages the whole that they name, in place; those that have one keep it.

    Args:
        folded: the folded text.
        figures: the figures of a text.
    """
    for index, figure in enumerate(figures):
        if figure.kind == "percentage" and index and _is_rest(folded, figures[index - 1], figure):
            figure.total, figure.cue = figures[index - 1].total, figures[index - 1].cue
        if figure.kind != "percentage" or figure.total is not None or figure.change is not None:
            continue
        if _AGAINST.search(folded, max(figure.bounds[0], figure.left - _AGAINST_REACH), figure.left) is not None:
            continue
        row = figures[index - 1] if index else None
        grouped = _whole_of_group(folded, figures, index) if row is not None and row.sentence == figure.sentence else None
        if grouped is not None:
            figure.total, figure.cue = grouped, NAMED
            continue
        if row is not None and row.sentence == figure.sentence and row.kind == "percentage" and row.change is not None:
            continue  # "tăng 11,5% số người chết và 48% số người bị thương"
        whole = _behind(folded, figures, index)
        if whole is None and figure.share is None:
            whole = _before(folded, figures, index)
        if whole is not None:
            figure.total, figure.cue = whole, NAMED


def _whole_of_group(folded: str, figures: list[Figure], index: int) -> int | None:
    """Give the count right before a percentage, or before the row of such that it goes on with, of which a group takes up so much."""
    figure, before = figures[index], figures[index - 1]
    if OWN_WHOLE.match(folded, figure.end):
        return None
    if before.kind != "percentage":
        return index - 1 if is_of_group(folded, before, figure) else None
    goes_on = before.cue == NAMED and NEXT_GROUP.fullmatch(folded, before.end, figure.left) is not None
    counted = next((at for at in range(index - 1, -1, -1) if figures[at].kind != "percentage"), None)
    return counted if goes_on and before.total == counted else None


def _behind(folded: str, figures: list[Figure], index: int) -> int | None:
    """Give the whole right behind a percentage: "95% trong tổng số 2.000 vé", "80% kế hoạch (880 tỷ đồng)"."""
    figure, following = figures[index], figures[index + 1] if index + 1 < len(figures) else None
    if following is None or following.sentence != figure.sentence or following.kind not in ("count", "money", "measurement"):
        return None
    if _PLAN.fullmatch(folded, figure.end, following.left) or _OUT_OF.fullmatch(folded, figure.end, following.left):
        return index + 1
    return None


def _is_rest(folded: str, before: Figure, figure: Figure) -> bool:
    """Say whether a percentage is what the one before it, of the same row, leaves: "21%, còn lại 33% do nguyên nhân khác"."""
    row = before.kind == "percentage" and before.sentence == figure.sentence and before.total is not None and before.cue == NAMED
    return row and _REST.search(folded, before.end, figure.left) is not None


def _with_causes(folded: str, figures: list[Figure], last: int, row: list[Figure]) -> int | None:
    """Give the count of the sentence before whose causes a row of percentages tells: that which they name ("46% số vụ"), else the events."""
    first = last
    while first and figures[first - 1].sentence == figures[last].sentence:
        first -= 1
    counted = [
        at
        for at in range(first, last + 1)
        if figures[at].kind == "count" and (figures[at].value or 0.0) >= _LEAST and not figures[at].change
    ]
    named = next((match["noun"] for one in row if (match := _OF_NOUN.match(folded, one.end)) is not None), None)
    for noun in (named, _EVENT):
        found = [at for at in counted if noun is not None and (figures[at].unit or "").split(" ")[0] == noun]
        if found:
            return found[0]
    return last if last in counted and named is None else None


def _before(folded: str, figures: list[Figure], index: int) -> int | None:
    """Give the count before a percentage that it is of."""
    figure = figures[index]
    previous = figures[index - 1] if index else None
    beside = previous is not None and previous.sentence == figure.sentence and previous.kind in ("count", "money", "measurement")
    if _OF_THAT.match(folded, figure.end) is not None:
        back = range(index - 1, max(-1, index - 1 - _BACK), -1)
        near = (i for i in back if figure.sentence - figures[i].sentence <= _NEAR and figures[i].kind in ("count", "money", "measurement"))
        return next((i for i in near if figures[i].change is None), None)
    if (asked := _respondents(folded, figures, index)) is not None:
        return asked
    if beside and previous is not None and _FALLS_SHORT.fullmatch(folded, previous.end, figure.left):
        return index - 1
    if _CAUSES.match(folded, figure.bounds[0]) is not None:
        last = next((other for other in range(index - 1, -1, -1) if figures[other].sentence < figure.sentence), None)
        row = [one for one in figures[max(0, index - _BACK) : index + _BACK] if one.sentence == figure.sentence]
        if last is not None and all(one.kind == "percentage" for one in row) and figure.sentence - figures[last].sentence <= _NEAR:
            return _with_causes(folded, figures, last, row)
    taken = _TAKES_UP.search(folded, max(figure.bounds[0], figure.left - 20), figure.left)
    for other in range(index - 1, max(-1, index - 1 - _BACK), -1):
        whole = figures[other]
        distance = figure.sentence - whole.sentence
        if distance > _NEAR:
            return None
        if whole.kind != "count" or (whole.value or 0.0) < _LEAST or not whole.unit or whole.change is not None:
            continue
        if not distance and _IN_BRACKET.fullmatch(folded, whole.end, figure.left) and _TELLS_WHICH.match(folded, figure.end):
            return other
        if not distance and _ASKED.search(folded, max(whole.bounds[0], whole.left - _ASKED_REACH), whole.left) is not None:
            return other
        if taken is not None and re.compile(rf"(?<!\w){re.escape(whole.unit)}(?!\w)").search(folded, figure.bounds[0], taken.start()):
            return other if distance else None
        if distance and whole.unit == _ANYBODY:
            continue  # "95% số người được khảo sát" are not of any people counted before
        for pattern in (_OF_NUMBER, _DIRECTLY):
            opened = pattern.match(folded, figure.end)
            if opened is not None and re.compile(rf"{re.escape(whole.unit)}(?!\w)").match(folded, opened.end()):
                return other
    return None


def _respondents(folded: str, figures: list[Figure], index: int) -> int | None:
    """Give how many were asked, for a percentage of those, or for the next one of a row of such: "2% người được hỏi …; 3% …"."""
    figure, before = figures[index], figures[index - 1] if index else None
    if _RESPONDENTS.match(folded, figure.end) is None:
        goes_on = before is not None and before.sentence == figure.sentence and before.cue == NAMED and before.kind == "percentage"
        named = goes_on and before is not None and _RESPONDENTS.match(folded, before.end) is not None
        return before.total if named and before is not None and folded[before.end : figure.left].count(";") == 1 else None
    for other in range(index - 1, max(-1, index - 1 - 2 * _BACK), -1):
        whole = figures[other]
        if figure.sentence - whole.sentence > _SURVEY_BACK:
            return None
        counted = whole.kind == "count" and (whole.value or 0.0) >= _LEAST and whole.unit and whole.change is None
        if counted and _SURVEYED.search(folded, max(whole.bounds[0], whole.left - _ASKED_REACH), whole.left) is not None:
            return other
    return None


_RATE_OF = re.compile(r"(?<!\w)(?:tỷ lệ|tỉ lệ|tỷ suất|tỉ suất) [^.;()\n]{3,80}$")
_SUM_OF = re.compile(
    r"(?:trong đó|trong số đó|gồm|bao gồm|riêng)?(?: có)?,? ?(?:nguồn )?(?:vốn|kinh phí|ngân sách|tiền|chi phí|doanh thu)(?!\w)"
)
_ATTAINS = re.compile(r"(?: [^\W\d_]+){0,4},? ?\(?(?:đạt|bằng)(?: (?:khoảng|gần|hơn|trên))* ?")
_OFF = 1.0
"""Points by which a share may differ from the division of what it is printed with, when both are rounded."""


def tells_rate(folded: str, figures: list[Figure], index: int, cue: int) -> bool:
    """Say whether the opening words at `cue` part a rate that was told right before them, which is no whole."""
    before = next((figures[at] for at in range(index - 1, -1, -1) if figures[at].end <= cue), None)
    if before is None or before.kind != "percentage" or before.sentence != figures[index].sentence:
        return False
    return _RATE_OF.search(folded, before.bounds[0], before.left) is not None


def names_sum(folded: str, cue: int, part: Figure) -> bool:
    """Say whether the words between opening words and a percentage name a sum of money."""
    return _SUM_OF.match(folded, cue, part.left) is not None


def unlink_attained(folded: str, figures: list[Figure]) -> None:
    """Part percentages that tell how much of a plan was attained from the figures they stand behind, in place: "Trong đó, vốn địa phương 812 tỷ
    đồng, đạt 51%" is no share of 1.214 tỷ đồng where the division does not come out.
    """
    for index, figure in enumerate(figures):
        share = figures[figure.share] if figure.kind == "percentage" and figure.share is not None else None
        if share is None or share.total is None or figure.share != index - 1 or not share.value or not figure.value:
            continue
        whole = figures[share.total]
        if _ATTAINS.fullmatch(folded, share.end, figure.left) is None or not whole.value:
            continue
        if abs(100.0 * float(share.value) / float(whole.value) - float(figure.value)) > _OFF:
            figure.total = figure.share = share.share = None
            figure.cue = None
