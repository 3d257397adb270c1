"""Which figure is part of which whole."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..figures import Figure, bracket_of
from .arithmetic import link_contributions, link_sums
from .arithmetic_wholes import link_divided_wholes, link_summed_rows
from .group_shares import settle_nouns
from .no_part import is_change, is_extreme, is_no_number, is_no_whole, is_of_other_things, is_out_of, is_where, moved
from .percent_wholes import link_named_wholes, names_sum, tells_rate, unlink_attained
from .share_wholes import link_share_wholes
from .sizes import can_hold, is_number_of, shortened, some_of
from .some_of_them import link_some_of

# Words that open a breakdown. Those in COMPLETE say that the parts make up the whole.
CUE = re.compile(
    r"(?<!\w)(?:trong đó|trong số đó|trong số này|trong tổng số này|trong số \w+ này|bao gồm|gồm có|gồm|cụ thể|chia theo|phân theo|chia ra|cơ cấu"
    r"|số còn lại|còn lại|trong đó có)(?!\w)|(?<=[.\n] )riêng(?!\w)|(?<=\n)riêng(?!\w)|(?<=[.\n] )chỉ riêng(?!\w)|(?<=\n)chỉ riêng(?!\w)"
    r"|(?<=, )(?:chủ yếu|tập trung|nhiều nhất)(?: (?:là|ở|tại|sang|từ|vào|do|thuộc))?(?= [^.;:()\d\n]{2,40} \()"
)
_MOSTLY = ("chủ yếu", "tập trung", "nhiều nhất")
COMPLETE = frozenset({"bao gồm", "gồm có", "gồm", "còn lại", "số còn lại", "chia ra", "cơ cấu"})
_OF_AMOUNT = re.compile(r" (?:tổng )?(?:giá trị|giá|kinh phí|chi phí|doanh thu|vốn|lương|tiền|số tiền|mức)(?!\w)")
"""Behind a percentage that is of a sum, and of nothing counted."""
AGAINST = re.compile(r"^ ?(?:so với|kế hoạch|chỉ tiêu|dự toán|mục tiêu|của kế hoạch|cùng kỳ|nghị quyết|năm trước|giao|theo kế hoạch)")
"""Words behind a percentage that say what it is measured against."""
GUESSED = "lớp"
"""What stands for opening words where the classifier found a whole without any; nothing is audited there."""
_REST = re.compile(r"(?<!\w)(?:còn lại|còn|khác)(?!\w)")
_ROUNDED = 0.5
"""How far shares that were rounded may be from 100 together."""
_ROW = 12
"""Figures of a sentence that are looked back on."""
_TOO_FAR = 2
"""Sentences a whole may stand before its parts."""


Decide = Callable[[int, int | None], tuple[int | None, float]]
"""Decides on a whole: the figure's index and what the rules chose in; the whole's index and its probability out."""


def link_wholes(folded: str, figures: list[Figure], decide: Decide | None = None) -> None:
    """Find for every part its whole: the nearest figure before the opening words that it can be a part of.

    Args:
        folded: the folded text.
        figures: the figures of a text; their `total` is set in place.
        decide: the linking classifier; without one the rules decide.
    """
    changed = [is_change(folded, figure) or moved(folded, figure) for figure in figures]
    for index, figure in enumerate(figures):
        if figure.total is not None or changed[index]:
            continue
        if figure.kind == "percentage" and (AGAINST.match(folded[figure.end : figure.end + 24]) or _OF_AMOUNT.match(folded, figure.end)):
            continue  # "trong đó thu nội địa đạt 41% dự toán"
        if is_out_of(folded, figure) or is_extreme(folded, figure):
            continue  # "riêng trong 6 thí sinh, có 2 …": a whole itself
        opening = _opening(folded, figures, index)
        if opening is None:
            continue
        cue_start, cue = opening
        if any(is_out_of(folded, other) and other.start > cue_start and can_hold(other, figure) for other in _beside(figures, index)):
            continue
        whole = _whole_before(folded, figures, index, cue_start)
        if whole is not None and is_where(folded, figure, figures[whole]):
            continue
        if whole is not None and not _of_itself(folded, figures[whole], figure, cue_start, cue):
            figure.total, figure.cue = whole, cue
    _remainders(folded, figures)
    _brackets(folded, figures)
    link_some_of(folded, figures)
    _continued(folded, figures)
    _hundreds(folded, figures)
    link_share_wholes(folded, figures)
    link_sums(folded, figures, changed)
    link_contributions(folded, figures)
    link_named_wholes(folded, figures)
    _to_top(folded, figures)
    if decide is not None:
        _decided(folded, figures, decide)
    for index, figure in enumerate(figures):
        # a share has the whole of its count; a count without one that of its share
        if figure.share is not None and (figure.total is None or figure.kind == "percentage"):
            partner = figures[figure.share]
            if partner.total is not None and partner.total not in (index, figure.share) and can_hold(figures[partner.total], figure):
                figure.total, figure.cue = partner.total, partner.cue
        of = figures[figure.total] if figure.total is not None else None
        if figure.total == figure.share or (of is not None and figure.kind == "percentage" and is_no_number(folded, of, figure)):
            figure.total = figure.cue = None
    for index, figure in enumerate(figures[1:], 1):
        if figures[index - 1].total == index and figures[index - 1].cue == "/" and (figure.cue or "").endswith("riêng"):
            figure.total = figure.cue = None  # of "riêng huyện A có 20/21 xã" the 21 are part of nothing told before
    for index, figure in enumerate(figures):
        if figure.total is not None and is_no_whole(folded, figures, figure.total, index):
            figure.total = figure.cue = None
    settle_nouns(folded, figures)
    for figure in figures:
        if figure.total is not None and is_of_other_things(folded, figures[figure.total], figure):
            figure.total = figure.cue = None
    link_divided_wholes(figures)
    link_summed_rows(figures)
    unlink_attained(folded, figures)
    _mark_complete(folded, figures)


def _beside(figures: list[Figure], index: int) -> list[Figure]:
    """Give the figures of a figure's sentence that stand before it."""
    return [other for other in figures[max(0, index - _ROW) : index] if other.sentence == figures[index].sentence]


