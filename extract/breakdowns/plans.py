"""`share` where it is no part of a whole: a result against its plan, an amount against the units it is spread over."""

from __future__ import annotations

import re

from ..figures import Figure
from .check import Check, exact, make, number, relative_rounding, step
from .proportions import proportion

_PLAN = r"(?:kế hoạch|chỉ tiêu|dự toán|mục tiêu)"
_REACHED = re.compile(r"[^.;\n]{0,40}(?<!\w)(?:đạt|bằng|được|hoàn thành)(?: tỷ lệ| tỉ lệ)? ?$")
_PLAN_BEHIND = re.compile(
    rf"^ ?(?:so với )?(?:mức )?{_PLAN}(?: [^\W\d_]+){{0,5}}(?: năm \d{{4}})? ?(?:\(|(?:là|với|: ?)? ?$)(?:{_PLAN} )?(?:là )?$"
)
_PLAN_BEFORE = re.compile(rf"(?<!\w){_PLAN}[^.;,\n]{{0,40}}$")
_OF_PLAN = re.compile(rf" ?(?:so với )?(?:mức )?{_PLAN}(?: (?:năm|giao|đề ra|cả năm|được giao|\d{{4}}))*(?= ?[,.;)\n]|$)")
_EACH = re.compile(r"(?<!\w)(?:năng suất|bình quân|trung bình|mỗi|mức|được vay|vay)(?!\w)")
_ALTOGETHER = re.compile(
    r"(?<!\w)(?:sản lượng|tổng cộng|tổng số tiền|tổng số|tổng kinh phí|tổng trị giá|tổng giá trị|thành tiền|tổng tiền|tổng)(?!\w)[^.;,\n]{0,30}$"
)
_SPREAD = re.compile(r"[^.,;\n]{0,20}(?<!\w)(?:trên|từ|với)(?: tổng)?(?: diện tích| số)?(?: [^\W\d_]+){0,2} ")
_FAR = 100
_CLAUSE = re.compile(r"[.;\n]")
_PER_UNIT: dict[tuple[str, str], float] = {("tạ", "t"): 0.1, ("kg", "t"): 0.001, ("kg", "tạ"): 0.01}
"""How much of the second unit one of the first is; by definition (1 t = 10 tạ = 1,000 kg)."""


def check_plans(folded: str, figures: list[Figure]) -> list[Check]:
    """Divide results by their plans: "4.650 tỷ đồng, đạt 93% kế hoạch (5.000 tỷ đồng)", "kế hoạch là 5.000 tấn, thực hiện 4.650 tấn, đạt 93% kế hoạch".

    Args:
        folded: the folded text.
        figures: its figures.
    """
    found = []
    for index in range(len(figures) - 2):
        first, second, third = figures[index : index + 3]
        if not first.sentence == second.sentence == third.sentence or not all(map(exact, (first, second, third))):
            continue
        if second.kind == "percentage" and _comparable(first, third) and second.change is None:
            reached = _REACHED.match(folded[first.end : second.left])
            if reached and _PLAN_BEHIND.match(folded[second.end : third.left]):
                found.append(proportion("plan", figures, index + 2, index, index + 1))
        elif third.kind == "percentage" and _comparable(first, second) and third.change is None:
            planned = _PLAN_BEFORE.search(folded, max(first.bounds[0], first.left - 60), first.left)
            between = _PLAN_BEFORE.search(folded, first.end, second.left)
            reached = _REACHED.match(folded[second.end : third.left])
            if planned and not between and reached and _OF_PLAN.match(folded, third.end):
                found.append(proportion("plan", figures, index, index + 1, index + 2))
    return found


def _comparable(result: Figure, plan: Figure) -> bool:
    return result.kind == plan.kind != "percentage" and result.unit == plan.unit and result.per == plan.per and bool(number(plan))


def check_rates(folded: str, figures: list[Figure]) -> list[Check]:
    """Divide amounts by the units they are spread over: "1.200 ha, năng suất 60 tạ/ha, sản lượng 7.200 tấn".

    Args:
        folded: the folded text.
        figures: its figures.
    """
    found = []
    for index in range(len(figures) - 2):
        order = _order(folded, figures, index)
        if order is None:
            continue
        units, rate, amount = (figures[one] for one in order)
        if not units.sentence == rate.sentence == amount.sentence or not all(map(exact, (units, rate, amount))):
            continue
        if any(one.change is not None for one in (units, rate, amount)):
            continue
        if rate.per is None or rate.per != units.unit or units.per is not None or amount.per is not None or not number(units):
            continue
        factor = 1.0 if rate.unit == amount.unit else _PER_UNIT.get((rate.unit or "", amount.unit or ""))
        if factor is None or rate.kind != amount.kind or rate.kind not in ("money", "measurement") or units.kind == "money":
            continue
        expected = number(amount) / number(units) / factor
        spread = expected * relative_rounding(units, amount)
        tolerance = spread + 0.5 * step(rate)
        found.append(make("share", "rate", expected, number(rate), tolerance, (order[0], order[2], order[1])))
    return found


def _order(folded: str, figures: list[Figure], index: int) -> tuple[int, int, int] | None:
    """Give which of three figures are the units, the rate and the amount, where the words between them say so."""
    first, second, third = figures[index : index + 3]
    gap, behind = folded[first.end : second.left], folded[second.end : third.left]
    if len(gap) > _FAR or len(behind) > _FAR or _CLAUSE.search(gap) or _CLAUSE.search(behind):
        return None
    if second.per is not None and _ALTOGETHER.search(behind):
        return index, index + 1, index + 2  # "1.200 ha, năng suất 60 tạ/ha, sản lượng 7.200 tấn"
    if third.per is None or not _EACH.search(behind):
        return None
    if _SPREAD.fullmatch(gap):
        return index + 1, index + 2, index  # "7.200 tấn trên diện tích 1.200 ha, năng suất 6 tấn/ha"
    return (index, index + 2, index + 1) if "," not in gap else None  # "40 hộ thu 2 tỷ đồng, bình quân 50 triệu đồng/hộ"