def _decided(folded: str, figures: list[Figure], decide: Decide) -> None:
    """Let the classifier confirm or change what the rules chose, from the first figure to the last."""
    for index, figure in enumerate(figures):
        if figure.cue == "/" or is_change(folded, figure) or (figure.total is None and moved(folded, figure)):
            continue
        if figure.total is None and (is_out_of(folded, figure) or is_extreme(folded, figure)):
            continue
        chosen, figure.doubts["whole"] = decide(index, figure.total)
        if (
            chosen is not None
            and figure.total is None
            and (is_where(folded, figure, figures[chosen]) or _beside_each_other(folded, figures[chosen], figure))
        ):
            continue
        if chosen != figure.total:
            figure.total = chosen
            figure.cue = None if chosen is None else figure.cue or GUESSED


_ROW_GAP = re.compile(r", (?!trong|gồm|bao gồm|riêng|còn|cụ thể|chỉ)[^\W\d_]+(?: [^\W\d_]+){0,5} ")


def _beside_each_other(folded: str, whole: Figure, part: Figure) -> bool:
    """Say whether two sums or sizes stand in one row, none as a part of the other: "giải Nhất 30 triệu đồng, giải Nhì 20 triệu đồng"."""
    return part.kind in ("money", "measurement") and _ROW_GAP.fullmatch(folded, whole.end, part.left) is not None


_BODY = re.compile(
    r"\W*(?:hội đồng|tổ|ban|đoàn|đội|nhóm|thành phần|bộ máy|ê kíp|lực lượng|hồ sơ|gia đình)(?!\w)(?![^.;\n]*(?<!\w)(?:này|đó|trên)(?!\w))"
)


_BODY_NAMED = re.compile(
    r"(?<!\w)(?:hội đồng|ban (?:thường vụ|chấp hành|chỉ đạo|tổ chức|quản lý)|ủy ban|tổ công tác|đoàn công tác)(?: [^\W\d_]+){0,9} $"
)
"""A body of its own right before what it consists of: "bầu ra Ban Thường vụ | gồm 7 người"."""
_BODY_REACH = 80
_OWN_WHOLE = re.compile(r"[;,] (?!(?:trong đó|trong số|riêng|còn|và|cụ thể)(?!\w))[^\W\d_]+(?: [^\W\d_]+){1,6} $")
"""Before "gồm" and behind what was told before: what consists of the figures that follow."""
_OWN_REACH = 60


def _of_itself(folded: str, whole: Figure, part: Figure, cue_start: int, cue: str) -> bool:
    """Say whether a sentence tells what a body of its own consists of: "Hội đồng xét xử gồm 5 người" parts none of those told of before."""
    if not cue.endswith("gồm") or whole.sentence >= part.sentence:
        return False
    low = part.bounds[0]
    return (
        _BODY.match(folded, low, cue_start) is not None
        or _BODY_NAMED.search(folded, max(low, cue_start - _BODY_REACH), cue_start) is not None
    )


def _opening(folded: str, figures: list[Figure], index: int) -> tuple[int, str] | None:
    """Find the words that open the breakdown a figure stands in: in its sentence, before it, its bracket not closed."""
    figure = figures[index]
    low = figure.bounds[0]
    best: tuple[int, str] | None = None
    for match in CUE.finditer(folded, low, figure.start):
        if match[0].endswith("gồm") and _OWN_WHOLE.search(folded, max(low, match.start() - _OWN_REACH), match.start()):
            continue  # "24 lớp với 860 học sinh; đội ngũ giáo viên gồm 52 người"
        if match[0].startswith(_MOSTLY) and all(one.end > match.start() for one in _beside(figures, index)):
            continue
        bracket = folded.rfind("(", low, match.start())
        if bracket >= 0:
            closed = folded.find(")", bracket, figure.start)
            if closed >= 0 and closed > match.start():
                continue
        best = (match.start(), match[0].replace("trong đó có", "trong đó"))
    return best


def _whole_before(folded: str, figures: list[Figure], index: int, cue_start: int) -> int | None:
    part = figures[index]
    if part.kind == "percentage" and tells_rate(folded, figures, index, cue_start):
        return None  # "tỷ lệ người biết chữ đạt 85,1%, trong đó nữ 79,4%"
    of_sum = part.kind == "percentage" and names_sum(folded, cue_start, part)
    of_count = _OF_COUNT.match(folded, part.end) if part.kind == "percentage" else None
    for candidate in range(index - 1, -1, -1):
        whole = figures[candidate]
        if part.sentence - whole.sentence > _TOO_FAR:
            break
        if of_sum and whole.kind != "money" and whole.sentence == part.sentence:
            continue  # "đầu tư 214 tỷ đồng nâng cấp 41 chợ, trong đó vốn xã hội hóa chiếm 63%"
        if whole.start >= cue_start or whole.cue == "/" or is_change(folded, whole):
            continue
        if (
            of_count is not None
            and whole.kind != "count"
            and any(_counts(folded, one, of_count.end()) for one in figures[max(0, candidate - _ROW) : candidate])
        ):
            continue  # "5.593 doanh nghiệp, vốn 67.580 tỷ đồng. Trong đó, dịch vụ chiếm 72% tổng số doanh nghiệp"
        if part.sentence != whole.sentence and bracket_of(folded, whole.bounds, whole.left) is not None:
            continue  # "36 người (8 lãnh đạo …, 28 lãnh đạo …). Trong đó có sáu người"
        held = can_hold(whole, part) or (folded[part.left - 4 : part.left] == " là " and is_number_of(whole, part))
        if held and (whole.unit, whole.value) != (part.unit, part.value):
            return None if coordinated(folded, figures, candidate) else candidate
    return None


_OF_COUNT = re.compile(r" (?:của )?tổng số ")
"""Behind a percentage of what was counted, and of no sum."""


def _counts(folded: str, figure: Figure, at: int) -> bool:
    """Say whether a figure counts what the text names at a place."""
    return figure.kind == "count" and bool(figure.unit) and folded.startswith(f"{figure.unit} ", at)


def _to_top(folded: str, figures: list[Figure]) -> None:
    """Give parts of a sentence that "trong đó" opens the whole of the row that they stand behind, and not its last part, in place."""
    for index, figure in enumerate(figures):
        part = figures[figure.total] if figure.total is not None and figure.total < index else None
        top = part.total if part is not None else None
        if part is None or top is None or top > index or part.sentence == figure.sentence or figures[top].sentence != part.sentence:
            continue
        row = [one for one in figures[top + 1 : index] if one.total == top and one.sentence == part.sentence]
        opened = CUE.match(
            folded, figure.bounds[0] + len(folded[figure.bounds[0] : figure.left]) - len(folded[figure.bounds[0] : figure.left].lstrip())
        )
        if len(row) > 1 and opened is not None and opened[0].startswith("trong") and can_hold(figures[top], figure):
            figure.total = top


def coordinated(folded: str, figures: list[Figure], index: int) -> bool:
    """Say whether a whole is one of two in a row ("53.000 hộ nghèo và 79.800 hộ cận nghèo"): then none of them is the whole."""
    if not index:
        return False
    first, second = figures[index - 1], figures[index]
    gap = folded[first.end : second.left]
    return (
        first.sentence == second.sentence
        and first.unit == second.unit
        and re.fullmatch(r"[^.;,\n]{0,24} và (?:\w+ ){0,2}", gap) is not None
    )


def _remainders(folded: str, figures: list[Figure]) -> None:
    """Find the siblings of a remainder: in "40 trường … 13 trường được …, còn lại 27 trường" what it leaves of the whole is parts of it too."""
    for index, rest in enumerate(figures):
        if rest.value is None or not re.search(
            r"(?<!\w)(?:số )?còn lại[^,.;\n]{0,20}$", folded[max(rest.bounds[0], rest.left - 30) : rest.left]
        ):
            continue
        total = float(rest.value)
        members = [index]
        for candidate in range(index - 1, -1, -1):
            other = figures[candidate]
            if rest.sentence - other.sentence > 1 or other.value is None:
                break
            if other.unit != rest.unit or is_change(folded, other):
                continue
            if abs(float(other.value) - total) < 1e-6 * max(1.0, total) and len(members) > 1:
                for member in members:
                    figures[member].total, figures[member].cue = candidate, "còn lại"
                break
            total += float(other.value)
            members.append(candidate)


def _brackets(folded: str, figures: list[Figure]) -> None:
    """Find figures in brackets that make up the one before: "132 hộ dân (17 hộ chưa giải tỏa và 115 hộ đã được bồi thường)"."""
    for index, whole in enumerate(figures):
        opened = re.compile(r"[^.;\n()]{0,40}(?:\(|: )").match(folded, whole.end, min(len(folded), whole.end + 44))
        if opened is None or whole.value is None:
            continue
        closing = folded.find(")", opened.end()) if opened[0].endswith("(") else whole.bounds[1]
        inside = [i for i in range(index + 1, len(figures)) if opened.end() <= figures[i].start < closing]
        parts = [i for i in inside if (can_hold(whole, figures[i]) or shortened(whole, figures[i])) and figures[i].kind == whole.kind]
        alone = len(inside) == 1 and opened[0].endswith("(") and not any(sign.isdigit() for sign in opened[0])
        if alone and _aside(folded, whole, figures[inside[0]], opened.end(), closing):
            figures[inside[0]].total, figures[inside[0]].cue = index, "trong số"
            continue
        named = [i for i in parts if figures[i].unit]
        for row in (parts, named):
            if len(row) >= 2 and abs(sum(figures[i].value or 0 for i in row) - whole.value) <= 1e-6 * abs(whole.value):
                for i in row:
                    if figures[i].total is None:
                        figures[i].total, figures[i].cue = index, "gồm"
                break


_OTHER_TIME = re.compile(r"(?<!\w)(?:so với|năm|tháng|quý|cùng kỳ|trước|tương đương|tức|hay|bằng|mỗi|hạn|khoảng cách)(?!\w)")


def _aside(folded: str, whole: Figure, part: Figure, low: int, high: int) -> bool:
    """Say whether the one figure in brackets is told of some of those before them: "50 người (thuê ngoài 18 người)"."""
    return some_of(whole, part) and part.total is None and not is_change(folded, part) and _OTHER_TIME.search(folded, low, high) is None


def _continued(folded: str, figures: list[Figure]) -> None:
    """A second row of shares in the next sentence ("Về trình độ lý luận chính trị, cao cấp chiếm 0,28%; …") has the same whole."""
    for index, figure in enumerate(figures):
        if figure.kind != "percentage" or figure.total is not None or figure.share is not None:
            continue
        if "chiếm" not in folded[figure.bounds[0] : figure.end]:
            continue
        before = [
            f
            for f in figures[max(0, index - 40) : index]
            if f.kind == "percentage" and figure.sentence - f.sentence == 1 and f.total is not None
        ]
        here = [f for f in figures[max(0, index - 40) : index + 40] if f.sentence == figure.sentence]
        if len(before) >= 2 and all(f.kind == "percentage" for f in here) and len(here) >= 2:
            figure.total, figure.cue = before[-1].total, "tiếp"


def _hundreds(folded: str, figures: list[Figure]) -> None:
    """Find what shares that make up 100% are of: "tại 44 ổ dịch thì có 36% do …; 25% do …; 39% do …", the count before them in their sentence."""
    at = 0
    while at < len(figures):
        row = [at]
        while row[-1] + 1 < len(figures) and figures[row[-1] + 1].sentence == figures[at].sentence:
            row.append(row[-1] + 1)
        shares = [i for i in row if figures[i].kind == "percentage" and figures[i].change is None and not is_change(folded, figures[i])]
        counts = [i for i in row if i < shares[0] and figures[i].kind == "count"] if len(shares) > 1 else []
        whole = all(figures[i].total is None and figures[i].share is None and figures[i].value is not None for i in shares)
        if whole and len(counts) == 1 and abs(sum(figures[i].value or 0.0 for i in shares) - 100) <= _ROUNDED:
            for i in shares:
                figures[i].total, figures[i].cue = counts[0], "gồm"
        at = row[-1] + 1


def groups(figures: list[Figure]) -> dict[tuple[int, int, str], list[int]]:
    """Give the parts of each whole, by (whole, sentence of the parts, kind)."""
    found: dict[tuple[int, int, str], list[int]] = {}
    for index, figure in enumerate(figures):
        if figure.total is not None and figure.cue != "/":
            found.setdefault((figure.total, figure.sentence, figure.kind), []).append(index)
    return found


def _mark_complete(folded: str, figures: list[Figure]) -> None:
    """Mark the parts of breakdowns that say they are complete: "gồm", or a last part "còn (lại) …"."""
    for (_, _, _), parts in groups(figures).items():
        cues = {figures[index].cue for index in parts}
        last = figures[parts[-1]]
        rest = _REST.search(folded, figures[parts[-2]].end if len(parts) > 1 else last.bounds[0], last.left)
        if cues & COMPLETE or rest:
            for index in parts:
                figures[index].complete = True
